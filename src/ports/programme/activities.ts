// What libraries reported, month by month, for files.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { SimLibrary, SimReport } from "../../domain/sim/sim-row.js";
import type { Day } from "../../domain/time/calendar.js";

export interface ActivityReport extends SimReport {
  number: string;
  libraryName: string;
  place: string | null;
  regency: string | null;
  className: string;
  authorName: string;
  onBehalf: boolean;
  nextStep: string | null;
  story: string | null;
}

export interface ActivitiesPort {
  /** Libraries with plans of classes that had begun by then, in the order of their places. */
  libraryIds(reach: readonly Reach[], begunBy: Day): Promise<number[]>;
  librariesOf(libraryIds: readonly number[]): Promise<SimLibrary[]>;
  /** The latest version of each report whose first version was told from one day to another, both included, in its class's zone. */
  reportsOf(libraryIds: readonly number[], from: Day, to: Day): Promise<ActivityReport[]>;
}
