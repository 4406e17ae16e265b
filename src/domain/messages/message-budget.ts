// How many messages a participant gets from us unasked, whatever they are about and no matter who sends them: few a day, few a week.
import { addDays, type Day, dayIn, daysBetween, instantAt } from "../time/calendar.js";
import { addWorkingDays, isRestDay, type RestDays } from "../time/working-hours.js";
import type { Zone } from "../time/zone.js";

/** Which kinds of message spend it is in the table of post-kind.ts. Several that leave as one message spend one. */
export interface MessageBudget {
  perDay: number;
  /** In any seven days that end with a day that is not of the class's week. */
  perWeek: number;
  /** On a day of the class's week, whatever the week has had: anyone who takes part wants each day's agenda. */
  perClassDay: number;
}

export const DEFAULT_BUDGET: MessageBudget = { perDay: 1, perWeek: 4, perClassDay: 1 };

const WEEK_DAYS = 7;

export interface BudgetFacts {
  /** The receiver's local days on which something that spends has left; as many times as messages. */
  spentOn: readonly Day[];
  classWeeks: readonly ClassWeek[];
}

export interface ClassWeek {
  from: Day;
  to: Day;
}

/** From the working day before the class, on which people pack, to its last day. */
export function classWeekOf({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, rest: RestDays): ClassWeek {
  return { from: addWorkingDays(startsOn, -1, rest), to: endsOn };
}

export function hasRoom(day: Day, { spentOn, classWeeks }: BudgetFacts, budget: MessageBudget): boolean {
  const thatDay = spentOn.filter((spent) => spent === day).length;
  if (classWeeks.some(({ from, to }) => from <= day && day <= to)) return thatDay < budget.perClassDay;
  const thatWeek = spentOn.filter((spent) => {
    const ago = daysBetween(spent, day);
    return ago >= 0 && ago < WEEK_DAYS;
  }).length;
  return thatDay < budget.perDay && thatWeek < budget.perWeek;
}

/** What the outbox knows of a participant: the messages that have left and the days of their classes. */
export interface Spending {
  spent: readonly { at: Date; countsOn: Day | null }[];
  classes: readonly { startsOn: Day; endsOn: Day }[];
}

export function budgetFactsOf({ spent, classes }: Spending, zone: Zone, rest: RestDays): BudgetFacts {
  return {
    spentOn: spent.map(({ at, countsOn }) => countsOn ?? dayIn(zone, at)),
    classWeeks: classes.map((days) => classWeekOf(days, rest)),
  };
}

/** From when on it has to be known what was spent. */
export function budgetLooksBackTo(zone: Zone, now: Date): Date {
  return instantAt(zone, addDays(dayIn(zone, now), 1 - WEEK_DAYS), "00:00");
}

/** The first working day from this one on with room for one more. */
export function nextDayWithRoom(from: Day, facts: BudgetFacts, budget: MessageBudget, rest: RestDays): Day {
  let day = from;
  // Ends within a week of working days: what was spent grows old, and a budget is at least one.
  while (isRestDay(day, rest) || !hasRoom(day, facts, budget)) day = addDays(day, 1);
  return day;
}
