// The notices about personal data: what participants and staff agree to. Words and version stand together: anyone who changes a word of
// a notice adds its new version below, and everybody is asked again.

import type { RichText } from "../../domain/messages/message.js";
import type { NoticeKind, NoticeTerms } from "../../domain/registration/consent-notice.js";
import { daySpan } from "../dates.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";
import type { ClassCard } from "./registration.js";

/** What the programme decides and the notices say. */
export interface NoticeFacts extends NoticeTerms {
  /** Who answers for the data. */
  controller: string;
  /** Whom to write to. */
  contact: string;
  /** How long data is kept after a class, or after somebody's service. */
  years: number;
}

export interface NoticeVersion {
  version: string;
  /** What is new in it, in the middle of a sentence; empty for the first. */
  changed: string;
}

const points: Record<NoticeKind, (facts: NoticeFacts) => RichText> = {
  participant: ({ contact, years, refusalIsFree, namesConsultants }) =>
    paragraphs(
      bullets([
        rich`${bold("Disimpan")}: nama, nomor telepon, akun Telegram, tempat tugas, kehadiran, rencana, laporan, foto, pertanyaan.`,
        rich`${bold("Dilihat oleh")}: pelatih, rekan seperpustakaan, dinas, ${namesConsultants ? "konsultan, " : ""}Perpusnas.`,
        rich`${bold("Lamanya")}: ${years} tahun setelah pelatihan.`,
        rich`${bold("Lihat data")}: /dataku`,
        rich`${bold("Hapus, tarik persetujuan")}: /hapus`,
        rich`${bold("Perbaikan, keberatan")}: ${contact}`,
      ]),
      rich`Dasarnya persetujuan Bapak/Ibu (UU 27/2022). Pesan lewat server Telegram di luar negeri.${refusalIsFree ? " Bila tidak setuju, tetap boleh ikut pelatihan." : ""}`,
    ),
  staff: ({ contact, years }) =>
    paragraphs(
      bullets([
        rich`${bold("Disimpan Perpusnas")}: nama, nomor telepon, akun Telegram, tugas, wilayah, kelas, pesan, dan catatan tindakan, misalnya membuka data peserta.`,
        rich`${bold("Gunanya")}: mengatur hak akses, mengirim kabar, dan melindungi data peserta.`,
        rich`${bold("Dilihat oleh")}: admin. Peserta melihat nama Bapak/Ibu.`,
        rich`${bold("Lamanya")}: selama bertugas dan ${years} tahun sesudahnya.`,
        rich`${bold("Lihat data")}: /dataku`,
        rich`${bold("Hapus")}: /hapus; tugas ikut berakhir`,
        rich`${bold("Perbaikan, keberatan")}: ${contact}`,
      ]),
      rich`Dasarnya persetujuan Bapak/Ibu (UU 27/2022). Pesan lewat server Telegram di luar negeri. Mohon jaga data peserta; hanya untuk tugas ini.`,
    ),
};

const greetings: Record<NoticeKind, (card: ClassCard | null) => RichText> = {
  participant: (card) =>
    paragraphs(
      rich`Selamat datang, Bapak/Ibu! Saya bot Perpusnas untuk peserta Bimtek SPP-TIK: pengingat jadwal, laporan, dan tanya pelatih.`,
      card !== null && rich`🗓 ${card.name}, ${daySpan("id", card.startsOn, card.endsOn)}`,
    ),
  staff: () => rich`Selamat datang, Bapak/Ibu! Sebelum bertugas, mohon dibaca:`,
};

const question = () => rich`Apakah Bapak/Ibu setuju?`;

export const notices = {
  /** Oldest first; the last is in force. */
  versions: {
    participant: [
      { version: "2024-1", changed: "" },
      { version: "2026-1", changed: "data apa yang disimpan, siapa yang melihatnya, dan hak Bapak/Ibu" },
    ],
    staff: [
      { version: "staff-2026-1", changed: "" },
      { version: "staff-2026-2", changed: "penghapusan" },
    ],
  } satisfies Record<NoticeKind, NoticeVersion[]> as Record<NoticeKind, NoticeVersion[]>,

  first: (kind: NoticeKind, facts: NoticeFacts, card: ClassCard | null) =>
    paragraphs(greetings[kind](card), points[kind](facts), question()),
  changed: (kind: NoticeKind, facts: NoticeFacts, changes: readonly string[]) =>
    paragraphs(
      rich`Bapak/Ibu, pemberitahuan data pribadi diperbarui: ${bold(changes.join(", "))}. Isinya sekarang:`,
      points[kind](facts),
      question(),
    ),
  explanation: ({ controller }: NoticeFacts) =>
    paragraphs(
      bold("Data pribadi: penjelasan lengkap"),
      bullets([
        rich`Penanggung jawab: ${controller}.`,
        rich`Dipakai untuk pengingat, laporan, tanya jawab, pengumuman, dan angka rekap tanpa nama.`,
        rich`Pelatih melihat peserta kelasnya; dinas dan konsultan, peserta wilayahnya. Siapa yang membuka data Bapak/Ibu tercatat di /dataku.`,
        rich`Tidak diminta: NIK, data kesehatan, kata sandi. Foto anak hanya dengan izin orang tuanya.`,
        rich`Hak Bapak/Ibu: mendapat salinan, memperbaiki, membatasi, menghapus, menarik persetujuan, mengajukan keberatan, menuntut ganti rugi.`,
        rich`Permintaan ditangani paling lama 3 × 24 jam. Bila data bocor, Bapak/Ibu diberi tahu dalam waktu yang sama.`,
      ]),
    ),
  explain: "📄 Penjelasan lengkap",
  agree: "✅ Setuju",
  refuse: "Tidak",
  otherLanguage: "🌐 English",
  back: "⬅️ Kembali",

  /** By somebody about whom nothing is kept. */
  refused: () =>
    rich`Baik, Bapak/Ibu. Dari percakapan ini tidak ada yang kami simpan. Bila berubah pikiran, buka lagi tautan pendaftarannya. Terima kasih 🙏`,
  changeRefused: () =>
    paragraphs(
      rich`Baik, Bapak/Ibu. Selama belum setuju, saya tidak meminta data baru. Data lama masih tersimpan dan pengingat masih berjalan.`,
      rich`Menghapus data: /hapus
Menghentikan pengingat: /berhenti
Bila berubah pikiran, kirim pesan apa saja.`,
    ),
  refusedByStaff: () =>
    rich`Baik, Bapak/Ibu. Selama belum setuju, menu pelatih dan admin belum bisa dipakai. Bila berubah pikiran, kirim pesan apa saja.`,

  /** Before the first press Telegram shows this in the empty chat: 512 characters at most. */
  description: `Selamat datang, Bapak/Ibu!

Saya bot Perpusnas untuk peserta Bimtek SPP-TIK:
• mengingatkan jadwal pelatihan
• mencatat tiga rencana kerja
• menerima laporan kemajuan dan kendala
• meneruskan pertanyaan kepada pelatih

Tekan MULAI di bawah. Mendaftar hanya sekitar dua menit.

Saya tidak pernah meminta uang, kata sandi, PIN, atau OTP.`,
  /** On the bot's profile and under a shared link: 120 characters at most. */
  shortDescription:
    "Bot Perpusnas untuk peserta dan pelatih Bimtek SPP-TIK: jadwal, rencana kerja, laporan, dan tanya pelatih.",
};
