// Takes back the reminders about a plan that wait to leave: what they ask for has just been done.
import type { Store } from "../../ports.js";

/** Call it in the transaction that writes the fact, with the plan locked. */
export async function endReminders(store: Store, planId: number, cause: string, now: Date): Promise<void> {
  const ended = await store.outbox.cancelAbout(`plan:${planId}`, cause, now, [
    "plan_reminder",
    "snoozed_reminder",
    "nudge",
    "plans_asked",
  ]);
  // They may have been about the library's other plans too, which are still owed one.
  if (ended === 0) return;
  await store.plans.remindAgain(planId);
  await store.snoozes.remindAgain(planId);
}
