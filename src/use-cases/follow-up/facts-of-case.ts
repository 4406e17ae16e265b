// A plan as the rules see it: its days are those of its class.
import { type Day, dayIn } from "../../domain/calendar.js";
import type { PlanCase } from "../../ports/caseloads.js";

export type CaseFacts = PlanCase & { lastReportOn: Day | null };

export function factsOfCase(plan: PlanCase): CaseFacts {
  return { ...plan, lastReportOn: plan.lastReportAt === null ? null : dayIn(plan.zone, plan.lastReportAt) };
}
