// What sessions are called, how long they are, how they are held, or where; when they start is another matter (move-training-session.ts).

import { daySubject, sessionSubject } from "../../../domain/classes/schedule.js";
import { mayRunClass } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { SessionFields } from "../../../ports/programme/programme.js";
import type { Store, World } from "../../../ports.js";
import { tellCarers } from "../../classes/telling/tell-carers.js";
import { tellOfLength } from "../../classes/telling/tell-of-length.js";
import { tellOfPlaces } from "../../classes/telling/tell-of-places.js";
import { withCoversNow } from "../../roles-now.js";
import { setUpAlone } from "../../set-up-alone.js";

export type ChangeSessionOutcome =
  /** `told`: who knew the old place or link. */
  | { kind: "changed"; told: number }
  /** gone: cancelled · ended: it is over */
  | { kind: "refused"; reason: "gone" | "ended" }
  | { kind: "not_allowed" };

export async function changeSession(
  world: World,
  asked: KnownActor,
  { sessionId, change, saidAt }: { sessionId: number; change: SessionFields; saidAt: Date },
): Promise<ChangeSessionOutcome> {
  const found = await world.store.classes.findSession(sessionId);
  if (found === null) return { kind: "not_allowed" };
  return changeSessions(world, asked, { classId: found.classId, changes: new Map([[sessionId, change]]), saidAt });
}

/**
 * Of one class, all or none. Twice is once: what is so already is changed into itself, and nobody is told. Reminders that wait are posted
 * anew, with what is right.
 */
export async function changeSessions(
  world: World,
  asked: KnownActor,
  { classId, changes, saidAt }: { classId: number; changes: ReadonlyMap<number, SessionFields>; saidAt: Date },
): Promise<ChangeSessionOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await withCoversNow(inside, await setUpAlone(store, asked));
    await store.schedule.hold([classId]);
    const trainingClass = await store.classes.find(classId);
    const trainers = await store.classes.trainersOf(classId);
    if (trainingClass === null || !mayRunClass(actor, trainingClass, trainers)) return { kind: "not_allowed" };
    const sessions = (await store.classes.sessionsOf(classId)).filter(({ id }) => changes.has(id));
    if (sessions.length < changes.size) return { kind: "not_allowed" };
    if (sessions.some(({ cancelledAt }) => cancelledAt !== null)) return { kind: "refused", reason: "gone" };
    if (sessions.some(({ endsAt }) => endsAt <= saidAt)) return { kind: "refused", reason: "ended" };
    for (const session of sessions) await takeBackReminders(store, trainingClass, session, now);
    const places = sessions.map(({ id, mode, place }) => [id, { mode, place, ...changes.get(id) }] as const);
    const moved = await tellOfPlaces(inside, trainingClass, new Map(places));
    const longer = await tellOfLengths(inside, trainingClass, sessions, changes);
    const told = Math.max(moved, longer);
    for (const { id } of sessions) {
      const change = changes.get(id) ?? {};
      await store.programme.changeSession(id, change);
      const details = { ...change, ...(change.endsAt !== undefined && { endsAt: change.endsAt.toISOString() }) };
      const entry = { actorId: actor.person.id, action: "session.change" as const, subject: `session:${id}`, details };
      await store.audit.record(entry, now);
    }
    await tellOfChanges(
      inside,
      actor,
      trainingClass,
      sessions.filter((one) => isChanged(one, changes.get(one.id))),
    );
    return { kind: "changed", told };
  });
}

/** Returns how many are told of the one of which most are. */
async function tellOfLengths(
  inside: World,
  trainingClass: TrainingClass,
  sessions: readonly TrainingSession[],
  changes: ReadonlyMap<number, SessionFields>,
): Promise<number> {
  let told = 0;
  for (const session of sessions) {
    const endsAt = changes.get(session.id)?.endsAt;
    if (endsAt === undefined || endsAt.getTime() === session.endsAt.getTime()) continue;
    told = Math.max(told, await tellOfLength(inside, trainingClass, session, endsAt));
  }
  return told;
}

async function tellOfChanges(
  inside: World,
  { person: by }: KnownActor,
  trainingClass: TrainingClass,
  changed: readonly TrainingSession[],
): Promise<void> {
  const [first, ...others] = changed;
  if (first === undefined) return;
  const { id, name: className } = trainingClass;
  await tellCarers(inside, {
    ...{ trainingClass, by, sessionId: others.length > 0 ? null : first.id, next: first.startsAt },
    key: `change:${id}:${inside.clock.now().getTime()}:${changed.map((one) => one.id).join("-")}`,
    say: ({ classPages }) =>
      classPages.byOthers.changed({ byName: by.name, className, title: first.title, count: changed.length }),
  });
}

function isChanged(session: TrainingSession, change: SessionFields = {}): boolean {
  return (Object.keys(change) as (keyof SessionFields)[]).some(
    (field) => String(session[field]) !== String(change[field]),
  );
}

async function takeBackReminders(store: Store, { id, zone }: TrainingClass, session: TrainingSession, now: Date) {
  for (const subject of [sessionSubject(session.id), daySubject(id, dayIn(zone, session.startsAt))]) {
    await store.outbox.takeBack({ subject }, "schedule changed", now, ["session_reminder", "online_link"]);
  }
}
