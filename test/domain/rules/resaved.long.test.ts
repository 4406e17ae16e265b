// The workbook of rules in the hands of LibreOffice: opened and saved in each of its formats it says what it said.
import { expect, test } from "vitest";
import { judgeRules } from "../../../src/domain/rules/judge-rules.js";
import { differencesBetween } from "../../../src/domain/rules/rule-differences.js";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { hasLibreOffice, resaved, WHY_SKIPPED } from "../../support/files/libre-office.js";
import { changedWorkbook, rulesOfProgram } from "../../support/files/rules-workbook.js";

if (!hasLibreOffice) console.warn(WHY_SKIPPED);

async function judged(bytes: Uint8Array) {
  const start = await rulesOfProgram();
  const reading = await readGrids(bytes);
  if (!reading.ok) throw new Error(reading.detail);
  const before = { kinds: new Map(), neededQuestions: [] };
  const sheets = readRuleSheets(reading.grids);
  const { rules, faults, missing } = judgeRules(sheets, { start, inForce: start, before, today: "2024-06-11" });
  return { base: sheets.base, unread: sheets.unread, missing, faults, differences: differencesBetween(start, rules) };
}

const FORMATS = ["xlsx", "ods", "xls"].flatMap((to) => [
  { to, language: "id" as const },
  { to, language: "en" as const },
]);

// Keeps A19.
test.skipIf(!hasLibreOffice).each(FORMATS)(
  "saved as $to it changes nothing ($language)",
  async ({ to, language }) => {
    const bytes = await resaved(await changedWorkbook((rules) => rules, { language, number: 0 }), { from: "xlsx", to });
    expect(await judged(bytes)).toEqual({ base: 0, unread: [], missing: [], faults: [], differences: [] });
  },
  120_000,
);

// Keeps A19.
test.skipIf(!hasLibreOffice).each(["ods", "xlsx", "xls"])(
  "a time that LibreOffice took for one is read from %s",
  async (to) => {
    const typed = Buffer.from("Kode,Nilai\nplanReminder,09:30\nsummary,16:15:00\n");
    const { faults, differences } = await judged(await resaved(typed, { from: "csv", to }));
    expect(faults).toEqual([]);
    expect(differences).toEqual([
      { of: "value", name: "planReminder", from: "08:00", to: "09:30" },
      { of: "value", name: "summary", from: "16:30", to: "16:15" },
    ]);
  },
  120_000,
);
