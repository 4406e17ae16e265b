// What came of a report while somebody was writing or correcting it.
import { changesBetween, type ReportChange } from "../../../domain/reports/report-changes.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { World } from "../../../ports.js";

/** @throws where there is none: it was just found to be newer */
export async function newerReport({ store }: Pick<World, "store">, number: string): Promise<ProgressReport> {
  const newer = await store.reports.findByNumber(number);
  if (newer === null) throw new Error(`No report ${number}, though it was just found to be newer.`);
  return newer;
}

/** The report as it is now, and what it says otherwise than the version that they have seen. */
export async function changedReport(
  { store: { reports } }: Pick<World, "store">,
  corrects: ProgressReport,
  versions: { seen: number; now: number },
): Promise<{ now: ProgressReport; changes: ReportChange[] }> {
  const now = (await reports.findVersion(corrects.number, versions.now)) ?? corrects;
  const seen = await reports.findVersion(corrects.number, versions.seen);
  if (seen === null) return { now, changes: [] };
  return { now, changes: changesBetween(seen, now, await reports.filesSince(now.id, seen.reportedAt)) };
}
