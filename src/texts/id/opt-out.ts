// /berhenti and /mulai: what stops, what never stops, and how it comes back.
import type { OptOut } from "../../domain/post-kind.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";

const kinds: Record<OptOut, string> = { reminders: "Pengingat", announcements: "Pengumuman" };

const neverStops = () =>
  rich`Yang tetap saya kirim karena penting: perubahan jadwal atau tenggat, dan jawaban atas pertanyaan Bapak/Ibu.`;

export const optOut = {
  kinds,
  all: "Semua",
  resume: "Aktifkan lagi",
  ask: (stopped: OptOut[]) =>
    paragraphs(
      stopped.length > 0 && rich`Saat ini yang berhenti: ${bold(stopped.map((kind) => kinds[kind]).join(", "))}.`,
      rich`Pesan apa yang mau dihentikan, Bapak/Ibu?`,
      bullets([
        rich`${bold(kinds.reminders)}: jadwal pelatihan, rencana, dan laporan`,
        rich`${bold(kinds.announcements)}: kabar dari Perpusnas dan dinas`,
      ]),
      neverStops(),
    ),
  stopped: (stopped: OptOut[]) =>
    paragraphs(
      rich`Baik, mulai sekarang saya tidak mengirim: ${bold(stopped.map((kind) => kinds[kind]).join(", "))}.`,
      neverStops(),
      rich`Tugas dan tenggatnya tidak berubah; melapor tetap bisa kapan saja. Untuk mengaktifkan lagi: /mulai`,
    ),
  resumed: () => rich`Baik, semua pesan aktif lagi. Untuk menghentikannya: /berhenti`,
  alreadyOn: () => rich`Semua pesan memang sedang aktif. Untuk menghentikannya: /berhenti`,
};
