// The reports that wait for a review, one after the other, the oldest first.
import { mayFollowUp } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { careWanted } from "../../caseload/care-wanted.js";
import { type ReportUnderReview, reportUnderReview } from "./report-under-review.js";

export interface ReviewWish {
  /** The report behind which to go on; null: from the oldest on. */
  after: number | null;
  /** Those of one participant's library alone. */
  participantId?: number | null;
  practice?: boolean;
}

export interface NextReview extends ReportUnderReview {
  place: number;
  total: number;
}

/** Null when none is left behind that one. */
export async function nextReview(world: World, actor: KnownActor, wish: ReviewWish): Promise<NextReview | null> {
  const { after, participantId = null } = wish;
  const found = await world.store.reviews.next(careWanted(actor, wish), {
    ...{ after, participantId, notBy: actor.person.id },
  });
  if (found === null) return null;
  const report = await world.store.reports.find(found.reportId);
  if (report === null) throw new Error(`No report ${found.reportId}, though it was just found to wait.`);
  await noteReading(world, actor, report);
  return { ...(await reportUnderReview(world.store, report)), ...found };
}

/** The same without a look: for a form that stands open. */
export async function findReview(world: World, actor: KnownActor, reportId: number): Promise<ReportUnderReview | null> {
  const report = await reportToReview(world, actor, reportId);
  return report === null ? null : reportUnderReview(world.store, report);
}

/** One of them by its id, whether or not it still waits; its latest version. Null when it is not theirs to review. */
export async function openReview(world: World, actor: KnownActor, reportId: number): Promise<ReportUnderReview | null> {
  const report = await reportToReview(world, actor, reportId);
  if (report === null) return null;
  await noteReading(world, actor, report);
  return reportUnderReview(world.store, report);
}

/** Null when it is gone, or not theirs to review: their own least of all. */
export async function reportToReview(
  { store }: Pick<World, "store">,
  actor: KnownActor,
  reportId: number,
): Promise<ProgressReport | null> {
  const found = await store.reports.find(reportId);
  const report = found === null ? null : await store.reports.findByNumber(found.number);
  if (report === null || report.authorId === actor.person.id || !mayFollowUp(actor, report)) return null;
  return report;
}

function noteReading(world: World, actor: KnownActor, { planId, number }: ProgressReport): Promise<void> {
  return noteLook(world, actor, { action: "report.view", subject: `plan:${planId}`, details: { number } });
}
