// Everybody who needs somebody now, the most urgent first, by pages: what the morning tells the first five of, at any time.
import { lastPage, type Page, pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { practiceSubject } from "../care-wanted.js";
import { whoseSummary } from "../summary/whose-summary.js";
import { needsInFull, type ShownNeed } from "./needs-in-full.js";
import { needsOfTrainers } from "./needs-of-trainers.js";

export interface NeedsPage extends Page<ShownNeed> {
  total: number;
  practice: string | null;
}

/** Null where there is nobody's to look at. */
export async function listNeeds(
  world: World,
  actor: KnownActor,
  { page: wanted, practice: isPractice }: { page: number; practice: boolean },
): Promise<NeedsPage | null> {
  const whose = await whoseSummary(world.store, actor, { practice: isPractice });
  if (whose === null) return null;
  const { trainerId, practice } = whose;
  const { needs = [], count } = (await needsOfTrainers(world, [trainerId])).get(trainerId) ?? {};
  const { shown: onPage, from, page } = pageOf(needs, ROWS_A_PAGE, wanted);
  const full = await needsInFull(world, onPage);
  const shown = onPage.flatMap((need) => full.get(need) ?? []);
  const details = { inNeed: needs.length, page };
  const subject = isPractice ? practiceSubject(actor) : "summary";
  if (shown.length > 0) {
    await noteLook(world, actor, { action: "summary.view", subject, details, shown: shownIn(shown) });
  }
  return { shown, from, page, last: lastPage(needs.length, ROWS_A_PAGE), total: count?.(needs) ?? 0, practice };
}
