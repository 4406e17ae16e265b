// Where the programme stands, in numbers: what each of them counts. Screens, pictures, files and the weekly message have no others.

import { DIAGNOSES, type Diagnosis, type PersonStanding, STANDINGS } from "../caseload/diagnosis.js";
import { percentOf, shareOf } from "../numbers/percent.js";
import { type AreaLight, PLAN_TYPES, type PlanType } from "../plans/work-plan.js";

/**
 * Of everybody on a roster or in a class; the standings add up to `people`. late: one of their plans is. with_province, new_with_province:
 * as domain/caseload/with-province.ts says.
 */
export type PeopleNumbers = Record<
  "people" | "joined" | "late" | "with_province" | "new_with_province" | PersonStanding,
  number
>;

export const PLAN_NUMBERS = ["plans", "written", "reported", "reviewed", "done", "late"] as const;
export type PlanNumber = (typeof PLAN_NUMBERS)[number];

/**
 * Of the work plans that libraries are asked for. written: told in words or as a photo. reported: with a report. reviewed: a trainer has
 * judged the latest report. late: as isOverdue(), today in the class's zone.
 */
export type PlanNumbers = Record<PlanNumber, number>;

export interface Numbers {
  people: PeopleNumbers;
  plans: Record<PlanType, PlanNumbers>;
}

const NO_PLANS: PlanNumbers = { plans: 0, written: 0, reported: 0, reviewed: 0, done: 0, late: 0 };

export function noNumbers(): Numbers {
  const standings = Object.fromEntries(STANDINGS.map((one) => [one, 0])) as Record<PersonStanding, number>;
  return {
    people: { people: 0, joined: 0, late: 0, with_province: 0, new_with_province: 0, ...standings },
    plans: {
      information_services: { ...NO_PLANS },
      community_engagement: { ...NO_PLANS },
      advocacy: { ...NO_PLANS },
    },
  };
}

export function sumOf(all: readonly Numbers[]): Numbers {
  const sum = noNumbers();
  for (const { people, plans } of all) {
    addTo(sum.people, people);
    for (const type of PLAN_TYPES) addTo(sum.plans[type], plans[type]);
  }
  return sum;
}

function addTo<Name extends string>(sum: Record<Name, number>, more: Record<Name, number>): void {
  // A week that was kept before a number was thought of has none of it.
  for (const name of Object.keys(sum) as Name[]) sum[name] += more[name] ?? 0;
}

/** The three kinds of plan together. */
export function allPlans({ plans }: Numbers): PlanNumbers {
  const sum = { ...NO_PLANS };
  for (const type of PLAN_TYPES) addTo(sum, plans[type]);
  return sum;
}

/** These wait for nobody: they are done, on their way, pause, or it is the trainer's turn. */
const WELL: readonly PersonStanding[] = ["finished", "on_course", "paused", "awaiting_review"];

/** How many people are well on their way. */
export function wellOf({ people }: Numbers): number {
  return WELL.reduce((sum, standing) => sum + people[standing], 0);
}

/** From so many in a hundred on; below the second it is red. */
export const GREEN_FROM = 75;
export const YELLOW_FROM = 50;

/** The light of an area: how many of its people are well on their way. Null where nobody is. */
export function lightOfArea(numbers: Numbers): AreaLight | null {
  const percent = percentOf(wellOf(numbers), numbers.people.people);
  if (percent === null) return null;
  return percent >= GREEN_FROM ? "green" : percent >= YELLOW_FROM ? "yellow" : "red";
}

/** Why people need help, the most common cause first: what waits for a trainer, or for its day, is none. */
export function causesIn({ people }: Numbers): readonly Diagnosis[] {
  return DIAGNOSES.filter((cause) => people[cause] > 0 && !WELL.includes(cause)).sort((a, b) => people[b] - people[a]);
}

/** Those that need help most first; those with nobody last. Equals stay in the order given. */
export function worstFirst<Of extends { numbers: Numbers }>(areas: readonly Of[]): Of[] {
  const well = ({ numbers }: Of) => shareOf(wellOf(numbers), numbers.people.people) ?? 2;
  return [...areas].sort((a, b) => well(a) - well(b));
}
