// Months as buttons and files name them: 2024-06.
import { MOST_MONTHS_OF_A_FILE } from "../../domain/own-data/export.js";
import { addDays, type Day, isDay } from "../../domain/time/calendar.js";

export interface Months {
  from: Day;
  /** The last day of the last of them. */
  to: Day;
}

function firstOf(month: string): Day {
  return `${month}-01` as Day;
}

function nextMonth(first: Day): Day {
  return firstOf(addDays(first, 31).slice(0, 7));
}

/** The months before this one, by their first days; the latest first. */
export function lastMonths(today: Day, count: number): Day[] {
  const months = [firstOf(today.slice(0, 7))];
  while (months.length < count) months.push(firstOf(addDays(months.at(-1) ?? today, -1).slice(0, 7)));
  return months;
}

export function monthsIn({ from, to }: Months): Day[] {
  const months: Day[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

/** Null for what is no span of months, or too long a one. */
export function readMonths(from: string, to: string): Months | null {
  const [first, last] = [firstOf(from), firstOf(to)];
  if (!isDay(first) || !isDay(last) || last < first) return null;
  const months = { from: first, to: addDays(nextMonth(last), -1) };
  return monthsIn(months).length > MOST_MONTHS_OF_A_FILE ? null : months;
}
