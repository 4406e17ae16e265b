// An admin who opens their practice keeps it for a while longer.
import type { Actor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";

/** Once a day is often enough for an age of a month. */
const AGAIN_AFTER_HOURS = 24;

export async function usePractice({ store, clock }: World, { practiceCohortId = null }: Actor): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - AGAIN_AFTER_HOURS * 3_600_000);
  if (practiceCohortId !== null) await store.practice.noteUse(practiceCohortId, { now, before });
}
