// The roster (who was invited), participants (who joined) and the libraries they manage.

import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import type { Person } from "../../domain/people/person.js";
import type { Admission } from "../../domain/registration/admission.js";
import type { TrainingClass } from "../programme/classes.js";

export interface RosterRow {
  id: number;
  classId: number;
  name: string;
  phone: string | null;
  kind: ParticipantKind;
  libraryName: string | null;
  placeCode: string | null;
  /** See carriesOutPlans(). */
  flagged: boolean;
  participantId: number | null;
}

export interface Library {
  id: number;
  kind: ParticipantKind;
  name: string;
  placeCode: string;
  /** 0: the library itself; else the participant whose entries for it are kept apart here (ports/people/admissions.ts). */
  holderId: number;
  /** 0: of the programme. Else made up: of this person's practice, and no other library's namesake. */
  practiceOf: number;
}

export interface Participant {
  id: number;
  number: string;
  kind: ParticipantKind;
  flagged: boolean;
  joinedAt: Date;
  /** When they handed their library over; null: they take part. */
  leftAt: Date | null;
  /** When they last saw when the class meets, other than by a reminder; null: never. */
  scheduleSeenAt: Date | null;
  admission: Admission;
  person: Person;
  trainingClass: TrainingClass;
  library: Library | null;
}

export interface ParticipantsPort {
  find(id: number): Promise<Participant | null>;
  /** Where this person takes part, the latest class first. */
  ofPerson(personId: number): Promise<Participant[]>;
  /** Where this person took part until they handed over, the latest class first. */
  leftBy(personId: number): Promise<Participant[]>;
  ofClass(classId: number): Promise<Participant[]>;
  /**
   * Roster rows with this phone that nobody has proven to be theirs by that number: of the class of the link alone, or of all classes but
   * those of a practice, which has its own link.
   */
  rosterByPhone(phone: string, linkClassId?: number | null): Promise<RosterRow[]>;
  rosterOf(classId: number): Promise<RosterRow[]>;
  /** False when somebody has it, or the participant has another. */
  linkRow(rosterRowId: number, participantId: number): Promise<boolean>;
  /** False when it was not theirs. */
  unlinkRow(rosterRowId: number, participantId: number): Promise<boolean>;
  findRosterRow(id: number): Promise<RosterRow | null>;
  /** The library of this kind, place and name; null where there is none yet. */
  findLibrary(library: Omit<Library, "id" | "holderId">): Promise<Library | null>;
  /** The same; made when there is none yet. Held until the transaction ends: one decision at a time. */
  ensureLibrary(library: Omit<Library, "id" | "holderId">): Promise<Library>;
  /** As whom this person takes part in the class now; null: they do not, or no more. */
  ofPersonInClass(personId: number, classId: number): Promise<{ id: number } | null>;
  /** Adds the person to the class and numbers them; who had left is new again, under the number they had. Twice is once. */
  add(
    participant: {
      personId: number;
      classId: number;
      kind: ParticipantKind;
      flagged: boolean;
      libraryId: number | null;
      rosterRowId: number | null;
      admission: Admission;
      /** Since when trainers are asked about them. */
      askedAt: Date | null;
    },
    now: Date,
  ): Promise<{ id: number; number: string; isNew: boolean }>;
  /** Flags a participant, who manages the plans of their office from now on. False where they were flagged already. */
  flag(participant: Pick<Participant, "id" | "person" | "library">, now: Date): Promise<boolean>;
  /** Takes the flag back; they manage the plans of their office no longer, unless flagged in another class. False where it was not there. */
  unflag(participant: Pick<Participant, "id" | "person" | "library">, now: Date): Promise<boolean>;
}
