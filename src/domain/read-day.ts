// Reads a day as people write it.
import { addDays, type Day, dayOf, daysBetween, weekday } from "./calendar.js";
import { countNamed, DAYS_FROM_TODAY, monthNamed, tidyWords, WEEKDAY_NAMES } from "./calendar-words.js";
import { daysMeant } from "./doubtful-day.js";

export type DayReading =
  | { readonly ok: true; readonly day: Day }
  /** Several days may be meant, the likeliest first. */
  | { readonly ok: false; readonly reason: "doubtful"; readonly days: readonly Day[] }
  /** unreadable: no form that we know · impossible: a day that no calendar has · contradiction: "Senin, 4 Juni 2024" was a Tuesday */
  | { readonly ok: false; readonly reason: "unreadable" | "impossible" | "contradiction" };

/**
 * Reads a day: "2024-06-03", "3/6/2024", "3-6", "3 Juni 2024", "Senin, 3 Juni", "June 3", "besok", "3 hari lagi", "senin depan".
 * Numbers are day, then month, as in Indonesia, and never swapped to make sense of them. Without a year it is the year that
 * brings the day nearest to today, so that "3/12" in January is last month's.
 */
export function readDay(input: string, today: Day): DayReading {
  const text = tidyWords(input)
    .replace(/^(tgl|tanggal|hari)\b\.? (?!ini)/, "")
    .replace(/ (tahun|thn|th)\.? (?=\d)/, " ")
    // As a button says it: "Hari ini (Kam 6 Jun)". The day that it names counts, not the one on which it is typed.
    .replace(/^(?:hari ini|besok|kemarin|today|tomorrow|yesterday) \((.+)\)$/, "$1");
  const counted = DAYS_FROM_TODAY.get(text) ?? daysCounted(text);
  if (counted !== undefined) return { ok: true, day: addDays(today, counted) };
  const [meant, ...others] = daysMeant(tidyWords(input), today);
  if (meant !== undefined) {
    return others.length === 0 ? { ok: true, day: meant } : { ok: false, reason: "doubtful", days: [meant, ...others] };
  }

  const [, weekdayName, rest] = /^([a-z']+)[, ]+(.*\d.*)$/.exec(text) ?? [];
  const saidWeekday = WEEKDAY_NAMES.get(weekdayName ?? "");
  const written = datePartsOf(saidWeekday === undefined ? text : (rest ?? ""));
  if (written === undefined) return { ok: false, reason: "unreadable" };

  const day = nearestDay(written, today);
  if (day === undefined) return { ok: false, reason: "impossible" };
  if (saidWeekday !== undefined && weekday(day) !== saidWeekday) return { ok: false, reason: "contradiction" };
  return { ok: true, day };
}

interface DateParts {
  readonly dayOfMonth: number;
  readonly month: number;
  readonly year?: number;
}

function datePartsOf(text: string): DateParts | undefined {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return dateParts(yearFirst[4], Number(yearFirst[3]), yearFirst[1]);
  const numbers = /^(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?$/.exec(text);
  if (numbers) return dateParts(numbers[1], Number(numbers[3]), numbers[4]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]+)\.?,?(?:[ -]?(\d{4}|\d{2}))?$/.exec(text);
  if (dayFirst) return dateParts(dayFirst[1], monthNamed(dayFirst[2] ?? ""), dayFirst[3]);
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text);
  if (monthFirst) return dateParts(monthFirst[2], monthNamed(monthFirst[1] ?? ""), monthFirst[3]);
  return undefined;
}

function dateParts(dayText: string | undefined, month: number | undefined, year: string | undefined) {
  if (month === undefined) return undefined;
  const dayOfMonth = Number(dayText);
  if (year === undefined) return { dayOfMonth, month };
  return { dayOfMonth, month, year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

/** The day of these parts; without a year the nearest to today among last, this and next year's. */
function nearestDay({ dayOfMonth, month, year }: DateParts, today: Day): Day | undefined {
  if (year !== undefined) return dayOf(year, month, dayOfMonth);
  const thisYear = Number(today.slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((candidate) => dayOf(candidate, month, dayOfMonth))
    .filter((day) => day !== undefined)
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}

/** "3 hari lagi", "in two weeks", "seminggu lagi", "2 hari yang lalu", "two days ago" as days from today. */
function daysCounted(text: string): number | undefined {
  const [, indonesian, unit, way] = /^(se|[a-z]+ |\d{1,3} ?)(hari|minggu) (lagi|(?:yang |yg )?lalu)$/.exec(text) ?? [];
  const [, ahead, aheadUnit] = /^in ([a-z]+|\d{1,3}) (day|week)s?$/.exec(text) ?? [];
  const [, back, backUnit] = /^([a-z]+|\d{1,3}) (day|week)s? ago$/.exec(text) ?? [];
  const count = countNamed((indonesian ?? ahead ?? back ?? "").trim());
  if (count === undefined) return undefined;
  const days = /minggu|week/.test(unit ?? aheadUnit ?? backUnit ?? "") ? count * 7 : count;
  return way?.endsWith("lalu") === true || back !== undefined ? -days : days;
}
