// Days in cells: spreadsheets keep them as numbers.
import { addDays, type Day } from "../../time/calendar.js";
import type { Cell, Grid } from "../reading/grid.js";

/** 2000 to 2099: the days that classes can have. Smaller numbers are something else. */
const SERIALS = { first: 36_526, last: 73_050 } as const;
const BETWEEN_EPOCHS = 1462;

/** The day of a cell under a heading for days: one that the file shows as a day, or a bare number of days since the epoch. */
export function serialDay(cell: Cell | undefined, epoch: Grid["epoch"]): Day | undefined {
  if (cell?.day !== undefined) return cell.day;
  if (cell?.number === undefined) return undefined;
  const from1900 = Math.floor(cell.number) + (epoch === 1904 ? BETWEEN_EPOCHS : 0);
  return from1900 >= SERIALS.first && from1900 <= SERIALS.last ? addDays("1899-12-30", from1900) : undefined;
}
