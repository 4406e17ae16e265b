// A trainer's page of the day: what changed since the last one, and who needs them most.

import { isOverdue } from "../plans/deadline.js";
import { type Day, dayIn } from "../time/calendar.js";
import type { RestDays } from "../time/working-hours.js";
import type { Zone } from "../time/zone.js";
import { entriesOf } from "./case-entry.js";
import { type Lateness, latenessOf } from "./follow-up.js";
import { byUrgency, type Ranked, type UrgencyFacts } from "./urgency.js";

/** The first summary has none before it to begin at: it tells of one day. */
const FIRST_SPAN_HOURS = 24;

/** Five names are read; a longer list is put off (T06). The rest stands behind a button. */
export const MOST_IN_NEED = 5;

/** However full the day was. */
export const FEWEST_IN_NEED = 3;
/** Beside those who need the trainer most. Fewer, where with so many the page would not be read at a glance. */
export const MOST_NEWS = 10;

/** In characters: read on a small phone without scrolling (P37). */
export const READABLE = 700;

export interface SummaryPlan extends UrgencyFacts {
  libraryId: number;
  /** Those who act for the library; where nobody does, those who were invited for it and have not joined. */
  personIds: readonly number[];
  rosterRowIds: readonly number[];
  zone: Zone;
}

/** People, by what is most the trainer's turn of all that is late of theirs. */
export type LateCounts = Record<Exclude<Lateness, "in_time">, number>;

/** What waits for an answer, and since when the oldest of it does. */
export interface Waiting {
  help: { count: number; since: Day | null };
  /** `inbox`: with pleas for help that were written, as the page behind the button and the menu count. */
  questions: { count: number; since: Day | null; inbox: number };
  /** People who wait to be let into a library; `classes`: theirs, where the oldest waits first. */
  admissions: { count: number; since: Day | null; classes: readonly { id: number; name: string; count: number }[] };
}

/** What is not told by a plan. */
export type WaitingBeside = Omit<Waiting, "help">;

export const NONE_BESIDE: WaitingBeside = {
  questions: { count: 0, since: null, inbox: 0 },
  admissions: { count: 0, since: null, classes: [] },
};

export interface Picture<P, E> {
  events: readonly E[];
  /** How many people have late plans now, by whose turn it is, and of how many one became late in the span. */
  late: LateCounts;
  newlyOverdue: number;
  waiting: Waiting;
  /** Each library once, with its most urgent plan; the most urgent first. */
  inNeed: Ranked<P>[];
}

/** `plans`: those that are not done; `events`: what happened in the span. */
export function pictureOf<P extends SummaryPlan, E>(
  plans: readonly P[],
  events: readonly E[],
  span: { fromAt: Date; toAt: Date },
  rest: RestDays,
  beside: WaitingBeside = NONE_BESIDE,
): Picture<P, E> {
  const dayAtEnd = daysByZone(span.toAt);
  const dayAtBegin = daysByZone(span.fromAt);
  const overdue = plans.filter((plan) => isOverdue(plan.state, plan.dueOn, dayAtEnd(plan.zone)));
  const wasOverdue = (plan: P) => isOverdue(plan.state, plan.dueOn, dayAtBegin(plan.zone));
  return {
    events,
    late: lateCounts(overdue, ({ zone }) => dayAtEnd(zone), rest),
    newlyOverdue: countPeople(overdue.filter((plan) => !wasOverdue(plan))),
    waiting: { help: helpOf(plans), ...beside },
    inNeed: oncePerLibrary(byUrgency(plans, ({ zone }) => dayAtEnd(zone), rest)),
  };
}

function helpOf(plans: readonly (UrgencyFacts & ActedFor)[]): Waiting["help"] {
  const asking = plans.filter(({ state, helpSince }) => state !== "done" && helpSince !== null);
  const since = asking.flatMap(({ helpSince }) => helpSince ?? []).sort();
  return { count: countPeople(asking), since: since[0] ?? null };
}

export type ActedFor = Pick<SummaryPlan, "libraryId" | "personIds" | "rosterRowIds">;

/**
 * Lists have a name for each of them, so numbers count them too, and not their plans. Where nobody acts for a library and nobody was invited
 * for it, it stands for one.
 */
export function whoIsMeant({ libraryId, personIds, rosterRowIds }: ActedFor): string[] {
  if (personIds.length > 0) return personIds.map((id) => `person ${id}`);
  return rosterRowIds.length > 0 ? rosterRowIds.map((id) => `invited ${id}`) : [`library ${libraryId}`];
}

export function countPeople(plans: readonly ActedFor[]): number {
  return new Set(plans.flatMap(whoIsMeant)).size;
}

/** Whose turn it is, the trainer's first: somebody is counted once. */
const TURNS = ["owed", "asked", "resting"] as const satisfies readonly (keyof LateCounts)[];

/** storage/caseload/owed-plans.ts says the same in SQL. */
export function lateCounts<P extends UrgencyFacts & ActedFor>(
  plans: readonly P[],
  today: (plan: P) => Day,
  rest: RestDays,
): LateCounts {
  const turnOf = new Map<string, number>();
  for (const plan of plans) {
    const lateness = latenessOf(plan, today(plan), rest);
    if (lateness === "in_time") continue;
    const turn = TURNS.indexOf(lateness);
    for (const who of whoIsMeant(plan)) turnOf.set(who, Math.min(turn, turnOf.get(who) ?? turn));
  }
  const counts: LateCounts = { owed: 0, asked: 0, resting: 0 };
  for (const turn of turnOf.values()) counts[TURNS[turn] as keyof LateCounts] += 1;
  return counts;
}

/**
 * Whether anything happened since the last one. Who waits for an answer or has been late for days was told when it began and by the
 * morning, and is no news again each evening. `newlyUnreviewed`: reports that have waited too long for a review since then; nothing else would tell of them.
 */
export function isWorthSending({
  events,
  newlyOverdue,
  newlyUnreviewed,
}: Pick<Picture<unknown, unknown>, "events" | "newlyOverdue"> & { newlyUnreviewed: number }): boolean {
  return events.length > 0 || newlyOverdue > 0 || newlyUnreviewed > 0;
}

/** From where the last one ended; the first looks back one day. */
export function spanSince(lastToAt: Date | null, now: Date): { fromAt: Date; toAt: Date } {
  const fromAt = lastToAt ?? new Date(now.getTime() - FIRST_SPAN_HOURS * 3_600_000);
  return { fromAt, toAt: now };
}

/** The local day of one instant, worked out once a zone: a summary asks for it for every plan there is. */
function daysByZone(instant: Date): (zone: Zone) => Day {
  const days = new Map<Zone, Day>();
  return (zone) => {
    const day = days.get(zone) ?? dayIn(zone, instant);
    days.set(zone, day);
    return day;
  };
}

function oncePerLibrary<P extends SummaryPlan>(ranked: Ranked<P>[]): Ranked<P>[] {
  return entriesOf(ranked, ({ libraryId }) => libraryId).map(([first]) => first);
}
