// The review of reports: which wait for one, and what was found of them.
import type { Care } from "../../domain/people/permissions.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { ReviewStanding, Verdict } from "../../domain/reports/review.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

export interface WaitingReviews {
  trainerId: number;
  count: number;
  /** When the oldest of them was reported, and the day it is where its class is. */
  since: Date;
  sinceOn: Day;
  /** How many of them have waited too long, and how many of those were reported on which day, where their classes are. */
  tooLong: number;
  tooLongOn: { zone: Zone; day: Day; count: number }[];
}

export interface ReviewPlace {
  reportId: number;
  /** Which one it is of all that wait, from 1. */
  place: number;
  total: number;
}

export interface PlanStanding extends ReviewStanding {
  planId: number;
  /** What the report says of the plan. */
  state: PlanState;
  /** Null: it waits to be reviewed. */
  reviewedAt: Date | null;
}

export interface ReviewsPort {
  /**
   * The oldest that waits in somebody's care, behind this report where one is given; of one participant's library where one is named.
   * `notBy`: nobody reviews their own.
   */
  next(
    care: Care,
    wish: { after: number | null; participantId: number | null; notBy: number },
  ): Promise<ReviewPlace | null>;
  /** For each of these trainers with some, in one query. `notTooLongSince`: see domain/reports/review.ts. */
  waitingOf(trainerIds: number[], notTooLongSince: { zone: Zone; day: Day }[], now: Date): Promise<WaitingReviews[]>;
  /** Of each of these plans with a report: how its last one stands; `asOf`: as it stood then. */
  standingsOf(planIds: number[], asOf?: Date): Promise<PlanStanding[]>;
  /** Keeps what was found of a version. False when somebody else has reviewed it. */
  settle(
    reportId: number,
    review: { verdict: Verdict; byId: number; note: string | null; marked: string[] },
    now: Date,
  ): Promise<boolean>;
}
