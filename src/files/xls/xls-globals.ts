// What all sheets of a workbook share.
import type { Epoch } from "../cells/day-number.js";
/** What all sheets share. */
export interface XlsGlobals {
  epoch: Epoch;
  readonly strings: string[];
  /** By the number of the cell's look. */
  readonly dayStyles: boolean[];
}
