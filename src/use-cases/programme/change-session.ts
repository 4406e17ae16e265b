// An admin changes how long a session is, how it is held, or where; when it starts is another matter (move-training-session.ts).

import { daySubject, sessionSubject } from "../../domain/classes/schedule.js";
import { maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { SessionFields } from "../../ports/programme/programme.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export type ChangeSessionOutcome =
  | { kind: "changed" }
  /** gone: cancelled · ended: it is over */
  | { kind: "refused"; reason: "gone" | "ended" }
  | { kind: "not_allowed" };

/** Twice is once: what is so already is changed into itself. Reminders that wait are posted anew, with what is right. */
export async function changeSession(
  world: World,
  asked: KnownActor,
  { sessionId, change, saidAt }: { sessionId: number; change: SessionFields; saidAt: Date },
): Promise<ChangeSessionOutcome> {
  const now = world.clock.now();
  return world.store.transaction(async (store) => {
    const actor = await setUpAlone(store, asked);
    const found = await store.classes.findSession(sessionId);
    if (found === null) return { kind: "not_allowed" };
    await store.schedule.hold(found.classId);
    const session = await store.classes.findSession(sessionId);
    const trainingClass = await store.classes.find(found.classId);
    if (session === null || trainingClass === null || !maySetUpClass(actor, trainingClass))
      return { kind: "not_allowed" };
    if (session.cancelledAt !== null) return { kind: "refused", reason: "gone" };
    if (session.endsAt <= saidAt) return { kind: "refused", reason: "ended" };
    await store.programme.changeSession(sessionId, change);
    const day = daySubject(trainingClass.id, dayIn(trainingClass.zone, session.startsAt));
    for (const subject of [sessionSubject(sessionId), day]) {
      await store.outbox.takeBack({ subject }, "schedule changed", now, ["session_reminder", "online_link"]);
    }
    const details = { ...change, ...(change.endsAt !== undefined && { endsAt: change.endsAt.toISOString() }) };
    const subject = `session:${sessionId}`;
    await store.audit.record({ actorId: actor.person.id, action: "session.change", subject, details }, now);
    return { kind: "changed" };
  });
}
