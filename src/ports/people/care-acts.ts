// What staff did for one or for many at once: kept so that it is done once, and can be taken back for a while.
import type { CareActKind } from "../../domain/caseload/care-act.js";
import type { FollowUpReason, FollowUpResolution } from "../../domain/caseload/follow-up.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Json } from "../queue/drafts.js";

export interface NewCareAct {
  kind: CareActKind;
  /** As scopeSubject(). */
  scope: string;
  actorId: number;
  updateId: number;
}

export interface CareAct extends NewCareAct {
  id: number;
  at: Date;
  undoneAt: Date | null;
  details: Json;
}

export interface CareActsPort {
  /** What this update began before; null: nothing. */
  begunBy(actorId: number, updateId: number): Promise<CareAct | null>;
  /** `isNew`: false where this update began it before; then nothing may be done again. */
  begin(act: NewCareAct, now: Date): Promise<{ act: CareAct; isNew: boolean }>;
  read(id: number): Promise<CareAct | null>;
  /** Locked until the transaction ends. */
  find(id: number): Promise<CareAct | null>;
  note(id: number, details: Json): Promise<void>;
  markUndone(id: number, now: Date): Promise<void>;
  /** Notes that these follow-ups were raised by the act and go with it. */
  noteRaised(id: number, keys: string[]): Promise<void>;
  /** Leaves what is open about these plans so, but no alert comes before that day. */
  rest(id: number, planIds: number[], restUntil: Day): Promise<void>;
  /** As FollowUpsPort.resolveOfPlan, of many plans. */
  resolve(
    id: number,
    planIds: number[],
    how: {
      resolution: FollowUpResolution;
      byId: number;
      note: string | null;
      way?: string;
      restUntil?: Day;
      reasons?: FollowUpReason[];
    },
    now: Date,
  ): Promise<void>;
  /** What the act did to follow-ups as it was before, but for these plans and for what somebody else has changed since. */
  restore(id: number, exceptPlanIds: number[]): Promise<void>;
  /** Writes beside a talk what was said. False where it is there no more. */
  noteTalk(id: number, note: string): Promise<boolean>;
}
