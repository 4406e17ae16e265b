// What the office lays out for everybody: files, links and answers to frequent questions.

import { LARGEST_FILE_MB } from "../../domain/files/largest-file.js";
import type { Topic } from "../../domain/materials/material.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { digits } from "../digits.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const topics: Record<Topic, string> = { ...planWords.types, reporting: "Melapor & bot", other: "Lainnya" };

const solved = "✅ Sudah terjawab";
const sendAnyway = "📨 Tetap kirim ke pelatih";
const add = "➕ Tambah";

export const materials = {
  menu: "📚 Materi",
  topics,
  topicEntry: (topic: Topic, count: number): string => `${topics[topic]} (${count})`,
  topicsPage: () => rich`📚 Materi dan tanya jawab. Pilih topiknya; berkasnya langsung dikirim ke sini.`,
  empty: (hasTrainer: boolean) =>
    hasTrainer
      ? rich`Belum ada materi, Bapak/Ibu. Bila ada yang ingin ditanyakan, silakan tulis kepada pelatih.`
      : rich`Belum ada materi, Bapak/Ibu.`,
  /** `files`: sent above it. `lost`: not to be had any more. */
  topicPage: ({ topic, files, lost, others }: { topic: Topic; files: number; lost: number; others: number }) =>
    paragraphs(
      bold(`📚 ${topics[topic]}`),
      files > 0 && rich`${files} berkas ada di atas pesan ini.`,
      lost > 0 && rich`${lost} berkas tidak bisa dikirim lagi. Mohon tanyakan kepada pelatih.`,
      others > 0 && rich`Tautan dan tanya jawab ada di tombol di bawah.`,
    ),
  toTopics: "📚 Topik lain",
  answer: (title: string, text: string) => paragraphs(bold(`❓ ${title}`), text),
  link: (title: string, host: string) => lines(bold(`🔗 ${title}`), host),
  open: "🌐 Buka tautan",
  fileLost: (title: string) =>
    rich`Maaf, berkas ${bold(title)} tidak bisa dikirim lagi. Mohon tanyakan kepada pelatih.`,
  fileAbove: (title: string) => rich`📎 ${bold(title)} ada di atas pesan ini.`,
  gone: () => rich`Materi itu sudah tidak ada, Bapak/Ibu.`,

  /** Before a trainer is asked. */
  perhaps: (title: string, text: string) => paragraphs(rich`Mungkin ini jawabannya:`, bold(`❓ ${title}`), text),
  solved,
  sendAnyway,
  askAnyway: "📨 Tetap tanya pelatih",
  answerGone: () => rich`Jawaban tadi sudah tidak ada. Pertanyaan Bapak/Ibu masih ada di sini dan belum dikirim.`,
  glad: () => rich`Senang bisa membantu, Bapak/Ibu. Pelatih tidak perlu ditanya lagi.`,

  desk: {
    menu: "📚 Materi & tanya jawab",
    page: (count: number, mayChange: boolean) =>
      paragraphs(
        bold(`📚 Materi & tanya jawab (${count})`),
        count === 0
          ? rich`Belum ada. Peserta melihat tombol ${pressed("📚 Materi")} begitu ada isinya.`
          : rich`Terlihat oleh semua peserta dan pelatih. Angka ✅: berapa kali jawabannya sudah cukup.`,
        !mayChange && rich`Yang mengubahnya admin nasional.`,
      ),
    add,
    back: "📚 Ke daftar materi",
    kept: (title: string) => rich`Tersimpan: “${title}”. Peserta sudah bisa melihatnya.`,
    removed: (title: string) => rich`Dihapus: “${title}”.`,
    helped: (times: number) => rich`✅ Sudah menjawab ${digits.id(times)} kali.`,
    file: (title: string, topic: Topic) => lines(bold(`📎 ${title}`), rich`Topik: ${topics[topic]}`),
    link: (title: string, topic: Topic, url: string) =>
      lines(bold(`🔗 ${title}`), rich`Topik: ${topics[topic]}`, shortened(url)),
    seeFile: "📎 Lihat berkas",
    change: "✏️ Ubah",
    remove: "🗑 Hapus",
    askRemove: (title: string) => rich`Hapus “${title}”? Peserta tidak bisa melihatnya lagi.`,
    yesRemove: "🗑 Ya, hapus",
    keep: "Jangan",
  },
  form: {
    about: (title: string | null): string => (title === null ? "materi baru" : `materi ${title}`),
    topic: { label: "topik", ask: () => rich`Untuk topik apa?` },
    title: {
      label: "judul",
      ask: (most: number) =>
        paragraphs(
          rich`Tulis judulnya. Untuk tanya jawab, tulis pertanyaannya.`,
          rich`Paling panjang ${most} huruf; yang penting di depan.`,
        ),
      example: "Bagaimana cara mengirim foto laporan?",
    },
    content: {
      label: "isi",
      ask: (title: string, most: number) =>
        paragraphs(
          rich`Apa isi “${title}”?`,
          rich`Kirim berkas atau foto, tautan (https://…), atau tulis jawabannya, paling panjang ${most} huruf.`,
        ),
      oddFile: () => rich`Mohon kirim foto, PDF, Word, Excel, atau PowerPoint, paling besar ${LARGEST_FILE_MB} MB.`,
      wrong: () => rich`Mohon kirim berkas, tautan (https://…), atau tulisan.`,
      notHttps: () => rich`Tautannya harus dimulai dengan https:// dan bisa dibuka siapa saja.`,
      tooLong: (most: number) => rich`Jawabannya terlalu panjang. Paling panjang ${most} huruf.`,
      oneFile: () =>
        rich`Satu isian hanya memuat satu foto atau berkas, jadi yang ini tidak disimpan. Mohon kirim lewat isian lain.`,
      values: { photo: "foto yang dikirim", document: "berkas yang dikirim" },
    },
    summary: ({ topic, title, content }: { topic: Topic; title: string; content: string }) =>
      paragraphs(lines(bold(title), rich`Topik: ${topics[topic]}`), content),
    confirm: "✅ Simpan",
    taken: () => rich`Di topik ini sudah ada yang berjudul sama. Mohon beri judul lain.`,
    changedMeanwhile: ({ title, content }: { title: string; content: string }) =>
      paragraphs(
        rich`Admin lain sudah mengubah materi ini. Sekarang tertulis:`,
        lines(bold(title), shortened(content)),
        rich`Isian di bawah menggantinya bila disimpan. Mohon periksa dulu.`,
      ),
    full: (most: number, files: number) =>
      rich`Topik ini sudah penuh: paling banyak ${most} isian, ${files} di antaranya berkas. Pilih topik lain.`,
  },
};

/** Of a long address or answer: enough to know what it is. */
const shortened = (url: string) => cutTo(url, 200);
