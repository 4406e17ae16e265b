// A workbook on its way into the programme: classes, sessions, trainers and participants of one file.

import type { LineReason } from "../../domain/office-workbook/plans/line-plan.js";
import { LONGEST_CLASS_DAYS } from "../../domain/programme/new-class.js";
import type { Day } from "../../domain/time/calendar.js";
import { daySpan, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import { firstOf, withinLetters } from "../lists.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

export type WorkbookSheet = "classes" | "sessions" | "trainers" | "people";

export interface SheetCounts {
  added: number;
  changed: number;
  same: number;
  wrong: number;
}

export interface WorkbookSummaryWords {
  fileName: string;
  /** Only sheets that the file has. */
  sheets: [sheet: WorkbookSheet, counts: SheetCounts][];
  /** The commonest first. */
  reasons: [reason: LineReason, count: number][];
  told: number;
  missing: number;
  /** People of another province than their class who go in all the same. */
  abroad: number;
  /** Sessions at a strange time; the details name them. */
  strange?: number;
}

/** Sessions that would be held while another one is, or on a day that is none of their class's. */
export interface StrangeWords {
  atOnce: number;
  outside: number;
  titles: string[];
}

/** Classes, sessions and trainers that get another name. */
export type Renames = [from: string, to: string][];

/** `classes`, `sessions`, `trainers`: names of what stays. */
export interface WorkbookUndoneWords {
  removed: number;
  classes: string[];
  sessions: string[];
  trainers: string[];
  changed: number;
}

const more = (count: number) => `dan ${digits.id(count)} lainnya`;

const sheets: Record<WorkbookSheet, string> = {
  classes: "Kelas",
  sessions: "Sesi",
  trainers: "Pelatih",
  people: "Peserta",
};

/** The file has them all. */
const LETTERS_OF_RENAMES = 300;
const LETTERS_OF_TITLES = 80;

const strangeLine = ({ atOnce, outside, titles }: StrangeWords) => {
  const what = [
    atOnce > 0 && `${atOnce} sesi bersamaan dengan sesi lain`,
    outside > 0 && `${outside} sesi di luar hari kelas`,
  ].filter((part) => part !== false);
  const named = withinLetters(titles, LETTERS_OF_TITLES);
  const left = titles.length - named.length;
  const all = [...named, ...(left > 0 ? [`${left} lainnya di berkas ini`] : [])];
  return rich`⚠️ Mohon diperiksa: ${what.join(", ")} (${all.join("; ")}).`;
};

function renamesIn(renamed: Renames): string {
  const all = renamed.map(([from, to]) => `${from} → ${to}`);
  const shown = withinLetters(all, LETTERS_OF_RENAMES);
  if (shown.length === all.length) return shown.join("; ");
  const left = all.length - shown.length;
  return [...shown, shown.length === 0 ? `${left}, lihat berkas ini` : `${left} lainnya di berkas ini`].join("; ");
}

const reasons: Record<LineReason, string> = {
  "missing-name": "nama belum diisi",
  "too-long": "nama atau tempat terlalu panjang",
  "missing-class": "kelas belum diisi",
  "missing-province": "provinsi belum diisi",
  "unknown-province": "provinsi tidak dikenal",
  "missing-days": "tanggal belum diisi",
  "bad-day": "tanggal tidak terbaca",
  "ends-first": "hari terakhir sebelum hari pertama",
  "class-too-long": `kelas lebih dari ${LONGEST_CLASS_DAYS} hari`,
  "too-far": "tanggal terlalu jauh dari hari ini",
  "due-before-end": "batas rencana sebelum hari terakhir",
  "bad-wave": "tahun atau gelombang tidak terbaca",
  "bad-time": "jam tidak terbaca",
  "bad-link": "tautan harus diawali https://",
  "link-for-room": "tautan untuk sesi tatap muka",
  "bad-mode": "cara sesi tidak dikenal",
  "bad-phone": "nomor HP salah",
  twice: "tertulis dua kali",
  "not-yours": "bukan wilayah Bapak/Ibu",
  begun: "kelas sudah dimulai",
  past: "waktunya sudah lewat",
  ended: "sesi sudah selesai",
  "has-participants": "batas rencana sudah diberitahukan ke peserta",
  "which-wave": "gelombang belum diisi",
  "unknown-class": "kelas tidak ditemukan",
  "ambiguous-class": "nama kelas kembar: tambahkan kodenya",
  "class-has-error": "baris kelasnya bermasalah",
  "unknown-code": "kode tidak dikenal",
  "other-code": "kode milik kelas lain",
  "name-taken": "nama sudah dipakai kelas lain",
  "missing-link": "tautan sesi daring belum diisi",
  "missing-room": "ruang sesi tatap muka belum diisi",
};

const fields = {
  name: "Nama",
  days: "Tanggal",
  plansDueOn: "Batas rencana",
  venue: "Tempat",
  time: "Waktu",
  mode: "Cara",
  place: "Tempat",
  classes: "Kelas",
};

export const workbook = {
  sheets,
  reasons,
  fields,
  days: (from: Day, to: Day) => daySpan("id", from, to),
  day: (day: Day) => plainDay("id", day),
  confirm: (count: number) => `✅ Simpan ${digits.id(count)} baris`,
  summary: ({ fileName, sheets: counted, reasons: wrong, told, missing, abroad, strange = 0 }: WorkbookSummaryWords) =>
    paragraphs(
      rich`📄 ${bold(fileName)}`,
      lines(
        ...counted.map(([sheet, { added, changed, same, wrong: faulty }]) =>
          faulty > 0
            ? rich`${bold(sheets[sheet])}: ✅ ${added} baru · ✏️ ${changed} berubah · ➖ ${same} sama · ⚠️ ${faulty} salah`
            : rich`${bold(sheets[sheet])}: ✅ ${added} baru · ✏️ ${changed} berubah · ➖ ${same} sama`,
        ),
      ),
      wrong.length > 0 &&
        rich`Yang bermasalah: ${wrong.map(([reason, count]) => `${digits.id(count)} ${reasons[reason]}`).join(", ")}.`,
      strange > 0 && rich`⚠️ ${strange} sesi di waktu yang janggal, mohon lihat rinciannya.`,
      abroad > 0 && rich`Termasuk ${abroad} orang dari luar provinsi kelasnya.`,
      told > 0 && rich`Jadwal atau tempat baru diberitahukan ke ${told} orang.`,
      missing > 0 && rich`${missing} orang di daftar lama tidak ada di berkas ini. Mereka tetap terdaftar.`,
      "Belum ada yang disimpan.",
    ),
  nothing: () => rich`Tidak ada baris yang terisi di berkas itu. Mohon isi dahulu, lalu kirim lagi.`,
  /** `joined`: names of classes whose deadline stays. */
  done: (saved: [sheet: WorkbookSheet, counts: SheetCounts][], joined: string[] = []) =>
    paragraphs(
      bold("✅ Tersimpan"),
      lines(
        ...saved.map(([sheet, { added, changed }]) => rich`${sheets[sheet]}: ${added} baru, ${changed} diperbarui`),
      ),
      joined.length > 0 &&
        rich`Batas rencana ${firstOf(joined, more, String).join(", ")} tetap, karena baru saja ada peserta yang bergabung.`,
      saved.some(([, { wrong }]) => wrong > 0) &&
        "Sebagian baris belum masuk. Perbaiki, lalu kirim lagi: yang sudah masuk tidak terhitung dua kali.",
      saved.some(([sheet, { added }]) => sheet === "trainers" && added > 0) &&
        "Undangan pelatih siap diteruskan dari daftar pelatih.",
    ),
  details: { file: "rincian-berkas.xlsx", wrong: "Bermasalah", changes: "Perubahan", strange: "Mohon diperiksa" },
  /** Of one session, in the file. */
  strange: {
    atOnce: (titles: readonly string[]) => `bersamaan dengan ${titles.join("; ")}`,
    outside: "di luar hari kelas",
  },
  detailsCaption: (wrong: number, changed: number, renamed: Renames, strange: StrangeWords) =>
    paragraphs(
      rich`Rincian berkas: ${wrong} baris bermasalah, ${changed} baris berubah.`,
      strange.titles.length > 0 && strangeLine(strange),
      renamed.length > 0 && rich`✏️ Berganti nama: ${renamesIn(renamed)}.`,
    ),
  columns: {
    sheet: "Lembar",
    line: "Baris",
    name: "Isi",
    reason: "Sebab",
    field: "Yang berubah",
    from: "Semula",
    to: "Menjadi",
  },
  undone: (words: WorkbookUndoneWords) =>
    paragraphs(
      rich`↩️ ${words.removed} hal yang dibuat berkas itu sudah dihapus lagi.`,
      words.classes.length + words.sessions.length + words.trainers.length > 0 &&
        lines(
          "Tetap ada karena sudah dipakai atau diubah sesudahnya:",
          words.classes.length > 0 && rich`Kelas: ${firstOf(words.classes, more, String).join(", ")}`,
          words.sessions.length > 0 && rich`Sesi: ${firstOf(words.sessions, more, String).join(", ")}`,
          words.trainers.length > 0 && rich`Pelatih: ${firstOf(words.trainers, more, String).join(", ")}`,
        ),
      words.changed > 0 &&
        rich`${words.changed} perubahan pada kelas dan sesi lama tetap berlaku, karena mungkin sudah diberitahukan.`,
    ),
};
