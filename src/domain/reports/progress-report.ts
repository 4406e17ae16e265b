// A progress report's number, as it is told on the phone and typed into the chat, and how long what is written in it may be.

/** LP-<two digits of the year><class>-<serial in the class>, e.g. LP-2412-0031: no letters that look alike. */
export function reportNumber(cohortYear: number, classId: number, serial: number): string {
  return `LP-${String(cohortYear).slice(2)}${classId}-${String(serial).padStart(4, "0")}`;
}

/** In characters, of what somebody writes in a report beside the questions: what they do next, … */
export const LONGEST_NEXT_STEP = 200;
/** … an obstacle that is not on the list, … */
export const LONGEST_OWN_OBSTACLE = 200;
/** … and whatever else they want to tell: a message of 700 holds it. */
export const LONGEST_TOLD = 600;

const TYPED = /^(?:(?:nomor|no\.?|laporan|report|number) )*lp[ -]?(\d{3,9})[ -](\d{1,7})$/i;

/** Reads a number as people type it: "LP-2412-0031", "lp 2412 31", "nomor LP2412-0031". Null when the text is something else. */
export function readReportNumber(text: string): string | null {
  const [, prefix, serial] = TYPED.exec(text.trim()) ?? [];
  return prefix === undefined || serial === undefined ? null : `LP-${prefix}-${serial.padStart(4, "0")}`;
}
