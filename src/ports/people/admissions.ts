// Who waits to be let into a library, and what happens to their entries when they are.

import type { Person } from "../../domain/people/person.js";
import type { Admission } from "../../domain/registration/admission.js";
import type { Zone } from "../../domain/time/zone.js";
import type { WorkPlan } from "../plans/work-plans.js";
import type { Library, Participant } from "./participants.js";

/** A participant and the library that they want to act for. */
export interface AdmissionCase {
  participant: Participant & { library: Library };
  /** Since when a trainer has been asked; null: nobody was. */
  askedAt: Date | null;
  /** Who said yes or no last; null: nobody did, or they have been erased. */
  decidedBy: { id: number; name: string } | null;
  /** Who acts for the library now, by name; without this person. */
  managers: Person[];
  /** What this person entered that the library does not have yet. */
  entries: { plans: number; reports: number };
}

/** People who wait in one class, for one of its trainers. */
export interface WaitingInClass {
  trainerId: number;
  /** The trainer's. */
  zone: Zone | null;
  id: number;
  name: string;
  count: number;
  since: Date;
}

export interface LibraryStanding {
  /** People who act for it now. `begun`: without a right of their own. */
  managers: { personId: number; participantId: number | null; begun: boolean }[];
  /** Something was entered for it: a plan, or a report. */
  hasEntries: boolean;
}

/** What became of the entries of somebody who was let in. */
export interface Merged {
  /** Plans that the library now has from them. */
  plans: number;
  /** Reports that went along. */
  reports: number;
  /** Theirs, kept apart because the library has its own already: their plan, and the library's. */
  apart: { ownId: number; libraryPlanId: number; type: WorkPlan["type"] }[];
  /** The library's plans that have the extensions of theirs as well: their deadlines are to be settled. */
  planIds: number[];
}

/** What became of what somebody had entered in a library, when a yes to them was taken back. */
export interface Parted {
  /** Plans whose words went out with them; those of a colleague that lay behind are back. */
  plans: number;
  /** Reports that went along. */
  reports: number;
  /** Of these something of theirs stays, because a colleague has built on it. */
  stays: WorkPlan["type"][];
  /** The library's plans that are not as they were. */
  planIds: number[];
  /** Theirs, with the extensions that the library's have: their deadlines are to be settled. */
  apartPlanIds: number[];
}

export interface AdmissionsPort {
  /** Null when there is no such participant, or no library. */
  find(participantId: number): Promise<AdmissionCase | null>;
  standing(libraryId: number): Promise<LibraryStanding>;
  /** Those who act for the library, and the trainers of this class and of theirs. */
  peopleAround(library: Omit<Library, "id" | "holderId">, classId: number): Promise<number[]>;
  /** Everybody of the class who waits, or has begun without an invitation: who waits longest first. */
  openOf(classId: number): Promise<AdmissionCase[]>;
  /** Those to whom a no was said. */
  refusedOf(classId: number): Promise<AdmissionCase[]>;
  /** How many of a class wait, and of how many a yes or no is due or was said. */
  countOf(classId: number): Promise<{ waiting: number; all: number }>;
  /** How many wait in each class that these trainers teach, and since when: where somebody waits longest first. */
  waitingOf(trainerIds: number[], now: Date): Promise<WaitingInClass[]>;
  /** Who has waited since before this instant without the province having been asked. */
  unanswered(before: Date, limit: number): Promise<AdmissionCase[]>;
  /** False when it was so already, or they wait no longer. */
  markEscalated(participantId: number, now: Date): Promise<boolean>;
  decide(
    participantId: number,
    decision: { admission: Admission; byId: number | null; askedAt: Date | null },
    now: Date,
  ): Promise<void>;
  /** What stands in the library becomes this participant's alone, kept apart; the library itself begins anew. */
  setAside(libraryId: number, participantId: number): Promise<void>;
  /** The place where a participant's entries for this library are kept apart; made when there is none. */
  apartFrom(library: Omit<Library, "id">, participantId: number): Promise<Library>;
  /** The same for somebody who takes part several times: the place that they have already, if there is one. */
  apartOf(library: Omit<Library, "id">, participantIds: readonly [number, ...number[]]): Promise<Library>;
  /** From now on they act for it, or no longer. */
  bind(libraryId: number, personId: number, now: Date): Promise<void>;
  release(libraryId: number, personId: number, now: Date): Promise<void>;
  moveParticipant(participantId: number, libraryId: number): Promise<void>;
  /** Other participations of this person for the same library, which one decision is about as well. */
  sameLibrary(participantId: number): Promise<{ id: number; admission: Admission; libraryId: number }[]>;
  /** Whether a row of the roster is theirs by their own number, not by somebody's word. */
  wasInvited(participantId: number): Promise<boolean>;
  /** The library's plan beside which this one is kept apart; null when it is not. */
  libraryPlanOf(ownPlanId: number): Promise<number | null>;
  /** Brings entries kept apart into the library where it has none of its own there; overwrites nothing. Twice is once. */
  merge(apartId: number, libraryId: number): Promise<Merged>;
  /** Puts one plan kept apart in the place of the library's, its reports and extensions beside those that are there. Settle its deadline then. */
  adopt(ownPlanId: number, libraryPlanId: number): Promise<void>;
  /** Takes out of the library what this person entered there and nobody has built on since. Twice is once. */
  takeApart(libraryId: number, apartId: number, personId: number): Promise<Parted>;
}
