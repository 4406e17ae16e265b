// Somebody's own data: a changed notice, /dataku and /hapus.
import { bold, bullets, paragraphs, rich } from "../rich.js";

export const ownData = {
  noticeChanged: (contact: string) =>
    paragraphs(
      rich`Bapak/Ibu, pemberitahuan data pribadi kami diperbarui. Sebelum melanjutkan, mohon dibaca lagi:`,
      rich`Kami menyimpan nama, nomor telepon, perpustakaan, rencana, dan laporan Bapak/Ibu, sampai dua tahun setelah pelatihan. Dasarnya persetujuan Bapak/Ibu (UU 27/2022). Pesan melewati server Telegram di luar negeri. Data bisa dilihat (/dataku) atau dihapus (/hapus) kapan saja. Tanya data pribadi: ${contact}`,
      rich`Apakah Bapak/Ibu setuju?`,
    ),
  changeRefused: () =>
    rich`Baik. Selama belum disetujui, saya tidak menanyakan apa-apa. Data yang sudah ada tetap seperti semula; Bapak/Ibu bisa menghapusnya dengan /hapus. Bila berubah pikiran, kirim pesan apa saja.`,

  page: () =>
    rich`Ini semua data Bapak/Ibu yang kami simpan, termasuk siapa yang melihatnya. Tekan berkas ini untuk membukanya.`,
  json: () => rich`Isi yang sama, dalam bentuk yang bisa dibaca program komputer.`,
  nothingKept: () => rich`Kami tidak menyimpan data pribadi Bapak/Ibu.`,

  eraseAsk: () =>
    paragraphs(
      bold("Menghapus data Bapak/Ibu"),
      bullets([
        rich`${bold("Dihapus")}: nama, nomor telepon, akun Telegram, isi laporan, foto, tanya jawab, dan isian yang belum selesai.`,
        rich`${bold("Tetap ada, tanpa nama")}: hitungan, tanggal, dan status, misalnya “satu laporan selesai”.`,
        rich`${bold("Berhenti")}: semua pesan dari saya.`,
      ]),
      rich`Penghapusan berlaku saat itu juga dan tidak bisa dibatalkan. Untuk menyimpan salinannya dulu: /dataku`,
      rich`Yakin ingin menghapus semuanya?`,
    ),
  eraseConfirm: "Ya, hapus data saya",
  eraseKeep: "Tidak jadi",
  kept: () => rich`Baik, tidak ada yang dihapus.`,
  erased: (number: number) =>
    paragraphs(
      rich`Data Bapak/Ibu sudah dihapus dan persetujuannya sudah ditarik. Saya tidak akan mengirim pesan lagi.`,
      rich`Nomor penghapusan: ${bold(String(number))}. Hanya nomor ini yang masih bisa ditanyakan; berkas foto ikut hilang dalam beberapa menit, paling lama 72 jam.`,
      rich`Percakapan di telepon ini bisa Bapak/Ibu hapus sendiri lewat menu Telegram. Terima kasih atas kebersamaannya.`,
    ),
  staffCannot: (contact: string) =>
    rich`Bapak/Ibu masih bertugas sebagai pelatih atau pengelola, dan peserta bergantung pada tugas itu. Mohon minta pengelola mengakhiri peran Bapak/Ibu dulu, lalu kirim /hapus lagi. Bantuan: ${contact}`,
};
