// From the sheets of a file to the people in it, or to the question that a person must answer first.

import { mayBeNames } from "../columns/guess-column.js";
import { fileFlags } from "../file-flags.js";
import { chooseSheets } from "./choose-sheets.js";
import type { Grid } from "./grid.js";
import type { RosterChoices, RosterReading, SheetOffer } from "./roster-reading.js";
import { type SheetTable, sheetTable } from "./sheet-table.js";

export interface RosterFileFacts {
  readonly grids: readonly Grid[];
  /** No mark says which letters a text file means. */
  readonly isEncodingGuessed: boolean;
}

export function readRoster({ grids, isEncodingGuessed }: RosterFileFacts, choices: RosterChoices = {}): RosterReading {
  const tables = grids.filter(({ rows }) => rows.length > 0).map((grid) => sheetTable(grid, choices));
  const choice = chooseSheets(tables, choices);
  const flagsFor = (taken: readonly SheetTable[]) => fileFlags(grids, taken, isEncodingGuessed);
  if (choice.kind === "asked") {
    return { verdict: "asked", askedBecause: "which-sheet", sheets: offers(choice.sheets), flags: flagsFor([]) };
  }
  const taken = choice.kind === "taken" ? choice.sheets : tables.filter(isTable);
  const flags = flagsFor(taken);
  const isUnclear = choice.kind === "unknown" || taken.some(({ isDoubtful, hasHeading }) => isDoubtful || !hasHeading);
  // Whose names stand nowhere yet is nobody's line yet.
  if (taken.length === 0 || (!isUnclear && taken.every(({ lines }) => lines.length === 0))) {
    return { verdict: "refused", refusedBecause: "no-people", flags };
  }
  if (isUnclear) {
    return { verdict: "asked", askedBecause: "which-columns", sheets: offers(taken), flags };
  }
  const lines = taken.flatMap((one) => one.lines);
  return { verdict: "read", tables: taken.map(({ table }) => table), lines, flags };
}

/** A letter typed into a spreadsheet has one column, a budget no names. */
function isTable({ grid, table, lines, hasHeading }: SheetTable): boolean {
  const mayHoldPeople =
    lines.length > 0 || (!hasHeading && table.columns.some(({ samples }) => samples.length > 0 && mayBeNames(samples)));
  return !grid.isHidden && table.columns.length > 1 && mayHoldPeople;
}

function offers(tables: readonly SheetTable[]): readonly SheetOffer[] {
  return tables.map(({ grid, table, lines, hasHeading }) => {
    return { sheet: grid.name, isHidden: grid.isHidden, people: lines.length, hasHeading, table };
  });
}
