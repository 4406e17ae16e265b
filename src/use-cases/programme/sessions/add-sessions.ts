// An admin adds training sessions to a class: one in the chat, all of a class from a workbook.

import { daySubject } from "../../../domain/classes/schedule.js";
import { maySetUpClass } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { NewSession } from "../../../domain/programme/sessions.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { tellOfAdded } from "../../classes/telling/tell-of-added.js";
import { setUpAlone } from "../../set-up-alone.js";

export type AddSessionsOutcome =
  /** exists: all of them were there. `sessions`: how many the class has now. `added`: their ids. `told`: how many people. */
  | { kind: "added" | "exists"; trainingClass: TrainingClass; sessions: number; added: number[]; told: number }
  | { kind: "refused"; reason: "past" }
  | { kind: "not_allowed" };

/** Twice is once: a class has one session of a title at a time. */
export async function addSessions(
  world: World,
  asked: KnownActor,
  { classId, sessions, saidAt }: { classId: number; sessions: readonly NewSession[]; saidAt: Date },
): Promise<AddSessionsOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    await store.schedule.hold([classId]);
    const trainingClass = await store.classes.find(classId);
    if (trainingClass === null || !maySetUpClass(actor, trainingClass)) return { kind: "not_allowed" };
    const before = await store.classes.sessionsOf(classId);
    const known = new Set(before.filter(({ cancelledAt }) => cancelledAt === null).map(keyOf));
    const wanted = sessions.filter((session) => !known.has(keyOf(session)));
    if (wanted.length === 0) return { kind: "exists", trainingClass, sessions: before.length, added: [], told: 0 };
    if (wanted.some(({ startsAt }) => startsAt <= saidAt)) return { kind: "refused", reason: "past" };
    const added = await store.programme.insertSessions(classId, wanted);
    // Their days have sessions more: what waits about them is posted anew, with all.
    const days = new Set(wanted.map(({ startsAt }) => daySubject(classId, dayIn(trainingClass.zone, startsAt))));
    for (const subject of days) {
      await store.outbox.takeBack({ subject }, "schedule changed", now, ["session_reminder"]);
    }
    const fresh = (await store.classes.sessionsOf(classId)).filter(({ id }) => added.includes(id));
    const told = await tellOfAdded(inside, { trainingClass, sessions: fresh, by: actor });
    const [only] = wanted;
    const details =
      only !== undefined && wanted.length === 1
        ? { title: only.title, startsAt: only.startsAt.toISOString() }
        : { sessions: wanted.length };
    await store.audit.record(
      { actorId: actor.person.id, action: "session.add", subject: `class:${classId}`, details },
      now,
    );
    return { kind: "added", trainingClass, sessions: before.length + wanted.length, added, told };
  });
}

/** One of them. */
export async function addSession(
  world: World,
  actor: KnownActor,
  { classId, session, saidAt }: { classId: number; session: NewSession; saidAt: Date },
): Promise<AddSessionsOutcome> {
  return addSessions(world, actor, { classId, sessions: [session], saidAt });
}

function keyOf({ title, startsAt }: Pick<NewSession, "title" | "startsAt">): string {
  return `${startsAt.getTime()} ${title}`;
}
