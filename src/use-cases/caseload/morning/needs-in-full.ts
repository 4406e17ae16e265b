// Needs as they are shown: with names, lights and what stands in the way; read for all of them at once.
import type { Need } from "../../../domain/caseload/morning.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { lightOf } from "../../../domain/plans/work-plan.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { CareRow, PlanCase } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import type { NeedLine } from "../../../texts/layouts/caseload/need-line.js";
import { invitedAlone } from "../told-of.js";

export interface ShownNeed extends NeedLine {
  /** Whose page opens: who wrote, or the first who acts for the library; null where nobody does. */
  participantId: number | null;
  /** Who was invited for a library that nobody has joined, where that is one person. */
  rosterRowId: number | null;
  planId: number | null;
  personIds: number[];
  /** Whose words stand there besides: a colleague may have said what is in the way. */
  obstacleById: number | null;
}

/** In the order given; who is gone meanwhile is left out. `known`: the plans of their libraries, where they were read already. */
export async function needsInFull(
  world: World,
  needs: readonly Need[],
  known?: readonly PlanCase[],
): Promise<Map<Need, ShownNeed>> {
  const { store, clock } = world;
  const now = clock.now();
  const libraryIds = needs.flatMap(({ libraryId }) => libraryId ?? []);
  const participantIds = needs.flatMap(({ participantId }) => participantId ?? []);
  const keyOf = (one: { libraryId: number | null; cohortId: number }) => `${one.libraryId} ${one.cohortId}`;
  const plans = known ?? (libraryIds.length === 0 ? [] : await store.caseloads.plansOf(null, { libraryIds }));
  const plansOf = groupedBy(plans, keyOf);
  const askers = participantIds.length === 0 ? [] : await store.caseloads.peopleOf(null, { participantIds });
  const askerOf = new Map(askers.map((row) => [row.participantId, row]));
  const shown = needs.flatMap((need): [Need, ShownNeed][] => {
    const asker = need.participantId === null ? undefined : askerOf.get(need.participantId);
    const ofLibrary = plansOf.get(keyOf(need)) ?? [];
    const [first] = ofLibrary;
    const who = asker === undefined ? ofPlans(first) : ofAsker(asker);
    if (who === null) return [];
    const lights = ofLibrary.map((plan) => ({ type: plan.type, light: lightOf(plan, dayIn(plan.zone, now)) }));
    const stuck = ofLibrary.find((plan) => plan.obstacle !== null);
    const words = { obstacle: stuck?.obstacle ?? null, obstacleById: stuck?.obstacleById ?? null };
    return [[need, { ...who, ...words, lights, planId: first?.planId ?? null, reason: need.reason }]];
  });
  return new Map(shown);
}

type Who = Pick<
  ShownNeed,
  "names" | "libraryName" | "village" | "participantId" | "rosterRowId" | "personIds" | "isBlocked"
>;

function ofPlans(plan: PlanCase | undefined): Who | null {
  if (plan === undefined) return null;
  const { names, libraryName, village, personIds, participantIds, isBlocked } = plan;
  return {
    ...{ names, libraryName, village, personIds, isBlocked },
    ...{ participantId: participantIds.find(Boolean) ?? null, rosterRowId: invitedAlone(plan) },
  };
}

function ofAsker({ name, libraryName, place, participantId, personId, unreachableCause }: CareRow): Who {
  const isBlocked = unreachableCause !== null;
  const personIds = personId === null ? [] : [personId];
  return { names: [name], libraryName, village: place, participantId, rosterRowId: null, personIds, isBlocked };
}
