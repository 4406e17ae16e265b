// Who must hear of a changed session: those who were told of it or of the day on which it now is, and those who have seen the schedule.

import { daySubject, sessionSubject } from "../../../domain/classes/schedule.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Participant } from "../../../ports/people/participants.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";

export interface PeopleToTell {
  told: Participant[];
  /** They simply get the right reminder when it is due. */
  untold: number;
}

/** `newStart`: null when the session is cancelled. */
export async function peopleToTell(
  { store }: Pick<World, "store">,
  trainingClass: TrainingClass,
  session: TrainingSession,
  newStart: Date | null,
): Promise<PeopleToTell> {
  const ofSession = await store.outbox.peopleTold(sessionSubject(session.id), [
    "session_reminder",
    "online_link",
    "schedule_change",
  ]);
  const newDay = newStart === null ? null : daySubject(trainingClass.id, dayIn(trainingClass.zone, newStart));
  const ofNewDay = newDay === null ? new Set() : await store.outbox.peopleTold(newDay, ["session_reminder"]);
  const participants = await store.participants.ofClass(trainingClass.id);
  const told = participants.filter(
    ({ person, scheduleSeenAt }) => scheduleSeenAt !== null || ofSession.has(person.id) || ofNewDay.has(person.id),
  );
  return { told, untold: participants.length - told.length };
}
