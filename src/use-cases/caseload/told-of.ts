// Plans that were told of for somebody who has not joined, and for whom: nobody acts for their library yet, and the roster says who was meant.
import type { Care } from "../../domain/people/permissions.js";
import type { CareRow, PlanCase } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";

type Reader = Pick<World, "store">;

/** Of those of these people who have not joined, by their row of the roster; not what others carry out in their library. */
export async function plansToldOf(
  { store }: Reader,
  care: Care | null,
  people: readonly CareRow[],
): Promise<Map<number | null, PlanCase[]>> {
  const invited = people.filter(({ participantId }) => participantId === null);
  const untendedIn = [...new Set(invited.map(({ classId }) => classId))];
  const untended = untendedIn.length === 0 ? [] : await store.caseloads.plansOf(care, { untendedIn });
  const told = new Map<number | null, PlanCase[]>();
  for (const plan of untended) {
    for (const id of plan.rosterRowIds) told.set(id, [...(told.get(id) ?? []), plan]);
  }
  return told;
}

/** Whose page says what a plan is about, where nobody has joined for it; null: it is not known, or not one person. */
export async function findInvitedFor({ store }: Reader, planId: number): Promise<{ rosterRowId: number } | null> {
  const [plan] = await store.caseloads.plansOf(null, { planIds: [planId] });
  const rosterRowId = plan === undefined ? null : invitedAlone(plan);
  return rosterRowId === null ? null : { rosterRowId };
}

/** Who was invited for a library that nobody has joined, by their row of the roster, where that is one person; else null. */
export function invitedAlone({ rosterRowIds }: Pick<PlanCase, "rosterRowIds">): number | null {
  const [only = null] = rosterRowIds;
  return rosterRowIds.length === 1 ? only : null;
}
