// A trainer is away from one day to another, and somebody covers for them: said by themselves, or by an admin over their classes.
import { FURTHEST_AHEAD_DAYS, LONGEST_ABSENCE_DAYS, overlaps, spanOf } from "../../../domain/caseload/cover.js";
import { type KnownActor, zoneOf } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";
import { findTrainer } from "./find-absence.js";
import { tellAway, tellCover, tellWhoIsLeft } from "./tell-of-cover.js";

export interface SayAwayInput {
  personId: number;
  from: Day;
  until: Day;
  coverId: number | null;
  updateId: number;
  saidAt: Date;
}

export type SayAwayOutcome =
  /** `left`: those for whom they were to cover then, and who hear of it. */
  | { kind: "said"; absence: AbsenceRecord; left: string[] }
  | { kind: "overlaps"; absence: AbsenceRecord }
  | { kind: "past" | "too_long" | "too_far" | "cover_unable" | "not_yours" };

/** Twice is once. One at a time: of two who say it at once the second reads what the first said. */
export async function sayAway(world: World, asked: KnownActor, input: SayAwayInput): Promise<SayAwayOutcome> {
  const now = world.clock.now();
  const { personId, from, until, coverId, updateId, saidAt } = input;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const found = await findTrainer(inside, actor, personId);
    if (found.kind !== "found") return { kind: "not_yours" };
    const { person } = found.record;
    const made = await store.absences.madeBy(actor.person.id, updateId);
    if (made !== null) return { kind: "said", absence: made, left: [] };
    const zone = zoneOf(person);
    const today = dayIn(zone, saidAt);
    if (from < today || until < from) return { kind: "past" };
    if (until >= addDays(from, LONGEST_ABSENCE_DAYS)) return { kind: "too_long" };
    if (from > addDays(today, FURTHEST_AHEAD_DAYS)) return { kind: "too_far" };
    const span = spanOf(zone, from, until);
    const other = (await store.absences.openOf(personId, now)).find((one) => overlaps(one, span));
    if (other !== undefined) return { kind: "overlaps", absence: other };
    const possible = await store.absences.possibleCovers(personId, span);
    if (coverId !== null && !possible.some((one) => one.person.id === coverId)) return { kind: "cover_unable" };
    const id = await store.absences.add({ ...span, personId, coverId, setById: actor.person.id, updateId }, now);
    const absence = await store.absences.find(id);
    if (absence === null) throw new Error(`No absence ${id}, though it was just added.`);
    const details = { from, until, ...(coverId !== null && { coverId }) };
    const subject = `person:${personId}`;
    await store.audit.record({ actorId: actor.person.id, action: "absence.say", subject, details }, now);
    await tellCover(inside, absence);
    if (!found.isSelf) await tellAway(inside, actor.person, absence);
    return { kind: "said", absence, left: await tellWhoIsLeft(inside, absence) };
  });
}
