// Plans that were told of for somebody who has not joined, and for whom: nobody acts for their library yet, and the roster says who was meant.
import { groupedBy } from "../../domain/grouped-by.js";
import type { Care } from "../../domain/people/permissions.js";
import type { CareRow, PlanCase } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { libraryOf } from "../plans/stand-in/library-of.js";

type Reader = Pick<World, "store">;

const whereOf = ({ classId, placeCode }: { classId: number; placeCode: string }) => `${classId} ${placeCode}`;

/** Of those of these people who have not joined, by their row of the roster; not what others carry out in their library. */
export async function plansToldOf(
  { store }: Reader,
  care: Care | null,
  people: readonly CareRow[],
): Promise<Map<number | null, PlanCase[]>> {
  const invited = people.filter(({ participantId }) => participantId === null);
  const untendedIn = [...new Set(invited.map(({ classId }) => classId))];
  const untended = untendedIn.length === 0 ? [] : await store.caseloads.plansOf(care, { untendedIn });
  const plansAt = groupedBy(untended, whereOf);
  const told = new Map<number | null, PlanCase[]>();
  for (const row of invited) {
    const near = plansAt.get(whereOf(row));
    const library = near === undefined ? null : await libraryOf(store, row);
    const theirs = near?.filter(({ libraryId }) => libraryId === library?.libraryId) ?? [];
    if (theirs.length > 0) told.set(row.rosterRowId, theirs);
  }
  return told;
}

/** Who was invited for the libraries of these plans, where nobody acts for them; by library and class. */
export async function invitedFor({ store }: Reader, plans: readonly PlanCase[]): Promise<Map<string, CareRow[]>> {
  const untended = plans.filter(({ personIds }) => personIds.length === 0);
  if (untended.length === 0) return new Map();
  const [classIds, placeCodes] = [untended.map(({ classId }) => classId), untended.map(({ placeCode }) => placeCode)];
  const libraryIds = new Set(untended.map(({ libraryId }) => libraryId));
  const invited = new Map<string, CareRow[]>();
  for (const row of await store.caseloads.peopleOf(null, { invitedAt: { classIds, placeCodes } })) {
    const libraryId = (await libraryOf(store, row))?.libraryId ?? null;
    if (libraryId === null || !libraryIds.has(libraryId)) continue;
    const key = libraryIn({ libraryId, classId: row.classId });
    invited.set(key, [...(invited.get(key) ?? []), row]);
  }
  return invited;
}

export const libraryIn = ({ libraryId, classId }: { libraryId: number; classId: number }) => `${libraryId} ${classId}`;

/** Whose page says what a plan is about, where nobody has joined for it; null: it is not known, or not one person. */
export async function findInvitedFor(world: Reader, planId: number): Promise<{ rosterRowId: number } | null> {
  const plans = await world.store.caseloads.plansOf(null, { planIds: [planId] });
  const [[one, ...others] = []] = (await invitedFor(world, plans)).values();
  return one?.rosterRowId == null || others.length > 0 ? null : { rosterRowId: one.rosterRowId };
}
