// One plan, for somebody who may follow it up; a friendly no for everybody else.

import { mayFollowUp } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store } from "../../../ports.js";

export type FoundCase = { kind: "found"; plan: PlanCase } | { kind: "not_yours" } | { kind: "gone" };

/** Ids come from buttons, which anybody can keep or forge: who may is asked anew each time. */
export async function findCase(store: Store, actor: KnownActor, planId: number): Promise<FoundCase> {
  const [plan] = Number.isSafeInteger(planId) ? await store.caseloads.plansOf(null, { planIds: [planId] }) : [];
  if (plan === undefined) return { kind: "gone" };
  return mayFollowUp(actor, plan) ? { kind: "found", plan } : { kind: "not_yours" };
}
