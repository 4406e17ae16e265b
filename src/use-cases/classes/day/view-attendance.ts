// Who is expected at a session and what is known of each, for those who run the class.
import type { Actor } from "../../../domain/people/person.js";
import type { Expected } from "../../../ports/programme/class-days.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { findRunSession } from "../find-run-session.js";
import { noteClassLook } from "./view-class-day.js";

export type ViewAttendanceOutcome =
  | { kind: "found"; session: TrainingSession; trainingClass: TrainingClass; expected: Expected[] }
  | { kind: "gone" }
  | { kind: "not_allowed" };

export async function viewAttendance(world: World, actor: Actor, sessionId: number): Promise<ViewAttendanceOutcome> {
  const found = await findRunSession(world, actor, sessionId);
  if (found.kind !== "found") return found;
  const expected = await world.store.classDays.expected(found.trainingClass.id, sessionId);
  await noteClassLook(world, actor, { trainingClass: found.trainingClass, expected });
  return { ...found, expected };
}
