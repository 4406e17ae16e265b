// Aturan kantor satu per satu: namanya, apa yang berubah, untuk siapa, dan mengapa ditolak.
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import type { FaultyThing, RuleFault, RuleFaultReason } from "../../domain/rules/rule-fault.js";
import { isValueName, isValueSheet, type Value, type ValueName } from "../../domain/rules/rule-values.js";
import { type RuleSheet, SHEET_NAMES } from "../../domain/rules/sheets/rule-sheets.js";
import { capital } from "../capital.js";
import { longDay } from "../dates.js";
import { digits } from "../digits.js";
import { aboutOf } from "../files/workbooks/rule-headings.js";
import { planWords } from "./plan-words.js";

const values: Record<ValueName, string> = {
  before1: "pengingat ke-1 (hari sebelum batas waktu)",
  before2: "pengingat ke-2 (hari sebelum batas waktu)",
  before3: "pengingat ke-3 (hari sebelum batas waktu)",
  before4: "pengingat ke-4 (hari sebelum batas waktu)",
  before5: "pengingat ke-5 (hari sebelum batas waktu)",
  after: "pertanyaan sesudah batas waktu (hari)",
  provinceDays: "terlambat sekian hari, lalu menjadi perhatian provinsi",
  provinceTries: "diingatkan atau dihubungi sekian hari sebelum itu",
  workFrom: "jam kerja mulai",
  workUntil: "jam kerja berakhir",
  planReminder: "pengingat rencana",
  snoozedAfternoon: "pengingat yang ditunda ke sore",
  alert: "kabar pagi kepada pelatih",
  questionRepeat: "pertanyaan yang menunggu jawaban",
  summary: "ringkasan sore kepada pelatih",
  weekOfProvince: "kabar mingguan kepada provinsi",
  beforeClass: "pengingat tiga hari dan satu hari sebelum kelas",
  eveningBeforeClass: "jadwal pada malam sebelum kelas",
  feedback: "undangan menilai kelas",
  storyOfOthers: "cerita dari perpustakaan lain",
  unfinishedForm: "kabar tentang isian yang belum selesai",
  perDay: "pesan sehari untuk seorang peserta",
  perWeek: "pesan dalam tujuh hari untuk seorang peserta",
  perClassDay: "pesan sehari pada minggu kelas",
  keptYears: "data pribadi (tahun sesudah kelas)",
  leftDrafts: "isian yang ditinggalkan (hari)",
  savedAudiences: "daftar penerima yang disimpan (hari)",
  absences: "ketidakhadiran pelatih (hari)",
  pauseReasons: "alasan jeda karena sakit atau duka (hari)",
  parkedUpdates: "kiriman yang tidak dapat ditangani (hari)",
  heldBack: "alasan pesan ditahan (hari)",
  sentTexts: "isi pesan yang sudah terkirim (hari)",
};

const value = (is: Value): string => (is === null ? "tidak ada" : typeof is === "number" ? digits.id(is) : is);

const HOW = { added: "baru", removed: "tidak ditanyakan lagi", changed: "diubah" } as const;
const HOW_OBSTACLE = { added: "baru", removed: "dihapus", changed: "diubah" } as const;

function difference(one: RuleDifference): string {
  switch (one.of) {
    case "value":
      return `${capital(values[one.name])}: ${value(one.from)} → ${value(one.to)}`;
    case "holiday": {
      const day = longDay("id", one.day);
      if (one.to === null) return `${day}: bukan libur lagi`;
      return one.from === null ? `${day}: libur (${one.to})` : `${day}: ${one.from} → ${one.to}`;
    }
    case "question":
      return `Pertanyaan “${one.label.id}” (${planWords.types[one.type]}): ${HOW[one.how]}`;
    case "order":
      return `Urutan pertanyaan ${planWords.types[one.type]} diubah`;
    case "obstacle":
      return `Kendala “${one.label.id}”: ${HOW_OBSTACLE[one.how]}`;
    case "obstacle_order":
      return "Urutan kendala diubah";
  }
}

