// Who is in a scope now, within the actor's care, with their plans: what is shown before something is done, and what it is done to.

import { MOST_AT_ONCE } from "../../../domain/caseload/care-act.js";
import { isWide, type Scope, type WideScope } from "../../../domain/caseload/scope.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import type { Part } from "../../../domain/overview/area.js";
import { type Care, careOf, mayFollowUp, practiceCare } from "../../../domain/people/permissions.js";
import type { KnownActor, Person } from "../../../domain/people/person.js";
import { isOverdue } from "../../../domain/plans/deadline.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { PartOfScope, ScopePart } from "../../../ports/people/scopes.js";
import type { World } from "../../../ports.js";
import { readHolding } from "../../posting.js";
import { findCase } from "../follow-up/find-case.js";
import { lateDaysNow } from "../follow-up/late-days.js";
import { plansToldOf } from "../told-of.js";

export interface PersonInScope {
  person: Person;
  /** Null: they manage one of the plans, and take part elsewhere. */
  participantId: number | null;
  /** What they manage, in care and not done. */
  plans: PlanCase[];
}

export type WhoIsIn =
  | {
      kind: "in";
      scope: Scope;
      /** The plan that the scope names. */
      plan: PlanCase | null;
      /** Whom the scope names, where they have not joined. */
      invited: string | null;
      people: PersonInScope[];
      /** All that is not done, also where nobody manages it (any more). */
      plans: PlanCase[];
      notJoined: number;
    }
  | { kind: "too_many"; total: number }
  | { kind: "not_yours" | "gone" };

export type Found = Extract<WhoIsIn, { kind: "in" }>;

/** Statements do not grow in number with the people. */
export async function whoIsIn(world: World, actor: KnownActor, scope: Scope): Promise<WhoIsIn> {
  const { store } = world;
  const care = careFor(actor, scope);
  const named = await partOf(world, actor, care, scope);
  if ("kind" in named) return named;
  const { part, plan, told } = named;
  const { total, participants } = await store.scopes.participantsIn(care, part, MOST_AT_ONCE, areaOf(scope));
  if (total > MOST_AT_ONCE) return { kind: "too_many", total };
  const notJoined = named.notJoined ?? (await notJoinedIn(world, care, scope, part));
  const libraryIds = participants.flatMap(({ libraryId }) => libraryId ?? []);
  const all = told ?? [
    ...(await store.caseloads.plansOf(care, { libraryIds: plan === null ? libraryIds : [plan.libraryId] })),
    ...(await untendedIn(world, care, part, libraryIds)),
  ];
  const classId = scope.kind === "class" ? scope.classId : (areaOf(scope)?.classId ?? null);
  const inClass = (one: PlanCase) => classId === null || one.classId === classId;
  const plans = all.filter((one) => one.state !== "done" && inClass(one));
  const ofPerson = groupedBy(
    plans.flatMap((one) => one.personIds.map((personId) => ({ personId, one }))),
    ({ personId }) => personId,
  );
  const theirs = (id: number) => (ofPerson.get(id) ?? []).map(({ one }) => one);
  const here = participants
    .filter(({ person }) => plan === null || plan.personIds.includes(person.id))
    .map(({ participantId, person }) => ({ participantId, person, plans: theirs(person.id) }));
  // Anyone who manages a plan is concerned, although they may be in a class of somebody else.
  const isHere = new Set(here.map(({ person }) => person.id));
  const absent = scope.kind === "participant" ? [] : [...ofPerson.keys()].filter((id) => !isHere.has(id));
  const elsewhere = (absent.length === 0 ? [] : await store.scopes.peopleOf(absent)).map((person) => ({
    ...{ participantId: null, person, plans: theirs(person.id) },
  }));
  return { kind: "in", scope, plan, invited: named.invited ?? null, people: [...here, ...elsewhere], plans, notJoined };
}

/** The same inside a transaction, with everybody in it and the actor held: nobody is erased meanwhile. Call it before anything is locked. */
export function holdWhoIsIn(inside: World, actor: KnownActor, scope: Scope): Promise<WhoIsIn> {
  return readHolding(
    inside.store,
    () => whoIsIn(inside, actor, scope),
    (found) => (found.kind === "in" ? [actor.person.id, ...found.people.map(({ person }) => person.id)] : []),
  );
}

