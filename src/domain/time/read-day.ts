// Reads a day as people write it; words that may mean several days: doubtful-day.ts ("senin"), doubtful-month.ts ("akhir bulan").
import { addDays, type Day, dayOf, daysBetween, weekday } from "./calendar.js";
import { countNamed, DAYS_FROM_TODAY, monthNamed, WEEKDAY_NAMES } from "./calendar-words.js";
import { tidyWords } from "./day-spelling.js";
import { daysMeant } from "./doubtful-day.js";
import { addMonths } from "./doubtful-month.js";
import { meantOf, type Side } from "./meant-side.js";

export type DayReading =
  | { readonly ok: true; readonly day: Day }
  /** Several days may be meant, the likeliest first. */
  | { readonly ok: false; readonly reason: "doubtful"; readonly days: readonly Day[] }
  /** unreadable: no form that we know · impossible: a day that no calendar has · contradiction: "Senin, 4 Juni 2024" was a Tuesday */
  | { readonly ok: false; readonly reason: "unreadable" | "impossible" | "contradiction" };

/** What the question says of its answer. */
interface DayAsked {
  /** What "7 hari" alone is counted from, where that is an answer. */
  spansFrom?: Day | undefined;
  /** Whether what is asked about is still to come, or is over. A year that is not said is chosen by it. */
  side?: Side | null;
  /** The day that the answer follows, where there is one: the year is counted from it, not from today. */
  follows?: Day | undefined;
}

/** In days. Classes are entered a few weeks late, and days are put off that have just passed. */
const NEAR_DAYS = 60;

/**
 * Reads a day: "2024-06-03", "3/6/2024", "3-6", "3 Juni 2024", "Senin, 3 Juni", "June 3", "besok", "3 hari lagi", "senin depan".
 * Numbers are day, then month, as in Indonesia, and never swapped to make sense of them. Without a year it is the year that
 * brings the day nearest to today, so that "3/12" in January is last month's; see DayAsked for what is asked about one side.
 */
export function readDay(input: string, today: Day, { spansFrom, side = null, follows }: DayAsked = {}): DayReading {
  // As a button says it: "Hari ini (Kam 6 Jun)". The day that it names counts, not the one on which it is typed.
  const text = tidyWords(input).replace(/^(?:hari ini|besok|kemarin|today|tomorrow|yesterday) \((.*\d.*)\)$/, "$1");
  const after = spansFrom === undefined ? undefined : afterSpan(text, spansFrom);
  if (after !== undefined) return { ok: true, day: after };
  const counted = counting(text.replace(/^hari (?!ini)/, ""), today);
  if (counted !== undefined) return { ok: true, day: counted };
  const [meant, ...others] = daysMeant(text, today, side);
  if (meant !== undefined) {
    return others.length === 0 ? { ok: true, day: meant } : { ok: false, reason: "doubtful", days: [meant, ...others] };
  }
  return readDate(text, follows ?? today, side);
}

/** A date in numbers or with the month's name, with the weekday before it or not. */
function readDate(text: string, from: Day, side: Side | null): DayReading {
  const [, weekdayName, behind = ""] = /^(?:hari )?([a-z]+)[, (]+(.*\d.*?)\)?$/.exec(weekdayFirst(text)) ?? [];
  const saidWeekday = WEEKDAY_NAMES.get(weekdayName ?? "");
  const date = (saidWeekday === undefined ? text : behind)
    .replace(/^(?:tanggal\b\.?|hari|the) ?/, "")
    .replace(/^(\d{1,2}) bulan (\d{1,2})\b(?: tahun| th\.?)?/, (_, day, month) => `${day}/${month}`)
    .replace(/^(\d{1,2}\/\d{1,2}) (?=\d{4}$)/, "$1/")
    .replace(/ (?:bulan|tahun|th)\.? /g, " ");
  const written = datePartsOf(date);
  if (written === undefined) return { ok: false, reason: "unreadable" };
  const day = dayMeant(written, from, side);
  if (day === undefined) return { ok: false, reason: "impossible" };
  if (saidWeekday !== undefined && weekday(day) !== saidWeekday) return { ok: false, reason: "contradiction" };
  return { ok: true, day };
}

