// /berhenti and /mulai: what stops, what never stops, and how it comes back.
import type { OptOut } from "../../domain/messages/post-kind.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";

const kinds: Record<OptOut, string> = { reminders: "Pengingat", announcements: "Pengumuman" };

const neverStops = () =>
  rich`Yang tetap saya kirim karena penting: perubahan jadwal atau batas waktu, jawaban atas pertanyaan, dan pesan pelatih khusus untuk Bapak/Ibu.`;

export const optOut = {
  kinds,
  stop: { reminders: "Hentikan pengingat", announcements: "Hentikan pengumuman" } satisfies Record<OptOut, string>,
  all: "Hentikan keduanya",
  resume: "Aktifkan lagi",
  ask: (stopped: OptOut[]) =>
    paragraphs(
      stopped.length > 0 && rich`Saat ini yang berhenti: ${bold(stopped.map((kind) => kinds[kind]).join(", "))}.`,
      rich`Pesan apa yang mau dihentikan, Bapak/Ibu?`,
      bullets([
        rich`${bold(kinds.reminders)}: jadwal, tautan sesi daring, rencana, dan laporan, juga pengingat dari pelatih`,
        rich`${bold(kinds.announcements)}: kabar dari Perpusnas dan dinas, pesan pelatih untuk kelas, dan cerita dari perpustakaan lain`,
      ]),
      neverStops(),
    ),
  stopped: (stopped: OptOut[]) =>
    paragraphs(
      rich`Baik, mulai sekarang saya tidak mengirim: ${bold(stopped.map((kind) => kinds[kind]).join(", "))}.`,
      neverStops(),
      rich`Rencana dan batas waktunya tidak berubah. Melapor tetap bisa kapan saja. Untuk mengaktifkan lagi: /mulai`,
    ),
  resumed: () => rich`Baik, semua pesan aktif lagi. Untuk menghentikannya: /berhenti`,
  alreadyOn: () => rich`Semua pesan memang sedang aktif. Untuk menghentikannya: /berhenti`,
};
