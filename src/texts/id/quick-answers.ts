// A trainer's own quick answers.
import { cutTo } from "../../domain/words/cut-to.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

/** In a list: enough to know which it is. */
const QUOTED = 50;

const shortened = (text: string) => cutTo(text, QUOTED);

export const quickAnswers = {
  menu: "⚡ Jawaban cepat saya",
  keep: "⚡ Simpan jawaban ini",
  write: "➕ Tulis jawaban cepat",
  change: "✏️ Ubah",
  drop: "🗑 Hapus",
  page: (answers: string[], most: number) =>
    paragraphs(
      bold(`Jawaban cepat saya (${answers.length} dari ${most})`),
      answers.length === 0
        ? rich`Belum ada. Tulis jawaban yang sering dipakai; nanti cukup satu tombol di bawah pertanyaan.`
        : lines(...answers.map((text, at) => rich`${at + 1}. ${shortened(text)}`)),
      answers.length > 0 && rich`Muncul di bawah setiap pertanyaan. Untuk mengubah atau menghapus, tekan salah satu.`,
    ),
  one: (text: string) => paragraphs(bold("⚡ Jawaban cepat"), text),
  about: "jawaban cepat",
  label: "jawaban cepat",
  ask: (now: string | null, most: number) =>
    now === null
      ? rich`Tulis jawaban yang sering dipakai, paling panjang ${most} huruf.`
      : paragraphs(rich`Sekarang: “${now}”`, rich`Tulis gantinya, paling panjang ${most} huruf.`),
  example: "Laporan cukup diisi lewat tombol Lapor.",
  kept: (text: string) => rich`⚡ Tersimpan: “${shortened(text)}”. Mulai sekarang muncul di bawah setiap pertanyaan.`,
  full: (most: number) => rich`Sudah ada ${most} jawaban cepat. Ubah atau hapus satu dahulu.`,
  tooLong: (most: number) => rich`Jawaban cepat paling panjang ${most} huruf, tanpa foto atau berkas.`,
  gone: () => rich`Jawaban cepat itu sudah tidak ada.`,
};
