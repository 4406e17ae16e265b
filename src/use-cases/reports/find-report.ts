// The report behind a number, for those who may see it; to anybody else it is as if there were none.
import { mayCarryOut, maySeeReport } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

export async function findReport(world: World, actor: Actor, number: string): Promise<ProgressReport | null> {
  const report = await world.store.reports.findByNumber(number);
  if (report === null) return null;
  const managers = (await world.store.plans.managersOf([report.libraryId])).map(({ person }) => person);
  if (!maySeeReport(actor, report, managers)) return null;
  // Colleagues of the library look at what is theirs.
  if (!mayCarryOut(actor, managers)) {
    const look = { action: "report.view" as const, subject: `plan:${report.planId}`, details: { number } };
    await noteLook(world, actor, look);
  }
  return report;
}
