// A trainer has spoken to somebody outside the bot: the follow-up is dealt with, and alerts rest.

import { REST_DAYS } from "../../../domain/caseload/follow-up.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { holdCase } from "./find-case.js";
import { plansAtHand } from "./plans-at-hand.js";

export const CONTACT_WAYS = ["telephoned", "visited", "wrote"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export interface RecordContactInput {
  planId: number;
  way: ContactWay;
  note: string | null;
  updateId: number;
  saidAt: Date;
}

export type RecordContactOutcome =
  | { kind: "recorded"; plan: PlanCase; restUntil: Day }
  | { kind: "not_yours" | "gone" };

/** Twice is once: an update records one contact. */
export async function recordContact(
  world: World,
  actor: KnownActor,
  { planId, way, note, updateId, saidAt }: RecordContactInput,
): Promise<RecordContactOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const found = await holdCase(store, actor, planId);
    if (found.kind !== "found") return found;
    const { plan } = found;
    const today = dayIn(plan.zone, saidAt);
    const restUntil = addDays(today, REST_DAYS);
    const trainerId = actor.person.id;
    for (const { planId, dueOn } of await plansAtHand(store, plan, today)) {
      // The contact is a row of its own, also where nothing was owed yet: it says when somebody was last spoken to.
      const key = `contact:${planId}:${updateId}`;
      const isNew = await store.followUps.raise([{ key, planId, trainerId, reason: "overdue", dueOn }], now);
      if (!isNew.has(key)) continue;
      // What was talked over needs no answer in writing any more.
      for (const threadId of await store.followUps.helpThreadsOf(planId)) await store.threads.markAnswered(threadId);
      await store.followUps.resolveOfPlan(planId, { resolution: "contacted", byId: trainerId, note, restUntil }, now);
      const subject = `plan:${planId}`;
      await store.audit.record({ actorId: trainerId, action: "contact.record", subject, details: { way } }, now);
    }
    return { kind: "recorded", plan, restUntil };
  });
}
