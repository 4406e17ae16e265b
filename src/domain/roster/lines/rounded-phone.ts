// A phone number as its cell holds it, and whether the spreadsheet has lost its last digits.
import type { Cell } from "../reading/grid.js";
import { said } from "../reading/sheet-view.js";

export interface PhoneCell {
  readonly text: string;
  readonly isRounded: boolean;
}

/** A number of eleven digits that ends in six zeros was 6.28E+11 once; one phone number in a million ends so. */
const WAS_ROUNDED = /^[1-9]\d{4,}0{6}$/;

/** Spreadsheets keep fifteen digits; of longer numbers the last ones are zeros. */
const MOST_DIGITS = 15;

export function phoneCell(cell: Cell | undefined): PhoneCell {
  const text = said(cell);
  const [, first, rest = "", power] = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(text) ?? [];
  if (first !== undefined) return fromPower(text, first + rest, Number(power));
  const isNumber = cell?.number !== undefined || /^\d+$/.test(text);
  const isRounded = isNumber && (WAS_ROUNDED.test(text) || (cell?.number !== undefined && text.length > MOST_DIGITS));
  return isRounded && cell?.number !== undefined ? { text: asShown(cell.number), isRounded } : { text, isRounded };
}

/** "6.28123456789E+11" still holds every digit; "6.28E+11" does not. */
function fromPower(text: string, digits: string, power: number): PhoneCell {
  const isWhole = digits.length === power + 1 && !WAS_ROUNDED.test(digits);
  return isWhole ? { text: digits, isRounded: false } : { text, isRounded: true };
}

/** As the sender sees it: "6.28E+11". Nobody takes this for a number to call. */
function asShown(number: number): string {
  return number.toExponential(2).replace("e+", "E+");
}

/** Several cells of one person, each number once. */
export function joinPhones(cells: readonly PhoneCell[]): PhoneCell {
  const byDigits = new Map<string, PhoneCell>();
  for (const cell of cells) {
    // 0812…, 62812… and 812… are the same from behind.
    const digits = cell.text.replace(/\D/g, "").slice(-9);
    if (cell.text !== "" && !byDigits.has(digits)) byDigits.set(digits, cell);
  }
  const different = [...byDigits.values()];
  return {
    text: different.map(({ text }) => text).join(" / "),
    isRounded: different.length === 1 && different[0]?.isRounded === true,
  };
}
