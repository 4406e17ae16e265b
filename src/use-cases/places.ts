// Places of the country, as they stand in its official list. They are nobody's, so no right is asked.
import type { Place } from "../domain/places/place.js";
import type { World } from "../ports.js";

type Stored = Pick<World, "store">;

/** Of the place one level up; null: the provinces. */
export function placesWithin({ store }: Stored, code: string | null): Promise<Place[]> {
  return store.places.childrenOf(code);
}

/** Null where the list has no such place. */
export async function nameOfPlace({ store }: Stored, code: string): Promise<string | null> {
  return (await store.places.find(code))?.name ?? null;
}

/** From its province down to itself. */
export function pathToPlace({ store }: Stored, code: string): Promise<Place[]> {
  return store.places.pathTo(code);
}
