// The pictures of any number of trainers in two queries: a query for each of 189 would take ten times as long.
import { addDays, dayIn } from "../../domain/calendar.js";
import { type Picture, pictureOf } from "../../domain/summary.js";
import { CLOSE_DAYS } from "../../domain/urgency.js";
import type { Span, SummaryEvent } from "../../ports/summaries.js";
import type { Store } from "../../ports.js";
import { type CaseFacts, factsOfCase } from "../follow-up/facts-of-case.js";

/** All spans end at the same instant, or the plans would have to be read as of several. */
export async function picturesOf(store: Store, spans: Span[]): Promise<Map<number, Picture<CaseFacts, SummaryEvent>>> {
  const [first] = spans;
  if (first === undefined) return new Map();
  const trainerIds = spans.map(({ trainerId }) => trainerId);
  // One day more than close: "today" in the east may be tomorrow in the west.
  const dueBefore = addDays(dayIn("Asia/Jayapura", first.toAt), CLOSE_DAYS + 1);
  const plans = await store.caseloads.plansOf(null, { trainerIds, dueBefore });
  const events = await store.summaries.eventsOf(spans);
  const plansOf = groupedBy(plans.map(factsOfCase), (plan) => plan.trainerIds);
  const eventsOf = groupedBy(events, (event) => [event.trainerId]);
  return new Map(
    spans.map((span) => {
      const id = span.trainerId;
      return [id, pictureOf(plansOf.get(id) ?? [], eventsOf.get(id) ?? [], span)];
    }),
  );
}

function groupedBy<T>(items: readonly T[], keysOf: (item: T) => readonly number[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
