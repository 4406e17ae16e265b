// A class day as its trainers see it: who joined, who is there at the session at hand.
import { sessionAtHand } from "../../../domain/classes/class-day.js";
import { type ClassDay, classDays } from "../../../domain/classes/schedule.js";
import { mayRunClass } from "../../../domain/people/permissions.js";
import type { Actor } from "../../../domain/people/person.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { Expected } from "../../../ports/programme/class-days.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";

export interface ClassDayView extends ClassDay<TrainingSession> {
  trainingClass: TrainingClass;
  /** 1 is the first day on which the class meets. */
  number: number;
  atHand: TrainingSession;
  expected: Expected[];
}

export type ViewClassDayOutcome =
  | { kind: "found"; view: ClassDayView }
  /** The class has no session on that day (any more). */
  | { kind: "no_day"; trainingClass: TrainingClass }
  | { kind: "not_allowed" };

/** It names people, so it leaves the line of a look. */
export async function viewClassDay(
  world: World,
  actor: Actor,
  { classId, day }: { classId: number; day: Day },
): Promise<ViewClassDayOutcome> {
  const trainingClass = await world.store.classes.find(classId);
  const trainers = trainingClass === null ? [] : await world.store.classes.trainersOf(classId);
  if (trainingClass === null || !mayRunClass(actor, trainingClass, trainers)) return { kind: "not_allowed" };
  const view = await readClassDay(world, trainingClass, day);
  if (view === null) return { kind: "no_day", trainingClass };
  await noteClassLook(world, actor, view);
  return { kind: "found", view };
}

/** Without a judgement of rights, for what is told to the trainers of a class. Null: no session on that day. */
export async function readClassDay(
  { clock, store }: Pick<World, "clock" | "store">,
  trainingClass: TrainingClass,
  day: Day,
): Promise<ClassDayView | null> {
  const days = classDays(trainingClass.zone, await store.classes.sessionsOf(trainingClass.id));
  const at = days.findIndex((one) => one.day === day);
  const found = days[at];
  if (found === undefined) return null;
  const atHand = sessionAtHand(found.sessions, clock.now());
  const expected = await store.classDays.expected(trainingClass.id, atHand.id);
  return { ...found, trainingClass, number: at + 1, atHand, expected };
}

export async function noteClassLook(
  world: World,
  actor: Pick<Actor, "person">,
  { trainingClass, expected }: Pick<ClassDayView, "trainingClass" | "expected">,
): Promise<void> {
  const count = expected.filter(({ hasJoined, answer }) => !hasJoined || answer === null).length;
  if (count === 0) return;
  await noteLook(world, actor, {
    action: "class.view",
    subject: `class:${trainingClass.id}`,
    details: { count },
  });
}
