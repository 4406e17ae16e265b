// Somebody's own data: a changed notice, /dataku and /hapus.
import { ERASURE_BOUND_HOURS } from "../../domain/own-data/erasure-bound.js";
import { listed } from "../lists.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";
import { roleName, type StaffRoleWords } from "./staff-desk.js";

export const ownData = {
  page: () =>
    rich`Ini semua data Bapak/Ibu yang kami simpan, termasuk siapa yang melihatnya. Tekan berkas ini untuk membukanya.`,
  json: () => rich`Isi yang sama, dalam bentuk yang bisa dibaca program komputer.`,
  shownJustNow: () =>
    rich`Data Bapak/Ibu baru saja saya kirim; silakan lihat berkas di atas. Untuk memintanya lagi, mohon tunggu satu menit, lalu kirim /dataku.`,
  nothingKept: (contact: string) =>
    rich`Akun Telegram ini tidak terhubung dengan data apa pun. Bila nama Bapak/Ibu ada di daftar undangan pelatihan, mohon hubungi ${contact}.`,

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
      rich`Nomor penghapusan: ${bold(String(number))}. Hanya nomor ini yang masih bisa ditanyakan; berkas foto ikut hilang dalam beberapa menit, paling lama ${ERASURE_BOUND_HOURS} jam.`,
      rich`Percakapan di telepon ini bisa Bapak/Ibu hapus sendiri lewat menu Telegram. Terima kasih atas kebersamaannya.`,
    ),
  eraseAskStaff: (roles: StaffRoleWords[]) =>
    paragraphs(
      bold("Menghapus data Bapak/Ibu"),
      rich`Bapak/Ibu bertugas sebagai ${bold(listed("id", roles.map(roleName)))}. Tugas itu ikut berakhir.`,
      bullets([
        rich`${bold("Berpindah")}: pertanyaan dan peringatan tentang peserta, ke pelatih lain di kelasnya; bila tidak ada, ke dinas provinsi.`,
        rich`${bold("Dihapus")}: nama, nomor telepon, akun Telegram, isi jawaban dan laporan, dan isian yang belum selesai.`,
        rich`${bold("Tetap ada, tanpa nama")}: hitungan, tanggal, status, dan pengumuman yang sudah dibuat.`,
        rich`${bold("Berhenti")}: semua pesan dari saya.`,
      ]),
      rich`Berlaku saat itu juga dan tidak bisa dibatalkan. Untuk menyimpan salinannya dulu: /dataku`,
      rich`Yakin ingin mengakhiri tugas dan menghapus semuanya?`,
    ),
  eraseConfirmStaff: "Ya, akhiri tugas dan hapus",
  lastAdmin: (contact: string) =>
    paragraphs(
      rich`Bapak/Ibu satu-satunya admin nasional. Tanpa admin nasional, tidak ada yang bisa mengurus program ini.`,
      rich`Mohon tambahkan admin nasional lain dulu. Setelah undangannya dibuka, kirim /hapus lagi. Bantuan: ${contact}`,
    ),
  namedAdmin: (contact: string) =>
    rich`Akun Bapak/Ibu ditetapkan sebagai admin di pengaturan server, jadi tugasnya akan muncul lagi setiap kali bot dijalankan. Mohon minta tim teknis menghapusnya dari sana, lalu kirim /hapus lagi. Bantuan: ${contact}`,
};
