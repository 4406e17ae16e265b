// What a workbook of rules is refused for: each reason with the sheet and the row where it stands.
import { beforeAll, describe, expect, test } from "vitest";
import type { CellOut, SheetOut } from "../../../src/domain/files/workbook.js";
import { judgeRules } from "../../../src/domain/rules/judge-rules.js";
import { judgeHolidays } from "../../../src/domain/rules/judge-values.js";
import { RULE_FAULTS, type RuleFaultReason } from "../../../src/domain/rules/rule-fault.js";
import type { Rules } from "../../../src/domain/rules/rules.js";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import type { RuleSheet } from "../../../src/domain/rules/sheets/rule-sheets.js";
import { addDays } from "../../../src/domain/time/calendar.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import { rulesOfProgram, sheetOut } from "../../support/files/rules-workbook.js";

let shipped: Rules;
beforeAll(async () => {
  shipped = await rulesOfProgram();
});

type Row = CellOut[];
type Change = (rows: Row[]) => Row[];

/** The row whose cells hold this, with one of them changed. */
const cell =
  (holds: string, heading: string, to: CellOut): ((sheet: SheetOut) => Change) =>
  ({ columns }) =>
  (rows) => {
    const at = columns.findIndex((one) => one.heading === heading);
    return rows.map((row) => (row.includes(holds) ? row.map((old, n) => (n === at ? to : old)) : row));
  };
const more =
  (...row: Row): ((sheet: SheetOut) => Change) =>
  () =>
  (rows) => [...rows, row];
const without =
  (holds: string): ((sheet: SheetOut) => Change) =>
  () =>
  (rows) =>
    rows.filter((row) => !row.includes(holds));

async function faultsOf(sheet: RuleSheet, change: (sheet: SheetOut) => Change) {
  const { lists = {}, sheet: out } = await sheetOut(sheet, shipped);
  const rows = change(out)(out.rows.map((row) => [...row]));
  const reading = await readGrids(await writeXlsx({ lists, sheets: [{ ...out, rows }] }));
  if (!reading.ok) throw new Error(reading.because);
  const before = {
    kinds: new Map([["former", "text"] as const]),
    neededQuestions: ["community_engagement.participants"],
  };
  return judgeRules(readRuleSheets(reading.grids), {
    ...{ start: shipped, inForce: shipped, before, today: "2024-06-11" as const },
  }).faults;
}

const QUESTION: Row = ["Advokasi", "village", "teks", "ya", null, null, "desa", "village", null, null];
const question = (...over: [at: number, to: CellOut][]): Row => {
  const row: Row = [...QUESTION, "Desa mana?", "Which village?", "Berakit", "Berakit"];
  for (const [at, to] of over) row[at] = to;
  return row;
};
const many = (count: number, row: (letters: string) => Row) => () => (rows: Row[]) => [
  ...rows,
  ...Array.from({ length: count }, (_, n) => row(`z${"abcdefghijklmnopqrstuvwxyz"[n % 26]}${"x".repeat(n / 26)}`)),
];

