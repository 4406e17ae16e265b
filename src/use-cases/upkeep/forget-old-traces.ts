// Forgets what has served its purpose: personal data is kept no longer than it is needed.
import { addDays, dayIn } from "../../domain/calendar.js";
import type { World } from "../../ports.js";

const HOUR = 3_600_000;

/** Telegram brings an update again for 24 h at most; twice that is safe. */
const HANDLED_UPDATES_HOURS = 48;
/** Somebody may answer after a month's pause; the draft stays in any case, and asks its question again. */
const CONVERSATIONS_HOURS = 45 * 24;
/** Long enough for a process that died in between to tell the result after all. */
const FINISHED_DRAFTS_HOURS = 24;

/** A form of which nobody has touched anything for so long, and whose plan (if it is about one) is closed for so long, is left. */
const LEFT_DRAFTS_DAYS = 45;
const CLOSED_PLAN_DAYS = 30;

/** A job. Twice is once: what is gone is gone. */
export async function forgetOldTraces(world: World): Promise<Record<string, number>> {
  const now = world.clock.now().getTime();
  const forgotten = await world.store.traces.forgetOld({
    handledUpdates: new Date(now - HANDLED_UPDATES_HOURS * HOUR),
    conversations: new Date(now - CONVERSATIONS_HOURS * HOUR),
    finishedDrafts: new Date(now - FINISHED_DRAFTS_HOURS * HOUR),
  });
  const leftDrafts = await world.store.transaction(async (store) => {
    const { drafts, files } = await store.traces.forgetLeftDrafts({
      untouchedSince: new Date(now - LEFT_DRAFTS_DAYS * 24 * HOUR),
      plansDueBefore: addDays(dayIn("Asia/Jakarta", new Date(now)), -CLOSED_PLAN_DAYS),
    });
    // Before the commit: when it fails all is tried again; after it nobody would know the paths any more.
    for (const path of files) await world.files.remove(path);
    return drafts;
  });
  await world.store.traces.tidyUp();
  return { ...forgotten, leftDrafts };
}
