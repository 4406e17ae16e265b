// An operator looks at what people sent and no try could handle, and decides: once more (the fault is mended), or set aside for good.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { ParkedUpdate } from "../../ports/upkeep/troubles.js";
import type { World } from "../../ports.js";

/** As many as fit one screen with two buttons each. */
const SHOWN = 5;

export type ParkedUpdates = { kind: "not_allowed" } | { kind: "listed"; updates: ParkedUpdate[] };

export async function listParkedUpdates(world: World, actor: KnownActor): Promise<ParkedUpdates> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  return { kind: "listed", updates: await world.store.troubles.parkedUpdates(SHOWN) };
}

export type JudgeParkedOutcome = { kind: "not_allowed" | "decided" | "decided_before" };

export async function judgeParkedUpdate(
  world: World,
  actor: KnownActor,
  { updateId, decision }: { updateId: number; decision: "try_again" | "let_go" },
): Promise<JudgeParkedOutcome> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    if (!(await store.troubles.settleParked(updateId, decision, now))) return { kind: "decided_before" };
    const entry = { actorId: actor.person.id, action: "update.decide_parked" as const, subject: `update:${updateId}` };
    await store.audit.record({ ...entry, details: { decision } }, now);
    return { kind: "decided" };
  });
}
