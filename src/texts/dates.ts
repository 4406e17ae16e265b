// Days and times as people read them; every clock time carries its zone.

import type { Language } from "../domain/people/person.js";
import { type Day, dayIn, timeIn } from "../domain/time/calendar.js";
import { type Zone, zoneLabel } from "../domain/time/zone.js";

const LOCALES = { id: "id-ID", en: "en-GB" } as const;

/** "Senin, 3 Juni 2024" · "Monday 3 June 2024" */
export function longDay(language: Language, day: Day): string {
  return format(language, day, "long");
}

/** "3 Juni 2024" · "3 June 2024" */
export function plainDay(language: Language, day: Day): string {
  return format(language, day, "plain");
}

/** "Juni 2024" · "June 2024" */
export function monthAndYear(language: Language, day: Day): string {
  return format(language, day, "month");
}

/** "31 Mei" · "31 May": where the year goes without saying. */
export function dayAndMonth(language: Language, day: Day): string {
  return format(language, day, "bare");
}

/** "Sen 3 Jun" · "Mon 3 Jun": for buttons and lists. */
export function shortDay(language: Language, day: Day): string {
  return format(language, day, "short").replace(",", "");
}

/** "3/6/2024": where there is little room, and the year tells one from another. */
export function bareDay(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}/${month}/${year}`;
}

/** "3–7 Juni 2024"; months and years are said once where they are the same. */
export function daySpan(language: Language, from: Day, to: Day): string {
  if (from === to) return plainDay(language, from);
  const dayOnly = String(Number(from.slice(8)));
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOnly}–${plainDay(language, to)}`;
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${plainDay(language, from)} – ${plainDay(language, to)}`;
  return `${dayAndMonth(language, from)} – ${plainDay(language, to)}`;
}

/** "08.00 WIB" · "08:00 WIB" */
export function clockTime(language: Language, zone: Zone, instant: Date): string {
  return `${bareTime(language, timeIn(zone, instant))} ${zoneLabel(zone)}`;
}

/** "08.00–09.30 WIB" */
export function timeSpan(language: Language, zone: Zone, from: Date, to: Date): string {
  return `${bareTime(language, timeIn(zone, from))}–${clockTime(language, zone, to)}`;
}

/** "Senin, 3 Juni 2024 pukul 08.00 WIB" · "Monday 3 June 2024 at 08:00 WIB" */
export function dayAndTime(language: Language, zone: Zone, instant: Date): string {
  const at = language === "id" ? "pukul" : "at";
  return `${longDay(language, dayIn(zone, instant))} ${at} ${clockTime(language, zone, instant)}`;
}

/** "Sen 3 Jun 08.00 WIB" · "Mon 3 Jun 08:00 WIB": for lists. */
export function shortDayAndTime(language: Language, zone: Zone, instant: Date): string {
  return `${shortDay(language, dayIn(zone, instant))} ${clockTime(language, zone, instant)}`;
}

/** "08.30" · "08:30"; only where the zone stands beside it. */
export function bareTime(language: Language, time: string): string {
  return language === "id" ? time.replace(":", ".") : time;
}

const FORMS = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  plain: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  bare: { day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** To make one takes longer than to use it a hundred times; a sheet of ten thousand people says thirty thousand days. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** A morning's reminders say the same few days thousands of times. */
const SAID = new Map<string, string>();
const MOST_SAID = 2000;

function format(language: Language, day: Day, form: keyof typeof FORMS): string {
  const key = `${language} ${form}`;
  const known = SAID.get(`${key} ${day}`);
  if (known !== undefined) return known;
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...FORMS[form], timeZone: "UTC" });
  FORMATS.set(key, format);
  const said = format.format(new Date(`${day}T00:00:00Z`));
  if (SAID.size >= MOST_SAID) SAID.clear();
  SAID.set(`${key} ${day}`, said);
  return said;
}
