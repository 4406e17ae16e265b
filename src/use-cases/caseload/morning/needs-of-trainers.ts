// Who needs each of any number of trainers, in two queries.

import { needsTrainer } from "../../../domain/caseload/follow-up.js";
import { countNeeding, type Need, needsOf } from "../../../domain/caseload/morning.js";
import { countPeople, whoIsMeant } from "../../../domain/caseload/summary.js";
import { CLOSE_DAYS } from "../../../domain/caseload/urgency.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { addDays, dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { PlanInBrief } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { type CaseDays, factsOfCase } from "../follow-up/facts-of-case.js";

export interface NeedsOfTrainer {
  needs: Need[];
  plans: (PlanInBrief & CaseDays)[];
  /** People with a late plan that is the trainer's turn: as many as /terlambat and the menu count; and how many of them a reminder reaches. */
  late: number;
  remindable: number;
  /** How many people need them where these needs stand. */
  count: (needs: readonly Need[]) => number;
}

/** All plans are ranked in brief: whom a page shows is read in full by those who show it. */
export async function needsOfTrainers(
  { store, clock, settings }: World,
  trainerIds: number[],
): Promise<Map<number, NeedsOfTrainer>> {
  if (trainerIds.length === 0) return new Map();
  const now = clock.now();
  // One day more than close: "today" in the east may be tomorrow in the west.
  const dueBefore = addDays(dayIn("Asia/Jayapura", now), CLOSE_DAYS + 1);
  const brief = await store.caseloads.plansInBrief(trainerIds, dueBefore, now);
  const plansOf = groupedBy(brief.map(factsOfCase), ({ trainerId }) => trainerId);
  const questionsOf = groupedBy(await store.threads.waitingOf(trainerIds, now), ({ trainerId }) => trainerId);
  return new Map(
    trainerIds.map((id) => {
      const plans = plansOf.get(id) ?? [];
      const questions = (questionsOf.get(id) ?? []).map(({ zone, since, ...asker }) => ({
        ...asker,
        since: dayIn(zone, since),
      }));
      const today = ({ zone }: { zone: Zone }) => dayIn(zone, now);
      const owed = plans.filter((plan) => needsTrainer(plan, today(plan), settings.rest));
      const remindable = new Set(owed.flatMap(({ remindableIds }) => remindableIds)).size;
      const meantBy = new Map(plans.map((plan) => [plan.libraryId, whoIsMeant(plan)]));
      const count = (needs: readonly Need[]) => countNeeding(needs, meantBy);
      return [
        id,
        { plans, late: countPeople(owed), remindable, count, needs: needsOf(plans, questions, today, settings.rest) },
      ];
    }),
  );
}
