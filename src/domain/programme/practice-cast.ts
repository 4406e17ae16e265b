// Who is in a practice, and how they are doing. All persons are made up; anyone who has such a name is not meant.
import type { PlanState } from "../plans/plan-state.js";
import type { Obstacle } from "../plans/work-plan.js";
import type { Admission } from "../registration/admission.js";

/** A report: so many days ago, what it said of the plan, and what was in the way. */
type Said = readonly [daysAgo: number, state: PlanState, obstacle?: Obstacle];

export interface PracticePart {
  name: string;
  joins: boolean;
  /** Has written the three plans. */
  writes: boolean;
  /** What was reported on information services, community engagement and advocacy. */
  states: readonly (readonly Said[])[];
  /** Has blocked the bot. */
  isBlocked?: boolean;
  admission?: Admission;
  /** Was given more time. */
  extended?: boolean;
  /** Has asked for help with what is stuck. */
  helps?: boolean;
  /** Has asked a question that no trainer answered. */
  asks?: boolean;
}

export const TRAINER = "Fauziah Harun";

const MOVING: readonly Said[] = [[15, "in_progress"]];
const DONE: readonly Said[] = [
  [20, "in_progress"],
  [8, "done"],
];

export const PRACTICE_CAST: readonly PracticePart[] = [
  { name: "Asnah Latif", joins: true, writes: true, states: [DONE, DONE, DONE] },
  { name: "Rusdi Hakim", joins: true, writes: true, states: [], isBlocked: true },
  {
    name: "Halimah Bakri",
    joins: true,
    writes: true,
    states: [[[15, "stuck", "budget"]], MOVING, MOVING],
    helps: true,
  },
  { name: "Yulianti Idris", joins: true, writes: true, states: [MOVING, DONE, MOVING], asks: true },
  { name: "Hamzah Said", joins: true, writes: true, states: [[[4, "in_progress"]], MOVING, []], extended: true },
  { name: "Desi Anwar", joins: true, writes: false, states: [], admission: "begun" },
  { name: "Maimunah Zain", joins: false, writes: false, states: [] },
  { name: "Junaidi Usman", joins: false, writes: false, states: [] },
];
