// What waits for a trainer or admin, as the numbers on their menu: the same as the pages behind it count.
import { careOf } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { type Day, dayIn } from "../../../domain/time/calendar.js";
import type { World } from "../../../ports.js";
import { listCallLists } from "../../announcements/calls/list-calls.js";
import { lateDaysNow } from "../../caseload/follow-up/late-days.js";
import { waitingReviews } from "../../reports/review/waiting-reviews.js";

export interface WaitingCounts {
  /** People whose late plans wait for them, and people who ask for help. */
  late: number;
  help: number;
  threads: number;
  /** Since when the oldest question or plea for help waits; null: none does. */
  since: Day | null;
  /** Reports of the classes they teach that nobody has reviewed. */
  reviews: number;
  /** People of theirs whom announcements of the last weeks did not reach, and nobody has told. */
  unreached: number;
}

export async function waitingCounts(world: World, actor: KnownActor): Promise<WaitingCounts> {
  const care = careOf(actor);
  const { caseloads, threads } = world.store;
  // An admin looks at them where they look at a person: what a whole province has to review is its trainers'.
  const [late, help, unanswered, unreviewed, callLists] = await Promise.all([
    caseloads.countLate(care, lateDaysNow(world)),
    caseloads.countHelp(care),
    threads.unansweredIn(care, 1),
    waitingReviews(world, care.trainerId === null ? [] : [care.trainerId]),
    listCallLists(world, actor),
  ]);
  const [oldest] = unanswered.threads;
  const since = oldest === undefined ? null : dayIn(oldest.zone, oldest.askedAt);
  return {
    late: late.owed,
    help,
    threads: unanswered.total,
    since,
    reviews: unreviewed.get(actor.person.id)?.count ?? 0,
    unreached: callLists.reduce((sum, { count }) => sum + count, 0),
  };
}
