// What people say of their class: without a name added up, with their name beside it.
import type { FeedbackAnswers, FeedbackPool, ScaleCounts, WordLists } from "../domain/feedback/feedback.js";
import type { NamedFeedback } from "../domain/feedback/feedback-sums.js";
import type { Reach } from "../domain/people/admin-reach.js";
import type { Person } from "../domain/people/person.js";
import type { Day } from "../domain/time/calendar.js";
import type { Zone } from "../domain/time/zone.js";

/** What of a class may be seen: nothing of what waits but how many it is. */
export interface ClassFeedback {
  classId: number;
  className: string;
  provinceCode: string;
  provinceName: string;
  cohortName: string;
  waveNumber: number;
  /** For putting waves in order. */
  waveStartsOn: Day;
  released: number;
  waiting: number;
  counts: ScaleCounts;
}

/** Somebody to ask about this class; `zone`, `today`: of the class. */
export interface ToInvite {
  person: Person;
  classId: number;
  name: string;
  zone: Zone;
  today: Day;
}

export interface FeedbackPort {
  /**
   * People who take part in a class that ended between these days of its zone, both included, who can be written to, have not answered
   * and were not invited yet; at most `limit`.
   */
  toInvite(
    days: readonly { zone: Zone; endedFrom: Day; endedUntil: Day; today: Day }[],
    limit: number,
  ): Promise<ToInvite[]>;
  /** Whether they have answered about it. */
  hasGiven(classId: number, personId: number): Promise<boolean>;
  /** The class's pool, locked until the transaction ends. */
  hold(classId: number): Promise<FeedbackPool>;
  keep(classId: number, pool: FeedbackPool): Promise<void>;
  keepNamed(classId: number, personId: number, answers: FeedbackAnswers): Promise<void>;
  /** The classes of the programme within this reach, one province's where it is given, the answered ones alone; by name. */
  ofReach(reach: readonly Reach[], provinceCode: string | null): Promise<ClassFeedback[]>;
  /** Null where there is no such class. */
  ofClass(classId: number): Promise<ClassFeedback | null>;
  /** What was written without a name and is released, and what was said with a name. */
  words(classId: number): Promise<{ words: WordLists; named: NamedFeedback[] }>;
}
