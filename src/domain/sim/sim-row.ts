// One row of the SIM-shaped file: what a library reported in one month, in the columns of the mapping.
import type { SheetCell } from "../files/sheet.js";
import type { PlanType } from "../plans/work-plan.js";
import type { TypedAnswer } from "../reports/questionnaire.js";
import type { Day } from "../time/calendar.js";
import type { Combination, LibraryField, PlanField, SimMapping, SimValue } from "./sim-mapping.js";

export interface SimLibrary {
  libraryId: number;
  placeCode: string;
  province: string | null;
  regency: string | null;
  district: string | null;
  village: string | null;
  name: string;
  kind: string;
  className: string;
  /** Those who manage it now, by name. */
  people: readonly string[];
  /** Of its plans, as they were told. */
  activities: Partial<Record<PlanType, string | null>>;
}

/** The latest version of one report. */
export interface SimReport {
  libraryId: number;
  type: PlanType;
  /** The first day of the month in which it was told, in the class's zone. */
  month: Day;
  reportedOn: Day;
  state: string;
  obstacle: string | null;
  answers: readonly TypedAnswer[];
}

/** The words of codes, in the language of the office. */
export interface SimWords {
  kind(kind: string): string;
  state(state: string): string;
  obstacle(obstacle: string): string;
  choice(question: string, choice: string): string;
  account: { yes: string; no: string; unknown: string };
}

export interface SimSource {
  library: SimLibrary;
  month: Day;
  /** Of this library and month, the oldest first. */
  reports: readonly SimReport[];
  accounts: SimMapping["accounts"];
  words: SimWords;
}

export function simCell(value: SimValue, combine: Combination | undefined, source: SimSource): SheetCell {
  if (value.of === "library") return ofLibrary(value.field, source);
  const reports = source.reports.filter(({ type }) => type === value.type);
  if (value.of === "plan") return ofPlan(value.field, value.type, reports, source);
  const answers = reports.flatMap((report) => report.answers.filter(({ question }) => question === value.question.key));
  return ofAnswers(answers, combine, source.words);
}

function ofLibrary(field: LibraryField, { library, month, accounts, words }: SimSource): SheetCell {
  switch (field) {
    case "place.code":
      return library.placeCode;
    case "place.province":
      return library.province;
    case "place.regency":
      return library.regency;
    case "place.district":
      return library.district;
    case "place.village":
      return library.village;
    case "library.name":
      return library.name;
    case "library.kind":
      return words.kind(library.kind);
    case "library.people":
      return library.people.join(", ");
    case "library.sim_account":
      if (accounts === null) return words.account.unknown;
      return accounts.has(library.placeCode) ? words.account.yes : words.account.no;
    case "library.sim_account_name":
      return accounts?.get(library.placeCode) ?? null;
    case "class.name":
      return library.className;
    case "month":
      return { day: month };
  }
}

function ofPlan(
  field: PlanField,
  type: PlanType,
  reports: readonly SimReport[],
  { library, words }: SimSource,
): SheetCell {
  const last = reports.at(-1);
  switch (field) {
    case "reports":
      return reports.length;
    case "state":
      return last === undefined ? null : words.state(last.state);
    case "last_reported":
      return last === undefined ? null : { day: last.reportedOn };
    case "planned":
      return library.activities[type] ?? null;
    case "obstacle":
      return last === undefined || last.obstacle === null ? null : words.obstacle(last.obstacle);
  }
}

/** Unknown is no zero: where nothing is known the cell stays empty. */
function ofAnswers(answers: readonly TypedAnswer[], combine: Combination | undefined, words: SimWords): SheetCell {
  const amounts = answers.flatMap((answer) => ("amount" in answer ? [answer.amount] : []));
  if (amounts.length > 0) {
    const isLatest = combine === "latest";
    return isLatest ? (amounts.at(-1) ?? 0) : amounts.reduce((sum, amount) => sum + amount, 0);
  }
  const days = answers.flatMap((answer) => ("day" in answer ? [answer.day] : []));
  // Reported later is not done later: somebody may have forgotten an earlier one.
  const lastDay = days.sort().at(-1);
  if (lastDay !== undefined) return { day: lastDay };
  const said = answers.flatMap((answer): string[][] => {
    if ("text" in answer) return [[answer.text]];
    return "choices" in answer ? [answer.choices.map((choice) => words.choice(answer.question, choice))] : [];
  });
  const shown = combine === "all" ? [...new Set(said.flat())] : (said.at(-1) ?? []);
  return shown.length === 0 ? null : shown.join("; ");
}
