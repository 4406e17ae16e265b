// Forgets what has served its purpose: personal data is kept no longer than it is needed.

import { AGES, type AgeName, CLOSED_PLAN_DAYS, oldestKept } from "../../domain/own-data/keeping.js";
import { addDays, dayIn } from "../../domain/time/calendar.js";
import type { TraceName } from "../../ports/upkeep/traces.js";
import type { World } from "../../ports.js";
import { forgetPractices } from "../programme/practice/forget-practices.js";

const isTrace = (name: AgeName): name is TraceName => name !== "leftDrafts" && name !== "practices";

/** A job. Twice is once: what is gone is gone. */
export async function forgetOldTraces(world: World): Promise<Record<string, number>> {
  const now = world.clock.now();
  const { ages } = world.settings;
  const names = (Object.keys(AGES) as AgeName[]).filter(isTrace);
  const before = Object.fromEntries(names.map((name) => [name, oldestKept(name, now, ages)])) as Record<
    TraceName,
    Date
  >;
  const forgotten = await world.store.traces.forgetOld(before);
  const leftDrafts = await world.transaction(async ({ store }) => {
    const { drafts, files } = await store.traces.forgetLeftDrafts({
      untouchedSince: oldestKept("leftDrafts", now, ages),
      plansDueBefore: addDays(dayIn("Asia/Jakarta", now), -CLOSED_PLAN_DAYS),
    });
    // Before the commit: when it fails all is tried again; after it nobody would know the paths any more.
    for (const path of files) await world.files.remove(path);
    return drafts;
  });
  await world.store.traces.tidyUp();
  return { ...forgotten, leftDrafts, practices: await forgetPractices(world) };
}
