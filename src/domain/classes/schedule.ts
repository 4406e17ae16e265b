// What a class's schedule asks to be said, and when. By class day, not by session: three sessions of a day are one agenda.

import { addDays, type Day, dayIn, instantAt, minutesOf, timeIn } from "../time/calendar.js";
import { addWorkingDays, hoursOf, isRestDay, nextWorkingInstant, type RestDays } from "../time/working-hours.js";
import type { Zone } from "../time/zone.js";

export interface SessionTimes {
  id: number;
  startsAt: Date;
  endsAt: Date;
  mode: "in_person" | "online";
  cancelledAt: Date | null;
}

/** H-3 and H-1 come before a class's first day; the agenda on every class day; "soon" before an online session. */
export type ReminderName = "H-3" | "H-1" | "agenda" | "soon";

export interface SessionReminder<Session extends SessionTimes = SessionTimes> {
  name: ReminderName;
  /** The class day it is about, in the class's zone. */
  day: Day;
  /** What it tells of, by start. */
  sessions: [Session, ...Session[]];
  dueAt: Date;
  /** From here on it would come too late to be of use. */
  notAfter: Date;
}

export interface ClassDay<Session extends SessionTimes = SessionTimes> {
  day: Day;
  sessions: [Session, ...Session[]];
}

/** Enough to find a quiet place and a signal. */
const SOON_MINUTES = 15;
/** The least that people need between the agenda and the start; else they have it the evening before. */
const AGENDA_BEFORE_MINUTES = 30;
const MINUTE = 60_000;

/** The days on which the class meets, in its own zone; a cancelled session makes no day. */
export function classDays<Session extends SessionTimes>(zone: Zone, sessions: Session[]): ClassDay<Session>[] {
  const days = new Map<Day, [Session, ...Session[]]>();
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  for (const session of held.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id - b.id)) {
    const day = dayIn(zone, session.startsAt);
    const known = days.get(day);
    if (known === undefined) days.set(day, [session]);
    else known.push(session);
  }
  return [...days].map(([day, ofDay]) => ({ day, sessions: ofDay }));
}

/** Everything that these sessions ask to be said, the class's zone deciding when. `firstDay`: when the class first meets. */
export function remindersOf<Session extends SessionTimes>(
  zone: Zone,
  sessions: Session[],
  firstDay: Day,
  rest: RestDays,
): SessionReminder<Session>[] {
  return classDays(zone, sessions).flatMap(({ day, sessions: ofDay }) => {
    const agenda = agendaOf(zone, day, ofDay, rest);
    return [
      ...(day === firstDay ? beforeClass(zone, day, ofDay, agenda.dueAt, rest) : []),
      agenda,
      ...ofDay.filter(({ mode }) => mode === "online").map((session) => soonBefore(day, session)),
    ];
  });
}

/** What should have been said by now and is still of use. Whether it was, the outbox knows by its key. */
export function remindersOwed<Session extends SessionTimes>(
  schedule: { zone: Zone; firstDay: Day; sessions: Session[] },
  rest: RestDays,
  now: Date,
): SessionReminder<Session>[] {
  const { zone, firstDay, sessions } = schedule;
  return remindersOf(zone, sessions, firstDay, rest).filter(({ dueAt, notAfter }) => dueAt <= now && now < notAfter);
}

/** The last class day of which anything can be due today: where the job that reminds stops looking. */
export function lastDayToRemindOf(today: Day, rest: RestDays): Day {
  // H-3 is the working day before H-1's at the earliest, and both only move back over days of rest.
  return addDays(addWorkingDays(today, 2, rest), 3);
}

/** One a person: the outbox refuses a second. A session that starts at another time has another "soon". */
export function reminderKey(classId: number, reminder: SessionReminder): string {
  const [first] = reminder.sessions;
  const about = reminder.name === "soon" ? `${first.id}@${first.startsAt.toISOString()}` : reminder.day;
  return `session-reminder:${classId}:${reminder.name}:${about}`;
}

/** What a message about this day is filed under, besides its sessions. */
export function daySubject(classId: number, day: Day): string {
  return `class:${classId}:day:${day}`;
}

/** What a message about all days of a class at once is filed under. */
export function shiftSubject(classId: number): string {
  return `class:${classId}:shift`;
}

export function venueSubject(classId: number): string {
  return `class:${classId}:venue`;
}

/** What a message about the rooms and links of a class's sessions is filed under. */
export function placesSubject(classId: number): string {
  return `class:${classId}:places`;
}

export function sessionSubject(sessionId: number): string {
  return `session:${sessionId}`;
}

/** A change is told at once; at night or on a rest day only when waiting would leave less than this to act on it. */
const ENOUGH_TO_ACT_HOURS = 3;

/** When to tell somebody in this zone of a change; `nextStart`: the old or the new start, whichever comes first. */
export function changeNoticeAt(zone: Zone, now: Date, nextStart: Date, rest: RestDays): Date {
  const awake = nextWorkingInstant(zone, now, rest);
  return nextStart.getTime() - awake.getTime() >= ENOUGH_TO_ACT_HOURS * 60 * MINUTE ? awake : now;
}

function beforeClass<Session extends SessionTimes>(
  zone: Zone,
  day: Day,
  sessions: [Session, ...Session[]],
  agendaAt: Date,
  rest: RestDays,
): SessionReminder<Session>[] {
  const dayBefore = lastWorkingDay(addDays(day, -1), rest);
  const threeBefore = lastWorkingDay(addDays(day, -3), rest);
  const days = {
    // Over a long weekend both would fall on one day: then H-3 makes room.
    "H-3": threeBefore < dayBefore ? threeBefore : addWorkingDays(dayBefore, -1, rest),
    "H-1": dayBefore,
  };
  const { workingHours, speaking } = hoursOf(rest);
  return (["H-3", "H-1"] as const).map((name) => {
    const evening = instantAt(zone, days[name], workingHours.until);
    // The agenda says more: from then on H-1 would only repeat it.
    const notAfter = evening < agendaAt ? evening : agendaAt;
    return { name, day, sessions, dueAt: instantAt(zone, days[name], speaking.beforeClass), notAfter };
  });
}

function agendaOf<Session extends SessionTimes>(
  zone: Zone,
  day: Day,
  sessions: [Session, ...Session[]],
  rest: RestDays,
): SessionReminder<Session> {
  const [first] = sessions;
  const { workingHours, speaking } = hoursOf(rest);
  const isEarly = minutesOf(timeIn(zone, first.startsAt)) < minutesOf(workingHours.from) + AGENDA_BEFORE_MINUTES;
  // On a day of rest nobody is written to, even in a class that meets on it.
  const isEveningBefore = isEarly || isRestDay(day, rest);
  const dueAt = isEveningBefore
    ? instantAt(zone, lastWorkingDay(addDays(day, -1), rest), speaking.eveningBeforeClass)
    : instantAt(zone, day, workingHours.from);
  return { name: "agenda", day, sessions, dueAt, notAfter: first.endsAt };
}

function soonBefore<Session extends SessionTimes>(day: Day, session: Session): SessionReminder<Session> {
  const start = session.startsAt.getTime();
  // A quarter of an hour late the link still lets people in.
  const late = new Date(start + SOON_MINUTES * MINUTE);
  return {
    name: "soon",
    day,
    sessions: [session],
    dueAt: new Date(start - SOON_MINUTES * MINUTE),
    notAfter: late < session.endsAt ? late : session.endsAt,
  };
}

export function lastWorkingDay(day: Day, rest: RestDays): Day {
  return isRestDay(day, rest) ? addWorkingDays(day, -1, rest) : day;
}
