// Adds files that were kept (keep-evidence.ts) to a report that has been sent.
import type { KnownActor } from "../../domain/people/person.js";
import { basisOf } from "../../domain/reports/changing-a-report.js";
import type { World } from "../../ports.js";
import { holdSpeaker } from "../merges/who-speaks.js";
import { whoFillsIn } from "../plans/who-fills-in.js";
import { recordProgressReport } from "./record-progress-report.js";

export interface AddFilesToReportInput {
  number: string;
  evidenceIds: number[];
  updateId: number;
}

/** too_late: it was reviewed, and is not the plan's latest any more. */
export type AddFilesToReportOutcome = { kind: "added" | "not_yours" | "too_late" };

/**
 * Twice is once. A report that its trainer has reviewed gets its files with a new version, like every other change of it. What a trainer has
 * read is not changed in silence.
 */
export async function addFilesToReport(
  world: World,
  speaker: KnownActor,
  { number, evidenceIds, updateId }: AddFilesToReportInput,
): Promise<AddFilesToReportOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    // As everywhere, the person is locked before the plans: a new version may have a pause follow from it.
    const actor = await holdSpeaker(inside, speaker);
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
      return { kind: outcome.kind === "recorded" ? "added" : "too_late" };
    }
    await store.reports.attachEvidence(plan.id, evidenceIds, report.id);
    return { kind: "added" };
  });
}
