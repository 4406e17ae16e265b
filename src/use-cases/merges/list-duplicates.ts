// Who may be one person, and which libraries may be one: of an admin's reach, the surest first; and what was merged in the last days.
import { type Duplicate, duplicateLibraries, duplicatePeople, type MergeKind } from "../../domain/merges/duplicates.js";
import { UNDO_DAYS } from "../../domain/merges/merge.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { mayMerge } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { Merge } from "../../ports/merges.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

/** Two names each. */
const DUPLICATES_A_PAGE = 6;

interface DuplicateLine extends Duplicate {
  kind: MergeKind;
  names: [string, string];
}

interface MergeLine {
  id: number;
  kind: MergeKind;
  /** Who went, who stays. */
  names: [string, string];
}

export type DuplicatesView =
  | { kind: "found"; total: number; lines: DuplicateLine[]; page: number; last: number; merges: number }
  | { kind: "not_allowed" };

type Found = Duplicate & { kind: MergeKind };

export async function listDuplicates(world: World, actor: Actor, wanted: number): Promise<DuplicatesView> {
  if (!mayMerge(actor)) return { kind: "not_allowed" };
  const { store } = world;
  const all = await duplicatesFor(world, actor);
  const { shown, page, last } = pageOf(all, DUPLICATES_A_PAGE, wanted);
  const names = new Map<MergeKind, Map<number, string>>();
  for (const kind of ["people", "libraries"] as const) {
    const ids = shown.filter((one) => one.kind === kind).flatMap(({ lowId, highId }) => [lowId, highId]);
    names.set(kind, await store.merges.namesOf(kind, ids));
  }
  const nameOf = (kind: MergeKind, id: number) => names.get(kind)?.get(id) ?? "";
  const lines = shown.map(
    (one): DuplicateLine => ({
      ...one,
      names: [nameOf(one.kind, one.lowId), nameOf(one.kind, one.highId)],
    }),
  );
  const people = shown.filter(({ kind }) => kind === "people").flatMap(({ lowId, highId }) => [lowId, highId]);
  if (people.length > 0) {
    await noteLook(world, actor, {
      ...{ action: "duplicates.list", subject: "duplicates", details: { count: all.length, page } },
      shown: [...new Set(people)].map((id) => `person:${id}`),
    });
  }
  return { kind: "found", total: all.length, lines, page, last, merges: (await mergesFor(world, actor)).length };
}

/** How many there are, and how many merges can be undone. */
export async function countDuplicates(world: World, actor: Actor): Promise<{ duplicates: number; merges: number }> {
  if (!mayMerge(actor)) return { duplicates: 0, merges: 0 };
  return { duplicates: (await duplicatesFor(world, actor)).length, merges: (await mergesFor(world, actor)).length };
}

async function duplicatesFor({ store }: World, actor: Actor): Promise<Found[]> {
  const reach = adminReach(actor.roles);
  const people = (await store.merges.peopleWithin(reach)).filter(({ id }) => id !== actor.person?.id);
  const of = async (kind: MergeKind, pairs: Duplicate[]): Promise<Found[]> =>
    (await store.merges.undecided(kind, pairs)).map((pair) => ({ ...pair, kind }));
  return [
    ...(await of("people", duplicatePeople(people))),
    ...(await of("libraries", duplicateLibraries(await store.merges.librariesWithin(reach)))),
  ];
}

export type MergesView = { kind: "found"; lines: MergeLine[]; page: number; last: number } | { kind: "not_allowed" };

/** Merges of the reach that can still be undone, the newest first. */
export async function listMerges(world: World, actor: Actor, wanted: number): Promise<MergesView> {
  if (!mayMerge(actor)) return { kind: "not_allowed" };
  const { shown, page, last } = pageOf(await mergesFor(world, actor), ROWS_A_PAGE, wanted);
  const lines: MergeLine[] = [];
  for (const { id, kind, staysId, goesId } of shown) {
    const names = await world.store.merges.namesOf(kind, [staysId, goesId]);
    lines.push({ id, kind, names: [names.get(goesId) ?? "", names.get(staysId) ?? ""] });
  }
  const people = shown.filter(({ kind }) => kind === "people").flatMap(({ staysId, goesId }) => [staysId, goesId]);
  if (people.length > 0) {
    const shownPeople = people.map((id) => `person:${id}`);
    await noteLook(world, actor, {
      action: "duplicates.list",
      subject: "merges",
      details: { page },
      shown: shownPeople,
    });
  }
  return { kind: "found", lines, page, last };
}

function mergesFor({ store, clock }: World, actor: Actor): Promise<Merge[]> {
  const after = new Date(clock.now().getTime() - UNDO_DAYS * 86_400_000);
  return store.merges.since(after, adminReach(actor.roles));
}
