// Copies evidence from Telegram into our own storage, after the person has had their answer.
import { LOST_COPY, TELEGRAM_AWAY, TELEGRAM_REFUSES } from "../../domain/reports/evidence.js";
import type { EvidenceToCopy } from "../../ports/plans/reports.js";
import { backOffMilliseconds } from "../../ports/queue/waiting.js";
import type { World } from "../../ports.js";
import { refuseEvidence } from "./refuse-evidence.js";

/** At most so many a run: the next one goes on, and nothing else waits for it. */
const BATCH = 20;

/**
 * Telegram names a file "temporarily unavailable" for good at times: after two days it is taken at that word no more, once it has said so
 * twice running. A broken wire is no word of the file, however old that is.
 */
const PATIENCE_MILLISECONDS = 48 * 3_600_000;

/** A minute, two, four … and every six hours while the disk stays full. */
const LONGEST_BACK_OFF_MILLISECONDS = 6 * 3_600_000;
/** A full disk refuses one file after the other, and each was fetched for nothing; a smaller one may still find room. */
const MOST_FAILURES_A_RUN = 3;

/** A file that cannot be copied is tried again later and later; it stands in no other file's way. */
export async function copyEvidence(
  world: World,
): Promise<{ copied: number; lost: number; postponed: number; refused: number }> {
  const { reports } = world.store;
  const counts = { copied: 0, lost: 0, postponed: 0, refused: 0 };
  const refused: EvidenceToCopy[] = [];
  const now = world.clock.now();
  for (const evidence of await reports.evidenceToCopy(BATCH, now)) {
    const { id, fileId, receivedAt, copyFailures, copyCause } = evidence;
    const kept = await world.files.keep(fileId);
    // What Telegram calls a photo it has drawn itself.
    if (kept.kind === "kept" && kept.mimeType === null && evidence.kind === "document") {
      if (!(await reports.isCopyUsed(kept.storedAs))) await world.files.remove(kept.storedAs);
      refused.push(evidence);
      continue;
    }
    if (kept.kind === "kept") {
      // Erased while it was being copied: nobody else would ever find the copy.
      if (await reports.markCopied(id, kept)) counts.copied += 1;
      else if (!(await reports.isCopyUsed(kept.storedAs))) await world.files.remove(kept.storedAs);
      continue;
    }
    const isTooOld = now.getTime() - receivedAt.getTime() > PATIENCE_MILLISECONDS;
    const isRefused = kept.kind === "later" && kept.isRefused === true;
    if (kept.kind === "gone" || (isRefused && isTooOld && copyCause === TELEGRAM_REFUSES)) {
      await reports.markCopied(id, { storedAs: LOST_COPY, byteSize: null, mimeType: null });
      counts.lost += 1;
      continue;
    }
    const backOff = backOffMilliseconds(copyFailures + 1, LONGEST_BACK_OFF_MILLISECONDS / 60) * 60;
    const cause = kept.kind === "failed" ? kept.cause : isRefused ? TELEGRAM_REFUSES : TELEGRAM_AWAY;
    await reports.postponeCopy(id, { cause, until: new Date(now.getTime() + backOff) });
    counts.postponed += 1;
    // Telegram is away: the others would fare no better in this run.
    if ((kept.kind === "later" && !isRefused) || counts.postponed === MOST_FAILURES_A_RUN) break;
  }
  counts.refused = await refuseEvidence(world, refused);
  return counts;
}