/** "17 Juni (Senin)" as "senin, 17 juni"; a month's name at the end is none of it. */
function weekdayFirst(text: string): string {
  const [, date, name = ""] = /^(.*\d.*?),? \(?([a-z]+)\)?$/.exec(text) ?? [];
  return date !== undefined && WEEKDAY_NAMES.has(name) ? `${name}, ${date}` : text;
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
  const monthFirst = /^([a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text);
  if (monthFirst) return dateParts(monthFirst[2], monthNamed(monthFirst[1] ?? ""), monthFirst[3]);
  return undefined;
}

function dateParts(dayText: string | undefined, month: number | undefined, year: string | undefined) {
  if (month === undefined) return undefined;
  const dayOfMonth = Number(dayText);
  if (year === undefined) return { dayOfMonth, month };
  return { dayOfMonth, month, year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

/** The day of these parts; without a year that of last, this or next year. */
function dayMeant({ dayOfMonth, month, year }: DateParts, from: Day, side: Side | null): Day | undefined {
  if (year !== undefined) return dayOf(year, month, dayOfMonth);
  const thisYear = Number(from.slice(0, 4));
  const days = [thisYear - 1, thisYear, thisYear + 1]
    .map((candidate) => dayOf(candidate, month, dayOfMonth))
    .filter((day) => day !== undefined);
  return meantOf(days, (day) => daysBetween(from, day), { side, near: NEAR_DAYS });
}

const AHEAD = "(?:yang )?(?:lagi|ke ?depan|mendatang|kemudian|akan datang|dari sekarang|from now|from today|later)";
const BACK = "(?:(?:yang )?(?:lalu|sebelumnya)|ago|before|earlier)";
const UNIT = "(hari|minggu|pekan|bulan|days?|weeks?|months?)";

/** "besok", "3 hari lagi", "in two weeks", "seminggu lagi", "sebulan yang lalu", "two days ago": counted from today. */
function counting(text: string, today: Day): Day | undefined {
  const named = DAYS_FROM_TODAY.get(text);
  if (named !== undefined) return addDays(today, named);
  const [, count, unit = "", back] =
    new RegExp(`^(?:dalam )?(se|[a-z]+ |\\d{1,3} ?)${UNIT} (?:${AHEAD}|(${BACK}))$`).exec(text) ??
    new RegExp(`^(?:in|within|dalam) (se|[a-z]+ |\\d{1,3} ?)${UNIT}$`).exec(text) ??
    [];
  const number = countNamed((count ?? "").trim());
  return number === undefined ? undefined : turned(today, back === undefined ? number : -number, unit);
}

/** "+7 hari", "seminggu", "tambah 2 minggu", "another week", "+7": so long after that day. */
function afterSpan(text: string, from: Day): Day | undefined {
  const [, another, counted, unit] =
    new RegExp(`^(?:(another) |(?:\\+|tambah(?:kan)? |add )? ?(se|[a-z]+ |\\d{1,3} ?))${UNIT}(?: more)?$`).exec(text) ??
    /^()\+ ?(\d{1,3})()$/.exec(text) ??
    [];
  const number = another === "another" ? 1 : countNamed((counted ?? "").trim());
  return number === undefined || unit === undefined ? undefined : turned(from, number, unit);
}

/** So many days, weeks or months later; a number without a unit counts days. */
function turned(from: Day, count: number, unit: string): Day {
  if (/^(bulan|month)/.test(unit)) return addMonths(from, count);
  return addDays(from, /^(minggu|pekan|week)/.test(unit) ? count * 7 : count);
}
