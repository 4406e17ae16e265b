// Follow-ups: what a trainer owes a participant whose plan is late or stuck.

import type { FollowUpReason, FollowUpResolution } from "../../domain/caseload/follow-up.js";
import type { Day } from "../../domain/time/calendar.js";

export interface NewFollowUp {
  /** Natural key: overdue:<plan>:<due day>, stuck:<report>, … Raising it twice raises it once. */
  key: string;
  planId: number;
  /** Who was told first; null where every trainer of the class owes it alike. */
  trainerId: number | null;
  reason: FollowUpReason;
  dueOn: Day;
  /** Dealt with by what raises it: it only says who did something when, and that alerts rest. */
  dealtWith?: { resolution: FollowUpResolution; byId: number; restUntil: Day };
}

export interface FollowUpsPort {
  /** Returns which keys were new. */
  raise(followUps: NewFollowUp[], now: Date): Promise<Set<string>>;
  /** Ends all that is open about a plan, or only of these reasons; with `restUntil` no alert comes before that day. Returns how many. */
  resolveOfPlan(
    planId: number,
    how: {
      resolution: FollowUpResolution;
      byId: number | null;
      note?: string | null;
      restUntil?: Day;
      reasons?: FollowUpReason[];
    },
    now: Date,
  ): Promise<number>;
  /** Ends the plea for help that is answered in this thread. */
  resolveOfThread(threadId: number, how: { resolution: FollowUpResolution; byId: number }, now: Date): Promise<void>;
  /** Ends the pleas for help of somebody who is being forgotten: nobody is left to be helped. */
  resolvePleasOf(personId: number, now: Date): Promise<void>;
  /** Where the plea for help with this key is answered. */
  noteThread(key: string, threadId: number): Promise<void>;
  /** Where it is; null: nowhere. */
  threadOf(key: string): Promise<number | null>;
  /** Notes that the trainers were told of what is open about these plans; the first time counts. */
  markAlerted(planIds: number[], now: Date): Promise<void>;
}
