// Keeps a photo or document that somebody sent about a plan; the report it belongs to may not be written yet.

import type { KnownActor } from "../../domain/people/person.js";
import { type EvidenceFault, evidenceFault } from "../../domain/reports/evidence.js";
import type { NewEvidence } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import { whoFillsIn } from "../plans/who-fills-in.js";

export type KeepEvidenceOutcome =
  | { kind: "kept"; evidenceId: number }
  /** It belongs to a report already. */
  | { kind: "known" }
  | { kind: "refused"; fault: EvidenceFault }
  | { kind: "not_yours" };

/** Twice is once: a plan has each file one time. The bytes are copied later (copy-evidence.ts), so a weak signal keeps nobody. */
export async function keepEvidence(
  world: World,
  actor: KnownActor,
  { planId, file }: { planId: number; file: NewEvidence },
): Promise<KeepEvidenceOutcome> {
  const fault = evidenceFault(file);
  if (fault !== null) return { kind: "refused", fault };
  const plan = await world.store.plans.find(planId);
  if (plan === null) return { kind: "not_yours" };
  if ((await whoFillsIn(world, actor, plan)) === null) return { kind: "not_yours" };
  const evidenceId = await world.store.reports.keepEvidence(planId, actor.person.id, file, world.clock.now());
  return evidenceId === null ? { kind: "known" } : { kind: "kept", evidenceId };
}
