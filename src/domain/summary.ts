// A trainer's page of the day: what changed since the last one, and who needs them most.
import { type Day, dayIn } from "./calendar.js";
import { isOverdue } from "./deadline.js";
import { byUrgency, type Ranked, type UrgencyFacts } from "./urgency.js";
import type { Zone } from "./zone.js";

/** The end of the working day of offices and schools, when trainers can still ring somebody up. */
export const SUMMARY_TIME = "16:30";

/** The first summary has none before it to begin at: it tells of one day. */
export const FIRST_SPAN_HOURS = 24;

/** Five names are read; a longer list is put off (T06). The rest stands behind a button. */
export const MOST_IN_NEED = 5;

/** In characters: read on a small phone without scrolling (P37). */
export const READABLE = 700;

export interface SummaryPlan extends UrgencyFacts {
  libraryId: number;
  zone: Zone;
}

export interface Picture<P, E> {
  events: readonly E[];
  /** All that is late now, and how much of it became late in the span. */
  overdue: number;
  newlyOverdue: number;
  /** Each library once, with its most urgent plan; the most urgent first. */
  inNeed: Ranked<P>[];
}

/** `plans`: those that are not done; `events`: what happened in the span. */
export function pictureOf<P extends SummaryPlan, E>(
  plans: readonly P[],
  events: readonly E[],
  span: { fromAt: Date; toAt: Date },
): Picture<P, E> {
  const dayAtEnd = daysByZone(span.toAt);
  const dayAtBegin = daysByZone(span.fromAt);
  const overdue = plans.filter((plan) => isOverdue(plan.state, plan.dueOn, dayAtEnd(plan.zone)));
  const wasOverdue = (plan: P) => isOverdue(plan.state, plan.dueOn, dayAtBegin(plan.zone));
  return {
    events,
    overdue: overdue.length,
    newlyOverdue: overdue.filter((plan) => !wasOverdue(plan)).length,
    inNeed: oncePerLibrary(byUrgency(plans, ({ zone }) => dayAtEnd(zone))),
  };
}

/** Whether anything happened: what has been late for days is told by the alert each morning, not again each evening. */
export function isWorthSending({
  events,
  newlyOverdue,
}: Pick<Picture<unknown, unknown>, "events" | "newlyOverdue">): boolean {
  return events.length > 0 || newlyOverdue > 0;
}

/** From where the last one ended; the first looks back one day. */
export function spanSince(lastToAt: Date | null, now: Date): { fromAt: Date; toAt: Date } {
  const fromAt = lastToAt ?? new Date(now.getTime() - FIRST_SPAN_HOURS * 3_600_000);
  return { fromAt, toAt: now };
}

/** The local day of one instant, worked out once a zone: a summary asks for it for every plan there is. */
function daysByZone(instant: Date): (zone: Zone) => Day {
  const days = new Map<Zone, Day>();
  return (zone) => {
    const day = days.get(zone) ?? dayIn(zone, instant);
    days.set(zone, day);
    return day;
  };
}

function oncePerLibrary<P extends SummaryPlan>(ranked: Ranked<P>[]): Ranked<P>[] {
  const seen = new Set<number>();
  return ranked.filter(({ plan }) => !seen.has(plan.libraryId) && seen.add(plan.libraryId));
}
