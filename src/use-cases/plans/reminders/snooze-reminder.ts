// "Later": somebody puts off the reminder that a message brought, to a moment they chose.

import type { KnownActor } from "../../../domain/people/person.js";
import {
  canSnoozeUntil,
  lastDayToSnooze,
  MOST_SNOOZES,
  type SnoozeChoice,
  snoozeChoices,
} from "../../../domain/plans/snooze.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { Store, World } from "../../../ports.js";

export interface SnoozeReminderInput {
  /** The message whose button was pressed. */
  messageId: number;
  until: Date;
  saidAt: Date;
}

export type SnoozeReminderOutcome =
  /** `left`: how often it can still be put off. */
  | { kind: "snoozed"; until: Date; left: number }
  /** This message was put off before: that stands. */
  | { kind: "snoozed_before"; until: Date }
  /** As often as it can be; its trainer sees it. */
  | { kind: "enough" }
  /** Everything it was about has been answered, or is somebody else's now. */
  | { kind: "nothing_left" }
  /** The moment was past when it was pressed, or one at which nobody is to be disturbed; or it lies beyond the day on which a plan is due. */
  | { kind: "not_then" | "beyond_due" };

/** Twice is once: a message is put off one time, by whichever of its buttons. */
export async function snoozeReminder(
  world: World,
  actor: KnownActor,
  { messageId, until, saidAt }: SnoozeReminderInput,
): Promise<SnoozeReminderOutcome> {
  const now = world.clock.now();
  const { person } = actor;
  return world.transaction(async ({ store }) => {
    const open = await openPlansOf(store, actor, messageId);
    const before = await store.snoozes.find(person.id, messageId);
    if (before !== null) return { kind: "snoozed_before", until: before.until };
    const [first] = open;
    if (first === undefined) return { kind: "nothing_left" };
    const zone = person.zone ?? first.trainingClass.zone;
    const lastDay = lastDayToSnooze(open, dayIn(zone, saidAt));
    if (lastDay !== null && dayIn(zone, until) > lastDay) return { kind: "beyond_due" };
    if (!canSnoozeUntil({ zone, rest: world.settings.rest, lastDay }, until, saidAt)) return { kind: "not_then" };
    const counts = await snoozeCounts(store, open);
    const planIds = open.map(({ id }) => id).filter((id) => mayStillSnooze(counts, id, person.id));
    if (planIds.length === 0) return { kind: "enough" };
    await store.snoozes.add({ personId: person.id, messageId, planIds, until }, now);
    const most = Math.max(...planIds.map((id) => countOf(counts, id, person.id)));
    return { kind: "snoozed", until, left: MOST_SNOOZES - most - 1 };
  });
}

/** The moments to which the reminder behind a message can be put off now; none where its last day is over. */
export async function snoozeMoments(
  world: World,
  actor: KnownActor,
  { messageId, zone }: { messageId: number; zone: Zone },
): Promise<SnoozeChoice[]> {
  const now = world.clock.now();
  const open = await openPlans(world.store, actor, messageId);
  return snoozeChoices(zone, now, world.settings.rest, lastDayToSnooze(open, dayIn(zone, now)));
}

/**
 * What the message was about and is still to be answered. Locked, so that two presses at once are one after the other, in the
 * order in which every report locks them.
 */
async function openPlansOf(store: Store, actor: KnownActor, messageId: number): Promise<WorkPlan[]> {
  const mine = await store.plans.ofPerson(actor.person.id);
  const firstOfLibrary = new Map(mine.map(({ libraryId, id }) => [libraryId, id]));
  for (const id of [...firstOfLibrary.values()].sort((a, b) => a - b)) await store.plans.lock(id);
  return openPlans(store, actor, messageId);
}

async function openPlans(store: Store, actor: KnownActor, messageId: number): Promise<WorkPlan[]> {
  const reminder = await store.snoozes.reminderBehind(actor.telegramId, messageId);
  return (await store.plans.ofPerson(actor.person.id)).filter(
    (plan) =>
      plan.state !== "done" &&
      // A message of which nobody knows whether it arrived has no number: then it is about all that is open.
      (reminder === null || (reminder.planIds.includes(plan.id) && !wasAnsweredSince(plan, reminder.sentAt))),
  );
}

/** Whether anybody of the library has said something about the plan since then: there is nothing to remind of. */
export function wasAnsweredSince({ lastReportAt, writtenAt }: WorkPlan, instant: Date): boolean {
  return [lastReportAt, writtenAt].some((at) => at !== null && at >= instant);
}

export type SnoozeCounts = ReadonlyMap<string, number>;

/** How often each of these plans was put off since the last word about it, by person. */
export async function snoozeCounts(store: Store, plans: readonly { id: number }[]): Promise<SnoozeCounts> {
  const counts = await store.snoozes.countsOf(plans.map(({ id }) => id));
  return new Map(counts.map(({ planId, personId, count }) => [`${planId} ${personId}`, count]));
}

export function mayStillSnooze(counts: SnoozeCounts, planId: number, personId: number): boolean {
  return countOf(counts, planId, personId) < MOST_SNOOZES;
}

function countOf(counts: SnoozeCounts, planId: number, personId: number): number {
  return counts.get(`${planId} ${personId}`) ?? 0;
}

/** What the outbox knows such a reminder by: the moment, not the message. Anyone who puts off two to the same morning is reminded of a plan once. */
export function snoozeSubject({ personId, until }: { personId: number; until: Date }, planId: number): string {
  return `snooze:${personId}:${until.getTime()}:${planId}`;
}
