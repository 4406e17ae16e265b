// The one place that writes a plan's effective deadline anew: after an extension, after a pause, and when its class's day has moved.
import { chunksOf } from "../../domain/chunks-of.js";
import { spansSince } from "../../domain/people/pause.js";
import { effectiveDeadline } from "../../domain/plans/deadline.js";
import type { Store } from "../../ports.js";

/** As many plans as are held in memory at once: those of a large regency. */
const BATCH = 2000;

/** Call it in the transaction that changes what deadlines follow from. Plans are locked, in the order of their ids. */
export async function settleDeadlines(store: Store, planIds: readonly number[]): Promise<void> {
  const inOrder = [...new Set(planIds)].sort((a, b) => a - b);
  for (const some of chunksOf(inOrder, BATCH)) {
    const facts = await store.deadlines.factsOf(some);
    await store.deadlines.set(
      facts.map(({ planId, startsOn, classDueOn, extensions, pauses }) => ({
        planId,
        dueOn: effectiveDeadline(classDueOn, extensions, spansSince(pauses, startsOn)),
        pausedUntil: pauses.at(-1)?.untilOn ?? null,
      })),
    );
  }
}

/** … of all plans that a class's day is the deadline of; some are there before anybody has joined, those that a trainer tells of. */
export async function settleDeadlinesOfClass(store: Store, classId: number): Promise<void> {
  await settleDeadlines(store, await store.deadlines.planIdsOf(classId));
}
