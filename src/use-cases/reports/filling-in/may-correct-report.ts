// Whether somebody may correct a report now: it is about a plan of theirs, or of a library they stand in for, and nothing newer is.
import { type Actor, isKnown } from "../../../domain/people/person.js";
import { canBeChanged } from "../../../domain/reports/changing-a-report.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { World } from "../../../ports.js";
import { ownPlans } from "../../plans/own-plans.js";
import { planToFillIn } from "../../plans/plan-to-fill-in.js";

export async function mayCorrectReport(world: World, actor: Actor, report: ProgressReport): Promise<boolean> {
  const isOwn = (await ownPlans(world, actor)).some(({ id }) => id === report.planId);
  if (!isOwn && !(await standsIn(world, actor, report.planId))) return false;
  const latest = await world.store.reports.latestOf(report.planId);
  return canBeChanged(report, latest?.id ?? null);
}

async function standsIn(world: World, actor: Actor, planId: number): Promise<boolean> {
  if (!isKnown(actor)) return false;
  const found = await planToFillIn(world, actor, planId);
  return found.kind === "found" && found.standsIn;
}