// Row 1 is the heading: the shipped questions stand in 2 to 16, the obstacles in 2 to 12, the values of a sheet from 2 on.
const BROKEN: [RuleFaultReason, RuleSheet, number | null, (sheet: SheetOut) => Change][] = [
  ["too_many_rows", "obstacles", null, many(500, (code) => [code, code, code])],
  ["unknown_code", "budget", 5, more("perMonth", null, 3)],
  ["twice", "budget", 5, more("perDay", null, 2)],
  ["missing", "budget", 2, cell("perDay", "Nilai", null)],
  ["no_number", "budget", 2, cell("perDay", "Nilai", "dua")],
  ["no_time", "hours", 4, cell("planReminder", "Nilai", "pagi sekali")],
  ["out_of_bounds", "budget", 2, cell("perDay", "Nilai", 0)],
  ["out_of_bounds", "hours", 3, cell("workUntil", "Nilai", "23.00")],
  ["out_of_bounds", "keeping", 2, cell("keptYears", "Nilai", 0)],
  ["longer_than_promised", "keeping", 2, cell("keptYears", "Nilai", 5)],
  ["longer_than_promised", "keeping", 9, cell("sentTexts", "Nilai", 200)],
  ["no_day", "holidays", 2, cell("Tahun Baru Masehi", "Tanggal", "besok-besok")],
  ["past_day", "holidays", 2, () => (rows) => [["3/2/2023", "Libur"], ...rows]],
  ["too_far", "holidays", 2, () => (rows) => [["3/2/2039", "Libur"], ...rows]],
  ["twice", "holidays", 3, () => (rows) => [rows[0] ?? [], ...rows]],
  ["missing", "holidays", 2, () => (rows) => [["3/2/2025", null], ...rows]],
  [
    ...(["too_many_days", "holidays", null] as const),
    () => (rows) => [
      ...rows,
      ...Array.from({ length: 60 }, (_, n): Row => [`${(n % 28) + 1}/${n < 28 ? 7 : n < 56 ? 9 : 11}/2025`, "Cuti"]),
    ],
  ],
  ["unknown_plan", "questions", 17, more(...question([0, "Wisata"]))],
  ["unknown_kind", "questions", 17, more(...question([2, "gambar"]))],
  ["unknown_needed", "questions", 17, more(...question([3, "mungkin"]))],
  ["bad_code", "questions", 17, more(...question([1, "desa 1!"]))],
  ["twice", "questions", 17, more(...question([1, "met"], [2, "pilih beberapa"]))],
  ["other_kind", "questions", 17, more(...question([1, "former"], [2, "angka"], [4, 10]))],
  ["other_words", "questions", 17, more(...question([1, "activity"]))],
  ["no_max", "questions", 17, more(...question([2, "angka"]))],
  ["no_part", "questions", 17, more(...question([2, "angka"], [4, 10], [5, "nobody"]))],
  ["no_translation", "questions", 17, more(...question([11, null]))],
  ["no_example", "questions", 17, more(...question([12, null]))],
  ["too_long", "questions", 17, more(...question([10, "a".repeat(201)]))],
  ["no_button", "questions", 17, more(...question([6, "nama desa yang jauh"]))],
  ["too_few_choices", "questions", 17, more(...question([2, "pilih satu"]))],
  ["strange_choice", "choices", 31, more("visitors", "many", "Banyak", "Many")],
  ["too_many_choices", "choices", null, many(6, (code) => ["theme", code, code, code])],
  ["no_question", "questions", null, () => (rows) => rows.filter(([plan]) => plan !== "Advokasi")],
  ["too_many_questions", "questions", 26, many(10, (code) => question([1, code], [6, code], [7, code]))],
  ["still_needed", "questions", null, without("participants")],
  ["too_many_obstacles", "obstacles", 14, many(2, (code) => [code, code, code])],
  ["obstacle_needed", "obstacles", null, without("other")],
  ["no_translation", "obstacles", 2, cell("budget", "Nama pendek (Inggris)", null)],
  [
    ...(["no_step", "reminders", 2] as const),
    () => (rows) => rows.map((row) => (String(row[0]).startsWith("before") ? [row[0] ?? null, null, null] : row)),
  ],
  ["same_step", "reminders", 4, cell("before3", "Nilai", 7)],
  ["outside_hours", "hours", 4, cell("planReminder", "Nilai", "07.00")],
  // Jobs look each five minutes: at ten to eight nothing would leave any more before the day is over.
  ["outside_hours", "hours", 8, cell("summary", "Nilai", "19.50")],
  ["short_day", "hours", 3, cell("workUntil", "Nilai", "11.00")],
  ["step_row_gone", "reminders", null, without("before3")],
  ["taken_code", "obstacles", 13, more("constructor", "jalan rusak", "bad road")],
  ["taken_code", "questions", 17, more(...question([1, "constructor"]))],
  ["same_name", "obstacles", 13, more("money", "Anggaran/APBDes", "money")],
  ["same_name", "questions", 17, more(...question([7, "Result"]))],
  [
    ...(["part_of_itself", "questions", 9] as const),
    () => (rows) => rows.map((row) => (row[1] === "participants" ? row.with(5, "women") : row)),
  ],
  [
    ...(["week_below_day", "budget", 3] as const),
    () => (rows) => rows.map((row) => [row[0] ?? null, null, row[0] === "perDay" ? 3 : row[0] === "perWeek" ? 2 : 1]),
  ],
];

// Keeps A19.
describe("a broken set is refused, and the reason names its sheet and row", () => {
  test.each(BROKEN)("%s on %s, row %s", async (reason, sheet, line, change) => {
    const faults = await faultsOf(sheet, change);
    const found = faults.filter((one) => one.reason === reason && one.sheet === sheet);
    expect(faults.map(({ reason: of }) => of)).toContain(reason);
    if (line !== null) expect(found.map(({ line: at }) => at)).toContain(line);
  });

  test("every reason is tried", () => {
    // These are of files as wholes: clerks-files.test.ts.
    const ofFiles: RuleFaultReason[] = ["no_column", "two_sheets", "bad_cell"];
    const tried = [...ofFiles, ...BROKEN.map(([reason]) => reason)];
    expect(RULE_FAULTS.filter((reason) => !tried.includes(reason))).toEqual([]);
  });
});

test("too many holidays of a year that is over stand in nobody's way", () => {
  const NO_ROWS = { name: null, epoch: 1900, rows: [], isCut: false, lacks: [], broken: [] } as const;
  const days = Array.from({ length: 61 }, (_, n) => [addDays("2023-03-01", n), "Cuti"]);
  const start: Rules["holidays"] = Object.fromEntries(days);
  const { faults, found } = judgeHolidays(NO_ROWS, start, "2024-06-11");
  expect({ faults, days: Object.keys(found).length }).toEqual({ faults: [], days: 61 });
});

test("a holiday whose day cannot be read is told by what stands there, and without any by its name", () => {
  const row = (line: number, day: string, name: string) => ({
    line,
    cells: { day: { text: day }, name: { text: name } },
  });
  const sheet = { name: "Hari libur", epoch: 1900, isCut: false, lacks: [], broken: [] } as const;
  const rows = [row(2, "besok-besok", "Tahun Baru"), row(3, "", "Nyepi")];
  const { faults } = judgeHolidays({ ...sheet, rows }, {}, "2024-06-10");
  expect(faults.map(({ line, reason, about }) => [line, reason, about])).toEqual([
    [2, "no_day", "besok-besok"],
    [3, "missing", "Nyepi"],
  ]);
});
