// The four levels of places, read by code; names are never an identity.
import type { Place } from "../../domain/places/place.js";

export interface PlacesPort {
  find(code: string): Promise<Place | null>;
  /** The places directly below, by name; null lists the provinces. */
  childrenOf(code: string | null): Promise<Place[]>;
  /** The place and all above it, province first. Empty for an unknown code. */
  pathTo(code: string): Promise<Place[]>;
}
