// Duplicates of people and libraries: who may be one, both sides of a pair, and what a merge does and undoes.
import type { Duplicate, MaybeLibrary, MaybePerson, MergeKind } from "../domain/merges/duplicates.js";
import type { LibrarySide, PersonSide, Sides, WhatMoves } from "../domain/merges/merge-side.js";
import type { Reach } from "../domain/people/admin-reach.js";

export interface Merge {
  id: number;
  kind: MergeKind;
  staysId: number;
  goesId: number;
  at: Date;
  undoneAt: Date | null;
}

export interface MergesPort {
  /** People and libraries of which all that they take part in lies within the reach; nobody who is practised on, and no staff. `only`: of these ids. */
  peopleWithin(reach: readonly Reach[], only?: readonly number[]): Promise<MaybePerson[]>;
  librariesWithin(reach: readonly Reach[]): Promise<MaybeLibrary[]>;
  /** Of the pairs, those of which nobody has said that they are two. */
  undecided(kind: MergeKind, pairs: readonly Duplicate[]): Promise<Duplicate[]>;
  /** Twice is once. */
  sayTwo(kind: MergeKind, pair: Pick<Duplicate, "lowId" | "highId">, byId: number, now: Date): Promise<boolean>;
  namesOf(kind: MergeKind, ids: readonly number[]): Promise<Map<number, string>>;
  /** Of a library. */
  placeCodeOf(libraryId: number): Promise<string>;
  /** Null: there is none, or they practise. */
  person(id: number): Promise<PersonSide | null>;
  library(id: number): Promise<LibrarySide | null>;
  /** Whether all that they take part in, or took, lies within. */
  isPersonWithin(id: number, reach: readonly Reach[]): Promise<boolean>;
  isLibraryWithin(id: number, reach: readonly Reach[]): Promise<boolean>;
  whatMoves(sides: Sides): Promise<WhatMoves>;

  /** One merge or undoing after the other; call it first of all. */
  hold(): Promise<void>;
  /** Neither can be forgotten, written to or reported by until the transaction ends. */
  holdPeople(staysId: number, goesId: number): Promise<void>;
  /** The places of both and all their plans: nobody joins and nothing is reported there meanwhile. */
  holdLibraries(staysId: number, goesId: number): Promise<void>;
  find(id: number): Promise<Merge | null>;
  /** The merge by which they went, unless it was undone. */
  mergeOf(kind: MergeKind, goesId: number): Promise<Merge | null>;
  /** Newest first, of those that were not undone. `reach`: who stays lies within it. */
  since(after: Date, reach?: readonly Reach[]): Promise<Merge[]>;
  /** A later one that built on it, and has to be undone before. */
  laterThan(merge: Merge): Promise<boolean>;
  begin(merge: Pick<Merge, "kind" | "staysId" | "goesId">, byId: number, now: Date): Promise<number>;
  /** `account`: whose Telegram account goes on. */
  mergePeople(merge: Merge, account: "stays" | "goes" | "none", byId: number, now: Date): Promise<void>;
  mergeLibraries(merge: Merge, now: Date): Promise<void>;
  /** What came in under the one who went, in the moment of merging. Twice is once: nothing is left to bring. */
  sweep(merge: Merge, now: Date): Promise<number>;
  /** Back to what it was, but for what has changed since. False: somebody has the account by now, and it stays with them. */
  undo(merge: Merge, byId: number, now: Date): Promise<{ accountIsBack: boolean }>;
  /** Who is behind this row now: themselves, or who they were merged into. */
  whoIs(personId: number): Promise<number>;
  /** The plans that go on of both libraries, or of those that either person ever acted for: their deadlines are to be settled after each change. */
  planIdsOf(merge: Pick<Merge, "kind" | "staysId" | "goesId">): Promise<number[]>;
  /** Plans that were merged into this one, in other words than its own: as they were written. */
  wordsMergedInto(planId: number): Promise<string[]>;
}
