// A file of people on its way into the rosters: what was read, what is wrong with it, and what came of it.
import { LARGEST_FILE_MB } from "../../domain/files/largest-file.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import { IMPORT_UNDO_HOURS } from "../../domain/roster/import-plan.js";
import { MOST_ROWS, type RefusedBecause } from "../../domain/roster/reading/roster-reading.js";
import type { RowReason } from "../../domain/roster/row-verdict.js";
import type { Day } from "../../domain/time/calendar.js";
import { bareDay, daySpan } from "../dates.js";
import { digits } from "../digits.js";
import { shortened } from "../layouts/classes/session-words.js";
import { firstOf } from "../lists.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { rosterColumns } from "./roster-columns.js";
import { rules } from "./rules.js";

export interface RosterSummaryWords {
  fileName: string;
  /** For whose people all of the file is; null where its lines say it. */
  trainingClass: { name: string; startsOn: Day; endsOn: Day } | null;
  rows: number;
  added: number;
  changed: number;
  same: number;
  /** How many lines have each fault; a line counts by its first. */
  faults: [reason: RowReason | "unknown-class" | "ambiguous-class" | "other-class" | "other-province", count: number][];
  missing: number;
  /** People of another province than their class who go in all the same. */
  abroad: number;
  /** People whose lines name another class than that of the page, who go in all the same. */
  elsewhere: { to: "here" | "theirs"; people: number } | null;
  codes: "fine" | "bps" | "clash";
  personal: string[];
  /** Which columns hold what: "A nama, B nomor HP". */
  columns: string;
}

const reasons: Record<RowReason | "unknown-class" | "ambiguous-class" | "other-class" | "other-province", string> = {
  "missing-name": "tanpa nama",
  "bad-name": "nama tidak terbaca",
  "missing-phone": "tanpa telepon",
  "bad-phone": "telepon salah",
  "duplicate-in-file": "ganda di berkas",
  "missing-place": "tanpa desa",
  "unknown-place": "desa tidak ditemukan",
  "ambiguous-place": "desa lebih dari satu",
  "inexact-place": "nama desa mirip saja",
  "place-conflict": "kode dan nama desa berbeda",
  "wrong-code-system": "kode BPS, bukan Kemendagri",
  "unknown-code": "kode tidak dikenal",
  "unknown-kind": "jenis perpustakaan tidak jelas",
  "bad-date": "tanggal salah",
  "unknown-class": "kelas tidak ditemukan",
  "ambiguous-class": "nama kelas dipakai lebih dari satu kelas",
  "other-class": "tertulis untuk kelas lain",
  "other-province": "desa di luar provinsi kelas",
};

const refused: Record<RefusedBecause, string> = {
  empty: "Berkas itu kosong.",
  "too-big": `Berkas itu terlalu besar. Paling besar ${LARGEST_FILE_MB} MB.`,
  "too-many-rows": `Barisnya terlalu banyak. Paling banyak ${digits.id(MOST_ROWS)} baris, jadi mohon bagi menjadi beberapa berkas.`,
  "too-heavy": "Berkas itu terlalu berat untuk dibaca. Mohon bagi menjadi beberapa berkas, lalu kirim lagi.",
  bomb: "Berkas itu tidak aman untuk dibuka. Mohon simpan ulang dari Excel, lalu kirim lagi.",
  password: "Berkas itu memakai kata sandi. Mohon simpan tanpa kata sandi, lalu kirim lagi.",
  "cut-off": "Berkas itu terpotong. Mohon kirim sekali lagi.",
  broken: "Berkas itu rusak. Mohon simpan ulang dari Excel, lalu kirim lagi.",
  html: "Itu halaman web yang dinamai Excel. Mohon buka di Excel, simpan sebagai .xlsx, lalu kirim lagi.",
  entities: "Berkas itu tidak aman untuk dibuka. Mohon simpan ulang dari Excel, lalu kirim lagi.",
  "no-workbook": "Tidak ada lembar kerja di berkas itu. Mohon kirim berkas Excel atau CSV.",
  "other-format": "Jenis berkas itu belum bisa saya baca. Mohon simpan sebagai .xlsx, lalu kirim lagi.",
  "not-a-table": "Itu bukan tabel. Mohon kirim daftar peserta sebagai berkas Excel atau CSV.",
  "no-people": "Saya tidak menemukan nama orang di berkas itu. Mohon periksa isinya.",
};

