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
  /** With their latest class within reach and its plans. */
  librariesOf(libraryIds: readonly number[], reach: readonly Reach[]): Promise<SimLibrary[]>;
  /** The latest version of each report whose first version was told from one day to another, both included, in its class's zone. Of
   *  plans within reach: a library may have been of another cohort too. */
  reportsOf(
    libraryIds: readonly number[],
    reach: readonly Reach[],
    months: { from: Day; to: Day },
  ): Promise<ActivityReport[]>;
}
