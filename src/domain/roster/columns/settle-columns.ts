// Gives each column of a table its role: by a person's choice, the heading's words, the cells; and says where two claim the same.
import { columnLetter } from "../reading/column-letter.js";
import type { Row } from "../reading/grid.js";
import type { ColumnRole, RosterChoices, RosterColumn } from "../reading/roster-reading.js";
import type { SheetView } from "../reading/sheet-view.js";
import type { Heading } from "./find-heading.js";
import { guessColumn, mayBeNames } from "./guess-column.js";

export interface SettledColumns {
  readonly columns: readonly RosterColumn[];
  /** Roles that two different columns claim, and names and phones where no column holds them. */
  readonly unclear: readonly ColumnRole[];
}

/** Several phone columns are read together; numbers and unknown columns do no harm. */
const MAY_REPEAT: ReadonlySet<ColumnRole> = new Set(["phone", "number", "personal", "other"]);
/** Of these the first counts; the others would be asked about for nothing. */
const FIRST_COUNTS: ReadonlySet<ColumnRole> = new Set(["address", "institution", "kind", "startOn", "endOn"]);

/** Enough cells to see what a column holds. */
const ROWS_LOOKED_AT = 300;

/** Two cells tell names from villages. */
const SAMPLES = 2;

export function settleColumns(
  view: SheetView,
  heading: Heading | undefined,
  rows: readonly Row[],
  choices: RosterChoices,
): SettledColumns {
  const sample = rows.slice(0, ROWS_LOOKED_AT);
  const chosen = new Map(choices.columns?.map(({ column, role }) => [column, role]));
  const proposed = Array.from({ length: view.width }, (_, column) => {
    const texts = sample.map((row) => view.text(row, column));
    return { texts, column: proposal(view, heading, column, texts, chosen.get(column)) };
  }).filter(({ texts, column }) => column.heading !== "" || texts.some((text) => text !== ""));
  const columns = withDistrictsBelow(proposed.map(({ column }) => column));
  const unchosen = withoutOverruled(columns);
  const textsOf = new Map(proposed.map(({ texts, column }) => [column.column, texts]));
  const settled = withPhonesGuessed(firstOnes(unchosen, textsOf), textsOf).map(withoutPersonalSamples);
  return { columns: settled, unclear: unclearRoles(settled) };
}

function proposal(
  view: SheetView,
  heading: Heading | undefined,
  column: number,
  texts: readonly string[],
  chosen: ColumnRole | undefined,
): RosterColumn {
  const reading = heading?.readings[column];
  const base = {
    column,
    letter: columnLetter(column),
    heading: heading?.texts[column] ?? "",
    isHidden: view.grid.hiddenColumns.includes(column),
    samples: [...new Set(texts.filter((text) => text !== ""))].slice(0, SAMPLES),
  };
  if (chosen !== undefined) return { ...base, role: chosen, recognised: "chosen" };
  const role = reading?.role ?? "other";
  const recognised = reading?.isPlain === true ? "plain" : "likely";
  const guess = guessColumn(texts);
  if (guess === "personal" && role !== "phone") return { ...base, role: "personal", recognised };
  // Under "Desa" some keep the village's code.
  if (guess === "code" && (role === "village" || heading === undefined)) {
    return { ...base, role: "code", recognised: "likely" };
  }
  if (guess === "phone" && heading === undefined) return { ...base, role: "phone", recognised: "likely" };
  if (role === "name" && !mayBeNames(texts)) return { ...base, role: "other", recognised: "likely" };
  return { ...base, role, recognised };
}

/** "District" is a kecamatan, but beside a "Sub-district" it is the kabupaten above. */
function withDistrictsBelow(columns: readonly RosterColumn[]): readonly RosterColumn[] {
  const says = (pattern: RegExp) => columns.find(({ heading }) => pattern.test(heading));
  if (says(/sub-? ?district/i) === undefined || columns.some(({ role }) => role === "kabupaten")) return columns;
  return columns.map((one) => (/^district$/i.test(one.heading) ? { ...one, role: "kabupaten" as const } : one));
}

/** What a person chose takes the role away from whatever else had it. */
function withoutOverruled(columns: readonly RosterColumn[]): readonly RosterColumn[] {
  const chosen = new Set(columns.filter(({ recognised }) => recognised === "chosen").map(({ role }) => role));
  return columns.map((one) =>
    one.recognised !== "chosen" && chosen.has(one.role) && one.role !== "personal" ? { ...one, role: "other" } : one,
  );
}

/** Where a role is claimed twice: a plain heading outweighs a likely one, and columns that agree in every row are one. */
function firstOnes(
  columns: readonly RosterColumn[],
  textsOf: ReadonlyMap<number, readonly string[]>,
): readonly RosterColumn[] {
  return columns.map((one, index) => {
    if (MAY_REPEAT.has(one.role)) return one;
    const rivals = columns.filter((other) => other.role === one.role && other !== one);
    const isOutweighed = rivals.some((rival) => {
      if (rival.recognised !== one.recognised) return rival.recognised === "plain";
      const isEarlier = columns.indexOf(rival) < index;
      return isEarlier && (FIRST_COUNTS.has(one.role) || isSame(textsOf, rival, one));
    });
    return isOutweighed ? { ...one, role: "other" as const } : one;
  });
}

function isSame(textsOf: ReadonlyMap<number, readonly string[]>, a: RosterColumn, b: RosterColumn): boolean {
  const [ofA, ofB] = [textsOf.get(a.column) ?? [], textsOf.get(b.column) ?? []];
  return ofB.every((text, index) => text === "" || text.toLowerCase() === ofA[index]?.toLowerCase());
}

/** When no heading says phone, a column of nothing but mobile numbers is plain enough. */
function withPhonesGuessed(
  columns: readonly RosterColumn[],
  textsOf: ReadonlyMap<number, readonly string[]>,
): readonly RosterColumn[] {
  if (columns.some(({ role }) => role === "phone")) return columns;
  const looksSo = (one: RosterColumn) =>
    one.role === "other" && one.recognised !== "chosen" && guessColumn(textsOf.get(one.column) ?? []) === "phone";
  return columns.map((one) => (looksSo(one) ? { ...one, role: "phone", recognised: "likely" } : one));
}

function withoutPersonalSamples(column: RosterColumn): RosterColumn {
  return column.role === "personal" ? { ...column, samples: [] } : column;
}

function unclearRoles(columns: readonly RosterColumn[]): readonly ColumnRole[] {
  const roles = columns.map(({ role }) => role);
  const claimedTwice = roles.filter((role, at) => !MAY_REPEAT.has(role) && roles.indexOf(role) !== at);
  const missing = (["name", "phone"] as const).filter((role) => !roles.includes(role));
  return [...new Set([...missing, ...claimedTwice])];
}
