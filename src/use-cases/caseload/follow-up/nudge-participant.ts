// A trainer nudges the people of one plan; says who got it, and why others did not.

import { followUpsToRaise, NUDGE_REST_DAYS } from "../../../domain/caseload/follow-up.js";
import { action } from "../../../domain/messages/action.js";
import { budgetFactsOf, budgetLooksBackTo, DEFAULT_BUDGET, hasRoom } from "../../../domain/messages/message-budget.js";
import type { KnownActor, Person } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import { isWorkingInstant } from "../../../domain/time/working-hours.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store, World } from "../../../ports.js";
import { mayStillSnooze, snoozeCounts } from "../../plans/snooze-reminder.js";
import { postTo } from "../../posting.js";
import { factsOfCase } from "./facts-of-case.js";
import { holdCase } from "./find-case.js";
import { plansAtHand } from "./plans-at-hand.js";

export interface NudgeResult {
  name: string;
  /** later: it leaves on their next working day with room for a message. Everything below is a reason for which nothing was sent. */
  outcome: "sent" | "later" | "no_account" | "blocked" | "gone" | "opted_out" | "already_today";
}

export type NudgeOutcome =
  | { kind: "nudged"; plan: PlanCase; results: NudgeResult[] }
  | { kind: "done_already"; plan: PlanCase }
  | { kind: "not_yours" | "gone" };

/** Once a person and day, however often it is pressed. What it was about then rests, so that they get time to answer. */
export async function nudgeParticipant(
  world: World,
  actor: KnownActor,
  { planId, saidAt }: { planId: number; saidAt: Date },
): Promise<NudgeOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await holdCase(store, actor, planId);
    if (found.kind !== "found") return found;
    const { plan } = found;
    if (plan.state === "done") return { kind: "done_already", plan };
    const today = dayIn(plan.zone, saidAt);
    const plans = await plansAtHand(store, plan, today);
    const results: NudgeResult[] = [];
    for (const id of plan.personIds) {
      const person = await store.people.find(id);
      if (person === null) continue;
      results.push({ name: person.name, outcome: await nudge(inside, actor, { plans, to: person, saidAt }) });
    }
    if (results.some(({ outcome }) => outcome === "sent" || outcome === "later")) {
      // Raised here where the morning's job has not come by yet, so that there is something to rest.
      const owed = followUpsToRaise(plans.map(factsOfCase), today, world.settings.rest);
      await store.followUps.raise(
        owed.map((one) => ({ ...one, trainerId: actor.person.id, reason: "overdue" as const })),
        world.clock.now(),
      );
      const entry = { actorId: actor.person.id, action: "participant.nudge", subject: `plan:${planId}` };
      await store.audit.record(entry, world.clock.now());
      await letRest(store, actor, plans, today, world.clock.now());
    }
    return { kind: "nudged", plan, results };
  });
}

/** Also where nothing was owed yet: whoever was just nudged need not stay on top of a list. */
async function letRest(store: Store, actor: KnownActor, plans: PlanCase[], today: Day, now: Date): Promise<void> {
  const restUntil = addDays(today, NUDGE_REST_DAYS);
  const trainerId = actor.person.id;
  for (const { planId, dueOn } of plans) {
    if ((await store.followUps.restOfPlan(planId, restUntil)) > 0) continue;
    const dealtWith = { resolution: "noted" as const, byId: trainerId, restUntil };
    const key = `nudge:${planId}:${today}`;
    await store.followUps.raise([{ key, planId, trainerId, reason: "overdue", dueOn, dealtWith }], now);
  }
}

async function nudge(
  inside: World,
  actor: KnownActor,
  { plans, to, saidAt }: { plans: PlanCase[]; to: Person; saidAt: Date },
): Promise<NudgeResult["outcome"]> {
  if (to.telegramId === null || to.zone === null) return "no_account";
  if (to.unreachableCause !== null) return to.unreachableCause;
  if (to.optedOut.includes("reminders")) return "opted_out";
  const counts = await snoozeCounts(
    inside.store,
    plans.map(({ planId }) => ({ id: planId })),
  );
  const canSnooze = plans.some(({ planId }) => mayStillSnooze(counts, planId, to.id));
  const posted = await postTo(inside, [
    {
      // Once a day, whichever plan it was about and whoever pressed.
      key: `nudge:${to.id}:${dayIn(to.zone, saidAt)}`,
      kind: "nudge",
      to,
      names: [actor.person.id],
      say: (texts) => ({
        ...texts.followUp.nudge({ name: to.name, trainer: actor.person.name, plans }),
        buttons: [
          [{ label: texts.followUp.report, data: action("reports"), tone: "primary" }],
          ...(canSnooze ? [[{ label: texts.workPlans.snooze.later, data: action("snooze") }]] : []),
        ],
      }),
      subjects: plans.map(({ planId }) => `plan:${planId}`),
    },
  ]);
  if (posted === 0) return "already_today";
  return (await leavesNow(inside, to.id, to.zone)) ? "sent" : "later";
}

async function leavesNow({ clock, settings, store }: World, personId: number, zone: Zone): Promise<boolean> {
  const now = clock.now();
  const { rest, budget = DEFAULT_BUDGET } = settings;
  if (!isWorkingInstant(zone, now, rest)) return false;
  const spending = await store.outbox.spending(personId, budgetLooksBackTo(zone, now), now);
  return hasRoom(dayIn(zone, now), budgetFactsOf(spending, zone, rest), budget);
}
