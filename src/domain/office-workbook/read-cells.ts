// Cells of an office's sheets: days, clock times and numbers, as spreadsheets keep them and as people type them.

import { serialDay } from "../roster/lines/serial-day.js";
import type { Cell, Grid } from "../roster/reading/grid.js";
import { readRosterDays } from "../roster/reading/read-roster-days.js";
import { said } from "../roster/reading/sheet-view.js";
import { type Day, readTime } from "../time/calendar.js";

/** null: nothing there · undefined: something that is no day */
export function readDayCell(cell: Cell | undefined, epoch: Grid["epoch"], today: Day): Day | null | undefined {
  const known = serialDay(cell, epoch);
  if (known !== undefined) return known;
  const text = said(cell);
  if (text === "") return null;
  const days = readRosterDays(text, "", today);
  return days.ok && days.endOn === null ? (days.startOn ?? undefined) : undefined;
}

/** A time is a part of a day to a spreadsheet: 0.354166 is 08:30. "8.3" was typed as 8.30 where the point is a decimal sign. */
export function readTimeCell(cell: Cell | undefined): string | null | undefined {
  const text = said(cell);
  if (text === "") return null;
  const { number } = cell ?? {};
  if (number !== undefined && number >= 0 && number < 1) {
    const minutes = Math.round(number * 24 * 60);
    return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
  }
  // "8:30:00" is how spreadsheets show a time of their own, in CSV too: "5:30:00" is early, where people who say "5.30" mean the afternoon.
  const typed = text.replace(
    /^(\d{1,2})([.:]\d{2})[.:]\d{2}(?=$|\s)/,
    (_, hour, minutes) => hour.padStart(2, "0") + minutes,
  );
  const reading = readTime(number === undefined ? typed : typed.replace(/^(\d{1,2})[.,](\d)$/, "$1.$20"));
  return reading.ok ? reading.time : undefined;
}

/** "08.00 - 10.00" in one cell. */
export function readTimesCell(cell: Cell | undefined): {
  from: string | null | undefined;
  to: string | null | undefined;
} {
  const parts = said(cell).split(/\s*(?:s\.?\s*\/?d\.?|sampai|[-–—])\s*/i);
  if (parts.length !== 2) return { from: readTimeCell(cell), to: null };
  const [from = "", to = ""] = parts;
  return { from: readTimeCell({ text: from }), to: readTimeCell({ text: to }) };
}

/** The first whole number: "Gelombang 2" is 2. */
export function readNumberCell(cell: Cell | undefined, from: number, to: number): number | null | undefined {
  const text = said(cell);
  if (text === "") return null;
  const number = Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
  return number >= from && number <= to ? number : undefined;
}

/** "K12", as the workbook that goes out has it. null: nothing there · undefined: something that is no code */
export function readCodeCell(cell: Cell | undefined, letter: "K" | "S"): number | null | undefined {
  const text = said(cell).toUpperCase();
  if (text === "") return null;
  const digits = /^([KS]?)[ -]?(\d{1,9})$/.exec(text);
  return digits !== null && (digits[1] === "" || digits[1] === letter) ? Number(digits[2]) : undefined;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
