// What is set up already, as a workbook is compared with it.
import type { Day } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";

export interface KnownClass {
  readonly id: number;
  readonly waveId: number;
  readonly cohortId: number;
  readonly cohortYear: number;
  readonly waveNumber: number;
  readonly provinceCode: string;
  readonly name: string;
  readonly venue: string;
  readonly zone: Zone;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly plansDueOn: Day;
}

export interface KnownSession {
  readonly id: number;
  readonly classId: number;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: "in_person" | "online";
  readonly place: string;
  readonly cancelledAt: Date | null;
  readonly revision: number;
}

export interface KnownTrainer {
  readonly personId: number;
  readonly name: string;
  /** No other admin than the sender of the file reaches them. */
  readonly mayRename: boolean;
  readonly phone: string;
  /** With a trainer's role that was not taken back. */
  readonly isTrainer: boolean;
  readonly classIds: readonly number[];
}

export interface KnownProgramme {
  readonly cohorts: readonly { readonly id: number; readonly year: number }[];
  readonly waves: readonly {
    readonly id: number;
    readonly cohortId: number;
    readonly number: number;
    readonly startsOn: Day;
    readonly endsOn: Day;
  }[];
  /** Those that the one who sent the file may set up. */
  readonly classes: readonly KnownClass[];
  readonly sessions: readonly KnownSession[];
  readonly trainers: readonly KnownTrainer[];
  /** Classes that somebody has joined. */
  readonly joined: ReadonlySet<number>;
}

export interface OfficeRights {
  /** Cohorts and waves are made by admins of the whole country. */
  readonly mayAddCohorts: boolean;
  /** `cohortId` null: of a cohort that is not there yet. */
  maySetUp(provinceCode: string, cohortId: number | null): boolean;
}

/** Names are compared by their letters and digits alone: "Jambi-1 " is "JAMBI 1". */
export function plainName(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
