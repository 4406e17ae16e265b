// A plan, or all that is late of its library, is looked at by somebody who may follow it up: its page, or how to reach its people.

import type { KnownActor } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { type Access, noteLook } from "../../access.js";
import { type FoundCase, findCase } from "./find-case.js";
import { plansAtHand } from "./plans-at-hand.js";

export function openCase(world: World, actor: KnownActor, planId: number): Promise<FoundCase> {
  return findCase(world, actor, planId, "plan.view");
}

export type FoundCases = Access<{ plans: PlanCase[] }>;

/** The plan and all else of its library that is late, each looked at. */
export async function openCases(world: World, actor: KnownActor, planId: number): Promise<FoundCases> {
  const found = await findCase(world, actor, planId);
  if (found.kind !== "found") return found;
  const today = dayIn(found.plan.zone, world.clock.now());
  const plans = await plansAtHand(world.store, found.plan, today);
  for (const plan of plans) {
    await noteLook(world, actor, { action: "plan.view", subject: `plan:${plan.planId}` });
  }
  return { kind: "found", plans };
}

export type FoundContacts = Access<{ planId: number; people: { name: string; phone: string | null }[] }>;

/** The phone numbers of those who manage the plan's library; where nobody does, of those who were invited for it. */
export async function findContacts(world: World, actor: KnownActor, planId: number): Promise<FoundContacts> {
  const found = await findCase(world, actor, planId, "contact.view");
  if (found.kind !== "found") return found;
  const { personIds, rosterRowIds } = found.plan;
  const { people, caseloads } = world.store;
  const managers = (await Promise.all(personIds.map((id) => people.find(id)))).filter((person) => person !== null);
  const invited = rosterRowIds.length === 0 ? [] : await caseloads.peopleOf(null, { rosterRowIds });
  return { kind: "found", planId, people: [...managers, ...invited] };
}
