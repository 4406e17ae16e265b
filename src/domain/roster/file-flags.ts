// What is to be told about a file besides its lines: what was hidden, left out, or lost in the spreadsheet itself.
import { columnLetter } from "./reading/column-letter.js";
import type { Grid } from "./reading/grid.js";
import type { FileFlag } from "./reading/roster-reading.js";
import type { SheetTable } from "./reading/sheet-table.js";

/** Enough to find them; the rest is a number. */
const MOST_NAMED = 10;

/** @param grids all sheets of the file · @param taken those that were read */
export function fileFlags(
  grids: readonly Grid[],
  taken: readonly SheetTable[],
  isEncodingGuessed: boolean,
): readonly FileFlag[] {
  const left = grids.filter((grid) => grid.rows.length > 0 && !taken.some((one) => one.grid === grid));
  const names = (some: readonly Grid[]) => some.map(({ name }) => name ?? "");
  const flags = [
    flag("hidden-sheets", null, names(left.filter(({ isHidden }) => isHidden))),
    flag("other-sheets", null, names(left.filter(({ isHidden }) => !isHidden))),
    ...(isEncodingGuessed ? [flag("guessed-encoding", null, ["Windows-1252"])] : []),
    ...taken.flatMap(flagsOfSheet),
  ];
  return flags.filter(({ count }) => count > 0);
}

function flagsOfSheet({ grid, table, lines }: SheetTable): readonly FileFlag[] {
  const { columns, leftOut } = table;
  const people = new Set(lines.map(({ line }) => line));
  const hidden = grid.rows.filter(({ line, isHidden }) => isHidden && people.has(line));
  const titles = (some: typeof columns) => some.map(({ heading, letter }) => heading || letter);
  const of = (kind: FileFlag["flag"], which: readonly (string | number)[]) => flag(kind, grid.name, which.map(String));
  return [
    of(
      "hidden-rows",
      hidden.map(({ line }) => line),
    ),
    of("hidden-columns", titles(columns.filter(({ isHidden }) => isHidden))),
    of("personal-columns", titles(columns.filter(({ role }) => role === "personal"))),
    of("formulas-without-value", grid.unworkedFormulas),
    of("error-cells", errorCells(grid, people)),
    of(
      "rounded-numbers",
      lines.filter(({ phoneIsRounded }) => phoneIsRounded).map(({ line }) => line),
    ),
    of("days-from-1904", grid.epoch === 1904 && holdsDays(grid) ? ["1904"] : []),
    of(
      "lines-left-out",
      leftOut.map(({ line }) => line),
    ),
  ];
}

function errorCells(grid: Grid, people: ReadonlySet<number>): readonly string[] {
  return grid.rows
    .filter(({ line }) => people.has(line))
    .flatMap(({ line, cells }) =>
      cells.flatMap((cell, column) => (cell?.isError === true ? [`${columnLetter(column)}${line}`] : [])),
    );
}

function holdsDays(grid: Grid): boolean {
  return grid.rows.some(({ cells }) => cells.some((cell) => cell?.day !== undefined));
}

function flag(kind: FileFlag["flag"], sheet: string | null, which: readonly string[]): FileFlag {
  return { flag: kind, sheet, count: which.length, which: which.slice(0, MOST_NAMED) };
}
