// Takes back the reminders about a plan that wait to leave: what they ask for has just been done.
import type { PostKind } from "../../../domain/messages/post-kind.js";
import type { Store } from "../../../ports.js";

/** What asks somebody to do something about a plan. */
export const ASKING_KINDS: PostKind[] = ["plan_reminder", "snoozed_reminder", "nudge", "plans_asked"];

/** Call it in the transaction that writes the fact, with the plan locked. */
export async function endReminders(store: Store, planId: number, cause: string, now: Date): Promise<void> {
  const ended = await store.outbox.cancelAbout(`plan:${planId}`, cause, now, ASKING_KINDS);
  // They may have been about the library's other plans too, which are still owed one.
  if (ended > 0) await lookAgain(store, [planId]);
}

/** The same of many plans, by few statements. */
export async function endRemindersOfAll(store: Store, planIds: number[], cause: string, now: Date): Promise<void> {
  const subjects = planIds.map((id) => `plan:${id}`);
  const ended = planIdsIn(await store.outbox.cancelAboutAny(subjects, cause, now, ASKING_KINDS));
  if (ended.length > 0) await lookAgain(store, ended);
}

/** Of one person alone, who has nothing to do with these plans any more; the others are reminded as before. Returns the kinds. */
export async function endRemindersTo(
  store: Store,
  personId: number,
  planIds: number[],
  cause: string,
  now: Date,
): Promise<PostKind[]> {
  const taken = [];
  for (const planId of planIds) {
    taken.push(...(await store.outbox.takeBack({ subject: `plan:${planId}`, personId }, cause, now, ASKING_KINDS)));
  }
  const others = planIdsIn(taken.flatMap(({ subjects }) => subjects)).filter((id) => !planIds.includes(id));
  if (others.length > 0) await lookAgain(store, others);
  return taken.map(({ kind }) => kind);
}

/** The jobs owe the libraries' people again whatever reminder is open. */
export async function lookAgain(store: Store, planIds: number[]): Promise<void> {
  await store.plans.remindAgain(planIds);
  await store.snoozes.remindAgain(planIds);
}

/** The plans among what a post is about, each once. */
export function planIdsIn(subjects: Iterable<string>): number[] {
  const ids = [...subjects].flatMap((subject) => /^plan:(\d+)$/.exec(subject)?.[1] ?? []);
  return [...new Set(ids.map(Number))];
}
