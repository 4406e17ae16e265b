// Both sides of a pair, as an admin compares them before they are merged.
import type { ParticipantKind } from "../people/participant-kind.js";
import type { Weight } from "./merge.js";

/** One side of a pair, as an admin compares them. */
interface MergeSide extends Weight {
  name: string;
  plans: number;
  reports: number;
  questions: number;
  /** With its village. Of a library: the village alone. */
  places: string[];
  classes: string[];
}

export interface PersonSide extends MergeSide {
  numbers: string[];
  telegramId: number | null;
  /** They hold or held a role: it is taken back before they are merged. */
  isStaff: boolean;
  /** Their row is nobody's: merged into somebody, or forgotten. */
  isGone: boolean;
}

export interface LibrarySide extends MergeSide {
  kind: ParticipantKind;
  people: string[];
  isGone: boolean;
}

/** What one of both would bring. */
export interface WhatMoves {
  reports: number;
  questions: number;
  attendance: number;
  drafts: number;
  people: number;
  plans: number;
  /** Plans of one kind that both have written: both stay readable. */
  doublePlans: number;
}

/** The one who stays, and the one who goes into them. */
export type Sides =
  | { kind: "people"; stays: PersonSide; goes: PersonSide }
  | { kind: "libraries"; stays: LibrarySide; goes: LibrarySide };
