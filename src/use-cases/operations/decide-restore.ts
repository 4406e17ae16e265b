// An operator sees that the data came from a backup, and decides what becomes of the messages that waited in it.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { RestoreDecision, Restored } from "../../ports/upkeep/restores.js";
import type { World } from "../../ports.js";

export type RestoreView = { kind: "not_allowed" } | { kind: "nothing_held" } | { kind: "held"; restored: Restored };

export async function viewRestore(world: World, actor: KnownActor): Promise<RestoreView> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const restored = await world.store.restores.held(world.clock.now());
  return restored === null ? { kind: "nothing_held" } : { kind: "held", restored };
}

export type DecideRestoreOutcome =
  | { kind: "not_allowed" }
  | { kind: "nothing_held" }
  /** `unknown`: what people did and may not have been told of; listed, to be decided one by one. */
  | { kind: "decided"; decision: RestoreDecision; dropped: number; unknown: number; paused: number };

/** Once: who comes second finds nothing held. Announcements stay paused, for a decision about each. */
export async function decideRestore(
  world: World,
  actor: KnownActor,
  decision: RestoreDecision,
): Promise<DecideRestoreOutcome> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const held = await store.restores.held(now);
    const done = held === null ? null : await store.restores.decide(decision, now);
    if (held === null || done === null) return { kind: "nothing_held" };
    const entry = { actorId: actor.person.id, action: "restore.decide" as const, subject: "database" };
    await store.audit.record({ ...entry, details: { decision, ...done } }, now);
    return { kind: "decided", decision, ...done, paused: held.paused };
  });
}
