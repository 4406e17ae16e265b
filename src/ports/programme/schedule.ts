// Schedules as a whole: which classes meet when, who still has to be reminded, who will come.
import type { AttendanceAnswer, AttendanceCounts } from "../../domain/classes/attendance.js";
import type { SessionTimes } from "../../domain/classes/schedule.js";
import type { Care } from "../../domain/people/permissions.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { PageWish } from "../page-wish.js";
import type { TrainingClass, TrainingSession } from "./classes.js";

export interface ClassSchedule<Session extends SessionTimes = TrainingSession> {
  classId: number;
  zone: Zone;
  /** When the class first meets; a cancelled session does not count. */
  firstDay: Day;
  sessions: Session[];
}

export interface Horizon {
  from: Date;
  /** Until here every session counts. */
  near: Date;
  /** Until here only a class's first session: nothing is said of the others so long before. */
  far: Date;
}

/** A class with how many of its roster have joined. */
export interface JoinBoard {
  /** On the roster, without those who joined and left again. */
  invited: number;
  joined: number;
  /** Who on the roster has not joined, by name. */
  missing: string[];
  /** Who joined, on the roster or not. */
  participants: number;
}

export interface SchedulePort {
  /** The times of every class that meets within the horizon, without cancelled sessions. Asked every minute: bare and quick. */
  timesWithin(horizon: Horizon): Promise<ClassSchedule<SessionTimes>[]>;
  /** Waits until nobody else is changing these classes' schedules, and keeps others from them until this transaction ends. */
  hold(classIds: number[]): Promise<void>;
  /** Those keys for which peopleWithout() would find anybody. */
  keysOwed(keys: { classId: number; key: string }[]): Promise<Set<string>>;
  /** Of each class the people who can be written to and for whom no post has the key `<key>:<person>`. */
  peopleWithout(keys: { classId: number; key: string }[]): Promise<{ key: string; personId: number }[]>;
  /** Moves or cancels a session, and raises its revision. */
  changeSession(id: number, fields: { startsAt: Date; endsAt: Date } | { cancelledAt: Date }): Promise<void>;
  /** Classes that this person trains, the latest first. */
  taughtBy(personId: number): Promise<TrainingClass[]>;
  /** Classes that somebody with this care runs (mayRunClass), the latest first. */
  classesInCare(care: Care): Promise<TrainingClass[]>;
  /** A page of the same, and how many there are on all pages. */
  classesPage(care: Care, wish: PageWish): Promise<{ total: number; page: number; shown: TrainingClass[] }>;
  joinBoard(classId: number): Promise<JoinBoard>;
  /** Keeps the latest answer. */
  answer(sessionId: number, participantId: number, answer: AttendanceAnswer, now: Date): Promise<void>;
  /** What this person answered, by session. */
  answersOf(personId: number, sessionIds: number[]): Promise<Map<number, AttendanceAnswer>>;
  /** What each person answered, by person and session. */
  answersTo(sessionIds: number[]): Promise<Map<number, Map<number, AttendanceAnswer>>>;
  /** These people have seen when these classes meet: they are told when that changes. */
  markSeen(personId: number, classIds: number[], now: Date): Promise<void>;
  attendanceOf(sessionIds: number[]): Promise<Map<number, AttendanceCounts>>;
  /** Forgets the answers to a session that is now on another day. */
  forgetAnswers(sessionId: number): Promise<void>;
}
