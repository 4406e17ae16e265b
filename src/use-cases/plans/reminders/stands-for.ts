// What another message says in place of a reminder: the outbox finds it by the reminder's subject, so that nobody is told of it twice.
import { ladderIn, type OpenRung, openRung, rungSubject } from "../../../domain/plans/plan-reminder.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { World } from "../../../ports.js";

interface StoodFor {
  plan: WorkPlan;
  rung: OpenRung;
  subject: string;
}

/** The reminders of these plans whose turn it is on that day. */
export function remindersOn({ settings }: World, plans: readonly WorkPlan[], day: Day): StoodFor[] {
  return plans.flatMap((plan) => {
    const rung = openRung({ ...plan, classEndsOn: plan.trainingClass.endsOn }, day, ladderIn(settings));
    return rung === null ? [] : [{ plan, rung, subject: rungSubject(plan.id, rung.on) }];
  });
}

/** By the moment, not by the message: anyone who puts off two messages to the same morning is reminded of a plan once. */
export function snoozeSubject({ personId, until }: { personId: number; until: Date }, planId: number): string {
  return `snooze:${personId}:${until.getTime()}:${planId}`;
}
