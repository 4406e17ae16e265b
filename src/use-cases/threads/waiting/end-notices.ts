// What says that a question has no answer has no point once there is one, and leaves no more: the notice to the province, the reminder.
import type { ThreadBefore } from "../../../ports/plans/threads.js";
import type { World } from "../../../ports.js";

/** Of posts that are untrue once this thread is answered. */
export function unansweredSubject(threadId: number): string {
  return `unanswered:${threadId}`;
}

/** Returns the threads of which the province was to be told, and now is not. Their keys are free: taken back, an answer lets them wait again. */
export async function endNotices({ store, clock }: World, threadIds: number[]): Promise<Set<number>> {
  const untold = new Set<number>();
  for (const threadId of threadIds) {
    const wish = { subject: unansweredSubject(threadId) };
    const taken = await store.outbox.takeBack(wish, "answered", clock.now(), ["escalation", "question"]);
    if (taken.some(({ kind }) => kind === "escalation")) untold.add(threadId);
  }
  return untold;
}

/** How threads stood before an act answered them, for the day it is taken back: who was not told after all is to be told then. */
export async function endNoticesOf(inside: World, before: ThreadBefore[]): Promise<ThreadBefore[]> {
  const untold = await endNotices(
    inside,
    before.map(({ id }) => id),
  );
  return before.map((one) => (untold.has(one.id) ? { ...one, escalatedAt: null } : one));
}

/**
 * Where nothing is left to answer: nor do the province's own copies of the question leave, of a class without trainers. What they held counts
 * as arrived, so that its asker is not told that nobody could be reached.
 */
export async function endCopies({ store, clock }: World, threadId: number): Promise<void> {
  const taken = await store.outbox.takeBack({ subject: `thread:${threadId}` }, "answered", clock.now(), ["escalation"]);
  const messageIds = taken.flatMap(({ subjects }) =>
    subjects.flatMap((subject) => /^thread_message:(\d+)$/.exec(subject)?.[1] ?? []).map(Number),
  );
  if (messageIds.length > 0) await store.threads.settle(messageIds, "arrived");
}
