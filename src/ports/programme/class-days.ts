// A class day as it goes: who is expected, who came, and the messages on which trainers see it.
import type { AttendanceAnswer, Attendee } from "../../domain/classes/attendance.js";
import type { Day } from "../../domain/time/calendar.js";

/** Somebody expected at a session. */
export interface Expected {
  attendee: Attendee;
  name: string;
  hasJoined: boolean;
  answer: AttendanceAnswer | null;
  /** A trainer or admin marked it; false: their own answer, or none. */
  isMarked: boolean;
}

/** A message that shows a class day. */
export interface ClassBoard {
  classId: number;
  personId: number;
  day: Day;
}

/** One whose class is in another state than the message shows. */
export interface ChangedBoard extends ClassBoard {
  chatId: number;
  messageId: number;
  state: string;
}

export interface ClassDaysPort {
  /** Everybody on the roster, and who joined without being on it; by name. Who left the class is not expected. */
  expected(classId: number, sessionId: number): Promise<Expected[]>;
  /** The same of any number of sessions. */
  expectedAt(sessions: readonly { classId: number; sessionId: number }[]): Promise<Map<number, Expected[]>>;
  /** Marks those who gave no answer of their own. Returns how many. */
  mark(
    sessionId: number,
    who: readonly Attendee[],
    mark: { answer: AttendanceAnswer; byId: number; at: Date },
  ): Promise<number>;
  /** Takes marks back: of these people, or what somebody marked at that instant. Returns how many. */
  unmark(sessionId: number, which: { who: readonly Attendee[] } | { byId: number; at: Date }): Promise<number>;
  /** When somebody last marked several at once, since then; null: they have not, or took it back. */
  markedAtOnce(sessionId: number, byId: number, since: Date): Promise<Date | null>;
  /** Of each class the trainers who can be written to and for whom no post has the key `<key>:<person>`, nor `<unless>:<person>`. */
  trainersWithout(
    keys: { classId: number; key: string; unless: string | null }[],
    now: Date,
  ): Promise<{ classId: number; key: string; personId: number }[]>;
  /** What the day's board is made of, in few letters: counts, and which sessions began or ended. */
  stateOf(classId: number, day: Day, now: Date): Promise<string>;
  /** `messageId` null: the outbox carries it, under the key of boardKey(). There is one a person, class and day. */
  keepBoard(board: ClassBoard & { chatId: number; messageId: number | null; state: string }, now: Date): Promise<void>;
  /** The same of any number of them, each with what it is made of now. */
  keepBoards(boards: readonly (ClassBoard & { chatId: number; messageId: null })[], now: Date): Promise<void>;
  /** Another page takes this message's place, or it is gone. */
  leaveBoard(chatId: number, messageId: number): Promise<void>;
  /** Boards of today that show another state, and may be changed now: so many, who has waited longest first. */
  changedBoards(now: Date, limit: number): Promise<ChangedBoard[]>;
  /** False: somebody else changes it, or another page took its place. True: nobody does so before `nextAt`. */
  claimBoard(board: ChangedBoard, now: Date, nextAt: Date): Promise<boolean>;
  noteShown(board: ChangedBoard): Promise<void>;
  postponeBoard(board: ChangedBoard, until: Date): Promise<void>;
}

/** The post that carries a board has the key class-board:<class>:<day>:<person>. */
export const BOARD = "class-board";
