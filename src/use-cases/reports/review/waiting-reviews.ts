// How many reports wait for a review of each trainer, since when, and how many of them for too long: for summary and menu.
import { notTooLongSince } from "../../../domain/reports/review.js";
import type { WaitingReviews } from "../../../ports/plans/reviews.js";
import type { World } from "../../../ports.js";

/** One query for all of them; who has none is left out. */
export async function waitingReviews(
  { store, clock, settings }: Pick<World, "clock" | "settings"> & { store: Pick<World["store"], "reviews"> },
  trainerIds: number[],
): Promise<Map<number, WaitingReviews>> {
  const rows = await store.reviews.waitingOf(trainerIds, notTooLongSince(clock.now(), settings.rest), clock.now());
  return new Map(rows.map((row) => [row.trainerId, row]));
}
