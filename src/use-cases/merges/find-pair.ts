// Both sides of a pair, for an admin whose word reaches all of both.

import { type MergeKind, type SameReason, whyOneLibrary, whyOnePerson } from "../../domain/merges/duplicates.js";
import { canBeOneLibrary, whoStays } from "../../domain/merges/merge.js";
import type { Sides, WhatMoves } from "../../domain/merges/merge-side.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { mayMerge } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { Merge } from "../../ports/merges.js";
import type { Store, World } from "../../ports.js";
import { noteLook } from "../access.js";

/** staff: one holds or held a role · unlike: an office and a library · gone: one was merged with somebody else, or forgotten. */
export type PairProblem = "staff" | "unlike" | "gone";

export type FoundPair =
  | { kind: "found"; sides: Sides }
  | { kind: "problem"; problem: PairProblem }
  /** The one into the other already. */
  | { kind: "merged"; merge: Merge }
  | { kind: "not_yours" };

export interface Pair {
  kind: MergeKind;
  staysId: number;
  goesId: number;
}

export async function findPair({ store }: Pick<World, "store">, actor: Actor, pair: Pair): Promise<FoundPair> {
  if (!mayMerge(actor) || pair.staysId === pair.goesId) return { kind: "not_yours" };
  const reach = adminReach(actor.roles);
  const within = (id: number) =>
    pair.kind === "people" ? store.merges.isPersonWithin(id, reach) : store.merges.isLibraryWithin(id, reach);
  const merge =
    (await store.merges.mergeOf(pair.kind, pair.goesId)) ?? (await store.merges.mergeOf(pair.kind, pair.staysId));
  if (merge !== null) {
    // What the one had is the other's: whose word reaches that may know.
    if (!(await within(merge.staysId))) return { kind: "not_yours" };
    const isThis = [pair.staysId, pair.goesId].every((id) => id === merge.staysId || id === merge.goesId);
    return isThis ? { kind: "merged", merge } : { kind: "problem", problem: "gone" };
  }
  if (actor.person !== null && pair.kind === "people" && [pair.staysId, pair.goesId].includes(actor.person.id)) {
    return { kind: "not_yours" };
  }
  if (!(await within(pair.staysId)) || !(await within(pair.goesId))) return { kind: "not_yours" };
  return pair.kind === "people" ? findPeople(store, pair) : findLibraries(store, pair);
}

async function findPeople(store: Store, { staysId, goesId }: Pair): Promise<FoundPair> {
  const [stays, goes] = [await store.merges.person(staysId), await store.merges.person(goesId)];
  if (stays === null || goes === null) return { kind: "not_yours" };
  if (stays.isGone || goes.isGone) return { kind: "problem", problem: "gone" };
  if (stays.isStaff || goes.isStaff) return { kind: "problem", problem: "staff" };
  return { kind: "found", sides: { kind: "people", stays, goes } };
}

async function findLibraries(store: Store, { staysId, goesId }: Pair): Promise<FoundPair> {
  const [stays, goes] = [await store.merges.library(staysId), await store.merges.library(goesId)];
  if (stays === null || goes === null) return { kind: "not_yours" };
  if (stays.isGone || goes.isGone) return { kind: "problem", problem: "gone" };
  if (!canBeOneLibrary(stays.kind, goes.kind)) return { kind: "problem", problem: "unlike" };
  return { kind: "found", sides: { kind: "libraries", stays, goes } };
}

export type PairView =
  | { kind: "found"; sides: Sides; reasons: SameReason[]; moves: WhatMoves }
  | Exclude<FoundPair, { kind: "found" }>;

/** `isChosen`: the first one stays; else who has more to lose does. Leaves a line of who looked. */
export async function viewPair(world: World, actor: Actor, pair: Pair, isChosen: boolean): Promise<PairView> {
  const found = await findPair(world, actor, pair);
  if (found.kind !== "found") return found;
  const sides = isChosen ? found.sides : withDefault(found.sides);
  if (sides.kind === "people") {
    const shown = [`person:${sides.goes.id}`];
    await noteLook(world, actor, { action: "duplicates.view", subject: `person:${sides.stays.id}`, shown });
  }
  const moves = await world.store.merges.whatMoves(sides);
  return { kind: "found", sides, reasons: await reasonsOf(world, actor, sides), moves };
}

function withDefault(sides: Sides): Sides {
  const { stays, goes } = sides;
  return whoStays(stays, goes) === stays ? sides : ({ ...sides, stays: goes, goes: stays } as Sides);
}

/** Empty where no rule says that the two are one. */
async function reasonsOf({ store }: World, actor: Actor, { kind, stays, goes }: Sides): Promise<SameReason[]> {
  const reach = adminReach(actor.roles);
  const isOne = ({ id }: { id: number }) => id === stays.id || id === goes.id;
  if (kind === "people") {
    const [a, b] = await store.merges.peopleWithin(reach, [stays.id, goes.id]);
    return a === undefined || b === undefined ? [] : whyOnePerson(a, b);
  }
  const [a, b] = (await store.merges.librariesWithin(reach)).filter(isOne);
  return a === undefined || b === undefined ? [] : whyOneLibrary(a, b);
}
