// The pictures of any number of trainers in four queries: a query for each of 189 would take ten times as long.

import { NONE_BESIDE, type Picture, pictureOf } from "../../../domain/caseload/summary.js";
import { CLOSE_DAYS, type Ranked } from "../../../domain/caseload/urgency.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { notTooLongSince, tooLongSince } from "../../../domain/reports/review.js";
import { addDays, dayIn } from "../../../domain/time/calendar.js";
import type { RestDays } from "../../../domain/time/working-hours.js";
import type { Span, SummaryEvent } from "../../../ports/people/summaries.js";
import type { Store } from "../../../ports.js";
import { waitingAdmissions } from "../../registration/admission/waiting-admissions.js";
import { unansweredQuestions } from "../../threads/waiting/unanswered-questions.js";
import { type CaseFacts, factsOfCase } from "../follow-up/facts-of-case.js";

export interface SummaryPicture extends Omit<Picture<never, SummaryEvent>, "inNeed"> {
  /** The most urgent, as many as were asked for. */
  inNeed: Ranked<CaseFacts>[];
  inNeedTotal: number;
  /** Reports that have waited too long for a review (domain/reports/review.ts), and how many of them have only since the span began. */
  unreviewed: number;
  newlyUnreviewed: number;
}

/** All plans are ranked in brief, and only the `most` urgent of each trainer read in full. All spans end at one instant. */
export async function picturesOf(
  store: Store,
  spans: Span[],
  most: number,
  rest: RestDays,
): Promise<Map<number, SummaryPicture>> {
  const [first] = spans;
  if (first === undefined) return new Map();
  const now = first.toAt;
  const trainerIds = spans.map(({ trainerId }) => trainerId);
  // One day more than close: "today" in the east may be tomorrow in the west.
  const dueBefore = addDays(dayIn("Asia/Jayapura", now), CLOSE_DAYS + 1);
  const brief = await store.caseloads.plansInBrief(trainerIds, dueBefore, now);
  const plansOf = groupedBy(brief.map(factsOfCase), ({ trainerId }) => trainerId);
  const eventsOf = groupedBy(await store.summaries.eventsOf(spans, now), ({ trainerId }) => trainerId);
  const questions = await unansweredQuestions(store, trainerIds, now);
  const admissions = await waitingAdmissions(store, trainerIds, now);
  const reviews = await store.reviews.waitingOf(trainerIds, notTooLongSince(now, rest), now);
  const reviewsOf = new Map(reviews.map((one) => [one.trainerId, one]));
  const pictures = spans.map((span) => {
    const [plans, events] = [plansOf.get(span.trainerId) ?? [], eventsOf.get(span.trainerId) ?? []];
    const beside = {
      questions: questions.get(span.trainerId) ?? NONE_BESIDE.questions,
      admissions: admissions.get(span.trainerId) ?? NONE_BESIDE.admissions,
    };
    const { tooLong = 0, tooLongOn = [] } = reviewsOf.get(span.trainerId) ?? {};
    const { inNeed, ...picture } = pictureOf(plans, events, span, rest, beside);
    return {
      ...{ ...picture, trainerId: span.trainerId, inNeedTotal: inNeed.length, ranked: inNeed.slice(0, most) },
      unreviewed: tooLong,
      newlyUnreviewed: tooLongSince(tooLongOn, span.fromAt, rest),
    };
  });
  const planIds = pictures.flatMap(({ ranked }) => ranked.map(({ plan }) => plan.planId));
  const full = new Map((await store.caseloads.plansOf(null, { planIds })).map((plan) => [plan.planId, plan]));
  return new Map(
    pictures.map(({ trainerId, ranked, ...picture }) => {
      const inNeed = ranked.flatMap(({ plan: { planId }, urgency }) => {
        const plan = full.get(planId);
        return plan === undefined ? [] : [{ plan: factsOfCase(plan), urgency }];
      });
      return [trainerId, { ...picture, inNeed }];
    }),
  );
}
