// When the province helps with somebody: a plan of theirs is late by weeks, staff tried to reach them, and nothing was heard since.
import type { PlanState } from "../plans/plan-state.js";
import { addDays, type Day, dayIn, daysBetween } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";
import type { ContactWay } from "./care-act.js";
import { NUDGE_REST_DAYS } from "./follow-up.js";

export interface ProvinceRule {
  /** From so many days after its deadline on a plan is late enough. */
  lateDays: number;
  /** On so many days staff tried to reach its people. */
  tries: number;
}

/** Half of the month that a plan is given; and once may have been a day without signal, twice is not. */
export const DEFAULT_PROVINCE_RULE: ProvinceRule = { lateDays: 14, tries: 2 };

/** Of the settings: what they say, else the default. */
export const provinceRuleIn = ({ provinceRule = DEFAULT_PROVINCE_RULE }: { provinceRule?: ProvinceRule }) =>
  provinceRule;

/** How staff tried: by a reminder in the bot, or outside of it; contacted: in none of the ways that are named. */
export type TryWay = ContactWay | "reminded" | "contacted";

/** For so long somebody who was reached has time to answer; then the try was in vain. */
export const ANSWER_DAYS = NUDGE_REST_DAYS;

/** So long it is news that somebody is with the province: from one Monday to the next. */
export const NEW_DAYS = 7;

export interface ProvinceFacts {
  state: PlanState;
  /** The effective deadline: an extension and a pause move it. */
  dueOn: Day;
  /** The day to which the reminder was put off, by its people or by a pause. They are reminded then, and have that day to answer. */
  putOffTo: Day | null;
  /** When somebody of the library last reported, asked for help or wrote, no matter about which plan. */
  lastHeardAt: Date | null;
  /** When staff reminded its people of this plan or spoke to them about it, in any order. */
  triedAt: readonly Date[];
  zone: Zone;
}

/** The first day on which a plan is with the province, past or to come; null: not by what was tried so far. Several tries of one day are one. */
export function withProvinceFrom(plan: ProvinceFacts, { lateDays, tries }: ProvinceRule): Day | null {
  if (plan.state === "done") return null;
  const { lastHeardAt, putOffTo, zone } = plan;
  const inVain = plan.triedAt.filter((at) => lastHeardAt === null || at > lastHeardAt);
  const last = [...new Set(inVain.map((at) => dayIn(zone, at)))].sort()[tries - 1];
  if (last === undefined) return null;
  const days = [addDays(plan.dueOn, lateDays), addDays(last, ANSWER_DAYS)];
  return [...days, ...(putOffTo === null ? [] : [addDays(putOffTo, 1)])].sort().at(-1) ?? null;
}

/**
 * Since when somebody is with the province, by the first of their plans that is; null: they are not. Nothing is kept of it, so it ends by
 * itself: with a word of theirs, more time, a pause. storage/caseload/plan-facts.ts and person-facts.ts say it in SQL.
 */
export function withProvinceSince(
  person: { hasJoined: boolean; pausedTo: Day | null; plans: readonly ProvinceFacts[] },
  today: Day,
  rule: ProvinceRule,
): Day | null {
  if (!person.hasJoined || (person.pausedTo !== null && today < person.pausedTo)) return null;
  const [since = null] = person.plans.flatMap((plan) => withProvinceFrom(plan, rule) ?? []).sort();
  return since !== null && since <= today ? since : null;
}

/** Storage says it too (person-facts.ts). */
export function isNewWithProvince(since: Day, today: Day): boolean {
  return daysBetween(since, today) < NEW_DAYS;
}
