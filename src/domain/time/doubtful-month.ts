// Words that name a month, or a day of one without saying which: "bulan depan", "akhir juni", "tanggal 3", "the 3rd of next month".
import { addDays, type Day, dayOf, daysBetween, weekday } from "./calendar.js";
import { monthNamed, TURNS_FROM_THIS, WEEKDAY_NAMES } from "./calendar-words.js";
import { meantOf, type Side } from "./meant-side.js";

/** A month of a year, counted from the year 0, so that the next is one more. */
type Month = number;

/** The days that "tanggal 3" may mean; one where the month is said beside it. Null where no day of a month is named. */
export function dayOfMonthMeant(text: string, today: Day, side: Side | null): Day[] | null {
  const [, name, rest = text] = /^(?:hari )?([a-z]+),? ((?:tanggal|the)\b.+|\d{1,2})$/.exec(text) ?? [];
  const wanted = WEEKDAY_NAMES.get(name ?? "");
  if (name !== undefined && wanted !== undefined) {
    const days = dayOfMonthMeant(rest, today, side);
    // "Senin tanggal 4", where no 4th is a Monday: both are offered rather than one believed.
    const agreeing = days?.filter((day) => weekday(day) === wanted) ?? [];
    return agreeing.length > 0 ? agreeing : days;
  }
  const said = inSaidMonth(text, today, side);
  if (said !== null) return said;
  const number = Number(/^(?:tanggal|the)?\.? ?(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1]);
  if (!(number >= 1 && number <= 31)) return null;
  const thisMonth = monthOf(today);
  const days = [-2, -1, 0, 1, 2].flatMap((n) => dayIn(thisMonth + n, number) ?? []);
  // The one before today and the one after; a month without such a day is passed over.
  const before = days.findLast((day) => day <= today);
  const after = days.find((day) => day >= today);
  return [before, after]
    .filter((day) => day !== undefined)
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
}

/** "tanggal 3 bulan depan", "bulan depan tanggal 3", "the 3rd of next month". */
function inSaidMonth(text: string, today: Day, side: Side | null): Day[] | null {
  const form =
    /^(?:tanggal|the) (\d{1,2})(?:st|nd|rd|th)?,? (?:of )?((?:bulan|month|next|last|this) ?.+)$/.exec(text) ??
    /^(\d{1,2})(?:st|nd|rd|th)? of ((?:next|last|this) month)$/.exec(text);
  const turned = /^(.*(?:bulan|month).*?),? (?:tanggal|the) (\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const month = monthSaid(form?.[2] ?? turned?.[1] ?? "", today, side);
  if (month === null) return null;
  const day = dayIn(month, Number(form?.[1] ?? turned?.[2]));
  return day === undefined ? null : [day];
}

/** "bulan depan", "juni", "akhir bulan", "early july": the days of that month, or of that part of it. */
export function monthMeant(text: string, today: Day, side: Side | null): Day[] | null {
  const [, part, rest = text] =
    /^(awal|pertengahan|akhir|early|beginning of|start of|mid|middle of|late|end of)[ -](.+)$/.exec(text) ?? [];
  const month = monthSaid(rest, today, side, part !== undefined);
  if (month === null) return null;
  const days = daysOf(month);
  if (part === undefined) return days;
  if (/^(awal|early|beginning|start)/.test(part)) return days.slice(0, DAYS_OF_A_PART);
  if (/^(akhir|late|end)/.test(part)) return days.slice(-DAYS_OF_A_PART);
  return days.slice(MIDDLE_FROM, MIDDLE_FROM + DAYS_OF_A_PART);
}

/** A week is as near as anybody means by "the end of June"; the middle one is that of the 12th to the 18th. */
const DAYS_OF_A_PART = 7;
const MIDDLE_FROM = 11;

const NEAR_MONTHS = 2;

/** "bulan depan", "next month", "bulan juni", "juni 2024". `alone`: "bulan" by itself is this one, as in "akhir bulan". */
function monthSaid(text: string, today: Day, side: Side | null, alone = false): Month | null {
  const thisMonth = monthOf(today);
  if (alone && /^(?:the )?(?:bulan|month)$/.test(text)) return thisMonth;
  const [, behind, before] = /^bulan (.+)$|^(?:the )?(next|last|this|coming) month$/.exec(text) ?? [];
  const turns = TURNS_FROM_THIS.get(behind ?? before ?? "");
  if (turns !== undefined) return thisMonth + turns;
  const [, name = "", year] = /^(?:bulan )?([a-z]+)(?: (\d{4}))?$/.exec(text) ?? [];
  const number = monthNamed(name);
  if (number === undefined) return null;
  if (year !== undefined) return Number(year) * 12 + number - 1;
  const ofThisYear = Math.floor(thisMonth / 12) * 12 + number - 1;
  // The nearest of that name: "desember" in January is last month.
  const months = [ofThisYear - 12, ofThisYear, ofThisYear + 12];
  return meantOf(months, (month) => month - thisMonth, { side, near: NEAR_MONTHS }) ?? null;
}

/** So many months later, on the same day of the month, or on its last where it has none such. */
export function addMonths(day: Day, n: number): Day {
  const month = monthOf(day) + n;
  const same = dayIn(month, Number(day.slice(8)));
  return same ?? (daysOf(month).at(-1) as Day);
}

function monthOf(day: Day): Month {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dayIn(month: Month, dayOfMonth: number): Day | undefined {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, dayOfMonth);
}

function daysOf(month: Month): Day[] {
  const first = dayIn(month, 1) as Day;
  return Array.from({ length: daysBetween(first, dayIn(month + 1, 1) as Day) }, (_, n) => addDays(first, n));
}
