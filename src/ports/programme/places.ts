// The four levels of places, read by code; names are never an identity.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Place } from "../../domain/places/place.js";
import type { PlaceNews } from "../../domain/places/place-changes.js";

export interface PlacesPort {
  find(code: string): Promise<Place | null>;
  /** The places directly below, by name; null lists the provinces. */
  childrenOf(code: string | null): Promise<Place[]>;
  /** The place and all above it, province first. Empty for an unknown code. */
  pathTo(code: string): Promise<Place[]>;
  /** Of the latest edition, as far as this reach goes and since that instant; what concerns most people first. */
  changes(reach: readonly Reach[], since: Date, page: { skip: number; take: number }): Promise<PlaceNews>;
}
