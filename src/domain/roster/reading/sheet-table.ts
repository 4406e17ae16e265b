// One sheet taken for a roster: its heading, its columns, its people.
import { findHeading, type Heading, supposedHeading } from "../columns/find-heading.js";
import { settleColumns } from "../columns/settle-columns.js";
import { type Group, groupOf, withGroup } from "../lines/group-heading.js";
import { tableLines } from "../lines/table-lines.js";
import type { RosterLine } from "../roster-line.js";
import type { Grid, Row } from "./grid.js";
import type { RosterChoices, RosterTable } from "./roster-reading.js";
import { SheetView } from "./sheet-view.js";

export interface SheetTable {
  readonly grid: Grid;
  readonly table: RosterTable;
  readonly lines: readonly RosterLine[];
  /** The heading says what the columns hold. Else somebody must. */
  readonly hasHeading: boolean;
  /** Who the names are is not certain. */
  readonly isDoubtful: boolean;
}

export function sheetTable(grid: Grid, choices: RosterChoices): SheetTable {
  const view = new SheetView(grid);
  const found = findHeading(view);
  const heading = found ?? supposedHeading(view);
  const last = heading?.rows.at(-1)?.line ?? 0;
  const rows = grid.rows.filter(({ line }) => line > last);
  const { columns, unclear } = settleColumns(view, heading, rows, choices);
  const hasHeading = found !== undefined || choices.columns !== undefined;
  const { lines, leftOut } = tableLines(view, columns, rows, saidAbove(view, heading));
  return {
    grid,
    table: {
      ...{ sheet: grid.name, heading: linesOf(heading), columns, leftOut },
      // Where the heading may be none, nobody is certain who the people are.
      unclear: hasHeading || unclear.includes("name") ? unclear : ["name", ...unclear],
    },
    lines,
    hasHeading,
    // Without phones the people can be read all the same.
    isDoubtful: unclear.some((role) => role !== "phone"),
  };
}

function linesOf(heading: Heading | undefined): RosterTable["heading"] {
  const [first, last] = [heading?.rows[0], heading?.rows.at(-1)];
  return first === undefined || last === undefined ? null : { firstLine: first.line, lastLine: last.line };
}

/** What the sheet's name or the lines above the heading say of everybody: "Provinsi : Jambi". */
function saidAbove(view: SheetView, heading: Heading | undefined): Group {
  const top = heading?.rows[0]?.line ?? 0;
  const labels = view.grid.rows.filter(({ line }) => line < top).map((row) => labelIn(view, row));
  return [view.grid.name ?? "", ...labels].reduce<Group>((known, text) => {
    const group = groupOf(text);
    return group === undefined ? known : withGroup(known, group);
  }, {});
}

/** A label and its value stand in one cell or in two; without the colon it is the letterhead of the one who sends the file. */
function labelIn(view: SheetView, row: Row): string {
  const text = view
    .ownColumns(row)
    .map((column) => view.text(row, column))
    .join(" ");
  return text.split(":").length === 2 ? text : "";
}
