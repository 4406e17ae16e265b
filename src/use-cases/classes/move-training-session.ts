// Moves a session to another time; its length stays. Reminders follow by themselves, those already reminded are told.

import { endMoved } from "../../domain/classes/session-move.js";
import type { KnownActor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { dayAndTime } from "../../texts/dates.js";
import { holdSession } from "./find-run-session.js";
import { tellCarers } from "./telling/tell-carers.js";
import { tellOfChange } from "./telling/tell-of-change.js";

export interface MoveTrainingSessionInput {
  sessionId: number;
  /** The revision that was looked at when this was decided. */
  revision: number;
  startsAt: Date;
  saidAt: Date;
}

export type MoveTrainingSessionOutcome =
  | { kind: "moved"; session: TrainingSession; told: number }
  | { kind: "not_allowed" }
  /** As holdSession; past: the new time was over when it was said · same: it is at that time already */
  | { kind: "refused"; reason: "gone" | "ended" | "past" | "same" | "changed" };

/** Twice is once: the second time the revision is another. */
export async function moveTrainingSession(
  world: World,
  actor: KnownActor,
  { sessionId, revision, startsAt, saidAt }: MoveTrainingSessionInput,
): Promise<MoveTrainingSessionOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const held = await holdSession(inside, actor, { sessionId, revision }, saidAt);
    if (held.kind !== "held") return held;
    const { session, trainingClass } = held;
    if (startsAt <= saidAt) return { kind: "refused", reason: "past" };
    if (startsAt.getTime() === session.startsAt.getTime()) return { kind: "refused", reason: "same" };

    const told = await tellOfChange(inside, trainingClass, session, startsAt);
    const endsAt = endMoved(session, startsAt);
    await store.schedule.changeSession(sessionId, { startsAt, endsAt });
    // "I cannot come on Monday" says nothing about Tuesday.
    if (dayIn(trainingClass.zone, startsAt) !== dayIn(trainingClass.zone, session.startsAt)) {
      await store.schedule.forgetAnswers(sessionId);
    }
    const details = { from: session.startsAt.toISOString(), to: startsAt.toISOString(), told };
    await store.audit.record(
      { actorId: actor.person.id, action: "session.move", subject: `session:${sessionId}`, details },
      now,
    );
    await tellCarers(inside, {
      ...{ trainingClass, by: actor.person, sessionId, key: `${sessionId}:${revision + 1}` },
      next: startsAt < session.startsAt ? startsAt : session.startsAt,
      say: ({ classPages, language }, zone) => {
        const when = (at: Date) => dayAndTime(language, zone, at);
        const words = { byName: actor.person.name, title: session.title, className: trainingClass.name };
        return classPages.byOthers.moved({ ...words, was: when(session.startsAt), is: when(startsAt) });
      },
    });
    return { kind: "moved", session: { ...session, startsAt, endsAt, revision: revision + 1 }, told };
  });
}
