// What somebody needs to report about a plan, or to correct a report about one.
import type { KnownActor } from "../../../domain/people/person.js";
import type { TypedAnswer } from "../../../domain/reports/questionnaire.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { World } from "../../../ports.js";
import type { Access } from "../../access.js";
import { planToFillIn } from "../../plans/plan-to-fill-in.js";
import type { FillsIn } from "../../plans/who-fills-in.js";

export interface ReportToFillIn extends FillsIn {
  plan: WorkPlan;
  /** Null for a new report. */
  corrects: ProgressReport | null;
  latest: ProgressReport | null;
  /** The latest answer to each question, or those of the report that is corrected. */
  previous: TypedAnswer[];
}

/** `onlyMarked`: there is nothing to fill in where no reviewer has asked for anything. */
export async function reportToFillIn(
  world: World,
  actor: KnownActor,
  about: { planId: number } | { number: string; onlyMarked: boolean },
): Promise<Access<ReportToFillIn>> {
  const { reports } = world.store;
  const corrects = "number" in about ? await reports.findByNumber(about.number) : null;
  if ("number" in about) {
    const isAsked = !about.onlyMarked || corrects?.review?.verdict === "correction";
    if (corrects === null || !isAsked) return { kind: "gone" };
  }
  const planId = corrects?.planId ?? ("planId" in about ? about.planId : Number.NaN);
  const found = await planToFillIn(world, actor, planId);
  if (found.kind !== "found") return found;
  const previous = corrects === null ? await reports.previousAnswers(planId) : corrects.answers;
  return { ...found, corrects, latest: await reports.latestOf(planId), previous };
}

/** A report to which somebody may add files. */
export async function reportToAddTo(
  world: World,
  actor: KnownActor,
  number: string,
): Promise<Access<{ report: ProgressReport }>> {
  const report = await world.store.reports.findByNumber(number);
  if (report === null) return { kind: "gone" };
  const found = await planToFillIn(world, actor, report.planId);
  return found.kind === "found" ? { kind: "found", report } : found;
}
