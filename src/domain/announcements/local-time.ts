// When an announcement leaves: at a time by each receiver's own clock, so that "08:00" is 08:00 in Papua too.
import { addDays, type Day, instantAt, isDay, readTime } from "../time/calendar.js";
import { readDay } from "../time/read-day.js";
import { isRestDay, isWorkingInstant, type RestDays } from "../time/working-hours.js";
import { ZONES, type Zone } from "../time/zone.js";

/** "2026-06-29T08:00", by the clock of each reader. */
export type LocalTime = `${Day}T${string}`;

export function localTimeOf(day: Day, time: string): LocalTime {
  return `${day}T${time}`;
}

export function partsOf(at: LocalTime): { day: Day; time: string } {
  const [day = "", time = ""] = at.split("T");
  return { day: day as Day, time };
}

/** Whether this is one, from a button or a column. */
export function isLocalTime(text: string): text is LocalTime {
  const { day, time } = partsOf(text as LocalTime);
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

export function instantIn(zone: Zone, at: LocalTime): Date {
  const { day, time } = partsOf(at);
  return instantAt(zone, day, time);
}

/** Where it is that time already, or later. The east is first. */
export function zonesDue(at: LocalTime, now: Date): Zone[] {
  return ZONES.filter((zone) => instantIn(zone, at) <= now);
}

/** So long after its time it still leaves by itself; later its words may be overtaken, and somebody decides. */
const LATE_MILLISECONDS = 24 * 3_600_000;

/** Whether its time there is past for longer than that: the bot did not run then. `resumedAt`: somebody has decided since. */
export function isStale(zone: Zone, at: LocalTime, resumedAt: Date | null, now: Date): boolean {
  const since = Math.max(instantIn(zone, at).getTime(), resumedAt?.getTime() ?? 0);
  return now.getTime() - since > LATE_MILLISECONDS;
}

/** past: everywhere. rest_day, at_night: nobody is written to then, and it would leave at another time than was said. */
export type LocalTimeProblem = "past" | "rest_day" | "at_night";

/** Clocks differ and hours of rest do not: what is night by one is night by all. */
export function localTimeProblem(at: LocalTime, now: Date, rest: RestDays): LocalTimeProblem | null {
  if (zonesDue(at, now).length === ZONES.length) return "past";
  if (isRestDay(partsOf(at).day, rest)) return "rest_day";
  return isWorkingInstant("Asia/Jakarta", instantIn("Asia/Jakarta", at), rest) ? null : "at_night";
}

/** The next days on which people are written to, from this one on. */
export function workingDaysFrom(today: Day, count: number, rest: RestDays): Day[] {
  const days: Day[] = [];
  for (let day = today; days.length < count; day = addDays(day, 1)) if (!isRestDay(day, rest)) days.push(day);
  return days;
}

export interface LocalTimeReading {
  /** More than one where several may be meant. None: they said no day. */
  days: Day[];
  /** Null: they said none. */
  time: string | null;
}

/** "Senin 8" is a day; a time says that it is one. */
const SAYS_A_TIME =
  /[.:]|^(pukul|pkl|jam|at)\b|\b(pagi|siang|sore|malam|morning|afternoon|evening)\b|(?<![a-z])(am|pm)\b/i;
const PART_OF_DAY = /^(.+?) (?:in the )?(pagi|siang|sore|malam|morning|afternoon|evening)$/i;

/**
 * Reads "Senin 08.00", "8 Juli pukul 9", "besok jam 8 pagi", "besok pagi jam 8", "jam 8 besok", a day alone, a time alone; null where it is
 * neither.
 */
export function readLocalTime(input: string, today: Day): LocalTimeReading | null {
  const words = input
    .replace(/\b(waktu setempat|local time)\b/gi, "")
    .trim()
    .split(/[\s,]+/);
  const said = (from: number, to: number) => words.slice(from, to).join(" ");
  const ends = words.map((_, at) => at).slice(1);
  const dayFirst = ends.map((at) => [said(0, at), said(at, words.length)] as const);
  const timeFirst = ends.map((at) => [said(at, words.length), said(0, at)] as const);
  for (const [day, time] of [...dayFirst.reverse(), ...timeFirst.reverse()]) {
    const both = dayAndTime(day, time, today);
    if (both !== null) return both;
  }
  const whole = words.join(" ");
  const days = daysIn(whole.replace(PART_OF_DAY, "$1"), today);
  if (days.length > 0) return { days, time: null };
  const time = readTime(whole);
  return time.ok ? { days: [], time: time.time } : null;
}

/** "besok pagi", "jam 8": the part of the day goes with the time, wherever it stands. */
function dayAndTime(day: string, time: string, today: Day): LocalTimeReading | null {
  const [, bare = day, part] = PART_OF_DAY.exec(day) ?? [];
  const whole = part === undefined ? time : `${time} ${part}`;
  if (!SAYS_A_TIME.test(whole)) return null;
  const read = readTime(whole);
  const days = read.ok ? daysIn(bare, today) : [];
  return read.ok && days.length > 0 ? { days, time: read.time } : null;
}

/** Those from today on; what is past is kept where nothing else can be meant, to be told so. */
function daysIn(text: string, today: Day): Day[] {
  const read = readDay(text, today, { side: "ahead" });
  if (read.ok) return [read.day];
  if (read.reason !== "doubtful") return [];
  const ahead = read.days.filter((day) => day >= today).sort();
  return ahead.length > 0 ? ahead : [...read.days];
}
