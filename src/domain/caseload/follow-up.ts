// From when on a late plan is its trainer's turn: the participant is asked first, and anyone who was spoken to gets time to act. Whether the
// trainer is told of it: morning.ts.

import { isOverdue } from "../plans/deadline.js";
import type { PlanState } from "../plans/plan-state.js";
import { addDays, type Day } from "../time/calendar.js";
import { addWorkingDays, type RestDays } from "../time/working-hours.js";

/** overdue: late without a word · stuck: the last report says so · help: the participant asked for it. */
export type FollowUpReason = "overdue" | "stuck" | "help";

/** reported: the participant did it themselves · contacted: the trainer spoke to them · extended: the day moved · noted: seen. */
export type FollowUpResolution = "reported" | "contacted" | "extended" | "noted";

/** The participant is asked on the first morning and has that day to answer, so the trainer hears of it on the second working day. */
const ALERT_AFTER_WORKING_DAYS = 2;

/** A report or a talk buys a week: village staff work on their plans beside other duties, mostly at week's end. */
export const REST_DAYS = 7;

/** After a nudge three days, long enough for a weekend and short enough that two nudges fit into a week. */
export const NUDGE_REST_DAYS = 3;

/** A reminder of staff is noted under this, and behind it plan, day and act: what was tried is read by it. */
export const NUDGED = "nudge:";

/** The latest due day of which a trainer can hear on that day. */
export function latestDueDayToAlert(today: Day, rest: RestDays): Day {
  let day = addDays(today, -ALERT_AFTER_WORKING_DAYS);
  while (addWorkingDays(day, ALERT_AFTER_WORKING_DAYS, rest) > today) day = addDays(day, -1);
  return day;
}

export interface FollowUpFacts {
  planId: number;
  state: PlanState;
  /** The effective deadline. */
  dueOn: Day;
  lastReportOn: Day | null;
  /** The latest day to which any follow-up of the plan, open or resolved, is at rest: its people were nudged or spoken to. */
  restUntil: Day | null;
  /** The day to which its people put off the reminder about it; they are reminded then, and have that day to answer. */
  putOffTo: Day | null;
  /** A follow-up about being overdue is open. */
  isOpen: boolean;
}

export interface OwedFollowUp {
  key: string;
  planId: number;
  dueOn: Day;
}

/** What is to be raised: late plans that nobody has dealt with and for which none is open yet. */
export function followUpsToRaise(plans: readonly FollowUpFacts[], today: Day, rest: RestDays): OwedFollowUp[] {
  return plans
    .filter((plan) => !plan.isOpen && needsTrainer(plan, today, rest))
    .map((plan) => ({ key: keyOf(plan), planId: plan.planId, dueOn: plan.dueOn }));
}

/**
 * How a plan stands today with those who follow it up: in_time · asked: late since a day or so, its people were asked and the trainer
 * need not act yet · resting: late, and somebody has acted or answered lately · owed: late, and it is the trainer's turn.
 */
export type Lateness = "in_time" | "asked" | "resting" | "owed";

export type LatenessFacts = Pick<FollowUpFacts, "state" | "dueOn" | "lastReportOn" | "restUntil" | "putOffTo">;

/** The one answer for the alert, /terlambat, /ringkasan, the page of a person and every count. storage/caseload/plan-facts.ts says it in SQL. */
export function latenessOf(plan: LatenessFacts, today: Day, rest: RestDays): Lateness {
  if (!isOverdue(plan.state, plan.dueOn, today)) return "in_time";
  if (isAtRest(plan, today)) return "resting";
  return today >= addWorkingDays(plan.dueOn, ALERT_AFTER_WORKING_DAYS, rest) ? "owed" : "asked";
}

/** Whether a trainer is (still) to be told about this plan today. */
export function needsTrainer(plan: LatenessFacts, today: Day, rest: RestDays): boolean {
  return latenessOf(plan, today, rest) === "owed";
}

/** The trainer has acted, or the participant has reported since the due day or put the reminder off: no alert for now. */
function isAtRest(plan: Omit<LatenessFacts, "state">, today: Day): boolean {
  const end = restEndOf(plan);
  return end !== null && today < end;
}

/** The first day on which the plan is no longer at rest; null when nothing has put it to rest since it is due. */
export function restEndOf({ dueOn, lastReportOn, restUntil, putOffTo }: Omit<LatenessFacts, "state">): Day | null {
  const ends = [
    ...(lastReportOn !== null && lastReportOn > dueOn ? [addDays(lastReportOn, REST_DAYS)] : []),
    ...(restUntil !== null ? [restUntil] : []),
    ...(putOffTo !== null ? [addDays(putOffTo, 1)] : []),
  ].filter((end) => end > dueOn);
  return ends.sort().at(-1) ?? null;
}

/** A plan that is in time rests too, when its people were just spoken to: they need not be on top of a list. */
export function isLeftAlone(
  { restUntil, putOffTo }: Pick<LatenessFacts, "restUntil" | "putOffTo">,
  today: Day,
): boolean {
  return [restUntil, putOffTo].some((day) => day !== null && today < day);
}

/** Once a plan and deadline, and once more after each rest that ended with the plan still late. */
function keyOf(plan: FollowUpFacts): string {
  const end = restEndOf(plan);
  return `overdue:${plan.planId}:${plan.dueOn}${end === null ? "" : `:${end}`}`;
}
