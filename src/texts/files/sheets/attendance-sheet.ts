// Names to sign beside, a column a day; and a few empty lines for those who are on no list.
import type { Sheet, SheetColumn } from "../../../domain/files/sheet.js";
import type { Day } from "../../../domain/time/calendar.js";
import { libraryAt } from "../../layouts/library-at.js";

export interface AttendanceWords {
  number: string;
  name: string;
  library: string;
  day(day: Day): string;
}

export interface AttendanceHead {
  title: string;
  notes: string[];
}

/** More on one sheet leaves no room to sign. */
const DAYS_A_SHEET = 5;
const EMPTY_LINES = 3;

export function attendanceSheets(
  words: AttendanceWords,
  head: AttendanceHead,
  { people, days }: { people: readonly { name: string; libraryName: string; place: string }[]; days: readonly Day[] },
): Sheet[] {
  const sheets: Sheet[] = [];
  for (let from = 0; from < days.length; from += DAYS_A_SHEET) {
    const these = days.slice(from, from + DAYS_A_SHEET);
    const columns: SheetColumn[] = [
      { heading: words.number, width: 4, holds: "number" },
      { heading: words.name, width: 24, holds: "text" },
      { heading: words.library, width: 24, holds: "text" },
      ...these.map((day): SheetColumn => ({ heading: words.day(day), width: 14, holds: "text" })),
    ];
    const named = people.map(({ name, libraryName, place }) => [...[name, libraryAt(libraryName, place)]]);
    const lines = [...named, ...Array.from({ length: EMPTY_LINES }, () => ["", ""])];
    sheets.push({
      ...{ ...head, columns, toWriteOn: true },
      rows: lines.map((line, at) => [at + 1, ...line, ...these.map(() => null)]),
    });
  }
  return sheets;
}
