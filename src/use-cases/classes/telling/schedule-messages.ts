// What is said about a class day, with its buttons: the same page as a reminder and when somebody asks for it.

import { ATTENDANCE_ANSWERS, type AttendanceAnswer } from "../../../domain/classes/attendance.js";
import type { SessionReminder } from "../../../domain/classes/schedule.js";
import { action } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { addDays, type Day, daysBetween } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { Texts } from "../../../texts/index.js";

export type AnswersBySession = ReadonlyMap<number, AttendanceAnswer>;

export function reminderMessage(
  texts: Texts,
  zone: Zone,
  about: {
    reminder: SessionReminder<TrainingSession>;
    trainingClass: TrainingClass;
    trainers: string[];
    /** What the receiver has answered already, the evening before for one. */
    given: AnswersBySession;
  },
): Message {
  const { reminder, trainingClass, trainers, given } = about;
  const { schedule } = texts;
  const { sessions } = reminder;
  switch (reminder.name) {
    case "H-3":
    case "H-1": {
      const words = { zone, className: trainingClass.name, venue: trainingClass.venue, trainers, sessions };
      const message = reminder.name === "H-3" ? schedule.threeDaysBefore(words) : schedule.dayBefore(words);
      return { ...message, buttons: [[{ label: schedule.open, data: action("schedule") }]] };
    }
    case "agenda":
      return agendaMessage(texts, zone, trainingClass, sessions, given);
    case "soon":
      return {
        ...schedule.soon(zone, sessions[0]),
        buttons: answerButtons(texts, sessions[0].id, given.get(sessions[0].id)),
      };
  }
}

/** The day's sessions. One session is answered here; of several, each that is not over (`open`) opens its own page. */
export function agendaMessage(
  texts: Texts,
  zone: Zone,
  trainingClass: TrainingClass,
  sessions: [TrainingSession, ...TrainingSession[]],
  answers: AnswersBySession,
  open: readonly TrainingSession[] = sessions,
): Message {
  const [only] = open;
  const toSchedule = [[{ label: texts.schedule.open, data: action("schedule") }]];
  const buttons =
    only === undefined
      ? toSchedule
      : sessions.length === 1
        ? answerButtons(texts, only.id, answers.get(only.id))
        : open.map((session) => [sessionButton(texts, zone, session, answers)]);
  return { ...texts.schedule.agenda({ zone, className: trainingClass.name, sessions, given: answers }), buttons };
}

/** `known`: the first day as the receiver knows it. */
export function shiftMessage(
  texts: Texts,
  { trainingClass, known, to }: { trainingClass: TrainingClass; known: Day; to: Day },
): Message {
  const { name, startsOn, endsOn } = trainingClass;
  const length = daysBetween(startsOn, endsOn);
  const span = (from: Day) => ({ from, to: addDays(from, length) });
  const open = { label: texts.schedule.open, data: action("schedule") };
  return { ...texts.schedule.shifted({ className: name, was: span(known), is: span(to) }), buttons: [[open]] };
}

export function venueMessage(texts: Texts, { name, venue: was }: TrainingClass, is: string): Message {
  const open = { label: texts.schedule.open, data: action("schedule") };
  return { ...texts.schedule.venueChanged({ className: name, was, is }), buttons: [[open]] };
}

/** `was`: where the receiver believes the session to be. */
export function placesMessage(
  texts: Texts,
  zone: Zone,
  {
    trainingClass,
    sessions,
  }: {
    trainingClass: TrainingClass;
    sessions: readonly { session: TrainingSession; was: Pick<TrainingSession, "mode" | "place"> }[];
  },
): Message {
  const open = { label: texts.schedule.open, data: action("schedule") };
  return { ...texts.schedule.placesChanged({ zone, className: trainingClass.name, sessions }), buttons: [[open]] };
}

export function changeMessage(
  texts: Texts,
  zone: Zone,
  about: { trainingClass: TrainingClass; session: TrainingSession; knownStart: Date; newStart: Date | null },
): Message {
  const { session, newStart, knownStart, trainingClass } = about;
  const words = { zone, className: trainingClass.name, session, from: knownStart };
  if (newStart === null) {
    const open = { label: texts.schedule.open, data: action("schedule") };
    return { ...texts.schedule.cancelled(words), buttons: [[open]] };
  }
  return {
    ...texts.schedule.moved({ ...words, to: newStart }),
    buttons: answerButtons(texts, session.id, undefined),
  };
}

export function addedMessage(
  texts: Texts,
  zone: Zone,
  { trainingClass, session }: { trainingClass: TrainingClass; session: TrainingSession },
): Message {
  const words = texts.schedule.added({ zone, className: trainingClass.name, session });
  return { ...words, buttons: answerButtons(texts, session.id, undefined) };
}

export function answerButtons(texts: Texts, sessionId: number, chosen: AttendanceAnswer | undefined): Button[][] {
  const buttons = ATTENDANCE_ANSWERS.map((answer) => ({
    label: answer === chosen ? `✓ ${texts.schedule.answers[answer]}` : texts.schedule.answers[answer],
    data: action("attend", sessionId, answer),
  }));
  return rowsThatFit(buttons, 2);
}

export function sessionButton(
  texts: Texts,
  zone: Zone,
  session: TrainingSession,
  answers: AnswersBySession,
  withDay = false,
): Button {
  const label = texts.schedule.sessionButton({ zone, session, answer: answers.get(session.id), withDay });
  return { label, data: action("session", session.id) };
}