const codes = {
  bps: "Kode wilayahnya kode BPS. Yang dipakai di sini kode Kemendagri.",
  clash: "Kode wilayahnya bercampur antara BPS dan Kemendagri. Mohon periksa.",
};

const more = (count: number) => `dan ${digits.id(count)} lainnya`;

const PROBLEMS_FILE = "baris-bermasalah.xlsx";

export const roster = {
  button: "📄 Peserta",
  exampleButton: "📄 Unduh contoh Excel",
  exampleCaption: (classes: number) =>
    paragraphs(
      "Isi lembar yang diperlukan, lalu kirim berkasnya kembali ke sini. Cara mengisinya ada di lembar Petunjuk.",
      classes > 0 &&
        rich`Isinya sudah memuat ${classes} kelas yang belum selesai, dengan sesi dan kodenya. Yang diubah di sana ikut diubah di sini.`,
    ),
  reasons,
  form: {
    about: "daftar peserta",
    file: {
      label: "Berkas",
      ask: (className: string | null) =>
        paragraphs(
          className === null ? rich`Kirim daftar peserta.` : rich`Kirim daftar peserta ${bold(className)}.`,
          `Berkas Excel atau CSV, apa adanya, sampai ${digits.id(MOST_ROWS)} baris: yang penting ada kolom nama, nomor HP, dan desa. Kelas, sesi, dan pelatih pun bisa diatur lewat satu berkas; contohnya dapat diunduh di bawah. Belum ada yang disimpan sebelum Bapak/Ibu setuju.`,
        ),
      /** Nobody can be put into a class yet. */
      noClass: () =>
        paragraphs(
          "Belum ada kelas, jadi daftar peserta saja belum dapat disimpan.",
          rich`Buat dahulu kelasnya di /kelola, lalu kirim daftarnya. Atau kirim satu Excel yang memuat kelas sekaligus pesertanya; contohnya dapat diunduh di bawah.`,
        ),
      onlyPeople: () => rich`Berkas itu hanya memuat peserta, belum kelasnya.`,
      rules: () =>
        rich`Itu berkas aturan, bukan daftar peserta. Mohon buka /kelola, tekan ${pressed(rules.menu)}, lalu kirim berkasnya lewat ${pressed(rules.send)}.`,
      only: () => rich`Mohon kirim sebagai berkas Excel (.xlsx) atau CSV.`,
      refused: (because: RefusedBecause) => rich`${refused[because]}`,
      gone: () =>
        rich`Berkas itu tidak dapat diambil dari Telegram. Paling besar ${LARGEST_FILE_MB} MB; mohon kirim sekali lagi.`,
      later: () => rich`Telegram sedang sibuk, jadi berkasnya belum terbaca. Mohon kirim sekali lagi sebentar lagi.`,
    },
    sheet: { label: "Lembar", ask: () => rich`Berkas ini punya beberapa lembar. Lembar mana yang berisi peserta?` },
    class: {
      label: "Kelas",
      ask: () => rich`Peserta ini untuk kelas mana?`,
      /** Of another year, it may be. */
      over: (name: string, startsOn: Day) =>
        fitLabel(name, undefined, { behind: ` · ${bareDay(startsOn)}`, isName: true }),
    },
    columns: rosterColumns,
    elsewhere: {
      label: "Kelas lain",
      ask: (count: number, names: string[]) =>
        paragraphs(
          rich`${digits.id(count)} orang di berkas ini tertulis untuk kelas lain: ${firstOf(names, more, (name) => shortened(name, 60)).join(", ")}.`,
          "Mereka dimasukkan ke mana?",
        ),
      here: (name: string) => fitLabel(name, undefined, { before: "✅ Ke ", isName: true }),
      theirs: "✅ Ke kelasnya masing-masing",
      none: "Jangan disimpan",
    },
    abroad: {
      label: "Provinsi lain",
      ask: (count: number, provinces: string[]) =>
        paragraphs(
          rich`${digits.id(count)} orang di berkas ini dari luar provinsi kelasnya: ${firstOf(provinces, more, String).join(", ")}.`,
          "Apakah mereka memang peserta kelas itu?",
        ),
      belong: "✅ Ya, memang peserta",
      slip: "Tidak, jangan disimpan",
    },
    doubt: {
      label: (line: number) => `Baris ${line}`,
      ask: (line: number, name: string, said: string) =>
        paragraphs(rich`Baris ${line}: ${bold(name)}`, rich`Tertulis: ${said}`, "Desa mana yang dimaksud?"),
      /** The file cannot be read again now. */
      askUnread: (line: number) => paragraphs(rich`Baris ${line}`, "Desa mana yang dimaksud?"),
      skip: "Lewati orang ini",
    },
    changedMeanwhile: () =>
      rich`Sementara itu data di sini sudah diubah orang lain, jadi belum ada yang disimpan. Mohon lihat sekali lagi di bawah ini.`,
    confirm: (count: number) => `✅ Simpan ${digits.id(count)} orang`,
    summary: (words: RosterSummaryWords) => {
      const faulty = words.faults.reduce((sum, [, count]) => sum + count, 0);
      return paragraphs(
        lines(
          rich`📄 ${bold(words.fileName)}`,
          words.trainingClass !== null &&
            rich`Kelas ${words.trainingClass.name}, ${daySpan("id", words.trainingClass.startsOn, words.trainingClass.endsOn)}`,
        ),
        lines(
          rich`${words.rows} baris dibaca`,
          rich`✅ ${words.added} baru · ✏️ ${words.changed} berubah · ➖ ${words.same} sama`,
          faulty > 0 &&
            rich`⚠️ ${digits.id(faulty)} bermasalah: ${words.faults.map(([reason, count]) => `${digits.id(count)} ${reasons[reason]}`).join(", ")}`,
        ),
        words.elsewhere !== null &&
          (words.elsewhere.to === "here"
            ? rich`Termasuk ${words.elsewhere.people} orang yang tertulis untuk kelas lain.`
            : rich`${words.elsewhere.people} orang masuk ke kelas lain yang tertulis pada barisnya.`),
        words.abroad > 0 && rich`Termasuk ${words.abroad} orang dari luar provinsi kelasnya.`,
        words.codes !== "fine" && codes[words.codes],
        rich`Kolom: ${words.columns}.`,
        words.personal.length > 0 && rich`Tidak ikut disimpan: ${words.personal.join(", ")}.`,
        words.missing > 0 &&
          rich`${words.missing} orang di daftar lama tidak ada di berkas ini. Mereka tetap terdaftar.`,
        "Belum ada yang disimpan.",
      );
    },
    nothing: () => rich`Tidak ada yang dapat disimpan dari berkas ini.`,
    done: (words: { added: number; changed: number; left: number }) =>
      paragraphs(
        rich`✅ Tersimpan: ${words.added} orang baru, ${words.changed} diperbarui.`,
        words.left > 0 &&
          rich`${words.left} baris belum masuk; semuanya ada di berkas ${PROBLEMS_FILE} di atas, dengan sebabnya. Perbaiki di sana, lalu kirim berkas itu: yang sudah masuk tidak terhitung dua kali.`,
      ),
  },
  progress: {
    reading: (done: number, total: number | null) =>
      total === null
        ? rich`⏳ Membaca berkas…`
        : rich`⏳ Membaca berkas… ${digits.id(done)} dari ${digits.id(total)} baris`,
    saving: () => rich`⏳ Menyimpan isi berkas…`,
    drawing: () => rich`⏳ Membuat berkas…`,
    below: () => rich`Berkasnya ada di bawah ini.`,
  },
  problemsFile: PROBLEMS_FILE,
  problemsSheet: "Peserta",
  problemsCaption: (count: number) =>
    rich`${digits.id(count)} baris bermasalah, dengan sebabnya di kolom terakhir. Perbaiki, lalu kirim lagi; kode desa yang diragukan dapat dipilih di selnya.`,
  columns: { code: "Kode desa", line: "Baris", verdict: "Hasil", reason: "Sebab" },
  verdicts: { error: "salah", doubt: "ragu" },
  /** Somebody else has saved the same file since it was shown. */
  savedBefore: () => rich`✅ Isi berkas ini sudah tersimpan sebelumnya, jadi tidak ada yang berubah.`,
  undo: "↩️ Urungkan",
  undone: (count: number, stayed: string[]) =>
    paragraphs(
      rich`↩️ ${digits.id(count)} baris dikembalikan seperti semula.`,
      stayed.length > 0 &&
        rich`Tetap di daftar karena sudah bergabung, sudah dicatat kehadirannya, atau diubah lagi oleh berkas lain: ${stayed.join(", ")}.`,
    ),
  undoneBefore: () => rich`Penyimpanan itu sudah diurungkan.`,
  tooLate: () => rich`Sudah lebih dari ${IMPORT_UNDO_HOURS} jam, jadi tidak dapat diurungkan lagi.`,
};
