// A class day as its trainers see it: who joined, who is there at the session at hand.
import { sessionAtHand } from "../../../domain/classes/class-day.js";
import { type ClassDay, classDays } from "../../../domain/classes/schedule.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { mayRunClass } from "../../../domain/people/permissions.js";
import type { Actor } from "../../../domain/people/person.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { Expected } from "../../../ports/programme/class-days.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { type Look, noteLook } from "../../access.js";

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
  world: Pick<World, "clock" | "store">,
  trainingClass: TrainingClass,
  day: Day,
): Promise<ClassDayView | null> {
  return (await readClassDays(world, [{ trainingClass, day }]))[0] ?? null;
}

/** The same of any number of them, in their order, by two statements. */
export async function readClassDays(
  { clock, store }: Pick<World, "clock" | "store">,
  wanted: readonly { trainingClass: TrainingClass; day: Day }[],
): Promise<(ClassDayView | null)[]> {
  const classIds = [...new Set(wanted.map(({ trainingClass }) => trainingClass.id))];
  const sessionsOf = groupedBy(await store.programme.sessionsOfAll(classIds), ({ classId }) => classId);
  const views = wanted.map(({ trainingClass, day }) => {
    const days = classDays(trainingClass.zone, sessionsOf.get(trainingClass.id) ?? []);
    const at = days.findIndex((one) => one.day === day);
    const found = days[at];
    if (found === undefined) return null;
    return { ...found, trainingClass, number: at + 1, atHand: sessionAtHand(found.sessions, clock.now()) };
  });
  const expected = await store.classDays.expectedAt(
    views.flatMap((view) => (view === null ? [] : [{ classId: view.trainingClass.id, sessionId: view.atHand.id }])),
  );
  return views.map((view) => view && { ...view, expected: expected.get(view.atHand.id) ?? [] });
}

export async function noteClassLook(
  world: World,
  actor: Pick<Actor, "person">,
  view: Pick<ClassDayView, "trainingClass" | "expected">,
): Promise<void> {
  const look = lookAt(view);
  if (look !== null) await noteLook(world, actor, look);
}

/** Null where nobody is named. */
export function lookAt({ trainingClass, expected }: Pick<ClassDayView, "trainingClass" | "expected">): Look | null {
  const count = expected.filter(({ hasJoined, answer }) => !hasJoined || answer === null).length;
  return count === 0 ? null : { action: "class.view", subject: `class:${trainingClass.id}`, details: { count } };
}
