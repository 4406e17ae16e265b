// Gathers the rows of one sheet, whatever file they come from; what is empty takes no room.

import type { Cell, Grid, Merge, Row } from "../../domain/roster/reading/grid.js";
import { MOST_ROWS } from "../../domain/roster/reading/roster-reading.js";
import { startOf } from "../../domain/words/cut-to.js";
import { LONGEST_CELL, MOST_CELLS, MOST_COLUMNS } from "../bounds/bounds.js";
import { FileRefusal } from "../bounds/file-refusal.js";

/** Shared by the sheets of a file, so that their sum is bounded. */
export interface CellCount {
  cells: number;
}

export class GridBuilder {
  private readonly rows: Row[] = [];
  private cells: (Cell | undefined)[] = [];
  private readonly merges: Merge[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly unworkedFormulas: string[] = [];

  constructor(
    private readonly sheet: Pick<Grid, "name" | "isHidden" | "epoch">,
    private readonly count: CellCount,
  ) {}

  put(column: number, cell: Cell): void {
    if (column >= MOST_COLUMNS || (cell.text === "" && cell.number === undefined)) return;
    this.count.cells += 1;
    if (this.count.cells > MOST_CELLS) throw new FileRefusal("too-many-rows", `more than ${MOST_CELLS} cells`);
    this.cells[column] = cell.text.length > LONGEST_CELL ? { ...cell, text: startOf(cell.text, LONGEST_CELL) } : cell;
  }

  /** Ends a row, and keeps it if it holds something. Rows must come from above. */
  endRow(line: number, isHidden: boolean): void {
    if (this.cells.length === 0) return;
    if (this.rows.length >= MOST_ROWS) throw new FileRefusal("too-many-rows", `more than ${MOST_ROWS} rows`);
    this.rows.push({ line, isHidden, cells: this.cells });
    this.cells = [];
  }

  hideColumns(first: number, last: number): void {
    for (let column = first; column <= Math.min(last, MOST_COLUMNS - 1); column += 1) this.hiddenColumns.add(column);
  }

  merge(merge: Merge): void {
    if (merge.firstColumn >= MOST_COLUMNS || this.merges.length >= MOST_ROWS * 4) return;
    this.merges.push({ ...merge, lastColumn: Math.min(merge.lastColumn, MOST_COLUMNS - 1) });
  }

  foundNoValue(cell: string): void {
    this.unworkedFormulas.push(cell);
  }

  grid(): Grid {
    const { rows, merges, unworkedFormulas } = this;
    const hiddenColumns = [...this.hiddenColumns].sort((a, b) => a - b);
    return { ...this.sheet, rows, merges, unworkedFormulas, hiddenColumns };
  }
}
