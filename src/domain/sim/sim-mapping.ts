// How reports are written for the programme's own information system (SIM TPBIS): which columns, under which headings, of which values.
// An office changes it by a file (src/sim/v1.json and its successors); nothing here knows SIM's fields.
import { PLAN_TYPES, type PlanType } from "../plans/work-plan.js";
import type { Question, QuestionVersions } from "../reports/questionnaire.js";

/** Of the library, whatever it reported. */
export const LIBRARY_FIELDS = [
  ...(["place.code", "place.province", "place.regency", "place.district", "place.village"] as const),
  ...(["library.name", "library.kind", "library.people", "library.sim_account", "library.sim_account_name"] as const),
  ...(["class.name", "month"] as const),
] as const;
export type LibraryField = (typeof LIBRARY_FIELDS)[number];

/** Of one of its plans in that month, beside the answers to its questions. */
export const PLAN_FIELDS = ["reports", "state", "last_reported", "planned", "obstacle"] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** What is written of several reports of one month: numbers added up, the latest (of days the latest day), or all one after the other. */
export const COMBINATIONS = ["sum", "latest", "all"] as const;
export type Combination = (typeof COMBINATIONS)[number];

export interface SimColumn {
  heading: string;
  /** place.code, or community_engagement.participants. */
  value: string;
  combine?: Combination | undefined;
  /** In letters. */
  width?: number | undefined;
}

export interface SimMapping {
  version: number;
  sheet: string;
  columns: readonly SimColumn[];
  /** Which libraries have an account in SIM, by place code, and its name; null: nobody has said. */
  accounts: ReadonlyMap<string, string> | null;
}

export type SimValue =
  | { of: "library"; field: LibraryField }
  | { of: "plan"; type: PlanType; field: PlanField }
  | { of: "answer"; type: PlanType; question: Question };

/** Null for what is no value. A question that is not asked any more is still answered in older reports. */
export function readSimValue(value: string, { all }: QuestionVersions): SimValue | null {
  const field = LIBRARY_FIELDS.find((one) => one === value);
  if (field !== undefined) return { of: "library", field };
  const [head = "", tail = "", ...more] = value.split(".");
  const type = PLAN_TYPES.find((one) => one === head);
  if (type === undefined || more.length > 0) return null;
  const planField = PLAN_FIELDS.find((one) => one === tail);
  if (planField !== undefined) return { of: "plan", type, field: planField };
  const question = all.flatMap(({ sets }) => sets[type]).findLast(({ key }) => key === tail);
  return question === undefined ? null : { of: "answer", type, question };
}

/** What its column holds. */
export function holdsOf(value: SimValue): "number" | "day" | "text" {
  if (value.of === "library") return value.field === "month" ? "day" : "text";
  if (value.of === "plan")
    return value.field === "reports" ? "number" : value.field === "last_reported" ? "day" : "text";
  return value.question.kind === "amount" ? "number" : value.question.kind === "day" ? "day" : "text";
}

/** What is wrong with it, a sentence each; none where it can be used. */
export function mappingFaults(
  { sheet, columns }: Pick<SimMapping, "sheet" | "columns">,
  questions: QuestionVersions,
): string[] {
  const faults: string[] = [];
  if (sheet.trim() === "" || sheet.length > 31) faults.push("The sheet's name must have 1 to 31 letters.");
  if (columns.length === 0) faults.push("There are no columns.");
  const headings = columns.map(({ heading }) => heading.trim());
  for (const [at, { value, combine }] of columns.entries()) {
    const where = `Column ${at + 1}`;
    if (headings[at] === "") faults.push(`${where} has no heading.`);
    if (headings.indexOf(headings[at] ?? "") < at)
      faults.push(`${where}: the heading "${headings[at]}" is there twice.`);
    const read = readSimValue(value, questions);
    if (read === null) faults.push(`${where}: "${value}" is no value. There are: ${valuesOf(questions).join(", ")}.`);
    else if (combine !== undefined && read.of !== "answer") faults.push(`${where}: "${value}" is not combined.`);
    else if (combine === "sum" && holdsOf(read) !== "number")
      faults.push(`${where}: "${value}" is no number to add up.`);
    else if (combine === "all" && holdsOf(read) !== "text")
      faults.push(`${where}: "${value}" cannot be listed: use "latest".`);
  }
  return faults;
}

function valuesOf({ all }: QuestionVersions): string[] {
  const ofType = (type: PlanType) => [
    ...PLAN_FIELDS,
    ...new Set(all.flatMap(({ sets }) => sets[type].map(({ key }) => key))),
  ];
  return [...LIBRARY_FIELDS, ...PLAN_TYPES.flatMap((type) => ofType(type).map((field) => `${type}.${field}`))];
}
