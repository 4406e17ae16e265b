// Writes a table as a file that a spreadsheet opens by itself, with nothing in it that the spreadsheet would carry out.

/** Semicolons and the mark in front: with Indonesian settings a comma is a decimal sign, and accents need to be announced. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

function cell(value: string): string {
  // A name that begins like a formula stays a name; a phone number may keep its plus.
  const safe = /^[=+\-@\t\r]/.test(value) && !/^\+\d+$/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
