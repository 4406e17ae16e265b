// Whose turn it is on a day: the reminder of a plan that is open then, with the subject by which the outbox knows whether it was told.
// Also for what says it in a reminder's place, so that nobody is told of it twice.
import { ladderIn, type OpenRung, openRung, rungSubject } from "../../../domain/plans/plan-reminder.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { World } from "../../../ports.js";

export interface OpenReminder {
  plan: WorkPlan;
  rung: OpenRung;
  subject: string;
}

/** Of these plans, at most one of each. */
export function openReminders(
  { settings }: Pick<World, "settings">,
  plans: readonly WorkPlan[],
  day: Day,
): OpenReminder[] {
  return plans.flatMap((plan) => {
    const rung = openRung({ ...plan, classEndsOn: plan.trainingClass.endsOn }, day, ladderIn(settings));
    return rung === null ? [] : [{ plan, rung, subject: rungSubject(plan.id, rung.on) }];
  });
}
