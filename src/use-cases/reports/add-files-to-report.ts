// Adds files that were kept (keep-evidence.ts) to a report that has been sent.
import type { KnownActor } from "../../domain/people/person.js";
import { basisOf } from "../../domain/reports/progress-report.js";
import type { World } from "../../ports.js";
import { whoFillsIn } from "../plans/who-fills-in.js";
import { recordProgressReport } from "./record-progress-report.js";

export interface AddFilesToReportInput {
  number: string;
  evidenceIds: number[];
  updateId: number;
}

export type AddFilesToReportOutcome = { kind: "added" } | { kind: "not_yours" };

/**
 * Twice is once. A report that its trainer has reviewed gets its files with a new version, like every other change of it. What a trainer has
 * read is not changed in silence.
 */
export async function addFilesToReport(
  world: World,
  actor: KnownActor,
  { number, evidenceIds, updateId }: AddFilesToReportInput,
): Promise<AddFilesToReportOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await store.reports.findByNumber(number);
    const plan = found === null ? null : await store.plans.lock(found.planId);
    // Read again: until the plan was locked a colleague may have changed it.
    const report = await store.reports.findByNumber(number);
    if (plan === null || report === null) return { kind: "not_yours" };
    if ((await whoFillsIn(inside, actor, plan)) === null) return { kind: "not_yours" };
    if (report.reviewedAt !== null) {
      const { state, obstacle, nextStep, story, answers, planId } = report;
      const content = { state, obstacle, nextStep, story, answers };
      const corrects = { number, basis: basisOf(report) };
      const input = { ...content, planId, evidenceIds, corrects, updateId };
      const outcome = await recordProgressReport(inside, actor, input);
      if (outcome.kind === "recorded") return { kind: "added" };
    }
    await store.reports.attachEvidence(plan.id, evidenceIds, report.id);
    return { kind: "added" };
  });
}
