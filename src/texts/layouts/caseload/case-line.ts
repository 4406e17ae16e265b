// A plan that somebody follows up, as lists and cards name it.
import type { PlanType } from "../../../domain/plans/work-plan.js";
/** One plan in a list of those that need somebody. */
export interface CaseLine {
  names: string[];
  libraryName: string;
  village: string;
  type: PlanType;
  obstacle: string | null;
  /** How often its reminder was put off since the last word about it. */
  snoozed: number;
}
