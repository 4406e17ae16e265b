// Where the heading of a table stands: below letterheads and logos, in one row, two or three.
import type { Row } from "../reading/grid.js";
import type { ColumnRole } from "../reading/roster-reading.js";
import type { SheetView } from "../reading/sheet-view.js";
import { type HeadingReading, readHeading } from "./read-heading.js";

export interface Heading {
  readonly rows: readonly Row[];
  /** By column: the texts of its rows, one below the other joined. */
  readonly texts: readonly string[];
  readonly readings: readonly HeadingReading[];
}

/** Letterheads have five to ten lines; a table that begins further down is not looked for. */
const ROWS_LOOKED_AT = 80;
const MOST_ROWS_OF_HEADING = 3;

/** Roles that make a table a list of people. */
const TELLING: ReadonlySet<ColumnRole> = new Set([
  "name",
  "phone",
  "code",
  "province",
  "kabupaten",
  "kecamatan",
  "village",
  "address",
  "institution",
  "className",
]);

/** A heading names the people and one thing more; undefined when no row does. */
export function findHeading(view: SheetView): Heading | undefined {
  const rows = view.grid.rows.slice(0, ROWS_LOOKED_AT);
  let best: { readonly heading: Heading; readonly score: number } | undefined;
  for (let first = 0; first < rows.length; first += 1) {
    for (let count = 1; count <= MOST_ROWS_OF_HEADING; count += 1) {
      const heading = headingOf(view, rows.slice(first, first + count));
      if (heading === undefined) break;
      const score = scoreOf(heading.readings);
      if (score > (best?.score ?? 0)) best = { heading, score };
    }
  }
  return best?.heading;
}

/** A row with at least one word for a column, where nothing better is found: shown to be corrected, never read by itself. */
export function supposedHeading(view: SheetView): Heading | undefined {
  const row = view.grid.rows
    .slice(0, ROWS_LOOKED_AT)
    .find((one) => view.ownColumns(one).length > 1 && isHeadingLike(view, one));
  return row === undefined ? undefined : headingOf(view, [row]);
}

/** Undefined when these rows cannot be one heading. */
function headingOf(view: SheetView, rows: readonly Row[]): Heading | undefined {
  const [top] = rows;
  if (top === undefined || !rows.every((row) => isHeadingLike(view, row))) return undefined;
  if (rows.length > 1 && !belongTogether(view, rows)) return undefined;
  const texts = Array.from({ length: view.width }, (_, column) => {
    const parts = rows.map((row) => view.headingText(row, column)).filter((text) => text !== "");
    return [...new Set(parts)].join(" ");
  });
  return { rows, texts, readings: texts.map((text, column) => readJoined(view, rows, column, text)) };
}

/** Of two headings one above the other the lower one knows the level: "Instansi" over "Desa" is a village. */
function readJoined(view: SheetView, rows: readonly Row[], column: number, text: string): HeadingReading {
  const joined = readHeading(text);
  const last = rows.at(-1);
  const lower = last === undefined ? joined : readHeading(view.text(last, column));
  const isLevel = ["village", "kecamatan", "kabupaten", "province"].includes(lower.role);
  return isLevel && joined.role !== "personal" ? lower : joined;
}

/** Most of its cells are words for columns, and none is a phone number, a code or a person's line. */
function isHeadingLike(view: SheetView, row: Row): boolean {
  const texts = view.ownColumns(row).map((column) => view.text(row, column));
  if (texts.some((text) => /\d{5}|\d[.\-/ ]\d{2}/.test(text))) return false;
  const known = texts.filter((text) => readHeading(text).isKnown).length;
  return texts.length > 0 && known * 2 >= texts.length;
}

/** Rows of one heading follow each other, name several things each, and the lower ones have words for columns only. */
function belongTogether(view: SheetView, rows: readonly Row[]): boolean {
  return rows.every((row, index) => {
    const columns = view.ownColumns(row);
    const texts = columns.map((column) => view.text(row, column));
    const above = rows[index - 1];
    // "Kabupaten : Bogor" above a table is a label with its value.
    if (above === undefined) return texts.length > 1 && texts.every((text) => readHeading(text).isKnown);
    return row.line === above.line + 1 && texts.length > 0 && texts.every((text) => readHeading(text).isPlain);
  });
}

/** How much a heading tells: different things count, the same thing twice takes away, unknown words are worth little. */
function scoreOf(readings: readonly HeadingReading[]): number {
  const seen = new Set<ColumnRole>();
  let score = 0;
  for (const { role, isPlain, isKnown } of readings) {
    if (!isKnown) continue;
    if (!TELLING.has(role)) score += 0.05;
    else if (seen.has(role)) score -= role === "phone" ? 0 : 0.5;
    else score += isPlain ? 1 : 0.4;
    seen.add(role);
  }
  const telling = [...seen].filter((role) => TELLING.has(role));
  const isAboutPeople = seen.has("name") || seen.has("phone");
  return isAboutPeople && telling.length >= 2 ? score : 0;
}
