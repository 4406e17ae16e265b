// Words that name a day, but not which one: a weekday, a week, a day of the month without its month. The days that may be meant.
import { addDays, type Day, daysBetween, weekday } from "./calendar.js";
import {
  DAYS_FROM_TODAY,
  NEAREST_AHEAD,
  NEAREST_BACK,
  PARTS_OF_DAY,
  TURNS_FROM_THIS,
  WEEKDAY_NAMES,
} from "./calendar-words.js";
import { dayOfMonthMeant, monthMeant } from "./doubtful-month.js";
import type { Side } from "./meant-side.js";

const WEEK = 7;

/** The likeliest first; one where the words leave no doubt, none where they name no day. `text`: as tidyWords gives it. */
export function daysMeant(text: string, today: Day, side: Side | null): Day[] {
  const meant =
    weekdaysMeant(text, today) ??
    weekdayOfCountedDay(text, today) ??
    weekMeant(text, today) ??
    dayOfMonthMeant(text, today, side) ??
    monthMeant(text, today, side);
  return [...new Set(meant ?? [])];
}

/** "senin", "senin depan", "hari senin ini", "senin minggu depan", "next monday". */
function weekdaysMeant(text: string, today: Day): Day[] | null {
  const [, before, name = "", behind] =
    /^(?:hari )?(?:(this coming|next|last|this|coming) )?([a-z]+)(?: (.+))?$/.exec(weekBehind(text)) ?? [];
  const wanted = WEEKDAY_NAMES.get(name);
  if (wanted === undefined || (before !== undefined && behind !== undefined)) return null;
  const said = (before ?? behind)?.replace("this coming", "coming");
  const word = PARTS_OF_DAY.includes(said ?? "") ? undefined : said;
  // "minggu depan": next week, unless it is said to be a day.
  if (name === "minggu" && word !== undefined && !text.startsWith("hari ")) return null;

  const ahead = addDays(today, (wanted - weekday(today) + WEEK) % WEEK);
  const back = addDays(today, -((weekday(today) - wanted + WEEK) % WEEK));
  if (word === undefined) {
    return ahead === back ? [today, addDays(today, WEEK), addDays(today, -WEEK)] : nearestFirst([back, ahead], today);
  }
  const next = ahead === today ? addDays(today, WEEK) : ahead;
  const last = back === today ? addDays(today, -WEEK) : back;
  if (NEAREST_AHEAD.includes(word)) return [next];
  if (NEAREST_BACK.includes(word)) return [last];
  const [, week] = /^minggu (.+)$/.exec(word) ?? /^(next|last|this) week$/.exec(word) ?? [];
  const weeks = TURNS_FROM_THIS.get(week ?? word);
  if (weeks === undefined) return null;
  const inThatWeek = addDays(mondayOf(today), weeks * WEEK + wanted - 1);
  if (week !== undefined) return [inThatWeek];
  // On a Wednesday "jumat depan" may be the day after tomorrow, or the Friday of next week; "senin ini" the past or the coming one.
  return [weeks > 0 ? next : weeks < 0 ? last : inThatWeek, weeks === 0 ? ahead : inThatWeek];
}

/** "minggu depan senin", "next week on monday" in the usual order. */
function weekBehind(text: string): string {
  return text.replace(/^(minggu (?:depan|ini|lalu)|(?:next|this|last) week),? (?:hari |on )?([a-z]+)$/, "$2 $1");
}

/** "besok senin", "kemarin, hari minggu": one day where both agree, else either. */
function weekdayOfCountedDay(text: string, today: Day): Day[] | null {
  const [, counted = "", name = ""] = /^([a-z ]+?)[, (]+(?:hari )?([a-z]+)\)?$/.exec(text) ?? [];
  const [days, wanted] = [DAYS_FROM_TODAY.get(counted), WEEKDAY_NAMES.get(name)];
  if (days === undefined || wanted === undefined) return null;
  const day = addDays(today, days);
  const ahead = addDays(today, (wanted - weekday(today) + WEEK) % WEEK || WEEK);
  const back = addDays(today, -((weekday(today) - wanted + WEEK) % WEEK || WEEK));
  if (weekday(day) === wanted) return [day];
  return days === 0 ? [day, back, ahead] : [day, days > 0 ? ahead : back];
}

/** "minggu depan", "next week" may mean each day of that week, and the Sunday, which is "minggu" too. "akhir pekan" means its last two days. */
function weekMeant(text: string, today: Day): Day[] | null {
  const weekend = /^(?:(?:akhir pekan|weekend)(?: (.+))?|(?:the |(next|last|this) )?weekend)$/.exec(text);
  if (weekend !== null) {
    const weeks = TURNS_FROM_THIS.get(weekend[1] ?? weekend[2] ?? "ini");
    return weeks === undefined ? null : [5, 6].map((n) => addDays(mondayOf(today), weeks * WEEK + n));
  }
  const [, behind, before] = /^(?:pekan|minggu) (.+)$|^(next|last|this) week$/.exec(text) ?? [];
  const weeks = TURNS_FROM_THIS.get(behind ?? before ?? "");
  if (weeks === undefined) return null;
  const monday = addDays(mondayOf(today), weeks * WEEK);
  const days = Array.from({ length: WEEK }, (_, n) => addDays(monday, n));
  const isSundayToo = text.startsWith("minggu") && weeks > 0;
  return isSundayToo ? [addDays(mondayOf(today), WEEK - 1), ...days] : days;
}

function nearestFirst(days: readonly Day[], today: Day): Day[] {
  return [...days].sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}
