// The pause of a place ends early, lasts longer, or is taken back; and which there are.

import { adminReach, reachCovers, reachWithin } from "../../domain/people/admin-reach.js";
import { canPauseUntil, canUndoPause, endedOn, isOn } from "../../domain/people/pause.js";
import type { KnownActor, Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { PauseRecord } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import { type Access, access, type Refusal } from "../access.js";
import { dayAt, tellPeople, tellTrainers } from "./pause-place.js";
import { settlePauses } from "./settle-pauses.js";
import { pauseSubject, recallPause } from "./tell-of-pause.js";

export interface PlacePause {
  pause: PauseRecord;
  name: string;
  placeCode: string;
  today: Day;
  /** It can be taken back still. */
  canUndo: boolean;
}

/** One, for those whose reach covers it. */
export async function findPlacePause(world: World, actor: KnownActor, pauseId: number): Promise<Access<PlacePause>> {
  return access(world, actor, {
    async find() {
      const pause = await world.store.pauses.find(pauseId);
      return pause === null ? null : inPlace(world, pause);
    },
    may: (found) => mayChange(actor, found),
  });
}

/** The same, also for an admin of a part of the place; `mayChange`: the admin reaches all of it. */
export async function viewPlacePause(
  world: World,
  actor: KnownActor,
  pauseId: number,
): Promise<Access<PlacePause & { mayChange: boolean }>> {
  return access(world, actor, {
    async find() {
      const pause = await world.store.pauses.find(pauseId);
      const found = pause === null ? null : await inPlace(world, pause);
      return found === null ? null : { ...found, mayChange: mayChange(actor, found) };
    },
    may: ({ pause, placeCode }) => reachWithin(adminReach(actor.roles), placeCode, pause.cohortId).length > 0,
  });
}

function mayChange({ roles }: KnownActor, { pause, placeCode }: PlacePause): boolean {
  return reachCovers(adminReach(roles), [{ regionCode: placeCode, cohortId: pause.cohortId }]);
}

/** Those that last, and concern what they reach: the newest first. */
export async function listPlacePauses(world: World, actor: KnownActor): Promise<PlacePause[]> {
  const own = adminReach(actor.roles);
  const today = dayAt("91", world.clock.now());
  const found: PlacePause[] = [];
  for (const pause of await world.store.pauses.ofPlaces(endedOn(today))) {
    const one = await inPlace(world, pause);
    if (one === null || !isOn(pause, one.today)) continue;
    if (reachWithin(own, one.placeCode, pause.cohortId).length > 0) found.push(one);
  }
  return found;
}

async function inPlace(world: World, pause: PauseRecord): Promise<PlacePause | null> {
  const { placeCode } = pause;
  if (placeCode === null) return null;
  const name = (await world.store.places.find(placeCode))?.name ?? placeCode;
  const now = world.clock.now();
  return { pause, name, placeCode, today: dayAt(placeCode, now), canUndo: canUndoPause(pause, now) };
}

export type ChangePlaceOutcome =
  | { kind: "changed"; pause: PauseRecord; name: string; people: number }
  /** Until that day, as before: nobody is told. */
  | { kind: "pauses_already"; pause: PauseRecord; name: string }
  | { kind: "over" }
  | { kind: "not_then" }
  | Refusal;

/** To another last day. Twice is once. */
export async function movePlacePauseEnd(
  world: World,
  actor: KnownActor,
  { pauseId, untilOn }: { pauseId: number; untilOn: Day },
): Promise<ChangePlaceOutcome> {
  return changing(world, actor, pauseId, "pause.change", async ({ store }, { pause, today }) => {
    if (!canPauseUntil(pause.fromOn, untilOn, today)) return null;
    if (untilOn === pause.untilOn) return pause;
    await store.pauses.change(pause.id, { untilOn });
    return { ...pause, untilOn };
  });
}

/** Today counts again. Twice is once. */
export async function endPlacePause(world: World, actor: KnownActor, pauseId: number): Promise<ChangePlaceOutcome> {
  return changing(world, actor, pauseId, "pause.end", async ({ store, clock }, { pause, today }) => {
    const ended = { untilOn: endedOn(today), endedAt: clock.now() };
    await store.pauses.change(pause.id, ended);
    return { ...pause, ...ended };
  });
}

/** As if it had never been: for a day. Twice is once. */
export async function undoPlacePause(world: World, actor: KnownActor, pauseId: number): Promise<ChangePlaceOutcome> {
  return changing(world, actor, pauseId, "pause.undo", async ({ store, clock }, { pause }) => {
    const undoneAt = clock.now();
    if (!canUndoPause(pause, undoneAt)) return null;
    await store.pauses.change(pause.id, { undoneAt });
    return { ...pause, undoneAt };
  });
}

/** Why a word about the pause that still waits is not said any more. */
const RECALLED_AS = { "pause.change": "moved", "pause.end": "ended", "pause.undo": "undone" } as const;

async function changing(
  world: World,
  actor: KnownActor,
  pauseId: number,
  line: keyof typeof RECALLED_AS,
  change: (inside: World, found: PlacePause) => Promise<PauseRecord | null>,
): Promise<ChangePlaceOutcome> {
  const before = await findPlacePause(world, actor, pauseId);
  if (before.kind !== "found") return before;
  const { name, placeCode, today } = before;
  return world.transaction(async (inside): Promise<ChangePlaceOutcome> => {
    const { store, clock } = inside;
    await store.people.hold([actor.person.id]);
    await store.pauses.holdPlaces();
    // Read again: another press may have come first.
    const pause = await store.pauses.find(pauseId);
    if (pause === null || !isOn(pause, today)) return { kind: "over" };
    const changed = await change(inside, { ...before, pause });
    if (changed === null) return { kind: "not_then" };
    if (changed === pause) return { kind: "pauses_already", pause, name };
    const people = await settlePauses(inside, { placeCode });
    const unheard = await recallPause(inside, pause.id, RECALLED_AS[line]);
    if (line !== "pause.change") await tellReturned(inside, changed, people, name);
    else {
      await tellTrainers(inside, changed, name, actor.person.id);
      await tellPeople(inside, changed, await store.scopes.peopleOf([...unheard]), "begun", name);
    }
    const details = { until: changed.untilOn, people: people.length };
    await store.audit.record(
      { actorId: actor.person.id, action: line, subject: `place:${placeCode}`, details },
      clock.now(),
    );
    return { kind: "changed", pause: changed, name, people: people.length };
  });
}

/** Who was told of it hears that it is over, unless a pause of their own goes on. */
async function tellReturned(inside: World, pause: PauseRecord, people: readonly Person[], name: string) {
  const told = await inside.store.outbox.peopleTold(pauseSubject(pause.id), ["pause_begun"]);
  const back = people.filter(({ id, pausedUntil }) => pausedUntil === null && told.has(id));
  await tellPeople(inside, pause, back, "ended", name);
}
