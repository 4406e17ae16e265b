// What is said everywhere: buttons, steps, and what to do when something was not understood.
import { bold, italic, lines, paragraphs, rich } from "../rich.js";

export const common = {
  back: "⬅️ Kembali",
  cancel: "Batal",
  skip: "Lewati",
  yes: "Ya",
  no: "Tidak",
  more: "Berikutnya ➡️",
  previous: "⬅️ Sebelumnya",
  done: "✅ Selesai",
  change: (field: string) => `Ubah ${field}`,
  menu: "Menu utama",
  resume: "Lanjutkan pengisian",
  step: (n: number, of: number) => `Langkah ${n} dari ${of}`,
  correcting: (field: string) => `Mengubah ${field}`,
  oldMenu: () => rich`Tombol itu dari menu lama. Ini yang terbaru:`,
  stopped: () => rich`Baik, kita berhenti dulu. Yang sudah diisi tetap tersimpan dan bisa dilanjutkan kapan saja.`,
  startedAgain: () =>
    rich`Pertanyaannya baru saja diperbarui, jadi kita mulai lagi dari awal. Maaf merepotkan, Bapak/Ibu.`,
  noted: () => rich`Terima kasih, sudah saya catat.`,
  nothingToStop: () => rich`Tidak ada pengisian yang sedang berjalan.`,
  notUnderstoodHere: (example: string) => rich`Maaf, jawaban itu belum bisa saya baca. Contoh: ${bold(example)}`,
  pressAButton: () => rich`Silakan pilih salah satu tombol di bawah.`,
  dayUnread: {
    unreadable: () => rich`Maaf, tanggalnya belum bisa saya baca. Contoh: ${bold("4 Juni")} atau ${bold("besok")}`,
    impossible: () => rich`Tanggal itu tidak ada di kalender. Contoh: ${bold("4 Juni")}`,
    contradiction: () => rich`Hari dan tanggalnya tidak cocok. Mohon tulis tanggalnya saja, contoh: ${bold("4 Juni")}`,
  },
  timeUnread: {
    unreadable: () => rich`Maaf, jamnya belum bisa saya baca. Contoh: ${bold("13.30")}`,
    impossible: () => rich`Jam itu tidak ada. Contoh: ${bold("13.30")}`,
  },
  onlyText: () => rich`Maaf, di langkah ini saya hanya bisa membaca tulisan atau tombol.`,
  tooLong: (max: number) => rich`Jawabannya terlalu panjang. Mohon ringkas menjadi paling banyak ${max} huruf.`,
  tooShort: () => rich`Jawabannya terlalu pendek. Mohon tuliskan lebih lengkap.`,
  editedMessage: () => rich`Perubahan pada pesan lama tidak terbaca oleh saya. Mohon kirim sebagai pesan baru, ya.`,
  unfinished: () => rich`Ada pengisian yang belum selesai, Bapak/Ibu. Kita lanjutkan, ya.`,
  rescue: ({ about, question }: { about: string; question: string | null }) =>
    paragraphs(
      rich`Bapak/Ibu, ${bold(about)} belum selesai. Yang sudah diisi tersimpan, jadi tinggal dilanjutkan.`,
      question === null
        ? rich`Semua sudah terisi; tinggal diperiksa lalu dikirim.`
        : rich`Yang belum dijawab: ${italic(question)}`,
    ),
  goOn: "▶️ Lanjutkan",
  notUnderstood: () => rich`Maaf, saya belum mengerti pesan itu. Silakan pilih dari menu di bawah.`,
  onlyInPrivate: () => rich`Saya hanya bisa membantu lewat percakapan pribadi.`,
  somethingWentWrong: () =>
    rich`Maaf, ada gangguan di pihak kami. Isian Bapak/Ibu aman. Silakan coba sekali lagi beberapa saat lagi.`,
  notAllowed: () => rich`Maaf, menu itu bukan untuk peran Bapak/Ibu. Silakan pilih dari menu di bawah.`,
  notRegistered: () =>
    rich`Bapak/Ibu belum terdaftar. Tekan ${bold("Mulai")} untuk mendaftar; hanya perlu sekitar dua menit.`,
  start: "Mulai",
  languageName: "Bahasa Indonesia",
  languageChosen: () => rich`Baik, selanjutnya saya memakai Bahasa Indonesia.`,
  chooseLanguage: () => rich`Pilih bahasa · Choose a language`,
  help: (commands: { command: string; about: string }[]) =>
    paragraphs(
      bold("Yang bisa saya bantu"),
      lines(...commands.map(({ command, about }) => rich`/${command} – ${about}`)),
      "Bapak/Ibu juga bisa langsung menekan tombol. Tidak perlu takut salah: semua bisa diubah.",
    ),
  main: (name: string) => (name === "" ? rich`Ada yang bisa dibantu?` : rich`Ada yang bisa dibantu, ${bold(name)}?`),
};
