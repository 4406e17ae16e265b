// When trainers are away, and who covers for them.
import type { Absence, Cover } from "../../domain/caseload/cover.js";
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";

export interface AbsenceRecord extends Absence {
  id: number;
  /** Who is away. */
  person: Person;
  cover: Person | null;
  setById: number;
}

/** Somebody who could cover. */
export interface PossibleCover {
  person: Person;
  /** They teach a class with the one who is away. */
  sharesClass: boolean;
  /** For how many others they cover on one of those days. */
  covers: number;
}

/** A class that nobody who can be reached looks after. */
export interface UntendedClass {
  classId: number;
  /** How many take part in it. */
  people: number;
  /** Its trainers, with why nothing reaches them. */
  trainers: { id: number; name: string; why: "away" | "unreachable" | "not_joined" }[];
}

/** A trainer who is away now. */
export interface AwayTrainer {
  personId: number;
  name: string;
  /** Null: nobody covers now. */
  cover: { personId: number; name: string } | null;
  /** The last day, by the clock of the one who is away. */
  until: Day;
}

export interface AbsencesPort {
  find(id: number): Promise<AbsenceRecord | null>;
  /** The one that an update of this person made; null: none. */
  madeBy(setById: number, updateId: number): Promise<AbsenceRecord | null>;
  /** Theirs that are not over, the first to begin first. */
  openOf(personId: number, now: Date): Promise<AbsenceRecord[]>;
  /** In which they are to cover for somebody, and which are not over. */
  openCoversOf(coverId: number, now: Date): Promise<AbsenceRecord[]>;
  /** For whom each of these people covers at that instant. */
  coversOf(coverIds: readonly number[], now: Date): Promise<Map<number, Cover[]>>;
  /** Of the trainers of these classes, and of these people, the ones who are away at that instant, by name. */
  awayIn(whose: { classIds: readonly number[]; personIds?: readonly number[] }, now: Date): Promise<AwayTrainer[]>;
  add(absence: Absence & { setById: number; updateId: number }, now: Date): Promise<number>;
  change(id: number, fields: { coverId?: number | null; endsAt?: Date }): Promise<void>;
  /**
   * Trainers who could cover: of the same class first, then of the same province, with an account that can be written to, not the person
   * themselves, and not away on one of those days.
   */
  possibleCovers(personId: number, span: Pick<Absence, "startsAt" | "endsAt">): Promise<PossibleCover[]>;
  /** Classes with participants that nobody looks after at that instant and of which nobody has been told yet. */
  untended(now: Date, limit: number): Promise<UntendedClass[]>;
  /** False when it was marked before. */
  markUntended(classId: number, now: Date): Promise<boolean>;
  /** Takes the mark from classes that somebody looks after again. */
  unmarkTended(now: Date): Promise<number>;
}
