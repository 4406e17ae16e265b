// Work plans: three a library and cohort, one of each type.
import type { Day } from "../domain/calendar.js";

export interface WorkPlansPort {
  /** Makes the three plans of a library in a class's cohort where they are missing. Twice is once. */
  ensurePlans(plans: { libraryId: number; cohortId: number; classId: number; dueOn: Day }): Promise<void>;
}
