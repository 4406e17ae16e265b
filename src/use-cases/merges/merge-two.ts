// An admin says that two people or two libraries are one: one of them stays, with all that the other had.
import { accountThatStays } from "../../domain/merges/merge.js";
import type { PersonSide, Sides } from "../../domain/merges/merge-side.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Merge } from "../../ports/merges.js";
import type { World } from "../../ports.js";
import { settleDeadlines } from "../plans/settle-deadlines.js";
import { findPair, type Pair, type PairProblem } from "./find-pair.js";
import { tellOfMerge } from "./tell-of-merge.js";

type MergeOutcome =
  | { kind: "merged"; merge: Merge }
  | { kind: "problem"; problem: PairProblem }
  | { kind: "not_yours" };

/** Twice is once. Of two who press at once the second finds what the first has done. */
export async function mergeTwo(world: World, actor: KnownActor, pair: Pair): Promise<MergeOutcome> {
  return world.transaction(async (inside): Promise<MergeOutcome> => {
    const { store } = inside;
    await store.merges.hold();
    const seen = await findPair(inside, actor, pair);
    if (seen.kind !== "found") return seen;
    if (pair.kind === "people") await store.merges.holdPeople(pair.staysId, pair.goesId);
    else await store.merges.holdLibraries(pair.staysId, pair.goesId);
    // Locked, then read again: one of them may have been forgotten, or have moved to another account, meanwhile.
    const found = await findPair(inside, actor, pair);
    if (found.kind !== "found") return found;
    return { kind: "merged", merge: await carryOut(inside, actor, found.sides) };
  });
}

async function carryOut(inside: World, actor: KnownActor, sides: Sides): Promise<Merge> {
  const { store } = inside;
  const now = inside.clock.now();
  const { kind } = sides;
  const ids = { kind, staysId: sides.stays.id, goesId: sides.goes.id };
  const byId = actor.person.id;
  const merge: Merge = { ...ids, id: await store.merges.begin(ids, byId, now), at: now, undoneAt: null };
  if (sides.kind === "people") {
    const account = accountThatStays(sides.stays, sides.goes);
    await store.merges.mergePeople(merge, account, byId, now);
    await tellOfMerge(inside, merge, accountsOf(sides, account), "merged");
  } else {
    await store.merges.mergeLibraries(merge, now);
  }
  // A day that was given to either holds for the plan that both are now; a pause of either is a pause of it.
  await settleDeadlines(store, await store.merges.planIdsOf(merge));
  const subject = sides.kind === "people" ? `person:${ids.staysId}` : await placeOf(inside, merge);
  const shown = sides.kind === "people" ? { shown: [`person:${ids.goesId}`] } : {};
  const action = sides.kind === "people" ? ("merge.people" as const) : ("merge.libraries" as const);
  await store.audit.record({ actorId: byId, action, subject, details: { merge: merge.id, ...shown } }, now);
  return merge;
}

/** The account that goes on, and the one that is given up, where there are two. */
function accountsOf(
  { stays, goes }: { stays: PersonSide; goes: PersonSide },
  account: "stays" | "goes" | "none",
): { kept: number | null; given: number | null } {
  if (account === "none") return { kept: null, given: null };
  const [own, other] = account === "stays" ? [stays, goes] : [goes, stays];
  return { kept: own.telegramId, given: other.telegramId };
}

export async function placeOf({ store }: World, { staysId }: Merge): Promise<string> {
  const placeCode = await store.merges.placeCodeOf(staysId);
  return `place:${placeCode}`;
}
