// Pauses of people and of places, and what follows from them for those who pause.
import type { PauseFacts, PauseReason } from "../../domain/people/pause.js";
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

export interface PauseRecord extends PauseFacts {
  id: number;
  /** Exactly one of both is known. */
  personId: number | null;
  placeCode: string | null;
  cohortId: number | null;
  setById: number;
  tells: boolean;
  /** When it was ended before its time. */
  endedAt: Date | null;
}

export interface NewPause {
  personId: number | null;
  placeCode: string | null;
  cohortId: number | null;
  reason: PauseReason;
  fromOn: Day;
  untilOn: Day;
  setById: number;
  /** The update that said it: handling it again begins nothing. */
  updateId: number;
  tells: boolean;
}

export interface PlaceOfCohort {
  placeCode: string;
  /** Null: every cohort of the programme. */
  cohortId: number | null;
}

export interface PlaceCounts {
  people: number;
  trainers: number;
  /** Plans that are not done. */
  plans: number;
  /** Messages that wait for these people. */
  waiting: number;
}

/** Whom a change of pauses is about: one person, or everybody of a place. */
export type Concerned = { personIds: number[] } | { placeCode: string };

export interface PausesPort {
  find(id: number): Promise<PauseRecord | null>;
  /** Twice is once: `isNew` is false where the same update began it before. */
  begin(pause: NewPause, now: Date): Promise<{ pause: PauseRecord; isNew: boolean }>;
  change(id: number, fields: Partial<Pick<PauseRecord, "untilOn" | "reason" | "endedAt" | "undoneAt">>): Promise<void>;
  /** The person's own that lasts or is still to end, of which no day before this one is left out; null: none. */
  ownOf(personId: number, today: Day): Promise<PauseRecord | null>;
  /** What holds for a person on that day, their own and those of their place; the one that ends last comes first. */
  holding(personId: number, today: Day): Promise<PauseRecord[]>;
  /** Of places, those that end on this day or later; the newest first. */
  ofPlaces(today: Day): Promise<PauseRecord[]>;
  /** Whether this update of theirs began it. */
  isOf(id: number, by: { setById: number; updateId: number }): Promise<boolean>;
  /**
   * Who pauses is decided about one after another: these people are locked until the transaction ends, so call it before anything else is
   * locked. Returns the ids of those who are erased. Others may be posted to meanwhile.
   */
  hold(personIds: number[]): Promise<Set<number>>;
  /** Pauses of places are decided one after another: until the transaction ends. */
  holdPlaces(): Promise<void>;
  /** How many a pause there is about. */
  countAt(where: PlaceOfCohort, now: Date): Promise<PlaceCounts>;
  /** To whom it is told, with how many of their people take part there. */
  trainersAt(where: PlaceOfCohort, now: Date): Promise<{ trainer: Person; people: number }[]>;
  /**
   * Writes until when each of these people pauses. Returns those for whom that changed, as they are now. People are locked: call it
   * before anything else is locked.
   */
  settlePeople(concerned: Concerned, now: Date): Promise<Person[]>;
  /** Plans of the libraries that these people act for, or that lie in the place. */
  planIdsOf(concerned: Concerned): Promise<number[]>;
  /** So many people of these zones whose pause is over and who have not been welcomed back. */
  returned(zones: readonly Zone[], now: Date, limit: number): Promise<Person[]>;
  /** Those of them who take part in something. */
  takingPart(personIds: number[]): Promise<Set<number>>;
  /** They have been: nothing is kept of it on their row. */
  markReturned(personIds: number[]): Promise<void>;
  /** People and plans for which a pause holds and was not noted: they came meanwhile. */
  unsettled(now: Date, limit: number): Promise<{ personIds: number[]; planIds: number[] }>;
  /** What waits for a paused person until the pause is over leaves now. Returns how many posts. */
  letGo(personIds: number[], now: Date): Promise<number>;
}
