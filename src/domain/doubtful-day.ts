// Words that name a day, but not which one: a weekday, a week, a day of the month without its month. The days that may be meant.
import { addDays, type Day, dayOf, daysBetween, weekday } from "./calendar.js";
import { WEEKDAY_NAMES, WEEKS_FROM_THIS } from "./calendar-words.js";

const WEEK = 7;

/** The nearest first; one where the words leave no doubt, none where they name no day. `text`: tidied, in small letters. */
export function daysMeant(text: string, today: Day): Day[] {
  return [...new Set(weekdaysMeant(text, today) ?? weekMeant(text, today) ?? daysOfMonth(text, today) ?? [])];
}

/** "senin", "senin depan", "hari senin ini", "next monday". */
function weekdaysMeant(text: string, today: Day): Day[] | null {
  const plain = text.replace(/^(?:hari|pada|di hari|on) /, "");
  const [, before, name = "", behind] =
    /^(?:(next|last|this|coming) )?([a-z']+)(?: ((?:minggu )?(?:depan|lalu|ini|kemarin|kmrn|berikut|berikutnya|mendatang|yang lalu|yg lalu|next week|last week|this week)))?$/.exec(
      plain,
    ) ?? [];
  const wanted = WEEKDAY_NAMES.get(name);
  const word = before ?? behind?.replace(/^minggu | week$/g, "");
  // "minggu depan": a Sunday, or any day of next week.
  if (wanted === undefined || (name === "minggu" && word !== undefined && !/^hari/.test(text))) return null;
  const back = (weekday(today) - wanted + WEEK) % WEEK;
  const ahead = (wanted - weekday(today) + WEEK) % WEEK;
  if (word === undefined) {
    const days = back === 0 ? [0, WEEK, -WEEK] : [-back, ahead];
    return days.sort((a, b) => Math.abs(a) - Math.abs(b)).map((n) => addDays(today, n));
  }
  const weeks = WEEKS_FROM_THIS.get(word) ?? 0;
  const inThatWeek = addDays(mondayOf(today), weeks * WEEK + wanted - 1);
  if (weeks === 0) return [inThatWeek];
  // On a Wednesday "jumat depan" may be the day after tomorrow, or the Friday of next week.
  const nearest = weeks > 0 ? addDays(today, ahead === 0 ? WEEK : ahead) : addDays(today, back === 0 ? -WEEK : -back);
  return behind?.includes("minggu") || behind?.includes("week") ? [inThatWeek] : [nearest, inThatWeek];
}

/** "minggu depan", "next week": any of its days, and the Sunday that "minggu" is too. */
function weekMeant(text: string, today: Day): Day[] | null {
  const [, behind, before] = /^minggu (.+)$|^(next|last|this) week$/.exec(text) ?? [];
  const weeks = WEEKS_FROM_THIS.get(behind ?? before ?? "");
  if (weeks === undefined) return null;
  const monday = addDays(mondayOf(today), weeks * WEEK);
  const days = Array.from({ length: WEEK }, (_, n) => addDays(monday, n));
  const sunday = addDays(mondayOf(today), WEEK - 1);
  return behind !== undefined && weeks > 0 ? [sunday, ...days] : days;
}

/** "tgl 3", "tanggal 3", "the 3rd", "3": of this month, the last or the next. */
function daysOfMonth(text: string, today: Day): Day[] | null {
  const [, name = "", of] = /^(?:hari )?([a-z']+),? (?:tgl|tanggal|the)\.? (\d{1,2}(?:st|nd|rd|th)?)$/.exec(text) ?? [];
  const wanted = WEEKDAY_NAMES.get(name);
  if (wanted !== undefined) return daysOfMonth(`tgl ${of}`, today)?.filter((day) => weekday(day) === wanted) ?? null;
  const number = Number(/^(?:tgl|tanggal|the|on the)?\.? ?(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1]);
  if (!(number >= 1 && number <= 31)) return null;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const days = [-2, -1, 0, 1, 2].flatMap((n) => {
    const index = year * 12 + month - 1 + n;
    return dayOf(Math.floor(index / 12), (index % 12) + 1, number) ?? [];
  });
  // The one before today and the one after; a month without such a day is passed over.
  const before = days.findLast((day) => day <= today);
  const after = days.find((day) => day >= today);
  return [before, after]
    .filter((day) => day !== undefined)
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}
