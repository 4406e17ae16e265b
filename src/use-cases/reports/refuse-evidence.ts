// Files that turned out to be something else than they said: they are no evidence, and their senders hear of it once.
import type { EvidenceToCopy } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";

/** Twice is once: who was told of it is no longer there to be told of. Returns how many were dropped. */
export async function refuseEvidence(world: World, evidence: EvidenceToCopy[]): Promise<number> {
  const together = new Map<string, EvidenceToCopy[]>();
  for (const one of evidence) {
    const key = `${one.senderId}:${one.planId}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  let dropped = 0;
  for (const files of together.values()) dropped += await refuse(world, files);
  return dropped;
}

/** All of one sender about one plan. */
async function refuse(world: World, files: EvidenceToCopy[]): Promise<number> {
  const [first] = files;
  if (first === undefined) return 0;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const sender = first.senderId === null ? null : await store.people.find(first.senderId);
    if (sender !== null) await store.people.hold([sender.id]);
    const dropped = await store.reports.dropEvidence(files.map(({ id }) => id));
    const plan = await store.plans.find(first.planId);
    if (sender !== null && plan !== null && dropped.length > 0) {
      const say = { files: dropped.length, type: plan.type };
      const key = `evidence-refused:${Math.min(...dropped)}`;
      await postTo(inside, [
        { key, kind: "answer", to: sender, names: [], say: ({ reports }) => reports.files.notWhatTheySay(say) },
      ]);
    }
    return dropped.length;
  });
}
