// Writes a table as a file that a spreadsheet opens by itself, with nothing in it that the spreadsheet would carry out.

/** Semicolons and the mark in front: with Indonesian settings a comma is a decimal sign, and accents need to be announced. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

/**
 * Where a cell begins for the one who splits the file: with other settings than ours that is a comma or a tab, within our cells, and
 * our quotes do not hold there, because for that reader they stand in the middle of a cell. Full-width signs count as signs.
 */
const FORMULA = /(^|[,;|\t\r\n])([\s"]*)(?=[=+\-@＝＋－＠])/g;

/** As domain/people/phone.ts writes it. With a space behind the first digits no spreadsheet can work it out. */
const WRITTEN_PHONE = /^\+62 \d{3}-\d{3,4}-\d{3,5}$|^\+\d{1,4}( \d{4})+$/;

function cell(value: string, column: number): string {
  // A phone number may keep its plus: a spreadsheet reads a number. Not first in its row, where for another reader more follows it.
  if (column > 0 && (/^\+\d+$/.test(value) || WRITTEN_PHONE.test(value))) return value;
  const safe = value.replace(FORMULA, "$1$2'").replace(/^[\t\r\n]/, "'$&");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
