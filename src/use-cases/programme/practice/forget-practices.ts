// What admins practised on and have forgotten goes, and they are told.
import { action } from "../../../domain/messages/action.js";
import { AGES, oldestKept } from "../../../domain/own-data/keeping.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { takeAwayPractice } from "./remove-practice.js";

/** Part of the job that forgets old traces. Twice is once: what is gone is gone, and told once. Returns how many went. */
export async function forgetPractices(world: World): Promise<number> {
  const before = oldestKept("practices", world.clock.now());
  let gone = 0;
  for (const { cohortId, ownerId } of await world.store.practice.unusedSince(before)) {
    const isGone = await world.transaction(async (inside) => {
      const { store } = inside;
      await store.programme.hold();
      await store.people.hold([ownerId]);
      // Opened meanwhile it stays.
      const still = await store.practice.unusedSince(before);
      if (!still.some((one) => one.cohortId === cohortId)) return false;
      await takeAwayPractice(inside, cohortId);
      const owner = await store.people.find(ownerId);
      if (owner === null) return true;
      await postTo(inside, [
        {
          key: `practice-gone:${cohortId}`,
          kind: "practice_gone",
          to: owner,
          names: [],
          say: ({ practice }) => ({
            ...practice.forgotten(AGES.practices.days),
            buttons: [[{ label: practice.button, data: action("practice") }]],
          }),
        },
      ]);
      return true;
    });
    if (isGone) gone += 1;
  }
  return gone;
}
