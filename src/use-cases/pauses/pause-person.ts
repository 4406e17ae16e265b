// Somebody pauses, or their trainer says it for them.
import { canPauseUntil, lastDayOf, type PauseReason, SAID_PAUSE_DAYS } from "../../domain/people/pause.js";
import { type KnownActor, type Person, zoneOf } from "../../domain/people/person.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { PauseRecord } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { findPausing } from "./find-pause.js";
import { settlePauses } from "./settle-pauses.js";
import { recallPause, tellOfPause } from "./tell-of-pause.js";

export interface PausePersonInput {
  /** Null: the one who speaks. */
  participantId: number | null;
  reason: PauseReason;
  /** The last day. */
  untilOn: Day;
  updateId: number;
  saidAt: Date;
}

export type PausePersonOutcome =
  /** `isNew`: this update began it; else one that lasts was changed, and undoing would take that away. */
  | { kind: "paused"; pause: PauseRecord; person: Person; isNew: boolean }
  /** The day is past, or more than MOST_PAUSE_DAYS away from the first. */
  | { kind: "not_then" }
  | Refusal;

/** Twice is once: an update begins one pause. While one lasts, it is the one that is changed. */
export async function pausePerson(
  world: World,
  actor: KnownActor,
  { participantId, reason, untilOn, updateId, saidAt }: PausePersonInput,
): Promise<PausePersonOutcome> {
  const found = await findPausing(world, actor, participantId);
  if (found.kind !== "found") return found;
  const { person } = found;
  return world.transaction(async (inside) => {
    // Of two who say it at once the second changes what the first began.
    const erased = await inside.store.pauses.hold([person.id]);
    if (erased.has(person.id)) return { kind: "gone" };
    await inside.store.people.hold([actor.person.id]);
    const begun = await begin(inside, { person, byId: actor.person.id, reason, untilOn, updateId, saidAt });
    return begun === null ? { kind: "not_then" } : { kind: "paused", person, ...begun };
  });
}

/**
 * Said in passing, in a talk or in a report: a week, at once. In the transaction that writes what they told, with the person held. Null: they
 * pause already, for longer.
 */
export async function pauseAsSaid(
  inside: World,
  person: Person,
  said: { reason: PauseReason; updateId: number; saidAt: Date },
): Promise<Begun | null> {
  const today = dayIn(zoneOf(person), said.saidAt);
  const untilOn = lastDayOf(today, SAID_PAUSE_DAYS);
  const own = await inside.store.pauses.ownOf(person.id, today);
  if (own !== null && own.untilOn >= untilOn) return null;
  return begin(inside, { person, byId: person.id, untilOn, ...said });
}

/** The same for the one who speaks, who takes part; null also for anybody else. */
export async function pauseInPassing(
  world: World,
  actor: KnownActor,
  said: { reason: PauseReason; updateId: number; saidAt: Date },
): Promise<Begun | null> {
  if (!actor.takesPart) return null;
  return world.transaction(async (inside) => {
    const erased = await inside.store.pauses.hold([actor.person.id]);
    if (erased.size > 0) return null;
    const begun = await pauseAsSaid(inside, actor.person, said);
    if (begun !== null) return begun;
    const own = await inside.store.pauses.ownOf(actor.person.id, dayIn(zoneOf(actor.person), said.saidAt));
    const by = { setById: actor.person.id, updateId: said.updateId };
    return own && { pause: own, isNew: await inside.store.pauses.isOf(own.id, by) };
  });
}

interface Begun {
  pause: PauseRecord;
  isNew: boolean;
}

interface Beginning {
  person: Person;
  byId: number;
  reason: PauseReason;
  untilOn: Day;
  updateId: number;
  saidAt: Date;
}

async function begin(
  inside: World,
  { person, byId, reason, untilOn, updateId, saidAt }: Beginning,
): Promise<Begun | null> {
  const { store, clock } = inside;
  const now = clock.now();
  const today = dayIn(zoneOf(person), saidAt);
  const own = await store.pauses.ownOf(person.id, today);
  if (!canPauseUntil(own?.fromOn ?? today, untilOn, today)) return null;
  if (own !== null) {
    const same = own.untilOn === untilOn && own.reason === reason;
    if (same) return { pause: own, isNew: await store.pauses.isOf(own.id, { setById: byId, updateId }) };
    const changed = { ...own, untilOn, reason };
    await store.pauses.change(own.id, { untilOn, reason });
    await settled(inside, changed, person, byId, "pause.change");
    return { pause: changed, isNew: false };
  }
  const wish = { ...{ personId: person.id, placeCode: null, cohortId: null, reason }, fromOn: today, untilOn };
  const { pause, isNew } = await store.pauses.begin({ ...wish, setById: byId, updateId, tells: false }, now);
  if (isNew) await settled(inside, pause, person, byId, "pause.begin");
  return { pause, isNew: true };
}

/** Why is in no line of the account: it is about the body or the family. */
async function settled(
  inside: World,
  pause: PauseRecord,
  person: Person,
  byId: number,
  action: "pause.begin" | "pause.change",
): Promise<void> {
  await settlePauses(inside, { personIds: [person.id] });
  await recallPause(inside, pause.id, "moved");
  await tellOfPause(inside, { pause, person, byId });
  const details = { until: pause.untilOn };
  const line = { actorId: byId, action, subject: `person:${person.id}`, details };
  await inside.store.audit.record(line, inside.clock.now());
}
