// The late plans that somebody is to deal with now, most urgent first: what the alert shows, at any time.

import { type CaseEntry, entriesOf } from "../../../domain/caseload/case-entry.js";
import { needsTrainer } from "../../../domain/caseload/follow-up.js";
import { lateCounts } from "../../../domain/caseload/summary.js";
import { byUrgency, type Ranked } from "../../../domain/caseload/urgency.js";
import { pageOf } from "../../../domain/paging.js";
import type { Care } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Store, World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { careWanted, practiceSubject } from "../care-wanted.js";
import { type CaseFacts, factsOfCase } from "./facts-of-case.js";

/** Five entries of two or three lines, and their buttons, are read without scrolling; more pages are a button away. */
export const OVERDUE_PER_PAGE = 5;

export interface OverdueList {
  /** The plans, the most urgent first. */
  items: Ranked<CaseFacts>[];
  /** The same plans, those of a library in one entry. */
  entries: CaseEntry<CaseFacts>[];
  /** Late since a day or so: the participant was asked, the trainer need not act yet. */
  askedOnly: number;
  /** Somebody has acted or reported: not listed for some days. */
  resting: number;
}

export async function listOverdue(
  world: World,
  actor: KnownActor,
  wish: { page?: number; practice?: boolean } = {},
): Promise<OverdueList> {
  const list = await overdueOf(world, world.store, careWanted(actor, wish));
  const { shown, page } = pageOf(list.entries, OVERDUE_PER_PAGE, wish.page ?? 0);
  if (shown.length > 0) {
    const details = { count: list.items.length, page };
    const people = shownIn(shown.map(([{ plan }]) => plan));
    const subject = wish.practice === true ? practiceSubject(actor) : "overdue";
    await noteLook(world, world.store, actor, { action: "overdue.list", subject, details, shown: people });
  }
  return list;
}

/** The same for whoever cares, inside a transaction: the alert is made from it. */
export async function overdueOf({ clock, settings }: World, store: Store, care: Care): Promise<OverdueList> {
  const now = clock.now();
  // The latest day there is anywhere in the country; each plan is then judged by its own class's day.
  const plans = await store.caseloads.plansOf(care, { dueBefore: dayIn("Asia/Jayapura", now) });
  const today = ({ zone }: CaseFacts) => dayIn(zone, now);
  const facts = plans.map(factsOfCase);
  const { asked, resting } = lateCounts(facts, today, settings.rest);
  const owed = facts.filter((plan) => needsTrainer(plan, today(plan), settings.rest));
  const items = byUrgency(owed, today, settings.rest);
  const entries = entriesOf(items, ({ libraryId, cohortId }) => `${libraryId}:${cohortId}`);
  return { items, entries, askedOnly: asked, resting };
}
