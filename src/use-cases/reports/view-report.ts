// What is shown of a report, to somebody who may see it: its receipt, its page, the latest about a plan.
import { isQuiet } from "../../domain/people/pause.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import type { Zone } from "../../domain/time/zone.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";
import { whatChanged } from "./what-changed.js";

export interface ReportReceipt {
  report: ProgressReport;
  plan: WorkPlan;
  /** A reviewer had asked for it. */
  isCorrection: boolean;
  /** Its author mourns. */
  isQuiet: boolean;
}

/** Of a report that was just written. @throws where it is not there */
export async function reportReceipt({ store, clock }: World, reportId: number): Promise<ReportReceipt> {
  const report = await store.reports.find(reportId);
  const plan = report === null ? null : await store.plans.find(report.planId);
  if (report === null || plan === null) throw new Error(`No report ${reportId}, though it was just written.`);
  const author = await store.people.find(report.authorId);
  const reviewed = await store.reports.lastReviewed(report.number);
  return {
    report,
    plan,
    isCorrection: reviewed?.review?.verdict === "correction",
    isQuiet: author !== null && isQuiet(author, clock.now()),
  };
}

/** What its page says besides the report itself. */
export async function aboutReport(
  { store }: Pick<World, "store">,
  report: ProgressReport,
): Promise<{ zone: Zone; changes: ReportChange[] }> {
  const plan = await store.plans.find(report.planId);
  if (plan === null) throw new Error(`No plan ${report.planId}, though there is a report about it.`);
  return { zone: plan.trainingClass.zone, changes: await whatChanged(store, report) };
}

/** The latest about a plan, and what it says otherwise than the version before it. */
export async function latestReport(
  { store }: Pick<World, "store">,
  planId: number,
): Promise<{ report: ProgressReport; changes: ReportChange[] } | null> {
  const report = await store.reports.latestOf(planId);
  return report === null ? null : { report, changes: await whatChanged(store, report) };
}

/** The last report about any of these plans. */
export async function lastReport(
  { store }: Pick<World, "store">,
  plans: readonly WorkPlan[],
): Promise<ProgressReport | null> {
  const [last] = plans
    .filter(({ lastReportAt }) => lastReportAt !== null)
    .sort((a, b) => Number(b.lastReportAt) - Number(a.lastReportAt));
  return last === undefined ? null : store.reports.latestOf(last.id);
}
