/** Calendar days, clock times and instants in Indonesia's zones, and reading times of day as people write them (days: read-day.ts). */
import { HOUR_IN_PART_OF_DAY, hourInDigits } from "./calendar-words.js";
import { tidyWords } from "./day-spelling.js";
import { utcOffsetHours, type Zone } from "./zone.js";

/** A calendar day, "2024-06-03": the same words everywhere, an instant nowhere. */
export type Day = `${number}-${number}-${number}`;

/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whether the text is a day that exists, written as we write days: "2024-02-30" is none. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** The day of these numbers (month from 1), or undefined when there is none, as for 31 June. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const text = `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
  return isDay(text) ? text : undefined;
}

/** The calendar day that people in this zone have at this instant. */
export function dayIn(zone: Zone, instant: Date): Day {
  return isoDay(localMillis(zone, instant)) as Day;
}

/** The clock time that people in this zone have at this instant, "08:00". Show it with its zone's label. */
export function timeIn(zone: Zone, instant: Date): string {
  return new Date(localMillis(zone, instant)).toISOString().slice(11, 16);
}

/** The instant at which it is this time ("08:00") of this day in this zone. @throws RangeError when there is no such time. */
export function instantAt(zone: Zone, day: Day, time: string): Date {
  return new Date(startOf(day) + minutesOf(time) * MINUTE - utcOffsetHours(zone) * HOUR);
}

/** Minutes since midnight. @throws RangeError unless the time is written "HH:MM", 00:00 to 23:59. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`Not a time of day: ${time}`);
  return Number(hours) * 60 + Number(minutes);
}

/** "16:30"; as minutesOf(), the other way. */
export function timeOf(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function addDays(day: Day, n: number): Day {
  return isoDay(startOf(day) + n * DAY) as Day;
}

/** How many days after `from` the day `to` comes; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to) - startOf(from)) / DAY;
}

export function weekday(day: Day): Weekday {
  return (new Date(startOf(day)).getUTCDay() || 7) as Weekday;
}

export type TimeReading =
  | { readonly ok: true; readonly time: string }
  | { readonly ok: false; readonly reason: "unreadable" | "impossible" };

/**
 * Reads a clock time to "HH:MM": "08.30", "8:30", "pukul 8", "jam 2 siang", "2:30 pm", and "setengah 8", which is half an hour
 * *before* eight. A zone's label behind it is allowed and not interpreted: the class's zone is known already.
 */
export function readTime(input: string): TimeReading {
  const text = hourInDigits(tidyWords(input).replace(/^(pukul|pkl|jam|at)\b\.? ?/, ""));
  const form = /^(setengah )?(\d{1,2})(?:[.:](\d{2})|(?<=\d{2})(\d{2}))? ?([a-z]+)?(?: (?:wib|wita|wit))?$/.exec(text);
  if (form === null) return { ok: false, reason: "unreadable" };
  const [, half, hourText, colonMinutes, bareMinutes, lastWord] = form;
  const partOfDay = lastWord !== undefined && !/^(wib|wita|wit)$/.test(lastWord) ? lastWord : undefined;
  const toHour = partOfDay === undefined ? (hour: number) => hour : HOUR_IN_PART_OF_DAY[partOfDay];
  if (toHour === undefined) return { ok: false, reason: "unreadable" };

  const hour = toHour(Number(hourText));
  const minutes = Number(colonMinutes ?? bareMinutes ?? 0);
  if (hour === undefined || hour > 23 || minutes > 59) return { ok: false, reason: "impossible" };
  const total = (hour * 60 + minutes - (half === undefined ? 0 : 30) + 24 * 60) % (24 * 60);
  const isSaid = partOfDay === undefined && /^[1-9]$/.test(hourText ?? "");
  const meant = isSaid && total < EARLIEST_SAID_MINUTES ? total + 12 * 60 : total;
  return { ok: true, time: `${pad(Math.floor(meant / 60))}:${pad(meant % 60)}` };
}

/** "jam 2" and "setengah 1" are in the afternoon, as every class says them: nothing begins before six. In full, "02.00", it is the night. */
const EARLIEST_SAID_MINUTES = 6 * 60;

/** The few days that are around are counted from again and again: a morning's reminders ask for them a hundred thousand times. */
const STARTS = new Map<Day, number>();
const MOST_KEPT = 2000;

/** Days are counted at UTC midnight, where every day has 24 hours. */
function startOf(day: Day): number {
  const known = STARTS.get(day);
  if (known !== undefined) return known;
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  const start = Date.parse(`${day}T00:00:00Z`);
  if (STARTS.size >= MOST_KEPT) STARTS.clear();
  STARTS.set(day, start);
  return start;
}

/** The instant whose UTC fields read as this zone's clock. */
function localMillis(zone: Zone, instant: Date): number {
  return instant.getTime() + utcOffsetHours(zone) * HOUR;
}

/** By how many days it is since 1970; asked for as often as their starts. */
const NAMES = new Map<number, string>();

function isoDay(millis: number): string | undefined {
  if (Number.isNaN(millis)) return undefined;
  const number = Math.floor(millis / DAY);
  const known = NAMES.get(number);
  if (known !== undefined) return known;
  const name = new Date(millis).toISOString().slice(0, 10);
  if (NAMES.size >= MOST_KEPT) NAMES.clear();
  NAMES.set(number, name);
  return name;
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, "0");
}
