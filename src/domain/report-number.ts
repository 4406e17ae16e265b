// The number on a report's receipt: told on the phone, typed into the chat, so short and without look-alike letters.

/** LP-<two digits of the year><class>-<serial in the class>, e.g. LP-2412-0031. */
export function reportNumber(cohortYear: number, classId: number, serial: number): string {
  return `LP-${String(cohortYear).slice(2)}${classId}-${String(serial).padStart(4, "0")}`;
}

/** Reads a number as people type it: "LP-2412-0031", "lp 2412 31", "nomor LP2412-0031". Null when there is none in the text. */
export function readReportNumber(text: string): string | null {
  const [, prefix, serial] =
    /^(?:nomor|no\.?|laporan|report|number)? ?lp[ -]?(\d{3,9})[ -](\d{1,7})$/i.exec(text.trim()) ?? [];
  return prefix === undefined || serial === undefined ? null : `LP-${prefix}-${serial.padStart(4, "0")}`;
}
