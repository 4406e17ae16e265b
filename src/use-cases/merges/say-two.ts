// An admin looked at both and says that they are two: nobody is asked about them again.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { type FoundPair, findPair, type Pair } from "./find-pair.js";

/** Twice is once. */
export async function sayTwo(
  world: World,
  actor: KnownActor,
  pair: Pair,
): Promise<{ kind: "said" } | Exclude<FoundPair, { kind: "found" }>> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const now = inside.clock.now();
    const found = await findPair(inside, actor, pair);
    if (found.kind !== "found") return found;
    const { kind, staysId, goesId } = pair;
    const ids = { lowId: Math.min(staysId, goesId), highId: Math.max(staysId, goesId) };
    const isNew = await store.merges.sayTwo(kind, ids, actor.person.id, now);
    if (isNew) {
      const isPeople = kind === "people";
      const subject = isPeople ? `person:${ids.lowId}` : `place:${await store.merges.placeCodeOf(ids.lowId)}`;
      const details = isPeople ? { shown: [`person:${ids.highId}`] } : {};
      await store.audit.record({ actorId: actor.person.id, action: "merge.two", subject, details }, now);
    }
    return { kind: "said" };
  });
}
