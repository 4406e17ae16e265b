// What an admin practises on: made-up people, plans and reports, and how to be rid of them. For admins alone.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { PracticeWords } from "../../domain/programme/practice.js";
import { bold, paragraphs, rich } from "../rich.js";

const words: PracticeWords = {
  cohort: (year) => `Bimtek SPP-TIK ${year}`,
  trainingClass: (province) => `Bimtek ${province}`,
  venue: "Aula Dinas Perpustakaan",
  library: (village) => `Perpustakaan ${village}`,
  sessions: {
    opening: "Pembukaan",
    plans: "Menyusun tiga rencana kerja",
    closing: "Penutupan",
    online: "Pendampingan daring",
  },
  plans: {
    information_services: {
      activity: "Membuka perpustakaan sampai pukul 20.00 dua hari seminggu",
      measure: "40 pengunjung sebulan",
      partner: "Karang Taruna",
    },
    community_engagement: {
      activity: "Pelatihan membuat keripik pisang",
      measure: "15 ibu ikut, 5 mulai berjualan",
      partner: "PKK desa",
    },
    advocacy: {
      activity: "Mengusulkan anggaran perpustakaan dalam APBDes",
      measure: "Masuk dalam RKPDes",
      partner: "Kepala desa dan BPD",
    },
  },
  nextStep: "Bertemu kepala desa pekan depan",
  question: "Apakah kegiatan mendongeng bisa dimasukkan dalam pelibatan masyarakat?",
};

export const practice = {
  words,
  heading: (className: string) => rich`🧪 ${bold(className)}`,
  begin: "🧪 Coba dengan data latihan",
  button: "🧪 Data latihan",
  toPractice: "⬅️ Data latihan",
  page: (className: string, days: number) =>
    paragraphs(
      bold("🧪 Data latihan"),
      rich`Kelas ${bold(className)} berisi orang, rencana, dan laporan karangan. Silakan coba semua tombolnya: tidak ada pesan yang terkirim ke siapa pun, dan tidak ada yang ikut dihitung.`,
      rich`Bila ${days} hari tidak dibuka, data ini terhapus sendiri.`,
      "Ingin merasakan sendiri sebagai peserta? Buka tautan kelas itu dari akun ini. Akun lain tidak bisa.",
    ),
  none: () =>
    paragraphs(
      bold("🧪 Data latihan"),
      "Satu kelas berisi orang karangan, untuk mencoba semua tombol. Tidak ada pesan yang terkirim ke siapa pun, dan tidak ada yang ikut dihitung. Semuanya bisa dihapus sekaligus.",
    ),
  about: "provinsi data latihan",
  tooFewVillages: () => rich`Di provinsi itu belum cukup desa yang saya kenal. Silakan pilih provinsi lain.`,
  inOne: () => rich`Kelas latihan dibuat di satu provinsi.`,
  forgotten: (days: number) =>
    paragraphs(
      rich`🧪 Data latihan Bapak/Ibu sudah ${days} hari tidak dibuka, jadi sudah saya hapus.`,
      "Data sungguhan tidak tersentuh. Bila ingin mencoba lagi, buat yang baru lewat tombol di bawah.",
    ),
  settings: "⚙️ Atur kelas",
  classPage: "📍 Kelas",
  remove: "🗑 Hapus data latihan",
  ofOther: (name: string) => fitLabel(name, undefined, { before: "🗑 Latihan " }),
  askRemove: (className: string) =>
    paragraphs(
      rich`Hapus kelas ${bold(className)} dan semua isinya?`,
      "Orang karangan, rencana, laporan, dan semua yang dicoba di sana ikut terhapus. Data sungguhan tidak tersentuh.",
    ),
  confirmRemove: "🗑 Ya, hapus semua",
  keep: "Tidak jadi",
  removed: () => rich`✅ Data latihan sudah dihapus.`,
};
