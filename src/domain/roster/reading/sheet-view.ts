// A sheet as a person sees it: texts cleaned, merged cells holding what is drawn in them.
import { cleanWords } from "../../words/clean-words.js";
import type { Cell, Grid, Merge, Row } from "./grid.js";

export class SheetView {
  readonly width: number;
  private readonly downwards = new Map<number, Merge[]>();
  private readonly rowByLine = new Map<number, Row>();

  constructor(readonly grid: Grid) {
    this.width = grid.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    for (const row of grid.rows) this.rowByLine.set(row.line, row);
    for (const merge of [...grid.merges].sort((a, b) => a.firstLine - b.firstLine)) {
      if (merge.lastLine > merge.firstLine) this.listOf(merge.firstColumn).push(merge);
    }
  }

  /** What the cell itself holds. */
  text(row: Row, column: number): string {
    return said(row.cells[column]);
  }

  /** The cell itself, or the one above that it is merged with; also whether it came from above. */
  filled(row: Row, column: number): { readonly cell: Cell | undefined; readonly isFromAbove: boolean } {
    const own = row.cells[column];
    if (own !== undefined) return { cell: own, isFromAbove: false };
    const merge = this.mergeOver(row.line, column);
    const above = merge === undefined ? undefined : this.rowByLine.get(merge.firstLine)?.cells[column];
    return { cell: above, isFromAbove: above !== undefined };
  }

  /** For headings: the text of the whole merged block, sideways too. */
  headingText(row: Row, column: number): string {
    const own = this.text(row, column);
    if (own !== "") return own;
    const merge = this.grid.merges.find(
      ({ firstLine, lastLine, firstColumn, lastColumn }) =>
        firstLine <= row.line && row.line <= lastLine && firstColumn <= column && column <= lastColumn,
    );
    const first = merge === undefined ? undefined : this.rowByLine.get(merge.firstLine);
    return merge === undefined || first === undefined ? "" : this.text(first, merge.firstColumn);
  }

  /** The columns in which this row itself holds a text. */
  ownColumns(row: Row): readonly number[] {
    return row.cells.flatMap((_, column) => (this.text(row, column) === "" ? [] : [column]));
  }

  private listOf(column: number): Merge[] {
    const list = this.downwards.get(column) ?? [];
    this.downwards.set(column, list);
    return list;
  }

  /** The last merged block of the column that begins at or above the line, if it reaches down to it. */
  private mergeOver(line: number, column: number): Merge | undefined {
    const list = this.downwards.get(column) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.firstLine ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    const merge = list[low - 1];
    return merge !== undefined && merge.lastLine >= line ? merge : undefined;
  }
}

/** Errors of formulas say nothing. Line breaks stay: two phones in a cell stand below each other. */
export function said(cell: Cell | undefined): string {
  if (cell === undefined || cell.isError === true) return "";
  const { text } = cell;
  // Most cells are plain, and looking is quicker than cleaning.
  if (/^[\x20-\x7e]*$/.test(text)) return text.trim().replace(/ {2,}/g, " ");
  return cleanWords(text)
    .replace(/ +/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