const dayOfStep = (days: number | null) =>
  days === null ? "tidak ada" : `${Math.abs(days)} hari ${sideOf(days)} batas waktu`;

const sideOf = (days: number) => (days < 0 ? "sebelum" : "sesudah");

/** "7 → 5 hari sebelum batas waktu" */
function moved(from: number | null, to: number | null): string {
  const isOneSide = from !== null && to !== null && sideOf(from) === sideOf(to);
  return isOneSide ? `${Math.abs(from)} → ${dayOfStep(to)}` : `${dayOfStep(from)} → ${dayOfStep(to)}`;
}

function effect(one: RuleEffect): string {
  const n = digits.id;
  switch (one.of) {
    case "begun":
      return `Pertanyaan baru untuk laporan yang dimulai sesudah ini; ${n(one.reports)} laporan yang sudah dimulai memakai pertanyaan lama.`;
    case "step": {
      const past = one.past > 0 ? ` Bagi ${n(one.past)} orang harinya sudah lewat, jadi tidak dikirim menyusul.` : "";
      return `Pengingat ${moved(one.from, one.to)}: ${n(one.told)} orang diingatkan pada hari yang baru, tidak ada yang dua kali.${past}`;
    }
    case "hours":
      return `${n(one.waiting)} pesan sudah menunggu: yang di luar jam kerja baru keluar pada jam kerja berikutnya. Yang belum ditulis mengikuti jam baru.`;
    case "holiday":
      return `${longDay("id", one.day)}: ${n(one.waiting)} pesan yang menunggu keluar pada hari kerja berikutnya. Sesi kelas hari itu: ${n(one.sessions)}.`;
    case "budget":
      return `Batas pesan: mulai pesan berikutnya untuk ${n(one.people)} peserta.`;
    case "forgotten":
      return `Data ${n(one.people)} orang yang kelasnya berakhir lebih dari ${n(one.years)} tahun lalu dihapus malam berikutnya. Ini tidak dapat dikembalikan.`;
    case "shorter":
      return "Yang disimpan lebih lama dari itu dihapus malam berikutnya. Ini tidak dapat dikembalikan, dan tidak dapat diperpanjang lagi.";
  }
}

/** The code of a value is read by its name; questions may have the same codes, and keep theirs. */
const named = (sheet: RuleSheet, code: string): string =>
  isValueSheet(sheet) && isValueName(code) ? values[code] : code;

/** What a fault stands at that no row says. */
const placed = ({ value, plan, code }: FaultyThing = {}): string => {
  const where = [value && values[value], plan && planWords.types[plan], code && `“${code}”`].filter(Boolean);
  return where.length === 0 ? "" : ` (${where.join(", ")})`;
};

