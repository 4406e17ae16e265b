// The buttons under every reminder of plans: to answer now, or later.
import { action } from "../../domain/action.js";
import type { Button } from "../../domain/message.js";
import type { Texts } from "../../texts/index.js";

export function reminderButtons(
  { workPlans, reports }: Texts,
  { toWrite, canSnooze }: { toWrite: boolean; canSnooze: boolean },
): Button[][] {
  const answer: Button = toWrite
    ? { label: workPlans.open, data: action("plans"), tone: "primary" }
    : { label: reports.open, data: action("reports"), tone: "primary" };
  return [[answer], ...(canSnooze ? [[{ label: workPlans.snooze.later, data: action("snooze") }]] : [])];
}
