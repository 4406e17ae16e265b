// The days of a class as rosters hold them: one in each column, or both in one: "3 s.d. 7 Juni 2024".
import { addDays, type Day, dayOf } from "../../time/calendar.js";
import { monthNamed } from "../../time/calendar-words.js";
import { readDay } from "../../time/read-day.js";
import { saidText } from "./said-text.js";

export type DaysReading =
  | { readonly ok: true; readonly startOn: Day | null; readonly endOn: Day | null }
  | { readonly ok: false };

const BETWEEN =
  /\s+(?:s ?[./]? ?d\.?|sampai(?: dengan)?|hingga|to|until|-|–|—)\s+|\s*[–—]\s*|(?<=\d)\s*-\s*(?=\d{1,2}[ /.-]?[a-z/])/i;

/** A number alone is a day counted by a spreadsheet: 1 is 1 January 1900, so 36526 is 2000-01-01. */
const SERIAL = { first: 36_526, last: 73_050, dayBeforeFirst: "1999-12-31" } as const;

/** Birthdays and slips of the century are no days of a class. */
const YEARS = { first: "2000", last: "2100" } as const;

/** @param today decides the year where none is written */
export function readRosterDays(startCell: string, endCell: string, today: Day): DaysReading {
  const start = readCell(saidText(startCell), today);
  const end = readCell(saidText(endCell), today);
  if (start === "unreadable" || end === "unreadable") return { ok: false };
  const startOn = start[0] ?? null;
  const endOn = end.at(-1) ?? (start.length === 2 ? (start[1] ?? null) : null);
  const isContradiction = start.length === 2 && end.length > 0 && start[1] !== end.at(-1);
  if (isContradiction || (startOn !== null && endOn !== null && endOn < startOn)) return { ok: false };
  return { ok: true, startOn, endOn };
}

/** No day, one day, or the first and the last. */
function readCell(text: string, today: Day): readonly Day[] | "unreadable" {
  if (text === "") return [];
  const one = readOne(text, today);
  if (one !== undefined) return [one];
  const [first, last, ...more] = text.split(BETWEEN);
  if (first === undefined || last === undefined || more.length > 0) return "unreadable";
  const endOn = readOne(last, today);
  const startOn = readOne(completed(first, last), today);
  return startOn === undefined || endOn === undefined || endOn < startOn ? "unreadable" : [startOn, endOn];
}

function readOne(written: string, today: Day): Day | undefined {
  const text = written.replace(
    /(?<=\d)[ T]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2}| ?WI[BT]| ?WITA)?$/i,
    "",
  );
  const serial = /^\d{5}(\.0+)?$/.test(text) ? Number(text) : 0;
  if (serial >= SERIAL.first && serial <= SERIAL.last) return addDays(SERIAL.dayBeforeFirst, serial - SERIAL.first + 1);
  const [, year, month, day] = /^(20\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  if (!saysDayAndMonth(text)) return undefined;
  const reading = readDay(text, today);
  return reading.ok && reading.day >= YEARS.first && reading.day < YEARS.last ? reading.day : undefined;
}

/** "Besok", "3 hari lagi" and "tanggal 3" mean something in a chat only. */
function saysDayAndMonth(text: string): boolean {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return /\d+\D+\d+/.test(text) || (/\d/.test(text) && words.some((word) => monthNamed(word) !== undefined));
}

/** The first day gets the month and year that are written once, behind the last: "3 - 7 Juni 2024", "30 Mei - 3 Juni 2024". */
function completed(first: string, last: string): string {
  if (/\d{4}/.test(first)) return first;
  const [, month = "", year = ""] = /^(?:[a-z']+,? )?\d{1,2}[ /.-]*(.*?)[ /.-]*(\d{4})?$/i.exec(last) ?? [];
  const isDayAlone = /^(?:[a-z']+,? )?\d{1,2}$/i.test(first);
  const separator = /^\d+$/.test(month) ? "/" : " ";
  return [first, ...(isDayAlone ? [month] : []), ...(year === "" ? [] : [year])].join(separator);
}
