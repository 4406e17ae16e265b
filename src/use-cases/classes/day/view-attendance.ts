// Who is expected at a session and what is known of each, for those who run the class.
import { UNDO_MILLISECONDS } from "../../../domain/caseload/care-act.js";
import type { Actor } from "../../../domain/people/person.js";
import type { Expected } from "../../../ports/programme/class-days.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { findRunSession } from "../find-run-session.js";
import { noteClassLook } from "./view-class-day.js";

export type ViewAttendanceOutcome =
  | {
      kind: "found";
      session: TrainingSession;
      trainingClass: TrainingClass;
      expected: Expected[];
      /** When the one who looks marked several at once, as long as it can be taken back; null: they have not. */
      markedAt: Date | null;
    }
  | { kind: "gone" }
  | { kind: "not_allowed" };

export async function viewAttendance(world: World, actor: Actor, sessionId: number): Promise<ViewAttendanceOutcome> {
  const found = await findRunSession(world, actor, sessionId);
  if (found.kind !== "found") return found;
  const expected = await world.store.classDays.expected(found.trainingClass.id, sessionId);
  await noteClassLook(world, actor, { trainingClass: found.trainingClass, expected });
  const { clock, store } = world;
  const since = new Date(clock.now().getTime() - UNDO_MILLISECONDS);
  const byId = actor.person?.id ?? 0;
  return { ...found, expected, markedAt: await store.classDays.markedAtOnce(sessionId, byId, since) };
}
