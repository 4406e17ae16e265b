// /tanya: questions to the trainers of one's class, their answers, and what a trainer writes first; what is said to both sides, and to the
// province of a question that waits.

import { UNANSWERED_HOURS } from "../../domain/threads/waiting.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { dayAndMonth, dayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";

export interface QuestionCard {
  askerName: string;
  libraryName: string | null;
  className: string;
  text: string;
}

/** Enough of a long question to know which it was: the whole of it opens with the answer. */
const QUOTED = 300;

const askedStates = {
  unread: "📨 Belum dibaca pelatih",
  read: "👀 Sudah dibaca, belum dijawab",
  answered: "✅ Sudah dijawab",
};

const send = "✅ Kirim";
const nothingMore = "Tidak ada lagi";

export const threads = {
  menu: "💬 Tanya pelatih",
  inShort: "tulis pertanyaan Bapak/Ibu, atau kirim foto dengan keterangan.",
  /** In the middle of a sentence. */
  aboutAnswer: (name: string) => `jawaban untuk ${name}`,
  about: "pertanyaan untuk pelatih",
  label: "pertanyaan",
  ask: (trainers: string[]) =>
    paragraphs(
      rich`Silakan tulis pertanyaan untuk pelatih${trainers.length > 0 ? rich` (${listed("id", trainers)})` : ""}, atau kirim foto dengan keterangan.`,
      rich`Nomor telepon tidak ikut terkirim bersama pertanyaan ini. Pelatih hanya melihatnya di daftar peserta.`,
    ),
  /** What became of one, looked up by its button. */
  askedOpen: "🔄 Cek status",
  asked: ({ state, escalatedAt }: { state: "unread" | "read" | "answered"; escalatedAt: Date | null }) =>
    paragraphs(
      lines(rich`Pesan Bapak/Ibu kepada pelatih:`, bold(askedStates[state])),
      escalatedAt !== null && rich`Karena belum dijawab, dinas provinsi sudah kami beri tahu.`,
    ),
  /** To the province's admins. */
  escalated: (data: QuestionCard & { trainers: string[]; zone: Zone; sinceAt: Date }) =>
    paragraphs(
      rich`⏳ Belum dijawab lebih dari ${UNANSWERED_HOURS} jam`,
      lines(
        rich`${bold(data.askerName)}${data.libraryName === null ? "" : rich`, ${data.libraryName}`}`,
        rich`Kelas ${data.className} · sejak ${dayAndTime("id", data.zone, data.sinceAt)}`,
      ),
      data.text !== "" && rich`“${cutTo(data.text, QUOTED)}”`,
      data.trainers.length === 0
        ? rich`Kelas ini belum punya pelatih. Mohon bantuannya.`
        : rich`Pelatih: ${listed("id", data.trainers)}. Mohon bantu mengingatkan.`,
    ),
  /** What became of the last one, shown above a new one. */
  lastState: {
    unread: "Pertanyaan terakhir: belum dibuka pelatih.",
    read: "Pertanyaan terakhir: sudah dibaca pelatih, belum dijawab.",
    answered: "Pertanyaan terakhir: sudah dijawab.",
  },
  lastAnswer: (trainer: string, text: string) => rich`Jawaban terakhir, dari ${bold(trainer)}: “${text}”`,
  textOrPhoto: () => rich`Mohon kirim sebagai tulisan, foto dengan keterangan, atau pesan suara.`,
  noVideo: () =>
    rich`Maaf, video belum bisa saya teruskan. Mohon kirim fotonya, pesan suara, atau ceritakan dengan tulisan.`,
  oddFile: () => rich`Maaf, jenis berkas itu tidak saya teruskan. Yang bisa: foto, PDF, Word, Excel, atau PowerPoint.`,
  tooMany: (most: number) => rich`Cukup ${most} berkas untuk satu pertanyaan. Sekarang tulis pertanyaannya, ya.`,
  /** Below what came before the words. */
  nowWrite: () => rich`Sekarang tulis pertanyaannya, atau tekan ${pressed(send)}.`,
  send,
  /** Under a plea for help or a question that nobody has answered yet. */
  addHere: () =>
    rich`Ada yang ingin ditambahkan untuk pelatih? Tulis di sini, atau kirim foto atau pesan suara. Bila tidak, tekan ${pressed(nothingMore)}.`,
  nothingMore,
  nothingAdded: () => rich`Baik, Bapak/Ibu. Jawaban pelatih akan muncul di sini.`,
  /** To whom it was passed on; the files are messages of their own. */
  fileOf: (author: string) => rich`📎 Dari ${bold(author)}`,
  filesBelow: (n: number) => rich`📎 ${n} berkas ada di bawah ini.`,
  example: "Bolehkah tanggal kegiatan diubah?",

  sent: (to: string[], at: string | null) =>
    at === null
      ? rich`✅ Terkirim ke ${listed("id", to)}. Jawabannya akan muncul di sini.`
      : rich`✅ Tersimpan. Sekarang di luar jam kerja, jadi ${listed("id", to)} menerimanya ${bold(at)}. Jawabannya akan muncul di sini.`,
  /** The class has no trainer any more. */
  sentToProvince: () =>
    rich`✅ Tersimpan. Kelas ini sedang tidak punya pelatih, jadi pesan Bapak/Ibu kami teruskan kepada dinas provinsi. Jawabannya mungkin perlu waktu.`,
  /** What was asked before has other readers now. */
  nowAt: (to: string[], at: string | null) =>
    at === null
      ? rich`Pelatih kelas Bapak/Ibu berubah. Pertanyaan Bapak/Ibu sekarang ada pada ${listed("id", to)}.`
      : rich`Pelatih kelas Bapak/Ibu berubah. ${listed("id", to)} menerima pertanyaan Bapak/Ibu ${bold(at)}.`,
  nowAtProvince: () =>
    rich`Kelas Bapak/Ibu sedang tidak punya pelatih, jadi pertanyaan Bapak/Ibu sudah kami teruskan kepada dinas provinsi. Jawabannya mungkin perlu waktu.`,
  withoutTrainer: (card: QuestionCard) =>
    paragraphs(
      rich`💬 Pesan dari ${bold(card.askerName)}`,
      italic([card.libraryName, card.className].filter((part) => part !== null).join(" · ")),
      card.text !== "" && rich`“${card.text}”`,
      rich`Kelas ini sedang tidak punya pelatih. Mohon bantuannya.`,
    ),
  /** After a reply to a message that holds several talks. */
  chooseOne: () =>
    rich`Balasan Bapak/Ibu ${bold("belum terkirim")}, karena pesan itu berisi beberapa percakapan. Mohon pilih satu, lalu tulis lagi balasannya. Tulisan tadi masih ada di atas.`,
  replySent: (to: string[]) => rich`✅ Terkirim ke ${listed("id", to)}.`,
  questionStays: () =>
    rich`Pertanyaan Bapak/Ibu tersimpan, tetapi pelatih sedang tidak bisa dihubungi lewat Telegram. Bila mendesak, mohon hubungi panitia.`,
  answerStays: (asker: string) =>
    asker === ""
      ? rich`Jawaban ini tidak sampai: peserta sudah tidak memakai layanan ini.`
      : rich`Jawaban untuk ${bold(asker)} belum sampai: sedang tidak bisa dihubungi lewat Telegram. Jawabannya tersimpan dan terlihat di /tanya saat peserta kembali.`,
  noClass: () => rich`Bapak/Ibu belum terdaftar di sebuah kelas, jadi belum ada pelatih yang bisa ditanya.`,
  notYours: () => rich`Percakapan itu bukan dari kelas Bapak/Ibu. Bila ini keliru, mohon tanyakan kepada admin.`,

  /** `before`: what was written last before this, by whom. */
  toTrainer: (card: QuestionCard & { before: { name: string; text: string } | null }) =>
    paragraphs(
      rich`💬 Pesan dari ${bold(card.askerName)}`,
      italic([card.libraryName, card.className].filter((part) => part !== null).join(" · ")),
      card.text !== "" && card.text,
      card.before !== null && italic(rich`Sebelumnya, ${card.before.name}: “${card.before.text}”`),
    ),
  answer: "Jawab",
  toAsker: (trainer: string, text: string, asked: string | null) =>
    paragraphs(
      rich`💬 Jawaban dari ${bold(trainer)}`,
      text !== "" && text,
      asked !== null && italic(rich`Pertanyaan Bapak/Ibu: “${asked}”`),
    ),
  replyOn: "Balas",
  /** Beside the reply: ends the talk, and is passed on. */
  thank: "🙏 Terima kasih",
  thanked: () => rich`Sama-sama, Bapak/Ibu 🙏 Ucapannya sudah saya sampaikan kepada pelatih.`,
  /** There is no trainer any more to tell. */
  thanksKept: () => rich`Sama-sama, Bapak/Ibu 🙏 Kelas ini sedang tidak punya pelatih, jadi ucapannya saya simpan.`,
  /** What a trainer writes of their own accord. */
  fromTrainer: (trainer: string, text: string) => paragraphs(rich`✉️ Pesan dari pelatih ${bold(trainer)}`, text),
  toColleague: (trainer: string, asker: string, text: string) =>
    paragraphs(rich`${bold(trainer)} menjawab ${bold(asker)}`, text !== "" && text),
  answerToo: "Tambah jawaban",

  answering: (card: QuestionCard) =>
    paragraphs(
      rich`${bold(card.askerName)}${card.libraryName === null ? "" : rich`, ${card.libraryName}`}:`,
      rich`“${card.text}”`,
      rich`Tulis jawabannya, atau tekan salah satu.`,
    ),
  /** … where the last word is a trainer's; `by` null: their own, empty: of one who is forgotten. */
  answeringToo: ({ by, askerName, text }: { by: string | null; askerName: string; text: string }) =>
    by === ""
      ? rich`Pertanyaan ${bold(askerName)} sudah dijawab. Mau menambahkan?`
      : paragraphs(
          rich`${by === null ? "Bapak/Ibu" : bold(by)} sudah menulis kepada ${bold(askerName)}:`,
          rich`“${text}”`,
          rich`Mau menambahkan? Tulis saja, atau tekan salah satu.`,
        ),
  goingOn: (last: string) => paragraphs(last !== "" && rich`“${last}”`, rich`Silakan tulis balasan Bapak/Ibu.`),
  noAnswerNeeded: "Tidak perlu dijawab",
  /** After an answer, or none needed, to what was written before; in the middle or alone. */
  wroteAgain: (name: string) =>
    rich`Sementara itu ${bold(name)} menulis lagi. Pesan itu masih menunggu jawaban Bapak/Ibu.`,
  closed: () => rich`Baik, saya tandai selesai.`,
  /** In place of words. */
  wordless: { photo: "(foto)", document: "(dokumen)", voice: "(pesan suara)" },
  /** The answer is still to come, and so the question goes on waiting. */
  hold: "Terima kasih, saya cek dulu.",
  stillWaits: () => rich`Pertanyaannya tetap menunggu jawaban Bapak/Ibu.`,
  /** To a trainer: what nobody has answered for a working day, the oldest first. */
  repeated: (data: { total: number; shown: { askerName: string; sinceOn: Day; text: string }[] }) =>
    paragraphs(
      rich`⏳ Masih menunggu jawaban Bapak/Ibu: ${bold(String(data.total))} pertanyaan.`,
      lines(
        ...data.shown.map(
          (one, index) =>
            rich`${index + 1}. ${bold(one.askerName)}, sejak ${dayAndMonth("id", one.sinceOn)}: “${one.text}”`,
        ),
      ),
    ),
  /** Above the menu of those who answer. */
  waitingSince: (count: number, since: Day | null) =>
    rich`💬 ${digits.id(count)} menunggu jawaban${since === null ? "" : `, ${count === 1 ? "" : "terlama "}sejak ${dayAndMonth("id", since)}`}.`,
  quick: ["Boleh, silakan.", "Nanti saya telepon, ya.", "Kita bahas saat bertemu."],

  inboxMenu: "💬 Pertanyaan",
  hurryTrainers: "🔔 Ingatkan pelatih",
  openAsker: "👤 Lihat peserta",
  /** To a trainer, from an admin who was told of it. */
  hurried: (card: QuestionCard & { adminName: string; sinceOn: Day }) =>
    paragraphs(
      rich`⏳ ${bold(card.adminName)} mengingatkan: pertanyaan ${bold(card.askerName)} belum dijawab sejak ${dayAndMonth("id", card.sinceOn)}.`,
      italic([card.libraryName, card.className].filter((part) => part !== null).join(" · ")),
      card.text !== "" && rich`“${cutTo(card.text, QUOTED)}”`,
    ),
  trainersHurried: ({ names, unreachable }: { names: string[]; unreachable: string[] }) =>
    lines(
      names.length > 0 && rich`Baik, ${listed("id", names)} saya ingatkan pada jam kerja.`,
      unreachable.length > 0 &&
        rich`${listed("id", unreachable)} tidak bisa dihubungi lewat bot ini. Mohon dihubungi langsung.`,
    ),
  nobodyToHurry: () => rich`Kelas ini sedang tidak punya pelatih. Mohon Bapak/Ibu jawab langsung.`,
  answeredMeanwhile: () => rich`Pertanyaan itu sudah dijawab. Terima kasih sudah memperhatikan 🙏`,
  inbox: (count: number, practice: boolean) =>
    count === 0
      ? rich`Tidak ada pertanyaan yang menunggu jawaban.`
      : lines(
          rich`${bold(String(count))} pertanyaan menunggu jawaban${practice ? " (latihan)" : ""}, yang terlama di atas:`,
        ),
  askOwn: "Tanya pelatih saya",
};
