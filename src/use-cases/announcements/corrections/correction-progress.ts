// How far a correction is: counted from its copies each time.
import type { CorrectionTally } from "../../../domain/announcements/correction.js";
import type { Actor } from "../../../domain/people/person.js";
import type { Correction } from "../../../ports/announcements/corrections.js";
import type { Store, World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { hasWaitedInVain } from "../first-asked.js";
import { correctionWithinReach } from "./correction-within-reach.js";

export type CorrectionPhase = "awaiting" | "expired" | "overtaken" | "cancelled" | "running" | "finished";

export interface CorrectionView {
  correction: Correction;
  phase: CorrectionPhase;
  tally: CorrectionTally;
  /** Telegram takes nothing unasked until then; null: it does, or nothing of it waits. */
  heldUntil: Date | null;
  /** The data came from a backup, and an admin has to say whether what waits shall leave. */
  isHeldByRestore: boolean;
}

export async function correctionProgress(
  world: World,
  actor: Actor,
  id: number,
): Promise<({ kind: "progress" } & CorrectionView) | { kind: "out_of_reach" }> {
  const found = await correctionWithinReach(world.store, actor, id);
  if (found === null) return { kind: "out_of_reach" };
  return { kind: "progress", ...(await viewOf(world, found.correction)) };
}

/** The last one of an announcement that counts; null where there is none, or it is out of reach. */
export async function latestCorrection(
  world: World,
  actor: Actor,
  announcementId: number,
): Promise<CorrectionView | null> {
  const announcement = await announcementWithinReach(world.store, actor, announcementId);
  if (announcement === null) return null;
  const [latest] = await world.store.corrections.ofAnnouncement(announcementId);
  return latest === undefined ? null : viewOf(world, latest);
}

async function viewOf({ store, clock }: World, correction: Correction): Promise<CorrectionView> {
  const tally = await store.corrections.tally(correction.id);
  const now = clock.now();
  const phase = await phaseOf(store, correction, tally, now);
  const isRunning = phase === "running";
  return {
    ...{ correction, tally, phase },
    heldUntil: isRunning ? await store.announcements.heldByTelegramUntil(now) : null,
    isHeldByRestore: isRunning && (await store.restores.held(now)) !== null,
  };
}

async function phaseOf(
  { announcements }: Store,
  correction: Correction,
  { waiting }: CorrectionTally,
  now: Date,
): Promise<CorrectionPhase> {
  const { id, state } = correction;
  if (state === "awaiting") {
    return (await hasWaitedInVain(announcements, `correction:${id}`, correction, now)) ? "expired" : "awaiting";
  }
  return state === "running" && waiting === 0 ? "finished" : state;
}