/** What is spoken about with somebody: the plan that was pressed and all that is late; where nothing is late, what is open. */
export function plansToSpeakOf(
  { scope, plan }: Pick<Found, "scope" | "plan">,
  plans: PlanCase[],
  at: Date,
): PlanCase[] {
  const late = plans.filter(({ state, dueOn, zone }) => isOverdue(state, dueOn, dayIn(zone, at)));
  if (plan !== null) {
    const others = late.filter(({ planId, cohortId }) => planId !== plan.planId && cohortId === plan.cohortId);
    return [...plans.filter(({ planId }) => planId === plan.planId), ...others];
  }
  return late.length > 0 || scope.kind === "late" ? late : plans;
}

/** A list holds nobody of a practice; what is named may be one's own. */
function careFor(actor: KnownActor, { kind }: Scope): Care {
  const care = careOf(actor);
  const own = kind === "late" || kind === "filter" ? null : practiceCare(actor);
  return own === null ? care : { ...care, regions: [...care.regions, ...own.regions] };
}

/** notJoined: where it is known with the part; else notJoinedIn() tells. invited, told: who has not joined, and the plans told of for them. */
type Named = { part: ScopePart; plan: PlanCase | null; notJoined?: number; invited?: string; told?: PlanCase[] };

/** The part of a list that is meant, where it is not all of it. */
const areaOf = (scope: Scope) => (isWide(scope) ? scope.area : undefined);

/** How many people of it are where; nobody is named. */
export async function countParts(world: World, actor: KnownActor, scope: WideScope, by: Part): Promise<PartOfScope[]> {
  const care = careFor(actor, scope);
  const named = await partOf(world, actor, care, scope);
  return "kind" in named ? [] : world.store.scopes.partsIn(care, named.part, by, scope.area);
}

async function partOf(
  world: World,
  actor: KnownActor,
  care: Care,
  scope: Scope,
): Promise<Named | { kind: "not_yours" | "gone" }> {
  const { store } = world;
  switch (scope.kind) {
    case "plan": {
      const found = await findCase(world, actor, scope.planId);
      if (found.kind !== "found") return found;
      return { part: { libraryId: found.plan.libraryId }, plan: found.plan };
    }
    case "participant": {
      const [row] = await store.caseloads.peopleOf(null, { participantIds: [scope.participantId] });
      if (row === undefined) return { kind: "gone" };
      return mayFollowUp(actor, row)
        ? { part: { participantIds: [scope.participantId] }, plan: null }
        : { kind: "not_yours" };
    }
    case "roster_row": {
      const [row] = await store.caseloads.peopleOf(null, { rosterRowIds: [scope.rosterRowId] });
      if (row === undefined) return { kind: "gone" };
      if (!mayFollowUp(actor, row)) return { kind: "not_yours" };
      const told = (await plansToldOf(world, care, [row])).get(scope.rosterRowId) ?? [];
      return { part: { participantIds: [] }, plan: null, invited: row.name, told };
    }
    case "class":
      return { part: { classId: scope.classId }, plan: null };
    case "regency":
      return { part: { placeCode: scope.code }, plan: null };
    case "filter": {
      const classId = scope.area?.classId ?? null;
      return { part: { filter: scope.filter, days: lateDaysNow(world), classId }, plan: null };
    }
    case "late": {
      const { entries, unmanned, notJoined: invited } = await store.caseloads.owedPlans(care, lateDaysNow(world), null);
      // They are late too, and are counted where all are: who is passed over is said. Of an area they are not told apart.
      const notJoined = scope.area === undefined ? unmanned + invited : 0;
      return { part: { ofPlans: entries.flat() }, plan: null, notJoined };
    }
  }
}

/** What was told of for those who have not joined: nobody can be written to, and a class or a place has these plans all the same. */
async function untendedIn({ store }: World, care: Care, part: ScopePart, known: number[]): Promise<PlanCase[]> {
  const where = "classId" in part && !("filter" in part) ? [part.classId] : "placeCode" in part ? part : null;
  const plans = where === null ? [] : await store.caseloads.plansOf(care, { untendedIn: where });
  return plans.filter(({ libraryId }) => !known.includes(libraryId));
}

/** Who is meant by plans for which nobody acts: they count among those who are concerned. */
export function invitedIn(plans: readonly PlanCase[]): number {
  return new Set(plans.flatMap(({ rosterRowIds }) => rosterRowIds)).size;
}

/** Nobody is acted on who has not joined; of an area they are not told apart by place here. */
async function notJoinedIn({ store }: World, care: Care, scope: Scope, part: ScopePart): Promise<number> {
  if (areaOf(scope) !== undefined) return 0;
  const isCounted = "classId" in part || "placeCode" in part || "filter" in part;
  return isCounted ? store.scopes.countNotJoined(care, part) : 0;
}
