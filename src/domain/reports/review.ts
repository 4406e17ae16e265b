// The review of reports: what a trainer finds of one, which of its answers can be asked anew, and when one has waited too long.

import type { ReportState } from "../plans/work-plan.js";
import { type Day, dayIn } from "../time/calendar.js";
import { addWorkingDays, type RestDays } from "../time/working-hours.js";
import { ZONES, type Zone } from "../time/zone.js";
import { type QuestionSets, type QuestionVersions, setsThatAsked, type TypedAnswer } from "./questionnaire.js";

export type Verdict = "accepted" | "correction";

/** What was found of one version of a report. */
export interface Review {
  verdict: Verdict;
  at: Date;
  /** Null: that person has been erased. */
  byId: number | null;
  byName: string;
  note: string | null;
  /** Of a correction: which answers are asked anew, as the form's steps are called. */
  marked: string[];
}

/** Of a plan's last report: what its library reads of the review. */
export interface ReviewStanding {
  number: string;
  standing: "waiting" | Verdict;
}

/** The programme's bar: three working days after the day of the report nobody is in haste. */
export const REVIEW_WITHIN_WORKING_DAYS = 3;

/** In characters: it stands in a message on a small phone, with what is asked anew. */
export const LONGEST_CORRECTION_NOTE = 300;

/** A version waits until somebody has reviewed it or it was changed once more. */
export function waitsForReview(report: { version: number; reviewedAt: Date | null }, latestVersion: number): boolean {
  return report.reviewedAt === null && report.version === latestVersion;
}

/** In each zone, the first day on which a report that still waits has not waited too long. */
export function notTooLongSince(now: Date, rest: RestDays): { zone: Zone; day: Day }[] {
  return ZONES.map((zone) => ({
    zone,
    day: addWorkingDays(dayIn(zone, now), -REVIEW_WITHIN_WORKING_DAYS, rest),
  }));
}

/** How many of those that have waited too long, reported on these days, had not yet then: each is told of once as new. */
export function tooLongSince(
  tooLongOn: readonly { zone: Zone; day: Day; count: number }[],
  then: Date,
  rest: RestDays,
): number {
  const before = new Map(notTooLongSince(then, rest).map(({ zone, day }) => [zone, day]));
  return tooLongOn
    .filter(({ zone, day }) => day >= (before.get(zone) ?? day))
    .reduce((sum, { count }) => sum + count, 0);
}

/** What a correction can ask for: what the report was asked in this state. Answers to questions are called q.<key>. */
export function markable(
  report: { state: ReportState; planType: keyof QuestionSets["sets"]; answers: readonly TypedAnswer[] },
  questions: QuestionVersions,
): string[] {
  const { state, planType } = report;
  const isMoving = state === "in_progress" || state === "done";
  const sets = setsThatAsked(questions.current, questions, report);
  return [
    "state",
    ...(state === "stuck" ? ["obstacle"] : []),
    ...(isMoving ? sets.sets[planType].map(({ key }) => `q.${key}`) : []),
    "files",
    ...(state === "done" ? [] : ["nextStep"]),
    "story",
  ];
}
