// What is said everywhere: buttons, steps, and what to do when something was not understood.
import { capital } from "../capital.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";

/** Letters of a word and the space behind it, on average. */
const LETTERS_A_WORD = 6.5;

export const common = {
  back: "⬅️ Kembali",
  cancel: "Batal",
  skip: "Lewati",
  /** Behind a question that need not be answered. */
  skipIfNone: () => rich`Bila tidak ada, tekan ${pressed("Lewati")}.`,
  yes: "Ya",
  no: "Tidak",
  more: "Berikutnya ➡️",
  previous: "⬅️ Sebelumnya",
  done: "✅ Selesai",
  change: (field: string) => `✏️ ${capital(field)}`,
  menu: "Menu utama",
  /** At the end of every summary, above the buttons that change one answer each. */
  isRight: () => rich`Sudah benar? Bila ada yang keliru, tekan bagiannya.`,
  step: (n: number, of: number) => `Langkah ${n} dari ${of}`,
  correcting: (field: string) => `Mengubah ${field}`,
  /** Above the current menu or question. */
  oldMenu: () => rich`Tombol itu dari menu lama. Ini yang terbaru:`,
  /** What the button was about is no longer there; the menu stands below. */
  /** A form about a library that is not theirs now, as while a trainer says no. */
  away: () =>
    rich`Isian ini tersimpan, tetapi belum bisa dilanjutkan karena saat ini Bapak/Ibu tidak tercatat sebagai pengelola perpustakaannya. Bila keliru, mohon tanyakan lewat /tanya.`,
  gone: () => rich`Tombol itu sudah tidak berlaku. Silakan pilih dari menu di bawah.`,
  startedAgain: () =>
    rich`Pertanyaannya baru saja diperbarui, jadi kita mulai lagi dari awal. Maaf merepotkan, Bapak/Ibu.`,
  noted: () => rich`Terima kasih, sudah saya catat.`,
  nothingToStop: () => rich`Tidak ada isian yang sedang dibuka.`,
  leaveAsk: (about: string) => rich`Berhenti dulu mengisi ${bold(about)}. Isiannya disimpan atau dibuang?`,
  saveForLater: "💾 Simpan untuk nanti",
  throwAway: "🗑 Buang isian",
  backToQuestion: "⬅️ Kembali mengisi",
  putAside: (about: string) =>
    paragraphs(
      rich`Baik, isian ${bold(about)} sudah disimpan.`,
      rich`Bila sudah sempat, tekan ${pressed("Lanjutkan")}. Isian yang disimpan juga ada di menu utama.`,
    ),
  /** A form that was opened and left, with nothing in it. */
  notBegun: (about: string) => rich`Baik, ${bold(about)} tidak jadi. Tidak ada isian yang disimpan.`,
  thrownAway: (about: string) => rich`Baik, isian ${bold(about)} sudah dibuang.`,
  resumed: (about: string) => rich`Kita lanjutkan ${bold(about)}, ya. Yang sudah diisi:`,
  resumedEmpty: (about: string) => rich`Kita lanjutkan ${bold(about)}, ya.`,
  andMore: (n: number) => `dan ${n} lainnya`,
  now: (value: string) => rich`Sekarang: ${value}`,
  skipped: "dilewati",
  saved: {
    open: (n: number) => `📂 Isian tersimpan (${n})`,
    list: (entries: { about: string; day: string }[], from: number) =>
      paragraphs(
        bold("Isian yang belum selesai"),
        lines(...entries.map(({ about, day }, at) => rich`${from + at + 1}. ${about}, terakhir diisi ${day}`)),
      ),
    none: () => rich`Tidak ada isian yang tersimpan.`,
    goOn: (n: number) => `▶️ ${n}. Lanjutkan`,
    throwAway: (n: number) => `🗑 ${n}. Buang`,
  },
  sentBefore: () =>
    rich`Pesan tadi terkirim sebelum pertanyaan ini muncul, jadi belum saya catat. Silakan jawab pertanyaan ini, ya.`,
  repliedElsewhere: () =>
    rich`Pesan tadi membalas pesan yang lain, jadi belum saya catat. Silakan jawab pertanyaan ini, ya.`,
  /** The word steers, but not at this question; `atTheEnd`: where all is answered. */
  wordHasNoUse: (word: string, atTheEnd: boolean) =>
    atTheEnd
      ? rich`Semua sudah terisi. Silakan pilih salah satu tombol di bawah.`
      : word === "back"
        ? rich`Ini pertanyaan pertama, jadi belum bisa kembali lagi.`
        : word === "skip"
          ? rich`Pertanyaan ini perlu dijawab, jadi tidak bisa dilewati.`
          : rich`Sebelum lanjut, mohon jawab pertanyaan ini dulu, ya.`,
  waitingForTheRest: () =>
    rich`Pesannya panjang, jadi saya tunggu lanjutannya. Bila sudah lengkap, tekan tombol di bawah.`,
  thatIsAll: "✅ Sudah lengkap",
  keyboardAway: () => rich`Baik, Bapak/Ibu.`,
  screenRefused: () =>
    rich`Maaf, layar berikutnya tidak bisa ditampilkan. Isian Bapak/Ibu tetap aman. Silakan kembali atau buang isian ini.`,
  pageRefused: () => rich`Maaf, halaman itu tidak bisa ditampilkan. Silakan pilih yang lain dari menu utama.`,
  notUnderstoodHere: (example: string) => rich`Maaf, jawaban itu belum bisa saya baca. Contoh: ${bold(example)}`,
  pressAButton: () => rich`Silakan pilih salah satu tombol di bawah.`,
  whichDay: (typed: string) => rich`“${typed}” bisa berarti beberapa tanggal. Silakan pilih salah satu, ya.`,
  dayUnread: {
    unreadable: () => rich`Maaf, tanggalnya belum bisa saya baca. Contoh: ${bold("4 Juni")} atau ${bold("besok")}`,
    impossible: () => rich`Tanggal itu tidak ada di kalender. Contoh: ${bold("4 Juni")}`,
    contradiction: () => rich`Hari dan tanggalnya tidak cocok. Mohon tulis tanggalnya saja, contoh: ${bold("4 Juni")}`,
  },
  timeUnread: {
    unreadable: () => rich`Maaf, jamnya belum bisa saya baca. Contoh: ${bold("13.30")}`,
    impossible: () => rich`Jam itu tidak ada. Contoh: ${bold("13.30")}`,
  },
  onlyText: () =>
    rich`Maaf, di sini saya hanya bisa membaca tulisan, bukan foto, stiker, atau pesan suara. Mohon tulis jawabannya, pendek saja boleh.`,
  tooLong: (max: number) =>
    rich`Jawabannya agak panjang. Mohon ringkas, paling banyak ${max} huruf (sekitar ${Math.round(max / LETTERS_A_WORD)} kata).`,
  tooShort: () => rich`Jawabannya agak pendek. Mohon tulis lebih lengkap.`,
  editedMessage: () => rich`Perubahan pada pesan lama tidak terbaca oleh saya. Kirim sebagai pesan baru, ya.`,
  rescue: ({ about, question }: { about: string; question: string | null }) =>
    paragraphs(
      rich`Bapak/Ibu, ${bold(about)} belum selesai. Yang sudah diisi tersimpan, jadi tinggal dilanjutkan.`,
      question === null
        ? rich`Semua sudah terisi. Tinggal diperiksa, lalu dikirim.`
        : rich`Yang belum dijawab: ${italic(question)}`,
    ),
  goOn: "▶️ Lanjutkan",
  /** `ask`: the button for writing to a trainer, of those who have one. */
  notUnderstood: (ask: string | null) =>
    ask === null
      ? rich`Maaf, saya belum mengerti. Silakan pilih dari menu di bawah.`
      : rich`Maaf, saya belum mengerti. Silakan pilih tombol di bawah, atau tekan ${pressed(ask)} bila ingin menulis kepada pelatih.`,
  noSuchCommand: (typed: string) =>
    rich`Perintah ${typed} tidak ada. Semua perintah ada di /bantuan, atau silakan pilih tombol di bawah.`,
  onlyInPrivate: () => rich`Saya hanya bisa membantu lewat percakapan pribadi.`,
  somethingWentWrong: () =>
    rich`Maaf, ada gangguan pada sistem kami, bukan salah Bapak/Ibu. Isian tetap tersimpan. Mohon dicoba kembali sekitar lima menit lagi.`,
  tooMuchAtOnce: () =>
    rich`Mohon maaf, kiriman dari Bapak/Ibu terlalu banyak dalam satu menit, jadi sebagian belum saya baca. Mohon tunggu sebentar, lalu kirim lagi yang belum terjawab.`,
  notAllowed: () => rich`Maaf, menu itu tidak tersedia untuk Bapak/Ibu. Silakan pilih dari menu di bawah.`,
  notRegistered: () =>
    rich`Bapak/Ibu belum terdaftar. Tekan ${bold("Mulai")} untuk mendaftar. Hanya sekitar dua menit.`,
  start: "Mulai",
  languageName: "Bahasa Indonesia",
  languageChosen: () => rich`Baik, selanjutnya saya memakai Bahasa Indonesia.`,
  chooseLanguage: () => rich`Pilih bahasa · Choose a language`,
  /** `others`: those that everybody has, of somebody with work to do here. */
  help: (commands: { command: string; about: string }[], others: string[]) =>
    paragraphs(
      bold("Yang bisa saya bantu"),
      lines(...commands.map(({ command, about }) => rich`/${command} – ${about}`)),
      others.length === 0
        ? "Bapak/Ibu juga bisa langsung menekan tombol. Jangan takut salah: rencana dan laporan bisa diubah lagi."
        : rich`Lainnya: ${others.map((name) => `/${name}`).join(" ")}`,
    ),
  main: (name: string) => (name === "" ? rich`Ada yang bisa dibantu?` : rich`Ada yang bisa dibantu, ${bold(name)}?`),
};
