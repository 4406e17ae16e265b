// A merge is taken back within a week: both are as they were, and what was said since stays with the one who stayed.
import { undoEndsAt } from "../../domain/merges/merge.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { mayMerge } from "../../domain/people/permissions.js";
import type { Actor, KnownActor } from "../../domain/people/person.js";
import type { Merge } from "../../ports/merges.js";
import type { World } from "../../ports.js";
import { settleDeadlines } from "../plans/settle-deadlines.js";
import { placeOf } from "./merge-two.js";
import { tellOfMerge } from "./tell-of-merge.js";

export interface MergeView {
  merge: Merge;
  stays: string;
  goes: string;
  undoEndsAt: Date;
}

type FoundMerge = ({ kind: "found" } & MergeView) | { kind: "not_yours" };

type UndoOutcome =
  | ({ kind: "undone"; accountIsBack: boolean } & MergeView)
  /** The week is over · a later merge built on it: that one first. */
  | ({ kind: "too_late" | "later_first" } & MergeView)
  | { kind: "not_yours" };

export async function viewMerge({ store }: World, actor: Actor, mergeId: number): Promise<FoundMerge> {
  const merge = mayMerge(actor) ? await store.merges.find(mergeId) : null;
  if (merge === null) return { kind: "not_yours" };
  const { kind, staysId, goesId, at } = merge;
  const reach = adminReach(actor.roles);
  const isTheirs =
    kind === "people" ? store.merges.isPersonWithin(staysId, reach) : store.merges.isLibraryWithin(staysId, reach);
  if (!(await isTheirs)) return { kind: "not_yours" };
  const names = await store.merges.namesOf(kind, [staysId, goesId]);
  const nameOf = (id: number) => names.get(id) ?? "";
  return { kind: "found", merge, stays: nameOf(staysId), goes: nameOf(goesId), undoEndsAt: undoEndsAt(at) };
}

/** Twice is once. */
export async function undoMerge(world: World, actor: KnownActor, mergeId: number): Promise<UndoOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<UndoOutcome> => {
    const { store } = inside;
    await store.merges.hold();
    const seen = await viewMerge(inside, actor, mergeId);
    if (seen.kind !== "found") return seen;
    const { kind, staysId, goesId } = seen.merge;
    if (kind === "people") await store.merges.holdPeople(staysId, goesId);
    else await store.merges.holdLibraries(staysId, goesId);
    // Locked, then read again: erasing takes the merge along.
    const found = await viewMerge(inside, actor, mergeId);
    if (found.kind !== "found") return found;
    if (found.merge.undoneAt !== null) return { ...found, kind: "undone", accountIsBack: true };
    if (now > found.undoEndsAt) return { ...found, kind: "too_late" };
    if (await store.merges.laterThan(found.merge)) return { ...found, kind: "later_first" };
    const { accountIsBack } = await store.merges.undo(found.merge, actor.person.id, now);
    await settleDeadlines(store, await store.merges.planIdsOf(found.merge));
    if (kind === "people") await tellBoth(inside, found.merge);
    const subject = kind === "people" ? `person:${staysId}` : await placeOf(inside, found.merge);
    const shown = kind === "people" ? { shown: [`person:${goesId}`] } : {};
    const entry = { actorId: actor.person.id, action: "merge.undo" as const, subject };
    await store.audit.record({ ...entry, details: { merge: mergeId, ...shown } }, now);
    return { ...found, kind: "undone", accountIsBack };
  });
}

async function tellBoth(inside: World, merge: Merge): Promise<void> {
  const stays = await inside.store.people.find(merge.staysId);
  const goes = await inside.store.people.find(merge.goesId);
  const accounts = { kept: stays?.telegramId ?? null, given: goes?.telegramId ?? null };
  await tellOfMerge(inside, merge, accounts, "undone");
}
