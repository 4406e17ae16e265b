// A plan as the rules see it: its days are those of its class.
import { type Day, dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";

export interface CaseDays {
  lastReportOn: Day | null;
  lastHeardOn: Day | null;
  putOffTo: Day | null;
  helpSince: Day | null;
}

export type CaseFacts = PlanCase & CaseDays;

type Instants = Pick<PlanCase, "lastReportAt" | "lastHeardAt" | "putOffUntil" | "helpSinceAt"> & { zone: Zone };

export function factsOfCase<T extends Instants>(plan: T): T & CaseDays {
  const day = (instant: Date | null) => (instant === null ? null : dayIn(plan.zone, instant));
  return {
    ...plan,
    lastReportOn: day(plan.lastReportAt),
    lastHeardOn: day(plan.lastHeardAt),
    putOffTo: day(plan.putOffUntil),
    helpSince: day(plan.helpSinceAt),
  };
}
