// An admin adds a training session to a class.
import { dayIn } from "../../domain/calendar.js";
import { maySetUpClass } from "../../domain/permissions.js";
import type { KnownActor } from "../../domain/person.js";
import type { NewSession } from "../../domain/programme/sessions.js";
import { daySubject } from "../../domain/schedule.js";
import type { TrainingClass } from "../../ports/classes.js";
import type { World } from "../../ports.js";

export type AddSessionOutcome =
  | { kind: "added" | "exists"; trainingClass: TrainingClass; sessions: number }
  | { kind: "refused"; reason: "past" }
  | { kind: "not_allowed" };

/** Twice is once: a class has one session of a title at a time. */
export async function addSession(
  world: World,
  actor: KnownActor,
  { classId, session, saidAt }: { classId: number; session: NewSession; saidAt: Date },
): Promise<AddSessionOutcome> {
  const now = world.clock.now();
  return world.store.transaction(async (store) => {
    await store.schedule.hold(classId);
    const trainingClass = await store.classes.find(classId);
    if (trainingClass === null || !maySetUpClass(actor, trainingClass)) return { kind: "not_allowed" };
    const before = await store.classes.sessionsOf(classId);
    const isThere = before.some(
      ({ title, startsAt, cancelledAt }) =>
        cancelledAt === null && title === session.title && startsAt.getTime() === session.startsAt.getTime(),
    );
    if (isThere) return { kind: "exists", trainingClass, sessions: before.length };
    if (session.startsAt <= saidAt) return { kind: "refused", reason: "past" };
    await store.programme.insertSessions(classId, [session]);
    // The day has one session more: what waits about it is posted anew, with it.
    const day = daySubject(classId, dayIn(trainingClass.zone, session.startsAt));
    await store.outbox.takeBack({ subject: day }, "schedule changed", now, ["session_reminder"]);
    const details = { title: session.title, startsAt: session.startsAt.toISOString() };
    await store.audit.record(
      { actorId: actor.person.id, action: "session.add", subject: `class:${classId}`, details },
      now,
    );
    return { kind: "added", trainingClass, sessions: before.length + 1 };
  });
}
