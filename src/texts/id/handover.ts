// Perpustakaan berganti tangan: kode sekali pakai, dan persetujuan penggantinya.
import { shortened } from "../layouts/classes/session-words.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const cancel = "🚫 Batalkan kode";
const named = (library: string) => bold(shortened(library, 60));

export const handover = {
  open: (library: string | null) => (library === null ? "🤝 Serah terima" : `🤝 Serahkan ${shortened(library, 16)}`),
  ask: (library: string) =>
    paragraphs(
      rich`Serahkan ${named(library)} kepada pengganti Bapak/Ibu?`,
      rich`Pengganti menerima rencana, laporan, isian, dan batas waktunya dengan kode sekali pakai. Nomor telepon dan percakapan Bapak/Ibu dengan pelatih tidak ikut.`,
      rich`Setelah kode dipakai, pengingat untuk perpustakaan itu berhenti di sini.`,
    ),
  make: "✅ Ya, buat kode",
  back: "⬅️ Kembali",
  code: ({ library, code, link, until }: Record<"library" | "code" | "link" | "until", string>) =>
    paragraphs(
      rich`Kode serah terima ${named(library)}: ${bold(code)}`,
      lines(rich`Kirim tautan ini hanya kepada pengganti Bapak/Ibu:`, rich`${link}`),
      rich`Bila tautannya tidak terbuka, pengganti cukup mengetik kode itu di bot ini.`,
      rich`Kode berlaku untuk satu orang, sampai ${bold(until)}. Bila salah kirim, tekan ${pressed(cancel)}.`,
    ),
  cancel,
  cancelled: () => rich`Baik, kode itu tidak berlaku lagi. Perpustakaan tetap pada Bapak/Ibu.`,

  offer: ({ library, className }: Record<"library" | "className", string>) =>
    paragraphs(
      rich`Bapak/Ibu ditunjuk sebagai pengganti di ${named(library)}, kelas ${bold(className)}.`,
      rich`Rencana, laporan, isian, dan batas waktunya menjadi tugas Bapak/Ibu. Bersedia menerimanya?`,
    ),
  take: "✅ Ya, terima",
  decline: "Bukan saya",
  declined: () => rich`Baik, Bapak/Ibu. Tidak ada yang berpindah, dan kode itu masih bisa dipakai penggantinya.`,
  taken: () => rich`Perpustakaan itu sudah Bapak/Ibu terima. Silakan pilih dari menu di bawah.`,
  problems: {
    unknown: () => rich`Kode itu tidak saya kenal. Mohon periksa lagi, atau minta tautannya kepada pemberi kode.`,
    expired: () => rich`Kode itu sudah lewat tujuh hari. Mohon minta kode baru kepada pemberi kode.`,
    cancelled: () => rich`Kode itu sudah dibatalkan oleh pembuatnya. Mohon tanyakan kepadanya.`,
    used: () => rich`Kode itu sudah dipakai orang lain. Bila ini keliru, mohon hubungi pelatih.`,
    passed_on: () =>
      rich`Perpustakaan itu sudah Bapak/Ibu terima dengan kode itu, lalu Bapak/Ibu serahkan lagi. Bila ini keliru, mohon hubungi pelatih.`,
    own: () => rich`Ini kode Bapak/Ibu sendiri. Kirimlah tautannya kepada pengganti Bapak/Ibu.`,
    gone: () => rich`Pembuat kode tidak lagi mengurus perpustakaan itu. Mohon hubungi pelatih.`,
    elsewhere: () =>
      rich`Bapak/Ibu sudah terdaftar di kelas yang sama untuk tempat tugas lain. Mohon hubungi pelatih lebih dulu.`,
    waits: () => rich`Pendaftaran Bapak/Ibu untuk perpustakaan itu diputuskan oleh pelatih. Mohon hubungi pelatih.`,
    staff: () => rich`Akun ini dipakai untuk tugas pelatih atau admin. Mohon buka tautan itu dari akun lain.`,
  },
  gaveAway: (library: string) =>
    paragraphs(
      rich`Serah terima ${named(library)} selesai. Terima kasih atas semua pekerjaan Bapak/Ibu 🙏`,
      rich`Pengingat untuk perpustakaan itu berhenti di sini. Data Bapak/Ibu: /dataku, atau hapus: /hapus`,
    ),
  /** To the one before, who writes or presses here later. */
  handedOver: (library: string) =>
    paragraphs(
      rich`${named(library)} sudah Bapak/Ibu serahkan kepada penggantinya, jadi di sini tidak ada lagi yang perlu diisi. Terima kasih 🙏`,
      rich`Bila ikut pelatihan lain, tekan tombol di bawah.`,
    ),
  told: ({ library, className, from, to }: Record<"library" | "className" | "from" | "to", string>) =>
    rich`${named(library)}, kelas ${bold(className)}, berganti tangan: ${bold(shortened(to, 60))} menggantikan ${bold(shortened(from, 60))} dengan kode serah terima.`,
  formerManager: "pengelola perpustakaan sebelumnya",
};
