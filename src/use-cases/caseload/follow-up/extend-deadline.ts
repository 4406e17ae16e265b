// A trainer gives a plan more time: one new effective day, and nothing that waits speaks of the old one.

import type { KnownActor } from "../../../domain/people/person.js";
import { effectiveDeadline } from "../../../domain/plans/deadline.js";
import { type Day, dayIn } from "../../../domain/time/calendar.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store, World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { endReminders } from "../../plans/end-reminders.js";
import { postTo } from "../../posting.js";
import { holdCase } from "./find-case.js";

export interface ExtendDeadlineInput {
  planId: number;
  until: Day;
  reason: string;
  updateId: number;
  saidAt: Date;
}

export type ExtendDeadlineOutcome =
  | { kind: "extended"; plan: PlanCase; from: Day; until: Day }
  /** The day is not after the one in force, or past already. */
  | { kind: "not_later"; dueOn: Day }
  | { kind: "not_yours" | "gone" };

/** Twice is once: an update extends one time. */
export async function extendDeadline(
  world: World,
  actor: KnownActor,
  { saidAt, ...input }: ExtendDeadlineInput,
): Promise<ExtendDeadlineOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await holdCase(store, actor, input.planId);
    if (found.kind !== "found") return found;
    const facts = await store.deadlines.factsOf(input.planId);
    if (facts === null) return { kind: "gone" };
    const { plan } = found;
    const extension = { ...input, byId: actor.person.id };
    if (facts.extensions.includes(input.until) && facts.dueOn === input.until) {
      return { kind: "extended", plan, from: facts.dueOn, until: input.until };
    }
    if (input.until <= facts.dueOn || input.until < dayIn(plan.zone, saidAt)) {
      return { kind: "not_later", dueOn: facts.dueOn };
    }
    if (await store.deadlines.addExtension(extension, now)) {
      const until = effectiveDeadline(facts.classDueOn, [...facts.extensions, input.until]);
      await store.deadlines.setDueOn(plan.planId, until);
      await letGo(store, actor, plan, input.reason, now);
      await tell(inside, actor, plan, until);
    }
    return { kind: "extended", plan, from: facts.dueOn, until: input.until };
  });
}

/** What was owed or waits to be said because of the old day has lost its point. A plea for help stays open. */
async function letGo(store: Store, actor: KnownActor, plan: PlanCase, reason: string, now: Date): Promise<void> {
  const byId = actor.person.id;
  const how = { resolution: "extended" as const, byId, note: reason, reasons: ["overdue" as const] };
  await store.followUps.resolveOfPlan(plan.planId, how, now);
  await endReminders(store, plan.planId, "extended", now);
  await store.audit.record({ actorId: byId, action: "deadline.extend", subject: `plan:${plan.planId}` }, now);
}

async function tell(inside: World, actor: KnownActor, plan: PlanCase, until: Day): Promise<void> {
  const people = await Promise.all(plan.personIds.map((id) => inside.store.people.find(id)));
  const wishes = people.flatMap((to) => {
    if (to === null || to.id === actor.person.id) return [];
    const data = { name: to.name, trainer: actor.person.name, type: plan.type, until };
    return [
      {
        key: `extended:${plan.planId}:${until}:${to.id}`,
        kind: "deadline_change" as const,
        to,
        names: [actor.person.id],
        say: (texts: Texts) => texts.followUp.deadlineMoved(data),
      },
    ];
  });
  await postTo(inside, wishes);
}
