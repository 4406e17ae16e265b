// Work plans: three a library and cohort, one of each type.

import type { CareSubject } from "../../domain/people/permissions.js";
import type { Person } from "../../domain/people/person.js";
import type { Ladder } from "../../domain/plans/plan-reminder.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { PlanWords } from "../../domain/plans/plan-words.js";
import type { LibraryNamed, PlanFacts, PlanType } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

export interface WorkPlan extends PlanFacts, LibraryNamed {
  type: PlanType;
  /** Kept apart by somebody who waits to be let into the library: nobody else sees it, and nobody is reminded of it. */
  isApart: boolean;
  cohortId: number;
  activity: string | null;
  targetOn: Day | null;
  measure: string | null;
  partner: string | null;
  writtenAt: Date | null;
  /** When its words were last changed, and by whom; null where nothing is written, or nobody noted it. */
  changedAt: Date | null;
  changedById: number | null;
  /** Told by a trainer, because nobody of the library can write to the bot. */
  onBehalf: boolean;
  lastReportAt: Date | null;
  /** The day on which the latest reminder of it was posted, or found to be owed to nobody. */
  remindedOn: Day | null;
  trainingClass: {
    id: number;
    name: string;
    zone: Zone;
    cohortYear: number;
    startsOn: Day;
    endsOn: Day;
    plansDueOn: Day;
  };
}

export interface WorkPlansPort {
  /** Makes the three plans of a library in a class's cohort where they are missing, due when the class's are. Returns the new ones. */
  ensurePlans(plans: { libraryId: number; cohortId: number; classId: number }): Promise<number[]>;
  /** Of a plan that went into the library's, the library's. */
  find(id: number): Promise<WorkPlan | null>;
  /** The same, held until the transaction ends: reports and reminders of one plan happen one after the other. */
  lock(id: number): Promise<WorkPlan | null>;
  /** All of these at once, by the id that was asked for; with two transactions each taking several, neither waits for the other's. */
  lockAll(ids: number[]): Promise<Map<number, WorkPlan | null>>;
  /** The plans of the libraries that this person manages now, of each library's latest cohort; by library and type. */
  ofPerson(personId: number): Promise<WorkPlan[]>;
  ofPeople(personIds: number[]): Promise<Map<number, WorkPlan[]>>;
  change(
    id: number,
    fields: Partial<
      Pick<WorkPlan, "state" | "activity" | "targetOn" | "measure" | "partner" | "writtenAt" | "lastReportAt">
    >,
  ): Promise<void>;
  /** Puts these words there in this person's name. Those of somebody else are kept behind them, see takeApart(). */
  write(
    id: number,
    words: PlanWords & { state: PlanState },
    by: { byId: number; onBehalf: boolean },
    now: Date,
  ): Promise<void>;
  /** What decides who may follow it up; null where there is no such plan. */
  careOf(id: number): Promise<CareSubject | null>;
  /** Those of a library in a cohort, by type. */
  ofLibrary(libraryId: number, cohortId: number): Promise<WorkPlan[]>;
  /** Lets the reminder whose turn it is be looked at again for all open plans of these plans' libraries and cohorts. */
  remindAgain(planIds: number[]): Promise<void>;
  /** So many libraries with a plan for which a rung of domain/plans/plan-reminder.ts may have opened since anybody looked. */
  librariesToRemind(today: Day, limit: number, ladder: Ladder): Promise<number[]>;
  /**
   * All plans of these libraries, held until the transaction ends and read as they are then: a report that commits meanwhile is
   * seen here, or sees what was posted. Classes that go on are left alone.
   */
  holdForReminding(libraryIds: number[], today: Day): Promise<WorkPlan[]>;
  managerIdsOf(libraryIds: number[]): Promise<number[]>;
  /** The people who manage these libraries now, since when, and all libraries that they act for beside what they keep apart. */
  managersOf(
    libraryIds: number[],
  ): Promise<{ libraryId: number; person: Person; since: Date; libraries: LibraryNamed[] }[]>;
  /** They have been looked at on that day: their next rung is a later one. */
  markReminded(planIds: number[], on: Day): Promise<void>;
}
