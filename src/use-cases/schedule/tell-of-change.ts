// Takes back what still waits about a session, and tells those who already knew: lama → baru.
import { dayIn } from "../../domain/calendar.js";
import { changeNoticeAt, daySubject, sessionSubject } from "../../domain/schedule.js";
import type { TrainingClass, TrainingSession } from "../../ports/classes.js";
import type { Store, World } from "../../ports.js";
import { postTo, type Wish } from "../posting.js";
import { peopleToTell } from "./people-to-tell.js";
import { changeMessage } from "./schedule-messages.js";

/** What a waiting notice says the session was before: whoever gets a newer one instead knows no later time than that. */
const KNOWN_AS = "known-as:";

/**
 * Call it in the transaction that changes the session, before the change. Returns how many people are told: each once, and
 * nobody of a change that was undone before they heard of it.
 */
export async function tellOfChange(
  store: Store,
  world: World,
  trainingClass: TrainingClass,
  session: TrainingSession,
  newStart: Date | null,
): Promise<number> {
  const now = world.clock.now();
  // In this order: asked before, somebody whose reminder departs in between would hear neither of its being wrong nor the right time.
  const wasWaiting = await takeBackWaiting(store, trainingClass, session, newStart, now);
  const { told } = await peopleToTell(store, trainingClass, session, newStart);
  const revision = session.revision + 1;
  const wishes = told.flatMap(({ person }): Wish[] => {
    const knownStart = wasWaiting.get(person.id) ?? session.startsAt;
    if (newStart !== null && knownStart.getTime() === newStart.getTime()) return [];
    const zone = person.zone ?? trainingClass.zone;
    const next = newStart !== null && newStart < knownStart ? newStart : knownStart;
    return [
      {
        key: `schedule-change:${session.id}:${revision}:${person.id}`,
        kind: "schedule_change",
        to: person,
        at: changeNoticeAt(zone, now, next, world.settings.rest),
        say: (texts) => changeMessage(texts, zone, { trainingClass, session, knownStart, newStart }),
        subjects: [sessionSubject(session.id), `${KNOWN_AS}${knownStart.toISOString()}`],
      },
    ];
  });
  return postTo(store, world, wishes);
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
      const known = subjects.find((subject) => subject.startsWith(KNOWN_AS));
      return kind === "schedule_change" && known !== undefined
        ? [[personId, new Date(known.slice(KNOWN_AS.length))] as const]
        : [];
    }),
  );
}
