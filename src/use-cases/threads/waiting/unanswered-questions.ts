// How many questions wait for an answer of each trainer, and since when: for their summary and menu. A plea for help is told by itself.

import type { Waiting } from "../../../domain/caseload/summary.js";
import { zoneOf } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Store } from "../../../ports.js";

export async function unansweredQuestions(
  store: Pick<Store, "threads">,
  trainerIds: number[],
  now: Date,
): Promise<Map<number, Waiting["questions"]>> {
  const rows = trainerIds.length === 0 ? [] : await store.threads.countUnanswered(trainerIds, now);
  return new Map(
    rows.map(({ trainerId, zone, since, ...counts }) => [
      trainerId,
      { ...counts, since: since === null ? null : dayIn(zoneOf({ zone }), since) },
    ]),
  );
}
