// When a trainer is told that a plan is late: the participant is asked first, and whoever was spoken to gets time to act.
import { addDays, type Day } from "./calendar.js";
import { isOverdue } from "./deadline.js";
import type { PlanState } from "./work-plan.js";
import { addWorkingDays, type RestDays } from "./working-hours.js";

/** overdue: late without a word · stuck: the last report says so · help: the participant asked for it. */
export type FollowUpReason = "overdue" | "stuck" | "help";

/** reported: the participant did it themselves · contacted: the trainer spoke to them · extended: the day moved · noted: seen. */
export type FollowUpResolution = "reported" | "contacted" | "extended" | "noted";

/** The participant is asked on the first morning and has that day to answer, so the trainer hears of it on the second working day. */
export const ALERT_AFTER_WORKING_DAYS = 2;

/** A report or a talk buys a week: village staff work on their plans beside other duties, mostly at week's end. */
export const REST_DAYS = 7;

/** After a nudge three days, long enough for a weekend and short enough that two nudges fit into a week. */
export const NUDGE_REST_DAYS = 3;

/** After the working day has begun and before the village office gets busy. */
export const ALERT_TIME = "08:00";

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
  /** The latest day to which any follow-up of the plan, open or resolved, is at rest. */
  restUntil: Day | null;
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

/** Whether a trainer is (still) to be told about this plan today. */
export function needsTrainer(plan: FollowUpFacts, today: Day, rest: RestDays): boolean {
  return (
    isOverdue(plan.state, plan.dueOn, today) &&
    today >= addWorkingDays(plan.dueOn, ALERT_AFTER_WORKING_DAYS, rest) &&
    !isAtRest(plan, today)
  );
}

/** The trainer has acted, or the participant has reported since the due day: no alert for now. */
export function isAtRest(plan: FollowUpFacts, today: Day): boolean {
  const end = restEndOf(plan);
  return end !== null && today < end;
}

/** The first day on which the plan is no longer at rest; null when nothing has put it to rest since it is due. */
function restEndOf({ dueOn, lastReportOn, restUntil }: FollowUpFacts): Day | null {
  const ends = [
    ...(lastReportOn !== null && lastReportOn > dueOn ? [addDays(lastReportOn, REST_DAYS)] : []),
    ...(restUntil !== null && restUntil > dueOn ? [restUntil] : []),
  ];
  return ends.sort().at(-1) ?? null;
}

/** Once a plan and deadline, and once more after each rest that ended with the plan still late. */
function keyOf(plan: FollowUpFacts): string {
  const end = restEndOf(plan);
  return `overdue:${plan.planId}:${plan.dueOn}${end === null ? "" : `:${end}`}`;
}
