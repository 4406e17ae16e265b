// Whose pause it is, and who may say something about it.
import { type PauseReason, PRIVATE_REASONS } from "../../domain/people/pause.js";
import { mayFollowUp, trains } from "../../domain/people/permissions.js";
import { type KnownActor, type Person, zoneOf } from "../../domain/people/person.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { PauseRecord } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";

/** One who takes part, as the one sees them who speaks. */
export interface Pausing {
  person: Person;
  /** Null: they speak for themselves. */
  participantId: number | null;
  /** Their own pause that lasts. */
  own: PauseRecord | null;
  /** All that hold them, the longest first: their own, and those of their place. */
  holding: PauseRecord[];
  /** They themselves, or a trainer of theirs: told what it is about, whatever it is. */
  isClose: boolean;
  today: Day;
}

/** `participantId` null: about the one who speaks. */
export async function findPausing(
  world: World,
  actor: KnownActor,
  participantId: number | null,
): Promise<Access<Pausing>> {
  const { store, clock } = world;
  const found = await access(world, actor, {
    async find() {
      if (participantId === null) return actor.takesPart ? { person: actor.person, row: null } : null;
      const [row] = await store.caseloads.peopleOf(null, { participantIds: [participantId] });
      const person = row?.personId == null ? null : await store.people.find(row.personId);
      return row === undefined || person === null ? null : { person, row };
    },
    may: ({ row }) => row === null || mayFollowUp(actor, row),
    look: ({ row }) => (row === null ? null : { action: "person.view", subject: `participant:${row.participantId}` }),
  });
  if (found.kind !== "found") return found;
  const { person, row } = found;
  const today = dayIn(zoneOf(person), clock.now());
  const holding = await store.pauses.holding(person.id, today);
  return {
    kind: "found",
    ...{ person, participantId, today, holding },
    own: holding.find(({ personId }) => personId !== null) ?? null,
    isClose: row === null || row.personId === actor.person.id || trains(actor, row.trainerIds),
  };
}

/** A reason about somebody's body or family is for those who know them; null: it is not said. */
export function reasonFor(isClose: boolean, reason: PauseReason): PauseReason | null {
  return isClose || !PRIVATE_REASONS.includes(reason) ? reason : null;
}

export type FoundPause = Access<{
  pause: PauseRecord;
  person: Person;
  isSelf: boolean;
  today: Day;
  /** Under which they are looked after by the one who asks; null: it is their own. */
  participantId: number | null;
}>;

/** Somebody's own pause, for themselves or those who look after them. */
export async function findOwnPause(world: World, actor: KnownActor, pauseId: number): Promise<FoundPause> {
  const { store, clock } = world;
  return access(world, actor, {
    async find() {
      const pause = await store.pauses.find(pauseId);
      const person = pause?.personId == null ? null : await store.people.find(pause.personId);
      if (pause === null || person === null) return null;
      return { pause, person, isSelf: person.id === actor.person.id, today: dayIn(zoneOf(person), clock.now()) };
    },
    async may({ person, isSelf }) {
      if (isSelf) return { participantId: null };
      const ids = (await store.participants.ofPerson(person.id)).map(({ id }) => id);
      const rows = await store.caseloads.peopleOf(null, { participantIds: ids });
      const row = rows.find((one) => mayFollowUp(actor, one));
      return row === undefined ? false : { participantId: row.participantId };
    },
  });
}
