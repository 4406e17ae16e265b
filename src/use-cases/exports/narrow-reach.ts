// How far a file reaches: all that is somebody's, or a part of it that they name.
import { adminReach, type Reach, reachWithin } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Null: nothing of it is theirs. `placeCode` null: all that is theirs. */
export function reachIn(actor: KnownActor, placeCode: string | null, cohortId: number | null = null): Reach[] | null {
  if (!isAdmin(actor)) return null;
  const own = adminReach(actor.roles);
  if (placeCode === null && cohortId === null) return own;
  const within = reachWithin(own, placeCode, cohortId);
  return within.length === 0 ? null : within;
}

export interface PlaceOffered {
  code: string;
  name: string;
}

/** Parts of their reach, or of a place within it, that a file can be about; none where there is nothing to choose. */
export async function placesToExport(
  { store }: World,
  actor: KnownActor,
  within: string | null,
): Promise<PlaceOffered[]> {
  if (!isAdmin(actor)) return [];
  if (within !== null) {
    if (reachIn(actor, within) === null) return [];
    const parts = await store.places.childrenOf(within);
    return parts.filter(({ code }) => reachIn(actor, code) !== null).map(({ code, name }) => ({ code, name }));
  }
  const codes = adminReach(actor.roles).map(({ regionCode }) => regionCode);
  if (codes.includes(null)) return (await store.places.childrenOf(null)).map(({ code, name }) => ({ code, name }));
  const own = [...new Set(codes)].flatMap((code) => code ?? []);
  if (own.length === 1 && own[0]?.length === "21".length) return placesToExport({ store } as World, actor, own[0]);
  const places = await Promise.all(own.map((code) => store.places.find(code)));
  return own.length < 2
    ? []
    : places.flatMap((place) => (place === null ? [] : [{ code: place.code, name: place.name }]));
}
