// Somebody hands their library over: a code for the one who follows, and its end where they think better of it.
import { type Actor, isOnTheWay, type KnownActor } from "../../../domain/people/person.js";
import { handoverEndsAt } from "../../../domain/registration/handover.js";
import { spokenCode } from "../../../domain/spoken-code.js";
import type { Handover } from "../../../ports/handovers.js";
import type { World } from "../../../ports.js";
import { type HandingOver, mayHandOver } from "./find-handover.js";

export type HandoverPage = { kind: "found"; from: HandingOver; open: Handover | null } | { kind: "not_yours" };

/** Their participations with a library that they can hand over. */
export async function librariesToHandOver({ store }: World, actor: KnownActor): Promise<HandingOver[]> {
  const found: HandingOver[] = [];
  for (const one of await store.participants.ofPerson(actor.person.id)) {
    const isAnother = found.every(({ library }) => library.id !== one.library?.id);
    if (one.library !== null && isAnother && (await mayHandOver(store, one))) {
      found.push({ ...one, library: one.library });
    }
  }
  return found;
}

/** The library that somebody gave away who takes part in nothing since; null: there is none. */
export async function handedOverLibrary({ store }: Pick<World, "store">, actor: Actor): Promise<string | null> {
  return isOnTheWay(actor) ? store.handovers.givenAwayBy(actor.person.id) : null;
}

export async function viewHandover(world: World, actor: KnownActor, participantId: number): Promise<HandoverPage> {
  const from = (await librariesToHandOver(world, actor)).find(({ id }) => id === participantId);
  if (from === undefined) return { kind: "not_yours" };
  return { kind: "found", from, open: await world.store.handovers.openOf(participantId, world.clock.now()) };
}

/** Twice is once: as long as a code works, there is no second one. */
export async function offerHandover(world: World, actor: KnownActor, participantId: number): Promise<HandoverPage> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const seen = await viewHandover(inside, actor, participantId);
    if (seen.kind !== "found") return seen;
    // Of two presses at once the second waits here, and finds the code of the first.
    await store.participants.ensureLibrary(seen.from.library);
    const page = await viewHandover(inside, actor, participantId);
    if (page.kind !== "found" || page.open !== null) return page;
    const code = spokenCode(world.ids.token());
    await store.handovers.offer({ code, participantId, expiresAt: handoverEndsAt(now) }, now);
    const subject = `participant:${participantId}`;
    await store.audit.record({ actorId: actor.person.id, action: "handover.offer", subject }, now);
    return viewHandover(inside, actor, participantId);
  });
}

/** Twice is once. */
export async function cancelHandover(world: World, actor: KnownActor, participantId: number): Promise<HandoverPage> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const page = await viewHandover(inside, actor, participantId);
    if (page.kind !== "found") return page;
    if (await inside.store.handovers.cancel(participantId, now)) {
      const subject = `participant:${participantId}`;
      await inside.store.audit.record({ actorId: actor.person.id, action: "handover.cancel", subject }, now);
    }
    return { ...page, open: null };
  });
}
