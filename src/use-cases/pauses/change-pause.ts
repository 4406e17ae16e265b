// A pause lasts longer, ends early, or is taken back.
import { canPauseUntil, canUndoPause, endedOn, isOn } from "../../domain/people/pause.js";
import type { KnownActor, Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { PauseRecord } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { postTo } from "../posting.js";
import { type FoundPause, findOwnPause } from "./find-pause.js";
import { settlePauses } from "./settle-pauses.js";
import { pauseSubject, recallPause, tellOfPause } from "./tell-of-pause.js";

export type ChangePauseOutcome =
  | {
      kind: "changed";
      pause: PauseRecord;
      person: Person;
      isSelf: boolean;
      participantId: number | null;
      /** The pause of their place, which goes on; null: there is none. */
      ofPlace: { place: string; untilOn: Day } | null;
    }
  /** It is over, or was ended or taken back before. */
  | { kind: "over"; isSelf: boolean; person: Person; participantId: number | null }
  | { kind: "not_then" }
  | Refusal;

/** To another last day, later or earlier. Twice is once. */
export async function movePauseEnd(
  world: World,
  actor: KnownActor,
  { pauseId, untilOn }: { pauseId: number; untilOn: Day },
): Promise<ChangePauseOutcome> {
  return changing(world, actor, pauseId, async (inside, { pause, person, today }) => {
    if (!canPauseUntil(pause.fromOn, untilOn, today)) return null;
    if (untilOn === pause.untilOn) return pause;
    const moved = { ...pause, untilOn };
    await inside.store.pauses.change(pause.id, { untilOn });
    await settlePauses(inside, { personIds: [person.id] });
    await recallPause(inside, pause.id, "moved");
    await tellOfPause(inside, { pause: moved, person, byId: actor.person.id });
    await note(inside, actor, "pause.change", { pause: moved, person });
    return moved;
  });
}

/** Today counts again. Twice is once. Who was merged may have two: both end, or nothing would leave for them all the same. */
export async function endPause(world: World, actor: KnownActor, pauseId: number): Promise<ChangePauseOutcome> {
  return changing(world, actor, pauseId, async (inside, { pause, person, isSelf, today }) => {
    const end = { untilOn: endedOn(today), endedAt: inside.clock.now() };
    const ended = { ...pause, ...end };
    await inside.store.pauses.change(pause.id, end);
    const held = await inside.store.pauses.holding(person.id, today);
    for (const other of held.filter(({ personId }) => personId !== null)) {
      await inside.store.pauses.change(other.id, end);
      await recallPause(inside, other.id, "ended");
    }
    await settlePauses(inside, { personIds: [person.id] });
    await note(inside, actor, "pause.end", { pause: ended, person });
    const unheard = await recallPause(inside, pause.id, "ended");
    // Who has not heard of the pause yet hears nothing of its end.
    const told = await inside.store.outbox.peopleTold(pauseSubject(pause.id), ["pause_begun"]);
    if (!isSelf && (!unheard.has(person.id) || told.has(person.id))) await tellThatOver(inside, person, pause);
    return ended;
  });
}

/** As if it had never been: for a day. Twice is once. */
export async function undoPause(world: World, actor: KnownActor, pauseId: number): Promise<ChangePauseOutcome> {
  return changing(world, actor, pauseId, async (inside, { pause, person, isSelf }) => {
    const now = inside.clock.now();
    if (!canUndoPause(pause, now)) return null;
    const undone = { ...pause, undoneAt: now };
    await inside.store.pauses.change(pause.id, { undoneAt: now });
    await recallPause(inside, pause.id, "undone");
    await settlePauses(inside, { personIds: [person.id] });
    await note(inside, actor, "pause.undo", { pause: undone, person });
    const told = await inside.store.outbox.peopleTold(pauseSubject(pause.id), ["pause_begun"]);
    if (!isSelf && told.has(person.id)) await tellThatOver(inside, person, pause);
    return undone;
  });
}

type Found = Extract<FoundPause, { kind: "found" }>;

async function changing(
  world: World,
  actor: KnownActor,
  pauseId: number,
  change: (inside: World, found: Found) => Promise<PauseRecord | null>,
): Promise<ChangePauseOutcome> {
  const before = await findOwnPause(world, actor, pauseId);
  if (before.kind !== "found") return before;
  return world.transaction(async (inside): Promise<ChangePauseOutcome> => {
    const { isSelf, person, participantId } = before;
    await inside.store.pauses.hold([person.id]);
    await inside.store.people.hold([actor.person.id]);
    // Read again: another press may have come first.
    const pause = await inside.store.pauses.find(pauseId);
    if (pause === null) return { kind: "gone" };
    if (!isOn(pause, before.today)) return { kind: "over", isSelf, person, participantId };
    const changed = await change(inside, { ...before, pause });
    if (changed === null) return { kind: "not_then" };
    const ofPlace = await placePauseOf(inside, person.id, before.today);
    return { kind: "changed", pause: changed, person, isSelf, participantId, ofPlace };
  });
}

async function placePauseOf({ store }: World, personId: number, today: Day) {
  const held = (await store.pauses.holding(personId, today)).find(({ placeCode }) => placeCode !== null);
  if (held?.placeCode == null) return null;
  return { place: (await store.places.find(held.placeCode))?.name ?? held.placeCode, untilOn: held.untilOn };
}

async function note(
  { store, clock }: World,
  actor: KnownActor,
  action: "pause.change" | "pause.end" | "pause.undo",
  { pause, person }: { pause: PauseRecord; person: Person },
): Promise<void> {
  const details = { until: pause.untilOn };
  await store.audit.record({ actorId: actor.person.id, action, subject: `person:${person.id}`, details }, clock.now());
}

/** Somebody else ended it. */
async function tellThatOver(inside: World, person: Person, pause: PauseRecord): Promise<void> {
  await postTo(inside, [
    {
      key: `pause-ended:${pause.id}:${pause.untilOn}:${person.id}`,
      kind: "pause_begun",
      to: person,
      names: [],
      subjects: [pauseSubject(pause.id)],
      say: ({ pauses }) => pauses.endedForYou(person.name),
    },
  ]);
}
