// Somebody else acts for a library from now on: what was still to be said to the one before is said to them.
import { dayIn } from "../../../domain/time/calendar.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { World } from "../../../ports.js";
import { endRemindersTo, lookAgain } from "./end-reminders.js";
import { openReminders } from "./open-reminders.js";

/** Call it in the transaction that writes the fact. `plans`: of the library. */
export async function passRemindersOn(
  inside: World,
  personId: number,
  plans: WorkPlan[],
  cause: string,
): Promise<void> {
  const { store, clock } = inside;
  const now = clock.now();
  const planIds = plans.map(({ id }) => id);
  const putOff = (await store.snoozes.running(planIds, now)).some((snooze) => snooze.personId === personId);
  await endRemindersTo(store, personId, planIds, cause, now);
  // What they have read is known in the library; what they stopped, put off or had no room for is not.
  if (putOff || (await isAnyUntold(inside, personId, plans))) await lookAgain(store, planIds);
}

async function isAnyUntold(inside: World, personId: number, plans: WorkPlan[]): Promise<boolean> {
  const { store, clock } = inside;
  const open = plans.flatMap((plan) => openReminders(inside, [plan], dayIn(plan.trainingClass.zone, clock.now())));
  for (const { subject } of open) {
    const posts = await store.outbox.postsAbout(subject);
    if (!posts.some((post) => post.left && post.personId === personId)) return true;
  }
  return false;
}
