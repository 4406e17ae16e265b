// Which places an admin can let pause: their provinces and regencies.
import { adminReach } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { placeWithin } from "./pause-place.js";

export interface PlaceToPause {
  code: string;
  name: string;
}

/** `within` null: to begin with; else the regencies of that province. */
export async function placesToPause(
  { store }: Pick<World, "store">,
  actor: KnownActor,
  within: string | null,
): Promise<PlaceToPause[]> {
  if (!isAdmin(actor)) return [];
  if (within !== null) {
    const parts = await store.places.childrenOf(within);
    return parts.filter(({ code }) => placeWithin(actor, code) !== null).map(({ code, name }) => ({ code, name }));
  }
  const codes = adminReach(actor.roles).map(({ regionCode }) => regionCode);
  if (codes.includes(null)) return (await store.places.childrenOf(null)).map(({ code, name }) => ({ code, name }));
  const own = [...new Set(codes.flatMap((code) => code ?? []))].sort();
  const places = await Promise.all(own.map((code) => store.places.find(code)));
  return places.flatMap((place) => (place === null ? [] : [{ code: place.code, name: place.name }]));
}
