// What admins practise on: made-up people in a cohort of their own, one an admin.
import type { Language } from "../../domain/people/person.js";
import type { PracticeDesign, PracticeVillage } from "../../domain/programme/practice.js";

export interface Practice {
  cohortId: number;
  ownerId: number;
  ownerName: string;
  /** The class that came with it: the first. */
  trainingClass: { id: number; name: string; provinceCode: string };
  /** By place: the provinces of all its classes. */
  provinceCodes: string[];
}

export interface PracticePort {
  /** The cohort of an admin's practice; null: they have none. */
  cohortOf(ownerId: number): Promise<number | null>;
  find(cohortId: number): Promise<Practice | null>;
  /** Of everybody, by the name of their makers. */
  all(): Promise<Practice[]>;
  /** The first so many villages of a place and all below it, one a district while there are enough; null: of the country. */
  villages(placeCode: string | null, count: number): Promise<PracticeVillage[]>;
  /** Returns the id of its cohort. */
  make(ownerId: number, design: PracticeDesign, now: Date): Promise<number>;
  /** Its names bear the mark of this language from now on. */
  rename(ownerId: number, language: Language): Promise<void>;
  /** Its owner has it open, unless that was noted since `before`. */
  noteUse(cohortId: number, at: { now: Date; before: Date }): Promise<void>;
  /** Those that nobody opened since then. */
  unusedSince(before: Date): Promise<Pick<Practice, "cohortId" | "ownerId">[]>;
  /** All of it: nothing speaks of it any more. Returns the copies of files that nobody needs now, for the caller to remove. */
  remove(cohortId: number): Promise<{ files: string[] }>;
}
