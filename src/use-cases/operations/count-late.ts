// How many posts should have left and did not, although their receivers are awake.
import { POST_KINDS } from "../../domain/messages/post-kind.js";
import { isWorkingInstant } from "../../domain/time/working-hours.js";
import type { Zone } from "../../domain/time/zone.js";
import type { World } from "../../ports.js";

/** What is later than this is told: sooner, a slow minute of Telegram would be an alarm. */
const LATE_AFTER_MILLISECONDS = 10 * 60_000;

/** An announcement to thousands takes its time; while nothing of any leaves for so long, it is stuck. */
const STUCK_AFTER_MILLISECONDS = 30 * 60_000;

/**
 * What waits for the receiver's morning is not late, even if it was due before the night; nor is anything while a restored backup is to
 * be decided about: that is told by itself.
 */
export async function countLate(world: Pick<World, "store" | "settings">, now: Date): Promise<number> {
  if ((await world.store.restores.held(now)) !== null) return 0;
  const late = await world.store.troubles.late(new Date(now.getTime() - LATE_AFTER_MILLISECONDS));
  return late
    .filter(({ kind, zone }) => {
      if (POST_KINDS[kind].hours === "any" || zone === null) return true;
      return isWorkingInstant(zone as Zone, now, world.settings.rest);
    })
    .reduce((sum, { count }) => sum + count, 0);
}

/** Posts of announcements that should have left half an hour ago, while none of any has. What an office paused does not count. */
export async function countStuck({ store }: Pick<World, "store">, now: Date): Promise<number> {
  if ((await store.restores.held(now)) !== null) return 0;
  return store.troubles.stuck(new Date(now.getTime() - STUCK_AFTER_MILLISECONDS));
}
