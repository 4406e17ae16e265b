// The receivers of an announcement by name, and those to be told another way.
import type { ReceiverList } from "../../domain/announcements/receiver-list.js";
import type { CallLine, CallView, ReceiverLine } from "../layouts/announcements/receiver-views.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people, ledger } = announcementWords;

const lists: Record<ReceiverList, string> = { ...ledger, unread: "belum menandai sudah dibaca" };

/** As a button has room for them. */
const short: Partial<Record<ReceiverList, string>> = {
  unread: "belum dibaca",
  gone: "akun tidak aktif",
  opted_out: "minta berhenti",
};

/** What Telegram answered, in words; the code stands behind what has none. */
const causes: [pattern: RegExp, words: string][] = [
  [/too long|too large/i, "isinya terlalu panjang"],
  [/file|413/i, "berkasnya ditolak Telegram"],
  [/chat not found/i, "akunnya tidak ditemukan"],
  [/button/i, "tombolnya ditolak Telegram"],
  [/late|budget|quiet/i, "tidak sempat dikirim"],
];

const causeWords = (cause: string | null) => {
  if (cause === null) return "tidak sempat dikirim";
  return causes.find(([pattern]) => pattern.test(cause))?.[1] ?? `ditolak Telegram, keterangan: ${cause}`;
};

export const announcementReceivers = {
  open: "👥 Lihat nama",
  lists,
  causeWords,
  ask: (id: number) => rich`Pengumuman ${id}: mau melihat daftar yang mana, Bapak/Ibu?`,
  choice: (list: ReceiverList, n: number) => `${short[list] ?? lists[list]} (${count(n)})`,
  askPlace: (list: ReceiverList, n: number, isInProvince: boolean) =>
    rich`${bold(people(n))} ${lists[list]}. Di ${isInProvince ? "kabupaten/kota" : "provinsi"} mana yang mau dilihat?`,
  place: (name: string, n: number) => `${name} (${count(n)})`,
  page: (list: ReceiverList, total: number, from: number, rows: ReceiverLine[]) =>
    paragraphs(
      rich`${bold(lists[list])}: ${people(total)}`,
      rows.length === 0
        ? rich`Tidak ada orang di daftar ini.`
        : lines(
            ...rows.map(
              ({ name, className, cause, isContacted }, index) =>
                rich`${from + index + 1}. ${name || "–"} · ${className}${cause === null ? "" : ` · ${causeWords(cause)}`}${isContacted ? " · ✅ sudah dihubungi" : ""}`,
            ),
          ),
    ),
  excel: "📊 Excel",
  csv: "📄 CSV",
  fileName: (id: number) => `pengumuman-${id}.xlsx`,
  sheet: (id: number) => `Pengumuman ${id}`,
  summary: "Jumlah",
  countedAt: (when: string) => `Dihitung ${when}`,
  columns: { read: "Sudah dibaca", contacted: "Sudah dihubungi", province: "Provinsi", regency: "Kabupaten/kota" },
  total: "Jumlah",
  yes: "ya",

  askRead: (n: number) => `🔔 Minta dibaca (${count(n)})`,
  askReadSure: (n: number, waiting: number) =>
    paragraphs(
      waiting > 0 &&
        rich`⏳ ${bold(people(waiting))} belum menerima pengumumannya, jadi tidak ikut diminta. Sebaiknya tunggu sampai semuanya terkirim.`,
      rich`Minta ${people(n)} yang belum menandai supaya membaca pengumuman ini? Permintaan ini hanya bisa dikirim satu kali.`,
    ),
  askReadNow: "Ya, minta",
  keep: "Tidak jadi",
  asked: (n: number) => rich`Baik, ${people(n)} diminta membacanya pada jam kerja mereka.`,
  askedBefore: () => rich`Yang belum membaca sudah pernah diminta, jadi tidak dikirim lagi.`,
  notAsked: () => rich`Pengumuman ini tidak meminta tanda sudah dibaca, atau sudah dihentikan.`,
};

const unreached = (total: number, done: number) =>
  rich`📞 ${bold(`${people(total)} tidak terjangkau`)}, ${count(done)} sudah dihubungi`;

