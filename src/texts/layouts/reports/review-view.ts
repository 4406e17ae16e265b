// What the screens of a review show, in any language.
import type { ReportChange } from "../../../domain/reports/report-changes.js";
import type { Review } from "../../../domain/reports/review.js";
import { type Day, dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { ReportView } from "./report-view.js";

/** What was found, with the zone in which its day is told. */
export type ReviewedView = Pick<Review, "verdict" | "at" | "byName" | "note" | "marked"> & { zone: Zone };

export interface ReviewView extends ReportView {
  number: string;
  version: number;
  libraryName: string;
  village: string;
  author: string;
  at: Date;
  zone: Zone;
  place: { place: number; total: number } | null;
  /** Of an earlier version. */
  before: ReviewedView | null;
  changes: readonly ReportChange[];
  /** Files that cannot be shown any more. */
  lost: number;
  isLatest: boolean;
  onBehalf: boolean;
}

export function reviewedOn({ at, zone }: ReviewedView): Day {
  return dayIn(zone, at);
}
