// The late plans that somebody is to deal with now, most urgent first: what the alert shows, at any time.
import { dayIn } from "../../domain/calendar.js";
import { isOverdue } from "../../domain/deadline.js";
import { isAtRest, needsTrainer } from "../../domain/follow-up.js";
import { type Care, careOf } from "../../domain/permissions.js";
import type { KnownActor } from "../../domain/person.js";
import { byUrgency, type Ranked } from "../../domain/urgency.js";
import type { Store, World } from "../../ports.js";
import { type CaseFacts, factsOfCase } from "./facts-of-case.js";

export interface OverdueList {
  items: Ranked<CaseFacts>[];
  /** Late since a day or so: the participant was asked, the trainer need not act yet. */
  askedOnly: number;
  /** Somebody has acted or reported: not listed for some days. */
  resting: number;
}

export async function listOverdue(world: World, actor: KnownActor): Promise<OverdueList> {
  return overdueOf(world, world.store, careOf(actor));
}

/** The same for whoever cares, inside a transaction: the alert is made from it. */
export async function overdueOf({ clock, settings }: World, store: Store, care: Care): Promise<OverdueList> {
  const now = clock.now();
  // The latest day there is anywhere in the country; each plan is then judged by its own class's day.
  const plans = await store.caseloads.plansOf(care, { dueBefore: dayIn("Asia/Jayapura", now) });
  const today = ({ zone }: CaseFacts) => dayIn(zone, now);
  const late = plans.map(factsOfCase).filter((plan) => isOverdue(plan.state, plan.dueOn, today(plan)));
  const items = late.filter((plan) => needsTrainer(plan, today(plan), settings.rest));
  const resting = late.filter((plan) => isAtRest(plan, today(plan))).length;
  return { items: byUrgency(items, today), askedOnly: late.length - items.length - resting, resting };
}
