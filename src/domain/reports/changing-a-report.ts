// Which report can still be changed, and when a change was begun from what is not so any more.

/** What somebody has seen of a report whose change they are writing. */
export interface ReportBasis {
  version: number;
  reviewed: boolean;
}

export function basisOf({ version, reviewedAt }: { version: number; reviewedAt: Date | null }): ReportBasis {
  return { version, reviewed: reviewedAt !== null };
}

/** A change of what it was then would be written over something that its author has not seen. */
export function hasMovedOn(seen: ReportBasis, now: ReportBasis): boolean {
  return seen.version !== now.version || seen.reviewed !== now.reviewed;
}

/**
 * The latest report of a plan can be changed at any time, before its review and after. Each change is kept as the next version
 * under the same number, also while nobody has reviewed it: trainers read reports in their summary hours before they review
 * them, and what somebody may have read is never replaced in silence. They see what changed (report-changes.ts).
 */
export function canBeChanged(report: { id: number }, latestId: number | null): boolean {
  return report.id === latestId;
}
