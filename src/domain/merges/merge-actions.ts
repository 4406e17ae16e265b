// The buttons of duplicates: which may be one, both sides of a pair, and a merge with its way back.
import { flag, numberOf, page, type Shape } from "../messages/id-shape.js";

const personId = numberOf("person");
const libraryId = numberOf("library");
const mergeId = numberOf("merge");

export const MERGE_ACTIONS = {
  duplicates: [page], // pairs that may be one, for admins
  same_people: [personId, personId, flag("first")], // both beside each other · first: the first one stays, in place of who would
  ask_merge_people: [personId, personId], // who stays · who goes: sure?
  merge_people: [personId, personId],
  two_people: [personId, personId], // they are not one
  same_libraries: [libraryId, libraryId, flag("first")],
  ask_merge_libraries: [libraryId, libraryId],
  merge_libraries: [libraryId, libraryId],
  two_libraries: [libraryId, libraryId],
  merges: [page], // that can still be undone
  merged: [mergeId], // what was merged, and how long that can be undone
  undo_merge: [mergeId],
} as const satisfies Record<string, readonly Shape[]>;
