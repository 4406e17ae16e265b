// A part of an album that comes when the others have gone into a report, or with a plan: it goes there too.

import type { KnownActor } from "../../domain/people/person.js";
import type { EvidenceFault } from "../../domain/reports/evidence.js";
import type { NewEvidence } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import { keepEvidence } from "./keep-evidence.js";

export type AddLateFileOutcome =
  /** `number`: of the report; null where it went with a plan. */
  | { kind: "added"; number: string | null }
  | { kind: "refused"; fault: EvidenceFault }
  /** Nothing was kept of this album. */
  | { kind: "none" };

/** Twice is once. */
export async function addLateFile(
  world: World,
  actor: KnownActor,
  { file, albumId }: { file: NewEvidence; albumId: string },
): Promise<AddLateFileOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    // Kept already, this file itself shows only that its update was handled before, and not to its end.
    const album = await store.reports.ofAlbum(actor.person.id, { albumId, fileUniqueId: file.fileUniqueId });
    if (album === null) return { kind: "none" };
    const { planId, number } = album;
    await store.plans.lock(planId);
    const kept = await keepEvidence(inside, actor, { planId, file });
    if (kept.kind === "not_yours") return { kind: "none" };
    if (kept.kind === "refused") return kept;
    const report = number === null ? null : await store.reports.findByNumber(number);
    if (kept.kind === "kept" && report !== null) {
      await store.reports.attachEvidence(planId, [kept.evidenceId], report.id);
    }
    return { kind: "added", number };
  });
}
