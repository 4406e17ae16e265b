// A class meets in another house: who was told of the old one, or saw it, hears the new one.

import { changeNoticeAt, daySubject, sessionSubject, venueSubject } from "../../../domain/classes/schedule.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { venueMessage } from "./schedule-messages.js";
import { peopleToTellOfShift } from "./tell-of-shift.js";

/** Call it in the transaction that changes the venue, before it changes. Returns how many people are told. */
export async function tellOfVenue(
  store: Store,
  world: World,
  trainingClass: TrainingClass,
  venue: string,
): Promise<number> {
  const now = world.clock.now();
  const { id, zone } = trainingClass;
  if (venue === trainingClass.venue) return 0;
  const coming = (await store.classes.sessionsOf(id)).filter(
    ({ endsAt, cancelledAt }) => cancelledAt === null && endsAt > now,
  );
  const [next] = coming;
  if (next === undefined) return 0;
  await store.people.hold((await store.participants.ofClass(id)).map(({ person }) => person.id));
  // Reminders name the house: those that wait are posted anew with the right one.
  const days = new Set(coming.map(({ startsAt }) => daySubject(id, dayIn(zone, startsAt))));
  for (const subject of [...coming.map((session) => sessionSubject(session.id)), ...days]) {
    await store.outbox.takeBack({ subject }, "venue changed", now, ["session_reminder"]);
  }
  await store.outbox.takeBack({ subject: venueSubject(id) }, "venue changed", now, ["schedule_change"]);
  const { told } = await peopleToTellOfShift(store, trainingClass);
  const wishes = told.map(
    ({ person }): ToPost => ({
      key: `class-venue:${id}:${now.getTime()}:${person.id}`,
      kind: "schedule_change",
      to: person,
      names: [],
      at: changeNoticeAt(person.zone ?? zone, now, next.startsAt, world.settings.rest),
      say: (texts) => venueMessage(texts, trainingClass, venue),
      subjects: [venueSubject(id)],
    }),
  );
  return postTo(store, world, wishes);
}
