// A class meets in another house: who was told of the old one, or saw it, hears the new one.

import { changeNoticeAt, daySubject, sessionSubject, venueSubject } from "../../../domain/classes/schedule.js";
import { dayIn, instantAt } from "../../../domain/time/calendar.js";
import { FIRST_HOUR } from "../../../domain/time/day-plan.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { venueMessage } from "./schedule-messages.js";
import { peopleToTellOfShift } from "./tell-of-shift.js";

/** What a waiting notice says the house was before. */
const KNOWN_VENUE = "known-venue:";

/** Call it in the transaction that changes the venue, before it changes. Returns how many people are told. */
export async function tellOfVenue(inside: World, trainingClass: TrainingClass, venue: string): Promise<number> {
  const now = inside.clock.now();
  const { id, zone } = trainingClass;
  const coming = (await inside.store.classes.sessionsOf(id)).filter(
    ({ endsAt, cancelledAt }) => cancelledAt === null && endsAt > now,
  );
  const isOver = coming.length === 0 && trainingClass.endsOn < dayIn(zone, now);
  if (venue === trainingClass.venue || isOver) return 0;
  await inside.store.people.hold((await inside.store.participants.ofClass(id)).map(({ person }) => person.id));
  // Reminders name the house: those that wait are posted anew with the right one.
  const days = new Set(coming.map(({ startsAt }) => daySubject(id, dayIn(zone, startsAt))));
  for (const subject of [...coming.map((session) => sessionSubject(session.id)), ...days]) {
    await inside.store.outbox.takeBack({ subject }, "venue changed", now, ["session_reminder"]);
  }
  const waiting = await takeBackWaiting(inside.store, id, now);
  const next = coming[0]?.startsAt ?? instantAt(zone, trainingClass.startsOn, FIRST_HOUR);
  const { told } = await peopleToTellOfShift(inside.store, trainingClass);
  const wishes = told.flatMap(({ person }): ToPost[] => {
    const known = waiting.get(person.id) ?? trainingClass.venue;
    // Back where they believe it is.
    if (known === venue) return [];
    return [
      {
        key: `class-venue:${id}:${now.getTime()}:${venue}:${person.id}`,
        kind: "schedule_change",
        to: person,
        names: [],
        at: changeNoticeAt(person.zone ?? zone, now, next, inside.settings.rest),
        say: (texts) => venueMessage(texts, { ...trainingClass, venue: known }, venue),
        subjects: [venueSubject(id), `${KNOWN_VENUE}${known}`],
      },
    ];
  });
  return postTo(inside, wishes);
}

/** Notices that a newer one replaces: person → the house they know. */
async function takeBackWaiting(store: Store, classId: number, now: Date): Promise<Map<number, string>> {
  const subject = venueSubject(classId);
  const notices = await store.outbox.takeBack({ subject }, "venue changed", now, ["schedule_change"]);
  return new Map(
    notices.flatMap(({ personId, subjects }) => {
      const known = subjects.find((one) => one.startsWith(KNOWN_VENUE))?.slice(KNOWN_VENUE.length);
      return known === undefined ? [] : [[personId, known] as const];
    }),
  );
}
