// Takes back what still waits about a session, and tells those who already knew: lama → baru.

import { changeNoticeAt, daySubject, sessionSubject } from "../../../domain/classes/schedule.js";
import type { Person } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { peopleToTell } from "./people-to-tell.js";
import { changeMessage } from "./schedule-messages.js";

/** What a waiting notice says the session was before: anyone who gets a newer one instead knows no later time than that. */
const KNOWN_AS = "known-as:";

/**
 * Call it in the transaction that changes the session, before the change. Returns how many people are told: each once, and
 * nobody of a change that was undone before they heard of it.
 */
export async function tellOfChange(
  inside: World,
  trainingClass: TrainingClass,
  session: TrainingSession,
  newStart: Date | null,
): Promise<number> {
  const now = inside.clock.now();
  await inside.store.people.hold(
    (await inside.store.participants.ofClass(trainingClass.id)).map(({ person }) => person.id),
  );
  // In this order: asked before, somebody whose reminder departs in between would hear neither of its being wrong nor the right time.
  const wasWaiting = await takeBackWaiting(inside.store, trainingClass, session, newStart, now);
  const { told } = await peopleToTell(inside, trainingClass, session, newStart);
  const revision = session.revision + 1;
  const wishes = told.flatMap(({ person }): ToPost[] => {
    const knownStart = wasWaiting.get(person.id) ?? session.startsAt;
    if (newStart !== null && knownStart.getTime() === newStart.getTime()) return [];
    return [changeWish(inside, person, { trainingClass, session, knownStart, newStart, revision })];
  });
  return postTo(inside, wishes);
}

interface Change {
  trainingClass: TrainingClass;
  session: TrainingSession;
  /** When the receiver believes that it starts. */
  knownStart: Date;
  /** Null when it is cancelled. */
  newStart: Date | null;
  /** That of the session after the change. */
  revision: number;
}

export function changeWish(world: World, to: Person, change: Change): ToPost {
  const { trainingClass, session, knownStart, newStart, revision } = change;
  const zone = to.zone ?? trainingClass.zone;
  const next = newStart !== null && newStart < knownStart ? newStart : knownStart;
  return {
    key: `schedule-change:${session.id}:${revision}:${to.id}`,
    kind: "schedule_change",
    to,
    names: [],
    at: changeNoticeAt(zone, world.clock.now(), next, world.settings.rest),
    say: (texts) => changeMessage(texts, zone, { trainingClass, session, knownStart, newStart }),
    subjects: [sessionSubject(session.id), `${KNOWN_AS}${knownStart.toISOString()}`],
  };
}

/** What a notice that waited said the session was before. */
export function knownStartIn(subjects: readonly string[]): Date | undefined {
  const known = subjects.find((subject) => subject.startsWith(KNOWN_AS));
  return known === undefined ? undefined : new Date(known.slice(KNOWN_AS.length));
}

/** Reminders that are right no more, and notices that a newer one replaces: person → the start they know of. */
async function takeBackWaiting(
  store: Store,
  trainingClass: TrainingClass,
  session: TrainingSession,
  newStart: Date | null,
  now: Date,
): Promise<Map<number, Date>> {
  const cause = "schedule changed";
  const notices = await store.outbox.takeBack({ subject: sessionSubject(session.id) }, cause, now, [
    "session_reminder",
    "online_link",
    "schedule_change",
  ]);
  if (newStart !== null) {
    // The day to which it moves has one session more: its waiting reminders are posted anew, with it.
    const newDay = daySubject(trainingClass.id, dayIn(trainingClass.zone, newStart));
    await store.outbox.takeBack({ subject: newDay }, cause, now, ["session_reminder"]);
  }
  return new Map(
    notices.flatMap(({ personId, kind, subjects }) => {
      const known = knownStartIn(subjects);
      return kind === "schedule_change" && known !== undefined ? [[personId, known] as const] : [];
    }),
  );
}
