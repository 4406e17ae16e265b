// Job: on the first tick of each Monday in the west keeps where the programme stands, so that the week can be compared with it.
import { dayIn, weekday } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import { lateDaysNow } from "../caseload/follow-up/late-days.js";

/** A week without its Monday is not kept later: its numbers would be those of another day. Returns how many rows are new. */
export async function keepWeek(world: World): Promise<{ kept: number }> {
  const today = dayIn("Asia/Jakarta", world.clock.now());
  if (weekday(today) !== 1) return { kept: 0 };
  // No transaction around it: what is kept is one write, and counting a hundred thousand people may last as long as one may.
  return { kept: await world.store.overviews.keepWeek(today, lateDaysNow(world)) };
}
