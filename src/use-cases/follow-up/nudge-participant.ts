// A trainer nudges the people of one plan; says who got it, and why others did not.
import { addDays, type Day, dayIn } from "../../domain/calendar.js";
import { NUDGE_REST_DAYS } from "../../domain/follow-up.js";
import type { KnownActor, Person } from "../../domain/person.js";
import { isWorkingInstant } from "../../domain/working-hours.js";
import type { PlanCase } from "../../ports/caseloads.js";
import type { Store, World } from "../../ports.js";
import { postTo } from "../posting.js";
import { findCase } from "./find-case.js";

export interface NudgeResult {
  name: string;
  /** later: it leaves in their next working hours. Everything below is a reason for which nothing was sent. */
  outcome: "sent" | "later" | "no_account" | "blocked" | "gone" | "opted_out" | "already_today";
}

export type NudgeOutcome =
  | { kind: "nudged"; plan: PlanCase; results: NudgeResult[] }
  | { kind: "done_already"; plan: PlanCase }
  | { kind: "not_yours" | "gone" };

/** Once a plan, person and day, however often it is pressed. The follow-up then rests, so that they get time to answer. */
export async function nudgeParticipant(
  world: World,
  actor: KnownActor,
  input: { planId: number },
): Promise<NudgeOutcome> {
  return world.store.transaction(async (store) => {
    const found = await findCase(store, actor, input.planId);
    if (found.kind !== "found") return found;
    const { plan } = found;
    if (plan.state === "done") return { kind: "done_already", plan };
    const today = dayIn(plan.zone, world.clock.now());
    const results: NudgeResult[] = [];
    for (const id of plan.personIds) {
      const person = await store.people.find(id);
      if (person !== null)
        results.push({ name: person.name, outcome: await nudge(world, store, actor, plan, person, today) });
    }
    if (results.some(({ outcome }) => outcome === "sent" || outcome === "later")) {
      await store.followUps.restOfPlan(plan.planId, addDays(today, NUDGE_REST_DAYS));
    }
    return { kind: "nudged", plan, results };
  });
}

async function nudge(
  world: World,
  store: Store,
  actor: KnownActor,
  plan: PlanCase,
  to: Person,
  today: Day,
): Promise<NudgeResult["outcome"]> {
  if (to.telegramId === null || to.zone === null) return "no_account";
  if (to.unreachableCause !== null) return to.unreachableCause;
  if (to.optedOut.includes("reminders")) return "opted_out";
  const key = `nudge:${plan.planId}:${to.id}:${today}`;
  const posted = await postTo(store, world, [
    {
      key,
      kind: "nudge",
      to,
      say: (texts) => texts.followUp.nudge({ name: to.name, trainer: actor.person.name, ...plan }),
      subjects: [`plan:${plan.planId}`],
    },
  ]);
  if (posted === 0) return "already_today";
  return isWorkingInstant(to.zone, world.clock.now(), world.settings.rest) ? "sent" : "later";
}
