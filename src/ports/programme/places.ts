// The four levels of places, read by code; names are never an identity.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Place } from "../../domain/places/place.js";

/** What a new edition of the place data made of a place in which something of the programme lies. */
export interface PlaceChange {
  kind: "renamed" | "moved" | "gone";
  code: string;
  before: string;
  /** The name now, and the code that it moved to. */
  now: string | null;
  to: string | null;
  /** What it lies in, before and now; the same where that has not changed. */
  parentBefore: string;
  parentNow: string;
  libraries: number;
  rosterRows: number;
}

export interface PlaceChanges {
  /** When the latest of them were taken over; null: there are none. */
  at: Date | null;
  total: number;
  shown: PlaceChange[];
  /** Changes in which nothing of the programme lies. */
  others: Record<PlaceChange["kind"], number>;
}

export interface PlacesPort {
  find(code: string): Promise<Place | null>;
  /** The places directly below, by name; null lists the provinces. */
  childrenOf(code: string | null): Promise<Place[]>;
  /** The place and all above it, province first. Empty for an unknown code. */
  pathTo(code: string): Promise<Place[]>;
  /** Of the latest edition, as far as this reach goes and since that instant; what concerns most people first. */
  changes(reach: readonly Reach[], since: Date, page: { skip: number; take: number }): Promise<PlaceChanges>;
}
