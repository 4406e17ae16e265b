// The four levels of places, read by code; names are never an identity.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Place } from "../../domain/places/place.js";
import type { PlaceNews } from "../../domain/places/place-changes.js";
import type { PageWish } from "../page-wish.js";

export interface PlacesPort {
  find(code: string): Promise<Place | null>;
  /** The places directly below, by name; null lists the provinces. */
  childrenOf(code: string | null): Promise<Place[]>;
  /** The place and all above it, province first. Empty for an unknown code. */
  pathTo(code: string): Promise<Place[]>;
  /** Whether the latest edition has changed anything in this reach since that instant. */
  haveChanged(reach: readonly Reach[], since: Date): Promise<boolean>;
  /** What it has changed; what concerns most people first. */
  changes(reach: readonly Reach[], since: Date, page: PageWish): Promise<PlaceNews & { page: number; last: number }>;
}
