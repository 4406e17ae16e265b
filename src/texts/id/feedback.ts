// After a class: what people think of it, and what trainers and admins read of that.
import { bold, lines, paragraphs, rich } from "../rich.js";

const STEPS = ["Kurang sekali", "Kurang", "Cukup", "Baik", "Baik sekali"];

export const feedback = {
  invitation: (className: string) =>
    paragraphs(
      rich`Terima kasih sudah mengikuti ${bold(className)}, Bapak/Ibu.`,
      "Bagaimana menurut Bapak/Ibu? Cukup dua menit, pertanyaannya satu per satu. Jawabannya tanpa nama, kecuali Bapak/Ibu sendiri ingin menyebutkannya.",
    ),
  begin: "📝 Beri masukan",
  about: (className: string) => `masukan tentang ${className}`,
  promise: () =>
    rich`🔒 Tanpa nama, tanpa nomor. Hasil hanya ditampilkan bila sudah ada lima jawaban, dan selalu lima sekaligus.`,
  step: (step: number) => `${step} · ${STEPS[step - 1]}`,
  example: "Latihan membuat rencana kerja",
  nameLabel: "nama",
  askName: () => rich`Mau menyertakan nama? Dengan nama, pelatih dan admin tahu siapa yang menulis.`,
  withoutName: "🔒 Tanpa nama",
  withName: "✍️ Dengan nama saya",
  summary: (className: string) => rich`Masukan tentang ${bold(className)}:`,
  howKept: (isNamed: boolean) =>
    isNamed
      ? rich`✍️ Nama Bapak/Ibu ikut dikirim kepada pelatih dan admin.`
      : rich`🔒 Dikirim tanpa nama dan tanpa nomor. Setelah dikirim tidak bisa diubah, karena kami tidak tahu jawaban mana milik siapa.`,
  changeName: (isNamed: boolean): string => (isNamed ? "🔒 Tanpa nama saja" : "✍️ Sertakan nama saya"),
  send: (isNamed: boolean): string => (isNamed ? "✅ Kirim dengan nama" : "✅ Kirim tanpa nama"),
  thanks: (isNamed: boolean) =>
    isNamed
      ? rich`Terima kasih, Bapak/Ibu. Masukan sudah dikirim dengan nama.`
      : rich`Terima kasih, Bapak/Ibu. Masukan sudah masuk tanpa nama.`,
  givenBefore: () => rich`Masukan Bapak/Ibu tentang kelas ini sudah kami terima. Terima kasih!`,
  tooSoon: () => rich`Kelasnya belum selesai. Kami tanyakan lagi setelah hari terakhir.`,

  menu: "📝 Masukan peserta",
  toResults: "⬅️ Masukan",
  words: "💬 Baca tulisan peserta",
  wordsTitle: (className: string) => rich`${bold(`Tulisan peserta: ${className}`)}`,
  title: (name: string | null) => bold(`Masukan peserta: ${name ?? "semua wilayah"}`),
  answers: (released: number, waiting: number, named: number) =>
    lines(
      released === 0 ? undefined : rich`${released} jawaban tanpa nama`,
      named === 0 ? undefined : rich`${named} jawaban dengan nama`,
      released > 0 && waiting > 0 && rich`${waiting} jawaban menunggu sampai ada lima`,
    ),
  tooFew: (count: number, needed: number) => rich`Belum cukup jawaban (${count} dari ${needed}).`,
  noClassYet: () => rich`Belum ada kelas dengan lima jawaban.`,
  /** Of those with a name each answer is read by itself. */
  scaleNote: (hasNamed: boolean) =>
    rich`Rata-rata${hasNamed ? " jawaban tanpa nama," : ""} dari 1 (kurang sekali) sampai 5 (baik sekali).`,
  perWave: "Dari gelombang ke gelombang",
  wave: (cohortName: string, number: number) => `${cohortName}, gelombang ${number}`,
  number: (mean: number) => mean.toFixed(1).replace(".", ","),
  files: { picture: "🖼 Gambar", xlsx: "📊 Excel" },
  fileCaption: (name: string | null, released: number) =>
    rich`Masukan peserta: ${name ?? "semua wilayah"}, ${released} jawaban tanpa nama.`,
  sheet: {
    fileName: "masukan-peserta",
    about: "Tentang",
    title: (name: string | null) => `Masukan peserta: ${name ?? "semua wilayah"}`,
    words: "Tulisan",
    question: "Pertanyaan",
    mean: "Rata-rata",
    answers: "Jawaban",
    part: "Bagian",
    wave: "Gelombang",
    all: "Semua",
    text: "Isi",
    name: "Nama",
    change: "Perubahan",
  },
};