export const announcementCalls = {
  about: "lembar telepon pengumuman",
  menu: (n: number) => `📞 Belum terjangkau (${count(n)})`,
  open: "📞 Lihat daftar",
  told: (n: number) =>
    rich`Ada pengumuman yang tidak sampai kepada ${bold(people(n))} binaan Bapak/Ibu. Mohon disampaikan lewat telepon atau WhatsApp. Kalimatnya sudah disiapkan.`,
  lists: (n: number) =>
    n === 0
      ? rich`Semua binaan Bapak/Ibu sudah terjangkau. Terima kasih.`
      : rich`Pengumuman yang belum sampai kepada sebagian binaan Bapak/Ibu. Pilih salah satu untuk melihat siapa saja.`,
  list: (opening: string, n: number) => `${count(n)} · ${opening}`,
  page: ({ opening, total, done, from, rows }: CallView) =>
    paragraphs(
      unreached(total, done),
      italic(`“${opening}”`),
      lines(
        ...rows.map(
          ({ name, regency, entry, isDone }, index) =>
            rich`${from + index + 1}. ${name || "–"} · ${regency ?? "–"} · ${isDone ? "✅ sudah dihubungi" : ledger[entry]}`,
        ),
      ),
    ),
  askPlace: ({ opening, total, done }: Pick<CallView, "opening" | "total" | "done">, isInProvince: boolean) =>
    paragraphs(
      unreached(total, done),
      italic(`“${opening}”`),
      rich`${isInProvince ? "Kabupaten/kota" : "Provinsi"} mana yang mau dihubungi dulu, Bapak/Ibu?`,
    ),
  person: ({ name, phone, className, library, entry, doneBy, ready }: CallLine) =>
    paragraphs(
      lines(
        bold(name || "–"),
        library !== null && rich`${library}`,
        rich`${className}`,
        phone === null ? rich`Nomor telepon belum ada` : rich`☎️ ${phone}`,
        rich`Sebab: ${ledger[entry]}`,
        doneBy !== null && rich`✅ Sudah dihubungi${doneBy === "" ? "" : ` oleh ${doneBy}`}`,
      ),
      rich`Kalimat untuk WhatsApp:`,
      italic(ready),
    ),
  ready: ({ name, text, by }: { name: string; text: string; by: string }) =>
    `Yth. Bapak/Ibu ${name}, ada pengumuman dari Perpusnas:\n\n${text}\n\n– ${by}`,
  whatsApp: "💬 WhatsApp",
  called: "✅ Sudah dihubungi",
  uncalled: "↩️ Belum jadi",
  back: "⬅️ Kembali ke daftar",
  pdf: "🖨 PDF A4",
  excel: "📊 Excel",
  tellTrainers: "📣 Beri tahu pelatih",
  toldTrainers: (n: number) =>
    n === 0
      ? rich`Semua pelatih yang bisa diberi tahu sudah menerima kabar ini.`
      : rich`Baik, ${count(n)} pelatih diberi tahu pada jam kerja mereka.`,
  outOfReach: () =>
    rich`Daftar itu tidak ada, atau tidak memuat binaan Bapak/Ibu. Kalau pengumumannya sudah dihentikan, tidak ada lagi yang perlu dikabari.`,
  file: (rows: number) => rich`Lembar telepon: ${people(rows)}. Mohon dijaga, karena memuat data pribadi.`,
  fileName: (id: number, format: string) => `lembar-telepon-${id}.${format}`,
  /** Of all trainers. */
  whole: "Lembar telepon",
  title: (trainer: string) => `Lembar telepon · ${trainer}`,
  noTrainer: "tanpa pelatih",
  noRegency: "kabupaten/kota tidak diketahui",
  columns: {
    trainer: "Pelatih",
    regency: "Kabupaten/kota",
    name: "Nama",
    phone: "Telepon",
    cause: "Sebab",
    trainingClass: "Kelas",
    done: "Sudah dihubungi",
    ready: "Kalimat untuk WhatsApp",
  },
  note: (text: string) => `Pengumuman: ${text}`,
};
