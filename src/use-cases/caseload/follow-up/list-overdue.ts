// The late plans that somebody is to deal with now, most urgent first: what the alert shows, at any time.

import type { CaseEntry } from "../../../domain/caseload/case-entry.js";
import { urgencyOf } from "../../../domain/caseload/urgency.js";
import { lastPage, type Page, pageOf } from "../../../domain/paging.js";
import type { Care } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { PageWish } from "../../../ports/page-wish.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { careWanted, practiceSubject } from "../care-wanted.js";
import { type CaseFacts, factsOfCase } from "./facts-of-case.js";
import { lateDaysNow } from "./late-days.js";

/** Five entries of two or three lines, and their buttons, are read without scrolling; more pages are a button away. */
const OVERDUE_PER_PAGE = 5;

/** A page of entries: the plans of a library in one entry, the most urgent first. */
export interface OverdueList extends Page<CaseEntry<CaseFacts>> {
  /** How many plans, and in how many entries, there are on all pages. */
  total: number;
  entries: number;
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
  const wanted = { page: wish.page ?? 0, most: OVERDUE_PER_PAGE };
  const list = await overdueOf(world, careWanted(actor, wish), wanted);
  if (list.shown.length > 0) {
    const details = { count: list.total, page: list.page };
    const people = shownIn(list.shown.map(([{ plan }]) => plan));
    const subject = wish.practice === true ? practiceSubject(actor) : "overdue";
    await noteLook(world, actor, { action: "overdue.list", subject, details, shown: people });
  }
  return list;
}

/** The same for any reach, inside a transaction: the alert is made from it. Without a wish, all of it is one page. */
export async function overdueOf(inside: World, care: Care, wish: PageWish | null = null): Promise<OverdueList> {
  const now = inside.clock.now();
  const { late, entries, count, page } = await inside.store.caseloads.owedPlans(care, lateDaysNow(inside), wish);
  const plans = await inside.store.caseloads.plansOf(null, { planIds: entries.flat() });
  const ranked = new Map(
    plans.flatMap((plan) => {
      const facts = factsOfCase(plan);
      const urgency = urgencyOf(facts, dayIn(plan.zone, now), inside.settings.rest);
      return urgency === null ? [] : [[plan.planId, { plan: facts, urgency }]];
    }),
  );
  const shown = entries.flatMap((ids): CaseEntry<CaseFacts>[] => {
    const [first, ...others] = ids.flatMap((id) => ranked.get(id) ?? []);
    return first === undefined ? [] : [[first, ...others]];
  });
  const most = wish?.most ?? Math.max(1, count);
  return {
    ...{ shown, page, from: page * most, last: lastPage(count, most) },
    ...{ total: late.owed, entries: count, askedOnly: late.asked, resting: late.resting },
  };
}

/** Of a list that was read whole: what its reader sees first. */
export function firstPageOf(list: OverdueList): OverdueList {
  return { ...list, ...pageOf(list.shown, OVERDUE_PER_PAGE, 0) };
}
