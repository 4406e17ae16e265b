// A disaster: everybody of a regency or province pauses by one decision of an admin, and so do those who join meanwhile.
import { chunksOf } from "../../domain/chunks-of.js";
import { action } from "../../domain/messages/action.js";
import { adminReach, type Reach, reachCovers } from "../../domain/people/admin-reach.js";
import { canPauseUntil } from "../../domain/people/pause.js";
import type { KnownActor, Person } from "../../domain/people/person.js";
import { isRegionCode, provinceCodeOf } from "../../domain/places/place.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import { zoneOfProvince } from "../../domain/time/zone.js";
import type { PauseRecord, PlaceCounts } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import { postTo, type ToPost } from "../posting.js";
import { settlePauses } from "./settle-pauses.js";
import { pauseSubject } from "./tell-of-pause.js";

/** Where people are posted to in one statement. */
const BATCH = 500;

/** The part of their reach that a pause of this place is about: every cohort, or the one that they are admin of. Null: it is not theirs. */
export function placeWithin(actor: KnownActor, placeCode: string): Reach | null {
  const own = adminReach(actor.roles);
  const cohortIds = [null, ...own.flatMap(({ cohortId }) => cohortId ?? [])];
  const parts = cohortIds.map((cohortId) => ({ regionCode: placeCode, cohortId }));
  return isRegionCode(placeCode) ? (parts.find((part) => reachCovers(own, [part])) ?? null) : null;
}

export function dayAt(placeCode: string, instant: Date): Day {
  return dayIn(zoneOfProvince(provinceCodeOf(placeCode)), instant);
}

export type PlacePreview = ({ kind: "found"; placeCode: string; name: string } & PlaceCounts) | { kind: "not_yours" };

/** How many it is about, before it is decided. */
export async function previewPlacePause(world: World, actor: KnownActor, placeCode: string): Promise<PlacePreview> {
  const part = placeWithin(actor, placeCode);
  const place = part === null ? null : await world.store.places.find(placeCode);
  if (part === null || place === null) return { kind: "not_yours" };
  const counts = await world.store.pauses.countAt({ placeCode, cohortId: part.cohortId }, world.clock.now());
  return { kind: "found", placeCode, name: place.name, ...counts };
}

export interface PausePlaceInput {
  placeCode: string;
  untilOn: Day;
  /** Whether its people get a word. */
  tells: boolean;
  updateId: number;
  saidAt: Date;
}

export type PausePlaceOutcome =
  | { kind: "paused"; pause: PauseRecord; name: string; people: number }
  | { kind: "not_then" }
  /** It pauses already: that one is to be changed. */
  | { kind: "pauses_already"; pause: PauseRecord; name: string }
  | { kind: "not_yours" };

/** Twice is once: an update begins one pause, and a place has one at a time. */
export async function pausePlace(world: World, actor: KnownActor, input: PausePlaceInput): Promise<PausePlaceOutcome> {
  const { placeCode, untilOn, tells, updateId } = input;
  const part = placeWithin(actor, placeCode);
  const place = part === null ? null : await world.store.places.find(placeCode);
  if (part === null || place === null) return { kind: "not_yours" };
  const fromOn = dayAt(placeCode, input.saidAt);
  if (!canPauseUntil(fromOn, untilOn, fromOn)) return { kind: "not_then" };
  return world.transaction(async (inside) => {
    const { store, clock } = inside;
    const now = clock.now();
    await store.people.hold([actor.person.id]);
    await store.pauses.holdPlaces();
    const lasting = (await store.pauses.ofPlaces(fromOn)).find(
      (one) => one.placeCode === placeCode && one.cohortId === part.cohortId,
    );
    const by = { setById: actor.person.id, updateId };
    if (lasting !== undefined && !(await store.pauses.isOf(lasting.id, by))) {
      return { kind: "pauses_already", pause: lasting, name: place.name };
    }
    const days = { fromOn, untilOn };
    const wish = { personId: null, placeCode, cohortId: part.cohortId, reason: "disaster" as const, tells };
    const { pause, isNew } = await store.pauses.begin({ ...wish, ...days, ...by }, now);
    const people = isNew ? await settlePauses(inside, { placeCode }) : [];
    if (isNew) {
      await tellTrainers(inside, pause, place.name, actor.person.id);
      if (tells) await tellPeople(inside, pause, people, "begun", place.name);
      const details = { until: untilOn, people: people.length };
      await store.audit.record(
        { actorId: actor.person.id, action: "pause.place", subject: `place:${placeCode}`, details },
        now,
      );
    }
    return { kind: "paused", pause, name: place.name, people: people.length };
  });
}

/** Each trainer once of each change, with how many of theirs it is about. */
export async function tellTrainers(inside: World, pause: PauseRecord, place: string, byId: number): Promise<void> {
  const { store, clock } = inside;
  if (pause.placeCode === null) return;
  const where = { placeCode: pause.placeCode, cohortId: pause.cohortId };
  const now = clock.now();
  const trainers = await store.pauses.trainersAt(where, now);
  await postTo(
    inside,
    trainers
      .filter(({ trainer }) => trainer.id !== byId)
      .map(
        ({ trainer, people }): ToPost => ({
          key: `pause-told:${pause.id}:${now.getTime()}:${trainer.id}`,
          kind: "pause_told",
          to: trainer,
          names: [],
          subjects: [pauseSubject(pause.id)],
          say: ({ pauses }) => ({
            ...pauses.places.told({ place, people, untilOn: pause.untilOn }),
            buttons: [[{ label: pauses.places.toPeople, data: action("people", "paused", 0) }]],
          }),
        }),
      ),
  );
}

/** One word to each of the people of a place. */
export async function tellPeople(
  inside: World,
  pause: PauseRecord,
  people: readonly Person[],
  what: "begun" | "ended",
  place: string,
): Promise<void> {
  for (const some of chunksOf(people, BATCH)) {
    await postTo(
      inside,
      some.map(
        (to): ToPost => ({
          key: `pause-${what}:${pause.id}:${pause.untilOn}:${to.id}`,
          kind: "pause_begun",
          to,
          names: [],
          subjects: [pauseSubject(pause.id)],
          say: ({ pauses }) =>
            what === "begun"
              ? pauses.places.begunForYou({ place, untilOn: pause.untilOn })
              : pauses.places.endedForYou(place),
        }),
      ),
    );
  }
}
