// What becomes of a message of a trainer for each of some people: who gets it now, who later, who not and why. Before it is sent and
// after: the same rule.

import { GRACE_MILLISECONDS } from "../../../domain/caseload/care-act.js";
import { budgetFactsOf, budgetLooksBackTo, DEFAULT_BUDGET, hasRoom } from "../../../domain/messages/message-budget.js";
import { type OptOut, POST_KINDS, type PostKind } from "../../../domain/messages/post-kind.js";
import { isPaused } from "../../../domain/people/pause.js";
import type { Person } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { isWorkingInstant } from "../../../domain/time/working-hours.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { World } from "../../../ports.js";

/** now: in a minute · hours: in their working hours · budget: on their next day with room for a message · after_pause: when they are back. What follows says why not. */
export const FATES = [
  ...(["now", "hours", "budget", "after_pause"] as const),
  ...(["already_today", "nothing_open", "paused", "opted_out", "blocked", "gone", "no_account", "erased"] as const),
] as const;
export type Fate = (typeof FATES)[number];

/** not_joined: on the rosters of it, and not here yet. */
export type FateCounts = Partial<Record<Fate | "not_joined", number>>;

const POSTED: readonly Fate[] = ["now", "hours", "budget", "after_pause"];
export const isPosted = (fate: Fate): boolean => POSTED.includes(fate);

/** How many get it, now or later. */
export function countPosted(counts: FateCounts): number {
  return POSTED.reduce((sum, fate) => sum + (counts[fate] ?? 0), 0);
}

/** When the messages of an act leave at the earliest. */
export function leavesAt({ clock }: Pick<World, "clock">): Date {
  return new Date(clock.now().getTime() + GRACE_MILLISECONDS);
}

/** By person. `keyOf`: under which key it would be posted; one that is there already is not posted again. */
export async function fatesOf(
  world: World,
  { kind, people, keyOf }: { kind: PostKind; people: readonly Person[]; keyOf: (person: Person) => string },
): Promise<Map<number, Fate>> {
  const { store } = world;
  const now = world.clock.now();
  const fates = new Map<number, Fate>();
  const open: (Person & { zone: Zone })[] = [];
  const known = await store.outbox.knownKeys(people.map(keyOf));
  for (const person of people) {
    const { zone } = person;
    const not = reasonAgainst(kind, person, now) ?? (known.has(keyOf(person)) ? ("already_today" as const) : null);
    if (not !== null) fates.set(person.id, not);
    else if (zone === null) fates.set(person.id, "no_account");
    else open.push({ ...person, zone });
  }
  if (open.length === 0) return fates;
  const { rest, budget = DEFAULT_BUDGET } = world.settings;
  const at = leavesAt(world);
  const pausing = new Set(open.filter((person) => isPaused(person, now)).map(({ id }) => id));
  const since = new Date(Math.min(...open.map(({ zone }) => budgetLooksBackTo(zone, now).getTime())));
  const spending = await store.outbox.spendingOfMany(
    open.map(({ id }) => id),
    since,
    now,
  );
  for (const { id, zone } of open) {
    const facts = budgetFactsOf(spending.get(id) ?? { spent: [], classes: [] }, zone, rest);
    if (pausing.has(id)) fates.set(id, "after_pause");
    else if (!isWorkingInstant(zone, at, rest)) fates.set(id, "hours");
    else fates.set(id, hasRoom(dayIn(zone, at), facts, budget) ? "now" : "budget");
  }
  return fates;
}

function reasonAgainst(kind: PostKind, person: Person, now: Date): Fate | null {
  const { optOut } = POST_KINDS[kind];
  if (person.telegramId === null) return "no_account";
  if (person.unreachableCause !== null) return person.unreachableCause;
  if (optOut !== "none" && person.optedOut.includes(optOut as OptOut)) return "opted_out";
  // A reminder has no point then; a trainer's own words wait until they are back.
  return POST_KINDS[kind].onPause === "drops" && isPaused(person, now) ? "paused" : null;
}

/** `notJoined`: of a scope from which nobody was chosen. */
export function countFates(fates: Iterable<Fate>, notJoined: number): FateCounts {
  const counts: FateCounts = notJoined > 0 ? { not_joined: notJoined } : {};
  for (const fate of fates) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}
