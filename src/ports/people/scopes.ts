// The people of a scope (domain/caseload/scope.ts) and their plans, each read in one statement whatever their number.
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import type { Area, Part } from "../../domain/overview/area.js";
import type { Care } from "../../domain/people/permissions.js";
import type { Person } from "../../domain/people/person.js";
import type { LateDay } from "./caseloads.js";

/** What a scope comes to in the database. */
export type ScopePart =
  | { participantIds: number[] }
  /** Everybody who is in a library that has one of these plans. */
  | { ofPlans: number[] }
  | { libraryId: number }
  | { classId: number }
  | { placeCode: string }
  /** Those of /peserta with this filter on these days: all of them, or of one class. */
  | OfFilter;

export interface OfFilter {
  filter: PeopleFilter;
  days: LateDay[];
  classId: number | null;
}

/** How many people of a scope are in one province, regency or class; key: its code or id. */
export interface PartOfScope {
  key: string;
  name: string;
  count: number;
}

export interface ScopedParticipant {
  participantId: number;
  person: Person;
  libraryId: number | null;
  classId: number;
}

export interface ScopesPort {
  /** Each person once, in their latest class, by name; `total` of all, however many are wanted. `area`: those of it alone. */
  participantsIn(
    care: Care,
    part: ScopePart,
    most: number,
    area?: Area,
  ): Promise<{ total: number; participants: ScopedParticipant[] }>;
  /** The same people, each once, counted by these parts of the country, by name. */
  partsIn(care: Care, part: ScopePart, by: Part, area?: Area): Promise<PartOfScope[]>;
  /** How many on the rosters of it have not joined. */
  countNotJoined(care: Care, part: { classId: number } | { placeCode: string } | OfFilter): Promise<number>;
  /** Whether somebody of this class who acted for this library has been erased. */
  hasErased(plan: { classId: number; libraryId: number }): Promise<boolean>;
  /** Those of these people who are there, by id. */
  peopleOf(ids: number[]): Promise<Person[]>;
}
