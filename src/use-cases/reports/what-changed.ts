// What the latest version of a report says otherwise than the one before it: for the one who may have read that one.
import { changesBetween, type ReportChange } from "../../domain/reports/report-changes.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { Store } from "../../ports.js";

export async function whatChanged(store: Store, report: ProgressReport): Promise<ReportChange[]> {
  if (report.version === 1) return [];
  const before = await store.reports.findVersion(report.number, report.version - 1);
  if (before === null) return [];
  return changesBetween(before, report, await store.reports.filesSince(report.id, before.reportedAt));
}
