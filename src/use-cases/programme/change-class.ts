// An admin changes one thing about a class: its name, its venue, its zone, its last day or the day by which its plans are due.

import { maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor, Language } from "../../domain/people/person.js";
import { LONGEST_CLASS_DAYS, linkWorksUntil } from "../../domain/programme/new-class.js";
import { practiceName } from "../../domain/programme/practice-name.js";
import { sessionsFor } from "../../domain/programme/sessions.js";
import { daysBetween } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { ClassFields } from "../../ports/programme/programme.js";
import type { Store, World } from "../../ports.js";
import { tellOfVenue } from "../classes/telling/tell-of-venue.js";
import { settleDeadlinesOfClass } from "../plans/settle-deadlines.js";
import { setUpAlone } from "../set-up-alone.js";

export type ClassChange = Pick<ClassFields, "name" | "venue" | "zone" | "endsOn" | "plansDueOn">;

export type ChangeClassOutcome =
  | { kind: "changed"; trainingClass: TrainingClass; told: number }
  /** name_taken: another class of the wave and province · has_participants: their deadlines and clocks were told already ·
   *  before_end: plans due before the class is over · bad_days: a last day before the first, or a class of weeks */
  | { kind: "refused"; reason: "name_taken" | "has_participants" | "before_end" | "bad_days" }
  | { kind: "not_allowed" };

/** Twice is once: what is so already is changed into itself, and nobody is told. */
export async function changeClass(
  world: World,
  asked: KnownActor,
  { classId, change: wish }: { classId: number; change: ClassChange },
): Promise<ChangeClassOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    await store.schedule.hold([classId]);
    const before = await store.classes.find(classId);
    if (before === null || !maySetUpClass(actor, before)) return { kind: "not_allowed" };
    const change = before.practiceOf === 0 ? wish : marked(wish, actor.language);
    const reason = await whyNot(store, before, change);
    if (reason !== null) return { kind: "refused", reason };

    const told = change.venue === undefined ? 0 : await tellOfVenue(inside, before, change.venue);
    await store.programme.changeClass(classId, { ...change, ...linkTime(before, change) });
    if (change.plansDueOn !== undefined) await settleDeadlinesOfClass(store, classId);
    if (change.venue !== undefined) await store.programme.moveRooms(classId, before.venue, change.venue);
    if (change.zone !== undefined) await keepClockTimes(store, before, change.zone);
    const details = { ...change, told };
    await store.audit.record(
      { actorId: actor.person.id, action: "class.change", subject: `class:${classId}`, details },
      now,
    );
    return { kind: "changed", trainingClass: (await store.classes.find(classId)) ?? before, told };
  });
}

/** What somebody practises on stays marked, whatever it is called. */
function marked(change: ClassChange, language: Language): ClassChange {
  return change.name === undefined ? change : { ...change, name: practiceName(change.name, language) };
}

async function whyNot(store: Store, before: TrainingClass, change: ClassChange) {
  const { id, waveId, provinceCode, endsOn } = before;
  if (change.name !== undefined) {
    const wanted = change.name.toLowerCase();
    const others = (await store.programme.classes(waveId, provinceCode)).filter((other) => other.id !== id);
    if (others.some(({ name }) => name.toLowerCase() === wanted)) return "name_taken";
  }
  const lastDay = change.endsOn ?? endsOn;
  const movesEnd = change.plansDueOn !== undefined || change.endsOn !== undefined;
  if (movesEnd && (change.plansDueOn ?? before.plansDueOn) < lastDay) return "before_end";
  const isOdd = lastDay < before.startsOn || daysBetween(before.startsOn, lastDay) >= LONGEST_CLASS_DAYS;
  if (change.endsOn !== undefined && isOdd) return "bad_days";
  const isDeep = change.zone !== undefined || change.plansDueOn !== undefined;
  return isDeep && (await store.programme.contents(id)).participants > 0 ? "has_participants" : null;
}

function linkTime({ zone, plansDueOn }: TrainingClass, change: ClassChange): Pick<ClassFields, "joinTokenExpiresAt"> {
  if (change.zone === undefined && change.plansDueOn === undefined) return {};
  return { joinTokenExpiresAt: linkWorksUntil(change.zone ?? zone, change.plansDueOn ?? plansDueOn) };
}

/** A session at 08:00 is at 08:00 by the new clock too. */
async function keepClockTimes(store: Store, before: TrainingClass, zone: Zone): Promise<void> {
  for (const { id, startsAt, endsAt } of sessionsFor(
    { ...before, zone },
    before,
    await store.classes.sessionsOf(before.id),
  )) {
    await store.schedule.changeSession(id, { startsAt, endsAt });
  }
}
