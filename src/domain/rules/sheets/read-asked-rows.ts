// Cells of the sheets of questions, choices and obstacles, as rows.

import { PLAN_TYPES } from "../../plans/work-plan.js";
import type { Question } from "../../reports/questionnaire.js";
import { said } from "../../roster/reading/sheet-view.js";
import type { ChoiceRow, ObstacleRow, QuestionRow } from "./asked-rows.js";
import type { ReadSheet, RuleRow } from "./read-rule-sheets.js";
import { type ColumnOf, KIND_NAMES, NEEDED_NAMES, PLAN_NAMES } from "./rule-sheets.js";

const KINDS = Object.keys(KIND_NAMES) as Question["kind"][];

export function questionRows({ rows }: ReadSheet): QuestionRow[] {
  return rows.map((row) => {
    const text = (column: ColumnOf<"questions">) => wordsIn(row, column);
    const needed = text("needed");
    return {
      line: row.line,
      plan: PLAN_TYPES.find((type) => isOne(text("plan"), [type, ...Object.values(PLAN_NAMES[type])])) ?? null,
      code: text("code").toLowerCase() || codeFrom(text("labelId")),
      kind: KINDS.find((kind) => isOne(text("kind"), [kind, ...Object.values(KIND_NAMES[kind])])) ?? null,
      isNeeded: needed === "" || isOne(needed, Object.values(NEEDED_NAMES.yes)) || noOrNull(needed),
      max: numberIn(row, "max"),
      partOf: text("partOf").toLowerCase(),
      ...{ labelId: text("labelId"), labelEn: text("labelEn"), shortId: text("shortId"), shortEn: text("shortEn") },
      ...{ askId: text("askId"), askEn: text("askEn"), exampleId: text("exampleId"), exampleEn: text("exampleEn") },
    };
  });
}

export function choiceRows({ rows }: ReadSheet): ChoiceRow[] {
  return rows.map((row) => {
    const text = (column: ColumnOf<"choices">) => wordsIn(row, column);
    const labels = { labelId: text("labelId"), labelEn: text("labelEn") };
    const code = text("code").toLowerCase() || codeFrom(labels.labelId);
    return { line: row.line, question: text("question").toLowerCase(), code, ...labels };
  });
}

export function obstacleRows({ rows }: ReadSheet): ObstacleRow[] {
  return rows.map((row) => {
    const text = (column: ColumnOf<"obstacles">) => wordsIn(row, column);
    const labels = { labelId: text("labelId"), labelEn: text("labelEn") };
    return { line: row.line, code: text("code").toLowerCase() || codeFrom(labels.labelId), ...labels };
  });
}

/** "Peserta difabel (orang)" is peserta_difabel_orang: nobody has to think of a code. */
function codeFrom(label: string): string {
  const code = label
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return code.slice(0, 24).replace(/_+$/, "");
}

function wordsIn({ cells }: RuleRow, column: string): string {
  return said(cells[column]).replace(/\s+/g, " ").trim();
}

function isOne(text: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === text.toLowerCase());
}

function noOrNull(text: string): false | null {
  return isOne(text, Object.values(NEEDED_NAMES.no)) ? false : null;
}

export function numberIn(row: RuleRow, column: string): number | null | "" {
  const text = wordsIn(row, column);
  if (text === "") return "";
  // "1.000" and "1,000" were typed as a thousand.
  const digits = /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, "") : text;
  const number = row.cells[column]?.number ?? (/^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN);
  return Number.isInteger(number) ? number : null;
}
