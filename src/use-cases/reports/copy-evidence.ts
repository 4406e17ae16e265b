// Copies evidence from Telegram into our own storage, after the person has had their answer.
import type { World } from "../../ports.js";

/** At most so many a run: the next one goes on, and nothing else waits for it. */
const BATCH = 20;

/** Telegram names a file "temporarily unavailable" for good at times: after two days it is taken at that word no more. */
const PATIENCE_MILLISECONDS = 48 * 3_600_000;

/** In place of a path: there is no copy and there will be none. */
export const LOST = "lost";

export async function copyEvidence(world: World): Promise<{ copied: number; lost: number }> {
  const counts = { copied: 0, lost: 0 };
  for (const { id, fileId, receivedAt } of await world.store.reports.evidenceToCopy(BATCH)) {
    const kept = await world.files.keep(fileId);
    if (kept.kind === "kept") {
      // Erased while it was being copied: nobody else would ever find the copy.
      if (await world.store.reports.markCopied(id, kept)) counts.copied += 1;
      else if (!(await world.store.reports.isCopyUsed(kept.storedAs))) await world.files.remove(kept.storedAs);
    } else if (kept.kind === "gone" || world.clock.now().getTime() - receivedAt.getTime() > PATIENCE_MILLISECONDS) {
      await world.store.reports.markCopied(id, { storedAs: LOST, byteSize: null });
      counts.lost += 1;
    } else {
      // Telegram is away: the others would fare no better.
      break;
    }
  }
  return counts;
}
