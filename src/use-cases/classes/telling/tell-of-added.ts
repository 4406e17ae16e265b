// A session is added to a day that was told of already: people who have read that day's agenda do not know of it, and no other agenda comes.

import { changeNoticeAt, daySubject, sessionSubject } from "../../../domain/classes/schedule.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { dayAndTime } from "../../../texts/dates.js";
import { postTo } from "../../posting.js";
import { addedMessage } from "./schedule-messages.js";
import { tellCarers } from "./tell-carers.js";

/** Call it in the transaction that adds them, once what waits about their days is taken back. Returns how many people are told. */
export async function tellOfAdded(
  inside: World,
  {
    trainingClass,
    sessions,
    by,
  }: { trainingClass: TrainingClass; sessions: readonly TrainingSession[]; by: KnownActor },
): Promise<number> {
  const { store, clock, settings } = inside;
  const now = clock.now();
  const { id: classId, zone: classZone, name: className } = trainingClass;
  const participants = await store.participants.ofClass(classId);
  await store.people.hold(participants.map(({ person }) => person.id));
  const told = new Set<number>();
  for (const session of sessions) {
    const day = dayIn(classZone, session.startsAt);
    const isToday = day <= dayIn(classZone, now);
    const reminded = await store.outbox.peopleTold(daySubject(classId, day), ["session_reminder"]);
    // Of a later day the agenda tells in time, also those who have looked at the schedule.
    const knowing = participants.filter(
      ({ person, scheduleSeenAt }) => reminded.has(person.id) || (isToday && scheduleSeenAt !== null),
    );
    if (knowing.length === 0 && !isToday) continue;
    await postTo(
      inside,
      knowing.map(({ person }) => {
        const zone = person.zone ?? classZone;
        return {
          key: `session-added:${session.id}:${person.id}`,
          kind: "schedule_change" as const,
          to: person,
          names: [],
          at: changeNoticeAt(zone, now, session.startsAt, settings.rest),
          subjects: [sessionSubject(session.id)],
          say: (texts) => addedMessage(texts, zone, { trainingClass, session }),
        };
      }),
    );
    for (const { person } of knowing) told.add(person.id);
    await tellCarers(inside, {
      ...{ trainingClass, by: by.person, sessionId: session.id, next: session.startsAt, key: `added:${session.id}` },
      say: ({ classPages, language }, zone) => {
        const words = { byName: by.person.name, title: session.title, className };
        return classPages.byOthers.added({ ...words, when: dayAndTime(language, zone, session.startsAt) });
      },
    });
  }
  return told.size;
}
