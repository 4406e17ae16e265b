// How far a plan can be.
/** unwritten: not yet told to us · none_yet: "belum punya" was the answer · the rest is what the last report said. */
export const PLAN_STATES = ["unwritten", "none_yet", "not_started", "in_progress", "stuck", "done"] as const;
export type PlanState = (typeof PLAN_STATES)[number];
