// How many have an announcement, and how many get it yet: those in the queue, and those of the zones that it has not left for.
import { zonesToGo } from "../../../domain/announcements/announcement.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Copies } from "../../../ports/announcements/corrections.js";
import type { World } from "../../../ports.js";
import { zonesAt } from "../audience-terms.js";

/** `waiting`: also people who are not in the queue yet. */
export interface AllCopies extends Copies {
  /** Of the waiting: in the queue. */
  queued: number;
}

/** Every look at a correction counts by this: an admin who confirms or approves new words does so for those to come as well. */
export async function copiesOf(world: World, announcement: Announcement): Promise<AllCopies> {
  const copies = await world.store.corrections.copies(announcement.id, world.clock.now());
  const { waiting: queued } = copies;
  return { ...copies, queued, waiting: queued + (await countToCome(world, announcement)) };
}

async function countToCome(world: World, announcement: Announcement): Promise<number> {
  const { state, audience, reach, localTime } = announcement;
  const zones = state === "cancelled" ? [] : zonesToGo(announcement);
  if (zones.length === 0) return 0;
  const { reachable } = await world.store.announcements.count(audience, { reach, zones: zonesAt(world, localTime) });
  return reachable.reduce((sum, { zone, count }) => sum + (zones.includes(zone) ? count : 0), 0);
}
