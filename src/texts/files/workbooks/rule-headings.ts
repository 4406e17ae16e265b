// The headings of the workbook of rules, as a refusal names them.
import type { Language } from "../../../domain/people/person.js";
import type { RuleFault } from "../../../domain/rules/rule-fault.js";
import { SHEET_COLUMNS } from "../../../domain/rules/sheets/rule-sheets.js";

/** What a fault is about, in words of the file: a column by its heading, and a bound beside it. */
export function aboutOf(language: Language, { sheet, reason, about }: RuleFault): { about: string; bound: string } {
  if (reason !== "no_column" && reason !== "bad_cell" && reason !== "too_long") return { about, bound: "" };
  const [column = "", bound = ""] = about.split(":");
  const headings: Readonly<Record<string, Readonly<Record<Language, string>>>> = SHEET_COLUMNS[sheet];
  return { about: headings[column]?.[language] ?? column, bound };
}
