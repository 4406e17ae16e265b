// Whom an announcement is for: the conditions that an admin sets, and who meets them. storage/announcements/audience-tables.ts says the same in
// SQL; test/storage/announcements/audience.long.test.ts holds the one to the other.
import type { ParticipantKind } from "../people/participant-kind.js";
import { liesWithin } from "../places/place.js";
import type { PlanState } from "../plans/plan-state.js";

/** Of one admin: more than fit a few screens are found by nobody; the one that was not used for longest is not shown. */
export const MOST_SAVED_AUDIENCES = 50;

export type AudienceScope =
  /** All that the author may reach. */
  | { kind: "all" }
  /** Of announcements written before several could be chosen: the classes of a province, or one class. */
  | { kind: "province"; code: string }
  | { kind: "class"; classId: number }
  /** What the author practises on, named: no other scope holds anybody of it. */
  | { kind: "practice"; cohortId: number };

export const AUDIENCE_ROLES = ["participants", "trainers", "everyone"] as const;
export type AudienceRole = (typeof AUDIENCE_ROLES)[number];

/**
 * Whose plans: only participants have some, so with other roles it is "any". unwritten, unreported, overdue: one plan is enough. done: all
 * are, and there are some.
 */
export const PLAN_FILTERS = ["any", "unwritten", "unreported", "overdue", "done"] as const;
export type PlanFilter = (typeof PLAN_FILTERS)[number];

/** joined: has an account with the bot. not_joined: nobody of them can be written to, yet they can be counted and telephoned. */
export const JOINED_FILTERS = ["any", "joined", "not_joined"] as const;
export type JoinedFilter = (typeof JOINED_FILTERS)[number];

/** Several values of one condition widen each other; conditions narrow each other. A condition with no value asks nothing. */
export interface Audience {
  scope: AudienceScope;
  role: AudienceRole;
  plans: PlanFilter;
  cohorts?: number[] | undefined;
  waves?: number[] | undefined;
  /** Codes of provinces and regencies: where the library or office lies; of a trainer, where the class is. */
  places?: string[] | undefined;
  classes?: number[] | undefined;
  kinds?: ParticipantKind[] | undefined;
  joined?: JoinedFilter | undefined;
  /** Ids of people: those whose classes they teach, and of trainers they themselves. */
  trainers?: number[] | undefined;
}

/** The conditions that are lists of things to tick. */
export const AUDIENCE_LISTS = ["places", "classes", "waves", "cohorts", "kinds", "trainers"] as const;
export type AudienceList = (typeof AUDIENCE_LISTS)[number];

/** Whether any of the lists is ticked: then it may be for one place alone. */
export function isNarrowed(audience: Audience): boolean {
  return AUDIENCE_LISTS.some((list) => (audience[list] ?? []).length > 0);
}

export const EVERYBODY: Audience = { scope: { kind: "all" }, role: "participants", plans: "any" };

/** Which of the chosen things the reader may see, by name. `others`: how many lie out of their reach now. */
export interface AudienceNames {
  places: string[];
  classes: string[];
  waves: { number: number; cohort: string }[];
  cohorts: string[];
  trainers: string[];
  others: number;
}

/** What somebody is in one class: somebody may be so in several. */
export interface Membership {
  as: "participant" | "invited" | "trainer";
  personId: number | null;
  hasAccount: boolean;
  cohortId: number;
  waveId: number;
  classId: number;
  /** Of the class. */
  provinceCode: string;
  /** Of the library or office; null for trainers, and where nobody has said. */
  placeCode: string | null;
  /** Null for trainers. */
  kind: ParticipantKind | null;
  /** Of the class. */
  trainerIds: readonly number[];
  /** Of the library, where they manage it. */
  plans: readonly { state: PlanState; isOverdue: boolean; hasReport: boolean }[];
}

/** Whether somebody with these memberships is meant; how far the author reaches is judged beside it. */
export function isMeant(audience: Audience, membership: Membership): boolean {
  const { cohortId, waveId, classId, provinceCode, placeCode, hasAccount } = membership;
  const { cohorts, waves, classes, places, joined = "any" } = audience;
  const place = placeCode ?? provinceCode;
  return (
    isInScope(audience.scope, membership) &&
    isAmong(cohorts, cohortId) &&
    isAmong(waves, waveId) &&
    isAmong(classes, classId) &&
    (isEmpty(places) || places.some((code) => liesWithin(place, code))) &&
    (joined === "any" || hasAccount === (joined === "joined")) &&
    hasPart(audience, membership)
  );
}

function isInScope(scope: AudienceScope, { provinceCode, classId, cohortId }: Membership): boolean {
  if (scope.kind === "province") return provinceCode === scope.code;
  if (scope.kind === "class") return classId === scope.classId;
  return scope.kind === "all" || cohortId === scope.cohortId;
}

function hasPart(audience: Audience, membership: Membership): boolean {
  const { role, plans, kinds, trainers } = audience;
  const { as, personId, kind, trainerIds } = membership;
  if (as === "trainer") {
    if (asksOfParticipants(audience)) return false;
    return role !== "participants" && (isEmpty(trainers) || trainers.some((id) => id === personId));
  }
  if (role === "trainers") return false;
  // Those who have not joined have written no plan that one could ask for.
  if (as === "invited" && plans !== "any") return false;
  return (
    (isEmpty(kinds) || (kind !== null && kinds.includes(kind))) &&
    (isEmpty(trainers) || trainerIds.some((id) => trainers.includes(id))) &&
    hasPlans(plans, membership.plans)
  );
}

function hasPlans(filter: PlanFilter, plans: Membership["plans"]): boolean {
  switch (filter) {
    case "any":
      return true;
    case "unwritten":
      return plans.some(({ state }) => state === "unwritten");
    case "unreported":
      return plans.some(({ state, hasReport }) => state !== "done" && !hasReport);
    case "overdue":
      return plans.some(({ isOverdue }) => isOverdue);
    case "done":
      return plans.length > 0 && plans.every(({ state }) => state === "done");
  }
}

/** Whether it asks for something that only participants have: then trainers are not meant, unless they alone are. */
export function asksOfParticipants({ role, plans, kinds }: Audience): boolean {
  return role !== "trainers" && (plans !== "any" || !isEmpty(kinds));
}

/** Ticked where it was not, and the other way round; in an order of its own, so that the same choice is the same audience. */
export function ticked(audience: Audience, list: AudienceList, value: string): Audience {
  const one = list === "places" || list === "kinds" ? value : Number(value);
  const before: readonly (string | number)[] = audience[list] ?? [];
  const now = before.includes(one) ? before.filter((other) => other !== one) : [...before, one];
  const sorted = now.sort((a, b) => (a < b ? -1 : 1));
  return { ...audience, [list]: sorted.length === 0 ? undefined : sorted };
}

/** Nothing of this list is asked any more. */
export function withoutList(audience: Audience, list: AudienceList): Audience {
  return { ...audience, [list]: undefined };
}

function isEmpty<Value>(values: readonly Value[] | undefined): values is undefined | [] {
  return values === undefined || values.length === 0;
}

function isAmong(values: readonly number[] | undefined, value: number): boolean {
  return isEmpty(values) || values.includes(value);
}
