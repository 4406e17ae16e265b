// One plan, for somebody who may follow it up; a friendly no for everybody else.

import { mayFollowUp } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { type Access, access, type Look } from "../../access.js";

export type FoundCase = Access<{ plan: PlanCase }>;

/** Ids come from buttons, which anybody can keep or forge: who may is asked anew each time. */
export function findCase(
  world: World,
  actor: KnownActor,
  planId: number,
  look: Look["action"] | null = null,
): Promise<FoundCase> {
  return access(world, actor, {
    async find() {
      const isId = Number.isSafeInteger(planId);
      const [plan] = isId ? await world.store.caseloads.plansOf(null, { planIds: [planId] }) : [];
      return plan === undefined ? null : { plan };
    },
    may: ({ plan }) => mayFollowUp(actor, plan),
    look: ({ plan }) => (look === null ? null : { action: look, subject: `plan:${plan.planId}` }),
  });
}
