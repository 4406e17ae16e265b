// The late plans that somebody is to deal with now: a line for each library's people, most urgent first.
import type { Need } from "../../../domain/caseload/morning.js";
import { urgencyOf } from "../../../domain/caseload/urgency.js";
import { lastPage, type Page, ROWS_A_PAGE } from "../../../domain/paging.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { careWanted, practiceSubject } from "../care-wanted.js";
import { needsInFull, type ShownNeed } from "../morning/needs-in-full.js";
import { factsOfCase } from "./facts-of-case.js";
import { lateDaysNow } from "./late-days.js";

export interface OverdueList extends Page<ShownNeed> {
  /** How many people there are on all pages; of them libraries for which nobody acts, and people whom a reminder reaches. */
  total: number;
  unmanned: number;
  remindable: number;
  /** People late since a day or so: they were asked, the trainer need not act yet. */
  askedOnly: number;
  /** Somebody has acted or reported: not listed for some days. */
  resting: number;
}

export async function listOverdue(
  world: World,
  actor: KnownActor,
  request: { page?: number; practice?: boolean } = {},
): Promise<OverdueList> {
  const { store, clock, settings } = world;
  const wanted = { page: request.page ?? 0, most: ROWS_A_PAGE };
  const { late, unmanned, remindable, entries, count, page } = await store.caseloads.owedPlans(
    careWanted(actor, request),
    lateDaysNow(world),
    wanted,
  );
  const firstIds = entries.flatMap(([first]) => first ?? []);
  // With all plans of their libraries, whose lights stand beside.
  const ofLibraries = firstIds.length === 0 ? [] : await store.caseloads.plansOf(null, { besidePlans: firstIds });
  const plans = new Map(ofLibraries.map((plan) => [plan.planId, plan]));
  const needs = firstIds.flatMap((id): Need[] => {
    const plan = plans.get(id);
    if (plan === undefined) return [];
    const reason = urgencyOf(factsOfCase(plan), dayIn(plan.zone, clock.now()), settings.rest);
    const { libraryId, cohortId } = plan;
    return reason === null ? [] : [{ libraryId, cohortId, participantId: null, reason }];
  });
  const full = await needsInFull(world, needs, ofLibraries);
  const shown = needs.flatMap((need) => full.get(need) ?? []);
  if (shown.length > 0) {
    const details = { count: late.owed, page };
    const subject = request.practice === true ? practiceSubject(actor) : "overdue";
    await noteLook(world, actor, { action: "overdue.list", subject, details, shown: shownIn(shown) });
  }
  return {
    ...{ shown, page, from: page * ROWS_A_PAGE, last: lastPage(count, ROWS_A_PAGE) },
    ...{ total: late.owed, unmanned, remindable, askedOnly: late.asked, resting: late.resting },
  };
}
