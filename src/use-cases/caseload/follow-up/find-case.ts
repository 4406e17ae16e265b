// One plan, for somebody who may follow it up; a friendly no for everybody else.

import { mayFollowUp } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store } from "../../../ports.js";
import { readHolding } from "../../posting.js";

export type FoundCase = { kind: "found"; plan: PlanCase } | { kind: "not_yours" } | { kind: "gone" };

/** Ids come from buttons, which anybody can keep or forge: who may is asked anew each time. */
export async function findCase(store: Store, actor: KnownActor, planId: number): Promise<FoundCase> {
  const [plan] = Number.isSafeInteger(planId) ? await store.caseloads.plansOf(null, { planIds: [planId] }) : [];
  if (plan === undefined) return { kind: "gone" };
  return mayFollowUp(actor, plan) ? { kind: "found", plan } : { kind: "not_yours" };
}

/**
 * The same with everybody in it held, for those who write or post something about them. Gone where the last of them was erased in
 * between: what is about to be noted is about somebody who wished to be forgotten.
 */
export async function holdCase(store: Store, actor: KnownActor, planId: number): Promise<FoundCase> {
  const seen = await findCase(store, actor, planId);
  if (seen.kind !== "found") return seen;
  const peopleIn = (found: FoundCase) => (found.kind === "found" ? [actor.person.id, ...found.plan.personIds] : []);
  const erased = await store.people.hold(peopleIn(seen));
  if (erased.size === 0) return seen;
  const found = await readHolding(store, () => findCase(store, actor, planId), peopleIn);
  return found.kind === "found" && found.plan.personIds.length === 0 ? { kind: "gone" } : found;
}
