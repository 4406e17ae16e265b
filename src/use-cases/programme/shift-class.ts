// An admin moves a whole class by some days: every session, its days and its deadline; who knew the old days hears it once.

import { daysLater, landsInPast, movesAlong } from "../../domain/classes/class-shift.js";
import { maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { linkWorksUntil, problemOfDays } from "../../domain/programme/new-class.js";
import { addDays, type Day, dayIn, daysBetween, instantAt } from "../../domain/time/calendar.js";
import { FIRST_HOUR } from "../../domain/time/day-plan.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { Store, World } from "../../ports.js";
import { tellCarers } from "../classes/telling/tell-carers.js";
import { tellOfShift } from "../classes/telling/tell-of-shift.js";
import { settleDeadlinesOfClass } from "../plans/settle-deadlines.js";
import { setUpAlone } from "../set-up-alone.js";

export interface ShiftClassInput {
  classId: number;
  /** The class's first day as it was seen, and as it shall be. */
  from: Day;
  to: Day;
  saidAt: Date;
}

/** begun: the class has begun, its sessions are moved one by one · past: it would begin before today · session_past: one of its sessions
 *  would be before now · changed: `from` is not true any more, or this is the second time */
export type ShiftProblem = "begun" | "past" | "session_past" | "too_far" | "same" | "changed";

export type ShiftClassOutcome =
  | { kind: "shifted"; trainingClass: TrainingClass; told: number }
  | { kind: "refused"; reason: ShiftProblem }
  | { kind: "not_allowed" };

/** Twice is once: the second time the class begins on another day. */
export async function shiftClass(
  world: World,
  asked: KnownActor,
  { classId, from, to, saidAt }: ShiftClassInput,
): Promise<ShiftClassOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    await store.schedule.hold([classId]);
    const before = await store.classes.find(classId);
    if (before === null || !maySetUpClass(actor, before)) return { kind: "not_allowed" };
    if (before.startsOn !== from) return { kind: "refused", reason: "changed" };
    const reason = whyNoShift(before, to, dayIn(before.zone, saidAt));
    if (reason !== null) return { kind: "refused", reason };
    const days = daysBetween(from, to);
    const sessions = await store.classes.sessionsOf(classId);
    if (landsInPast(sessions, days, saidAt)) return { kind: "refused", reason: "session_past" };

    const moving = sessions.filter((session) => movesAlong(session, saidAt));
    const told = await tellOfShift(inside, { trainingClass: before, sessions: moving, to });
    await moveEverything(store, before, moving, days);
    const details = { from, to, told };
    await store.audit.record(
      { actorId: actor.person.id, action: "class.shift", subject: `class:${classId}`, details },
      now,
    );
    await tellCarers(inside, {
      ...{
        trainingClass: before,
        by: actor.person,
        sessionId: null,
        key: `shift:${classId}:${from}:${to}:${now.getTime()}`,
      },
      next: instantAt(before.zone, from < to ? from : to, FIRST_HOUR),
      say: ({ classPages }) =>
        classPages.byOthers.shifted({ byName: actor.person.name, className: before.name, was: from, is: to }),
    });
    return { kind: "shifted", trainingClass: (await store.classes.find(classId)) ?? before, told };
  });
}

/** Then its sessions are moved one by one. */
export function hasBegun({ startsOn }: Pick<TrainingClass, "startsOn">, today: Day): boolean {
  return startsOn <= today;
}

export function whyNoShift(before: TrainingClass, to: Day, today: Day): ShiftProblem | null {
  if (hasBegun(before, today)) return "begun";
  if (to < today) return "past";
  if (to === before.startsOn) return "same";
  const endsOn = addDays(before.endsOn, daysBetween(before.startsOn, to));
  return problemOfDays({ startsOn: to, endsOn }, today) === "too_far" ? "too_far" : null;
}

async function moveEverything(
  store: Store,
  { id, zone, startsOn, endsOn, plansDueOn }: TrainingClass,
  moving: readonly TrainingSession[],
  days: number,
) {
  for (const session of moving) {
    const times = { startsAt: daysLater(session.startsAt, days), endsAt: daysLater(session.endsAt, days) };
    await store.schedule.changeSession(session.id, times);
    await store.schedule.forgetAnswers(session.id);
  }
  const due = addDays(plansDueOn, days);
  await store.programme.changeClass(id, {
    ...{ startsOn: addDays(startsOn, days), endsOn: addDays(endsOn, days) },
    ...{ plansDueOn: due, joinTokenExpiresAt: linkWorksUntil(zone, due) },
  });
  await settleDeadlinesOfClass(store, id);
}
