// How far an admin's word reaches: regions × cohorts, from the roles held at this moment.

import { liesWithin } from "../places/place.js";
import type { RoleBinding } from "./role-binding.js";

/** One region and cohort; null: the whole country, every cohort. Several of them add up. */
export interface Reach {
  regionCode: string | null;
  cohortId: number | null;
}

export function adminReach(roles: readonly RoleBinding[]): Reach[] {
  return roles.filter(({ role }) => role === "admin").map(({ regionCode, cohortId }) => ({ regionCode, cohortId }));
}

/** Whether everything within the second lies within the first. */
export function reachCovers(own: readonly Reach[], other: readonly Reach[]): boolean {
  return other.every((part) => own.some((mine) => coversPart(mine, part)));
}

function coversPart(mine: Reach, part: Reach): boolean {
  const region = mine.regionCode === null || (part.regionCode !== null && liesWithin(part.regionCode, mine.regionCode));
  return region && (mine.cohortId === null || mine.cohortId === part.cohortId);
}

/** What of a reach lies within a place (null: the whole country) and a cohort (null: in whichever); empty: nothing. */
export function reachWithin(
  reach: readonly Reach[],
  placeCode: string | null,
  cohortId: number | null = null,
): Reach[] {
  return reach.flatMap((own) => {
    if (own.cohortId !== null && cohortId !== null && own.cohortId !== cohortId) return [];
    const part = { cohortId: cohortId ?? own.cohortId };
    if (placeCode === null) return [{ ...part, regionCode: own.regionCode }];
    if (own.regionCode === null || liesWithin(placeCode, own.regionCode)) return [{ ...part, regionCode: placeCode }];
    return liesWithin(own.regionCode, placeCode) ? [{ ...part, regionCode: own.regionCode }] : [];
  });
}
