// Days as spreadsheets keep them: a number of days since an epoch, and a format that shows it as a day.
import { addDays, type Day } from "../../domain/time/calendar.js";

export type Epoch = 1900 | 1904;

/** 1 March 1900: from then on both the calendar and the spreadsheets, which know a 29 February 1900, count alike. */
const FIRST_CERTAIN = 61;
/** 31 December 9999, the last day that spreadsheets know. */
const LAST = 2_958_465;
const BETWEEN_EPOCHS = 1462;

/** Formats that files name by number only (ECMA-376, 18.8.30): the days among them; hours alone are no day. */
const DAY_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, ...range(27, 31), 34, 35, 36, ...range(50, 58)]);

/** The day of such a number, its hours cut off; undefined where there is none. */
export function dayOfNumber(value: number, epoch: Epoch): Day | undefined {
  const from1900 = Math.floor(value) + (epoch === 1904 ? BETWEEN_EPOCHS : 0);
  if (!(from1900 >= FIRST_CERTAIN && from1900 <= LAST)) return undefined;
  return addDays("1899-12-30", from1900);
}

/** Whether a number in this format is shown as a day. @param code the format as the file writes it, "dd/mm/yyyy" */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAY_FORMATS.has(id);
  const [first = ""] = code.split(";");
  // What stands in quotes, behind a backslash or in brackets is shown as it is: "dana", [Red], [$-421].
  const letters = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").toLowerCase();
  if (/general|[0#?]/.test(letters)) return false;
  return /[dy]/.test(letters) || (letters.includes("m") && !/[hs]/.test(letters));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
