// The three work plans of a library, and how far each can be.

export const PLAN_TYPES = ["information_services", "community_engagement", "advocacy"] as const;
export type PlanType = (typeof PLAN_TYPES)[number];

/** unwritten: not yet told to us · none_yet: "belum punya" was the answer · the rest is what the last report said. */
export const PLAN_STATES = ["unwritten", "none_yet", "not_started", "in_progress", "stuck", "done"] as const;
export type PlanState = (typeof PLAN_STATES)[number];
