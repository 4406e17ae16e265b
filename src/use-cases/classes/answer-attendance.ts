// A participant says whether they will come; the answer can be changed until the session ends.

import type { AttendanceAnswer } from "../../domain/classes/attendance.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

export type AnswerAttendanceOutcome =
  | { kind: "answered"; session: TrainingSession }
  | { kind: "refused"; reason: "gone" | "ended" | "not_in_class" };

/** Twice is once: the latest answer stays. */
export async function answerAttendance(
  world: World,
  actor: KnownActor,
  { sessionId, answer, saidAt }: { sessionId: number; answer: AttendanceAnswer; saidAt: Date },
): Promise<AnswerAttendanceOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const session = await store.classes.findSession(sessionId);
    if (session === null || session.cancelledAt !== null) return { kind: "refused", reason: "gone" };
    if (session.endsAt <= saidAt) return { kind: "refused", reason: "ended" };
    const participations = await store.participants.ofPerson(actor.person.id);
    const participant = participations.find(({ trainingClass }) => trainingClass.id === session.classId);
    if (participant === undefined) return { kind: "refused", reason: "not_in_class" };
    await store.schedule.answer(sessionId, participant.id, answer, now);
    return { kind: "answered", session };
  });
}
