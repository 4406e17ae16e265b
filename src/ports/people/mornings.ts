// Trainers' mornings: which are due, and what was said on each, so that the next one tells what is new.
import type { Need } from "../../domain/caseload/morning.js";
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

export interface DueMorning {
  trainer: Person & { zone: Zone };
  day: Day;
  /** Who needed them on the last day that was looked at; null: there is none. */
  before: Need[] | null;
}

export interface Morning {
  trainerId: number;
  day: Day;
  /** All who need them, the most urgent first. */
  needs: Need[];
  /** How many of the first are on the message; 0: nothing was new, and nothing was sent. */
  shown: number;
  /** How many of all were new. */
  fresh: number;
}

/** One that stands in a trainer's chat. */
export interface MorningShown {
  id: number;
  trainer: Pick<Person, "id" | "language">;
  day: Day;
  needs: Need[];
  /** Of the day before it. */
  before: Need[] | null;
  /** Places of those of `needs` who are dealt with, as the message says. */
  done: number[];
  chatId: number;
  messageId: number;
}

export interface MorningsPort {
  /** Trainers who are not away and have a class, or cover for somebody, with a reachable account in these zones, who have none for that day yet. */
  due(days: { zone: Zone; day: Day }[], now: Date): Promise<DueMorning[]>;
  /** Keeps them, once a trainer and day. Returns for which trainers it is new. */
  keep(mornings: Morning[], now: Date): Promise<Set<number>>;
  /** Those of these days that were sent to somebody who is a trainer still. */
  standing(days: { zone: Zone; day: Day }[]): Promise<MorningShown[]>;
  /** Of each of these trainers whose morning of their day at that instant was said: who stands on it. */
  saidOn(trainerIds: readonly number[], now: Date): Promise<Map<number, Need[]>>;
  noteDone(id: number, done: number[]): Promise<void>;
}
