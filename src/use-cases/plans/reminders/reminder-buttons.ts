// The buttons under every reminder of plans: to answer now, or later.
import { action } from "../../../domain/messages/action.js";
import type { Button } from "../../../domain/messages/message.js";
import type { PlanState } from "../../../domain/plans/plan-state.js";
import { isWritten } from "../../../domain/plans/work-plan.js";
import type { Texts } from "../../../texts/index.js";

const tone = "primary" as const;

export function reminderButtons(
  { workPlans, reports }: Texts,
  { plans, canSnooze }: { plans: readonly { state: PlanState }[]; canSnooze: boolean },
): Button[][] {
  // Who has not told us a plan yet is led to it; a report about it would have nothing to be about.
  const unwritten = plans.filter(({ state }) => !isWritten(state));
  const answers: Button[] = [
    ...(unwritten.length < plans.length ? [{ label: reports.open, data: action("reports"), tone }] : []),
    ...(unwritten.length > 0 ? [{ label: workPlans.open, data: action("plans"), tone }] : []),
  ];
  return [answers, ...(canSnooze ? [[{ label: workPlans.snooze.later, data: action("snooze") }]] : [])];
}
