// Numbers of spreadsheets as cells.
import type { Cell } from "../../domain/roster/reading/grid.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import { dayOfNumber, type Epoch } from "./day-number.js";

/** A number as its cell: all its digits, whatever the format shows of them; or the day that it stands for. */
export function numberCell(number: number, isDay: boolean, epoch: Epoch): Cell {
  if (!Number.isFinite(number)) throw new FileRefusal("broken", "a number that is none");
  const day = isDay ? dayOfNumber(number, epoch) : undefined;
  if (day !== undefined) return { text: day, number, day };
  // Above 21 digits only the power is certain; such a number is nothing that we read.
  return {
    text: Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number),
    number,
  };
}
