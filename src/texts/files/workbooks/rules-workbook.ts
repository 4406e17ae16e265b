// The rules as a workbook, in the language of the one who asks for it: to be changed there and sent back.
import type { CellOut, ColumnOut, SheetOut, WorkbookOut } from "../../../domain/files/workbook.js";
import type { Language } from "../../../domain/people/person.js";
import { boundsOf } from "../../../domain/rules/judge-values.js";
import { RULE_VALUES, VALUE_NAMES, VALUE_SHEETS, type ValueSheet } from "../../../domain/rules/rule-values.js";
import type { Rules } from "../../../domain/rules/rules.js";
import { type AskedRows, rowsOf } from "../../../domain/rules/sheets/asked-rows.js";
import {
  KIND_NAMES,
  NEEDED_NAMES,
  PLAN_NAMES,
  type RuleSheet,
  SHEET_COLUMNS,
  SHEET_NAMES,
  VERSION_MARK,
} from "../../../domain/rules/sheets/rule-sheets.js";
import type { Day } from "../../../domain/time/calendar.js";
import { capital } from "../../capital.js";
import { ruleWords as ruleWordsEn } from "../../en/rule-words.js";
import { ruleWords as ruleWordsId } from "../../id/rule-words.js";

const NOTES: Record<Language, readonly string[]> = {
  id: [
    "Ubah yang perlu saja, lalu kirim berkas ini kembali ke bot. Belum ada yang berlaku sebelum Bapak/Ibu melihat akibatnya dan setuju.",
    "Judul kolom dan kode jangan diubah. Lembar yang dihapus tidak mengubah apa-apa.",
    "Pertanyaan: satu baris satu pertanyaan, menurut urutannya. Kode boleh dikosongkan untuk pertanyaan baru. Laporan yang sudah dimulai tetap memakai pertanyaan lama.",
    "Pertanyaan dengan jenis “pilih” perlu pilihan di lembar Pilihan jawaban, paling sedikit dua.",
    "Bagian dari: kode pertanyaan angka yang menghitung semuanya, misalnya women adalah bagian dari participants.",
    "Setiap pertanyaan, pilihan, dan kendala perlu kata-kata dalam bahasa Indonesia dan Inggris.",
    "Pengingat: hari sebelum batas waktu rencana. Kosongkan nilainya untuk menghapus satu pengingat.",
    "Hari libur: mulai tahun ini. Pada hari-hari itu, seperti pada hari Minggu, bot tidak menulis lebih dahulu.",
    "Penyimpanan hanya dapat dipersingkat, karena itulah yang dijanjikan kepada peserta.",
  ],
  en: [
    "Change what you need, then send this file back to the bot. Nothing is in force before you have seen what it does and agreed.",
    "Please leave headings and codes as they are. A sheet that is deleted changes nothing.",
    "Questions: one row each, in their order. A new question needs no code. Reports already begun keep the old questions.",
    "A question of the kind “choose” needs its choices on the sheet Choices, at least two.",
    "Part of: the code of the number that counts all of them, such as women in participants.",
    "Each question, choice and obstacle needs words in Indonesian and in English.",
    "Reminders: days before the deadline of plans. Leave the value empty to take a reminder out.",
    "Holidays: from this year on. On these days, as on Sundays, the bot does not write first.",
    "Keeping can only be made shorter, because that is what people were promised.",
  ],
};

const WORDS = { id: ruleWordsId, en: ruleWordsEn };
const EMPTY_ROWS = 30;

interface RulesOut {
  rules: Rules;
  shipped: Rules;
  /** Of the version in force. */
  number: number;
  today: Day;
}

export function rulesWorkbook(language: Language, { rules, shipped, number, today }: RulesOut): WorkbookOut {
  const names = (of: Readonly<Record<string, Readonly<Record<Language, string>>>>) =>
    Object.values(of).map((one) => one[language]);
  const notes = NOTES[language].map((note, n): CellOut[] => [`${n + 1}. ${note}`]);
  return {
    lists: { plans: names(PLAN_NAMES), kinds: names(KIND_NAMES), needed: names(NEEDED_NAMES) },
    sheets: [
      {
        name: SHEET_NAMES.notes[language],
        columns: [{ heading: SHEET_NAMES.notes[language], width: 110 }],
        rows: [...notes, [`${VERSION_MARK[language]}: ${number}`]],
      },
      ...askedSheets(language, rowsOf(rules.asked)),
      ...VALUE_SHEETS.map((sheet) => valueSheet(language, sheet, rules, shipped)),
      holidaySheet(language, rules, today),
    ],
  };
}

function askedSheets(language: Language, { questions, choices, obstacles }: AskedRows): SheetOut[] {
  const needed = NEEDED_NAMES;
  return [
    sheetOf(
      language,
      "questions",
      { plan: "plans", kind: "kinds", needed: "needed" },
      questions.map((row) => [
        row.plan === null ? null : PLAN_NAMES[row.plan][language],
        row.code,
        row.kind === null ? null : KIND_NAMES[row.kind][language],
        (row.isNeeded === false ? needed.no : needed.yes)[language],
        row.max === "" ? null : row.max,
        row.partOf,
        ...[row.labelId, row.labelEn, row.shortId, row.shortEn, row.askId, row.askEn, row.exampleId, row.exampleEn],
      ]),
    ),
    sheetOf(
      language,
      "choices",
      {},
      choices.map((row) => [row.question, row.code, row.labelId, row.labelEn]),
    ),
    sheetOf(
      language,
      "obstacles",
      {},
      obstacles.map((row) => [row.code, row.labelId, row.labelEn]),
    ),
  ];
}

const WIDE = /^(ask|meaning|name$)/;

function sheetOf(
  language: Language,
  sheet: RuleSheet,
  lists: Readonly<Record<string, string>>,
  rows: readonly (readonly CellOut[])[],
): SheetOut {
  const columns = Object.entries(SHEET_COLUMNS[sheet]).map(([column, names]): ColumnOut => {
    const list = lists[column];
    return {
      heading: (names as Readonly<Record<Language, string>>)[language],
      width: WIDE.test(column) ? 56 : 24,
      ...(list !== undefined && { list }),
      ...(column === "day" && { holds: "day" as const }),
    };
  });
  return {
    name: SHEET_NAMES[sheet][language],
    columns,
    rows,
    emptyRows: "value" in SHEET_COLUMNS[sheet] ? 0 : EMPTY_ROWS,
  };
}

function valueSheet(language: Language, sheet: ValueSheet, rules: Rules, shipped: Rules): SheetOut {
  const rows = VALUE_NAMES.filter((name) => RULE_VALUES[name].sheet === sheet).map((name): CellOut[] => [
    name,
    capital(WORDS[language].values[name]),
    rules.values[name],
    shipped.values[name],
    boundsOf(name, rules.values),
  ]);
  return sheetOf(language, sheet, {}, rows);
}

function holidaySheet(language: Language, { holidays }: Rules, today: Day): SheetOut {
  const days = (Object.entries(holidays) as [Day, string][]).filter(([day]) => day >= `${today.slice(0, 4)}-01-01`);
  return sheetOf(
    language,
    "holidays",
    {},
    days.map(([day, name]) => [{ day }, name]),
  );
}
