// The photos and documents of a report, for those who may see it.
import type { Actor } from "../../domain/people/person.js";
import type { Evidence } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import { findReport } from "./find-report.js";

/** Null when there is no such report, or it is not theirs to see. */
export async function findEvidence(world: World, actor: Actor, number: string): Promise<Evidence[] | null> {
  const report = await findReport(world, actor, number);
  return report === null ? null : world.store.reports.evidenceOf(report.id, null);
}
