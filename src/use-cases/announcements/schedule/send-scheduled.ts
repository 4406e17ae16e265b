// Job: announcements with a time leave for each zone when it is that time there. Who is in the audience is found then, so that somebody who
// has reported meanwhile is not told that they have not.
import { isStale, zonesDue } from "../../../domain/announcements/local-time.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { World } from "../../../ports.js";
import { needsApproval, problemAtDeparture, reachableCount } from "../announcement-problem.js";
import { zonesAt } from "../audience-terms.js";
import { askWhoDecides } from "./ask-who-decides.js";
import { holdForAge, holdForProblem, putBeforeAdmins } from "./hold-announcement.js";

/** Twice is once: what has left for a zone is noted in the transaction in which it leaves. */
export async function sendScheduled(world: World): Promise<{ zones: number; posted: number; asked: number }> {
  const now = world.clock.now();
  const all = await world.store.announcements.scheduled();
  const owed = all.filter(({ localTime, zonesLeft }) => newlyDue(zonesDue(localTime, now), zonesLeft).length > 0);
  const counts = { zones: 0, posted: 0, asked: 0 };
  for (const { id } of owed) {
    const sent = await sendToZones(world, id, now);
    counts.zones += sent.zones;
    counts.posted += sent.posted;
  }
  counts.asked = await askWhoDecides(world);
  return counts;
}

function sendToZones(world: World, id: number, now: Date): Promise<{ zones: number; posted: number }> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    // Held, changed, stopped or sent by another process meanwhile: then it is not so any more.
    const announcement = await store.announcements.findLocked(id);
    if (announcement === null || announcement.state !== "sending" || announcement.localTime === null) return NOTHING;
    const { localTime, zonesLeft, reach, resumedAt } = announcement;
    const due = zonesDue(localTime, now);
    const fresh = newlyDue(due, zonesLeft);
    if (fresh.length === 0) return NOTHING;
    if (fresh.some((zone) => isStale(zone, localTime, resumedAt, now))) {
      await holdForAge(inside, announcement, localTime, fresh);
      return NOTHING;
    }
    const terms = { reach, zones: zonesAt(world, localTime) };
    const preview = await store.announcements.preview(announcement.audience, terms);
    const problem = problemAtDeparture(announcement, preview);
    if (problem !== null) {
      await holdForProblem(inside, announcement, problem);
      return NOTHING;
    }
    // Of all its zones, those for which it has left as well: in parts it would never be too many.
    const receivers = reachableCount(preview);
    if (announcement.approverName === null && needsApproval(inside, receivers)) {
      await putBeforeAdmins(inside, announcement, receivers);
      return NOTHING;
    }
    // Those of the zones before too: who has moved there since would get it nowhere.
    const posted = await store.announcements.fanOut(id, announcement, terms, now, due);
    await store.announcements.noteZonesLeft(id, due);
    return { zones: fresh.length, posted };
  });
}

const NOTHING = { zones: 0, posted: 0 };

function newlyDue(due: readonly Zone[], left: readonly Zone[]): Zone[] {
  return due.filter((zone) => !left.includes(zone));
}
