// A report as its reviewer reads it: all of it, or, where it was reviewed before, what changed since.
import { changesBetween, type ReportChange } from "../../../domain/reports/report-changes.js";
import type { Review } from "../../../domain/reports/review.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Evidence, ProgressReport } from "../../../ports/plans/reports.js";
import type { Store } from "../../../ports.js";
import { whatChanged } from "../what-changed.js";

export interface ReportUnderReview {
  report: ProgressReport;
  zone: Zone;
  /** What was found of an earlier version; then only what changed since has to be read. */
  before: Review | null;
  changes: ReportChange[];
  /** Those that came since the review before. */
  files: Evidence[];
  /** Nobody can correct a report when there is a newer one about the plan. */
  isLatest: boolean;
}

export async function reportUnderReview(store: Store, report: ProgressReport): Promise<ReportUnderReview> {
  const plan = await store.plans.find(report.planId);
  if (plan === null) throw new Error(`No plan ${report.planId}, though there is a report about it.`);
  const base = await store.reports.lastReviewed(report.number);
  const before = base?.id === report.id ? null : (base?.review ?? null);
  const since = before === null ? null : before.at;
  const changes =
    base === null || since === null
      ? await whatChanged(store, report)
      : changesBetween(base, report, await store.reports.filesSince(report.id, since));
  const latest = await store.reports.latestOf(report.planId);
  return {
    ...{ report, before, changes, zone: plan.trainingClass.zone },
    files: await store.reports.evidenceOf(report.id, since),
    isLatest: latest?.id === report.id,
  };
}
