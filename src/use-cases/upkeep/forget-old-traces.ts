// Forgets what has served its purpose: personal data is kept no longer than it is needed.
import type { World } from "../../ports.js";

const HOUR = 3_600_000;

/** Telegram brings an update again for 24 h at most; twice that is safe. */
const HANDLED_UPDATES_HOURS = 48;
/** Somebody may answer after a month's pause; the draft stays in any case, and asks its question again. */
const CONVERSATIONS_HOURS = 45 * 24;
/** Long enough for a process that died in between to tell the result after all. */
const FINISHED_DRAFTS_HOURS = 24;

/** A job. Twice is once: what is gone is gone. */
export async function forgetOldTraces(world: World): Promise<Record<string, number>> {
  const now = world.clock.now().getTime();
  const forgotten = await world.store.traces.forgetOld({
    handledUpdates: new Date(now - HANDLED_UPDATES_HOURS * HOUR),
    conversations: new Date(now - CONVERSATIONS_HOURS * HOUR),
    finishedDrafts: new Date(now - FINISHED_DRAFTS_HOURS * HOUR),
  });
  await world.store.traces.tidyUp();
  return { ...forgotten };
}
