// Which kind of sheet a grid is, by its heading, and where its columns are.
import type { Grid, Row } from "../roster/reading/grid.js";
import { said } from "../roster/reading/sheet-view.js";
import { NEEDED, OF_PEOPLE, OFFICE_SHEETS, type OfficeSheet, plainHeading } from "./sheet-columns.js";

export interface FoundSheet {
  readonly kind: OfficeSheet;
  /** Column by what it holds. */
  readonly columns: ReadonlyMap<string, number>;
  /** Below the heading. */
  readonly rows: readonly Row[];
}

/** Some write a title above the heading. */
const ROWS_LOOKED_AT = 12;

const PEOPLE = new Set(OF_PEOPLE.map(plainHeading));
const KINDS = Object.keys(OFFICE_SHEETS) as OfficeSheet[];

/** Null for a roster, and for whatever else a workbook holds. */
export function findSheet({ rows }: Grid): FoundSheet | null {
  for (const [at, row] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const headings = row.cells.map((cell) => plainHeading(said(cell)));
    if (headings.some((heading) => PEOPLE.has(heading))) return null;
    const found = KINDS.map((kind) => ({ kind, columns: columnsOf(kind, headings) })).filter(({ kind, columns }) =>
      NEEDED[kind].every((column) => columns.has(column)),
    );
    const [best] = found.sort((a, b) => b.columns.size - a.columns.size);
    if (best !== undefined) return { ...best, rows: rows.slice(at + 1) };
  }
  return null;
}

/** A heading is taken by the column whose own name it is, before it is taken for another name of one. */
function columnsOf(kind: OfficeSheet, headings: readonly string[]): ReadonlyMap<string, number> {
  const names = Object.entries(OFFICE_SHEETS[kind]).map(([column, all]) => [column, all.map(plainHeading)] as const);
  const deepest = Math.max(...names.map(([, all]) => all.length));
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const [column, all] of names) {
      const at = headings.findIndex((heading, n) => heading !== "" && heading === all[depth] && !taken.has(n));
      if (columns.has(column) || at < 0) continue;
      columns.set(column, at);
      taken.add(at);
    }
  }
  return columns;
}