/** Apa yang salah, dan apa yang perlu dilakukan. */
const faults: Record<RuleFaultReason, (about: string, bound: string) => string> = {
  too_many_rows: () => "barisnya terlalu banyak, paling banyak 400",
  no_column: (about) => `kolom “${about}” tidak ditemukan, mohon kembalikan judulnya seperti semula`,
  two_sheets: (about) => `lembar “${about}” berisi hal yang sama, mohon hapus salah satu`,
  bad_cell: (about) => `rumus di kolom “${about}” tidak ada hasilnya, mohon tulis isinya langsung`,
  unknown_code: (about) => `kode “${about}” tidak dikenal, mohon pakai kode dari berkas Unduh Excel`,
  twice: (about) => `“${about}” ada dua kali, mohon hapus salah satu`,
  missing: (about) => `“${about}” belum lengkap, mohon diisi`,
  no_number: (about) => `nilai “${about}” bukan bilangan bulat, misalnya 3`,
  no_time: (about) => `nilai “${about}” bukan jam, misalnya 08.00`,
  out_of_bounds: (about) => `nilainya harus di antara ${about}`,
  longer_than_promised: (about) => `“${about}” tidak boleh lebih lama daripada yang dijanjikan kepada peserta`,
  no_day: (about) => `“${about}” bukan satu tanggal, misalnya 17/8/2026`,
  past_day: (about) => `${about} sudah tahun lalu, mohon hapus barisnya`,
  too_far: (about) => `${about} terlalu jauh, paling jauh tiga tahun ke depan`,
  too_many_days: (about) => `hari libur tahun ${about} lebih dari 60`,
  unknown_plan: (about) => `rencana untuk “${about}” tidak dikenal, mohon pilih dari daftar`,
  unknown_kind: (about) => `jenis untuk “${about}” tidak dikenal, mohon pilih dari daftar`,
  unknown_needed: (about) => `kolom Wajib untuk “${about}” harus ya atau tidak`,
  bad_code: (about) => `kode “${about}” hanya boleh huruf kecil dan garis bawah, paling panjang 24`,
  taken_code: (about) => `kode “${about}” tidak dapat dipakai, mohon pakai kode lain`,
  same_name: (about) => `nama “${about}” sudah ada di baris lain, mohon bedakan`,
  other_kind: (about) => `“${about}” dulu berjenis lain, mohon pakai kode baru`,
  other_words: (about) => `“${about}” ditulis berbeda di baris lain, mohon samakan`,
  no_max: (about) => `“${about}” perlu angka di kolom Paling banyak`,
  no_part: (about) => `tidak ada pertanyaan angka dengan kode “${about}” di rencana ini`,
  part_of_itself: (about) => `“${about}” menjadi bagian dari dirinya sendiri, mohon perbaiki kolom Bagian dari`,
  no_translation: (about) => `“${about}” perlu kata-kata Indonesia dan Inggris`,
  no_example: (about) => `“${about}” perlu contoh jawaban dalam dua bahasa`,
  too_long: (about, bound) => `isi kolom “${about}” terlalu panjang, paling panjang ${bound} huruf`,
  no_button: (about) => `nama “${about}” lebih dari 15 huruf, jadi kolom Tombol perlu diisi`,
  strange_choice: (about) => `“${about}” bukan pertanyaan dengan pilihan, mohon periksa kolom Kode pertanyaan`,
  too_few_choices: (about) => `“${about}” perlu paling sedikit dua pilihan di lembar Pilihan jawaban`,
  too_many_choices: (about) => `pilihannya terlalu banyak, paling banyak ${about}`,
  no_question: (about) =>
    `rencana ${planWords.types[about as keyof typeof planWords.types] ?? about} tidak punya pertanyaan`,
  too_many_questions: (about) => `pertanyaannya terlalu banyak, paling banyak ${about}`,
  still_needed: (about) => `“${about}” masih diperlukan untuk berkas SIM, mohon kembalikan barisnya`,
  too_many_obstacles: (about) => `kendalanya terlalu banyak, paling banyak ${about}`,
  obstacle_needed: (about) => `kendala “${about}” tidak boleh dihapus, mohon kembalikan barisnya`,
  no_step: () => "perlu paling sedikit satu pengingat sebelum batas waktu",
  step_row_gone: (about) => `baris ${about} tidak ada; untuk menghapusnya, biarkan barisnya dan kosongkan nilainya`,
  same_step: (about) => `dua pengingat jatuh pada hari yang sama (${about}), mohon ubah salah satu`,
  outside_hours: (about) => `jamnya harus antara ${about}, supaya pesannya sempat keluar dalam jam kerja`,
  short_day: (about) => `jam kerja ${about} kurang dari empat jam`,
  week_below_day: () => "batas seminggu lebih kecil daripada batas sehari",
};

export const ruleWords = {
  values,
  difference,
  effect,
  /** Sheet, line and reason, as one finds it in the file. */
  fault: (fault: RuleFault): string => {
    const { sheet, tab = SHEET_NAMES[sheet].id, line, reason, of } = fault;
    const { about, bound } = aboutOf("id", fault);
    return `${tab}${line === null ? placed(of) : ` baris ${line}`}: ${faults[reason](named(sheet, about), bound)}.`;
  },
};
