// Cancels a session: no reminder speaks of it any more, and those already reminded are told once.

import type { KnownActor } from "../../domain/people/person.js";
import type { TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { dayAndTime } from "../../texts/dates.js";
import { holdSession } from "./find-run-session.js";
import { tellCarers } from "./telling/tell-carers.js";
import { tellOfChange } from "./telling/tell-of-change.js";

export interface CancelTrainingSessionInput {
  sessionId: number;
  /** The revision that was looked at when this was decided. */
  revision: number;
  saidAt: Date;
}

export type CancelTrainingSessionOutcome =
  | { kind: "cancelled"; session: TrainingSession; told: number }
  | { kind: "not_allowed" }
  | { kind: "refused"; reason: "gone" | "ended" | "changed" };

/** Twice is once: what is cancelled is gone. */
export async function cancelTrainingSession(
  world: World,
  actor: KnownActor,
  { sessionId, revision, saidAt }: CancelTrainingSessionInput,
): Promise<CancelTrainingSessionOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const held = await holdSession(inside, actor, { sessionId, revision }, saidAt);
    if (held.kind !== "held") return held;
    const { session, trainingClass } = held;
    const told = await tellOfChange(inside, trainingClass, session, null);
    await store.schedule.changeSession(sessionId, { cancelledAt: now });
    await store.audit.record(
      { actorId: actor.person.id, action: "session.cancel", subject: `session:${sessionId}`, details: { told } },
      now,
    );
    await tellCarers(inside, {
      ...{ trainingClass, by: actor.person, sessionId, key: `${sessionId}:${revision + 1}`, next: session.startsAt },
      say: ({ classPages, language }, zone) => {
        const words = { byName: actor.person.name, title: session.title, className: trainingClass.name };
        return classPages.byOthers.cancelled({ ...words, was: dayAndTime(language, zone, session.startsAt) });
      },
    });
    return { kind: "cancelled", session: { ...session, cancelledAt: now, revision: revision + 1 }, told };
  });
}
