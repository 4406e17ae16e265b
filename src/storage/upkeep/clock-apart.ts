// How far this process's clock is from the database's. Processes judge each other's leases each by its own clock: some seconds apart, one takes
// for dead what lives, and both handle the same updates.
import { causeOf, type Log } from "../../ports/queue/log.js";
import type { Clock } from "../../ports.js";
import type { Db } from "../engine/database.js";

/** The shortest lease has three seconds left when it is renewed (poll-in-turn.ts): whose clock is as far ahead takes it from the living. */
export const MOST_MILLISECONDS_APART = 2000;

/** Above 0: the database's clock is ahead of ours. */
export async function millisecondsApart(db: Db, now: () => Date): Promise<number> {
  const before = now().getTime();
  const [{ at }] = await db.$queryRaw<[{ at: Date }]>`SELECT clock_timestamp() AT TIME ZONE 'UTC' AS at`;
  // The answer was made somewhere between: a slow line is no wrong clock.
  const after = now().getTime();
  if (at.getTime() >= before && at.getTime() <= after) return 0;
  return at.getTime() < before ? at.getTime() - before : at.getTime() - after;
}

/** Writes to the log when the clocks are too far apart. */
export async function warnOfClock(db: Db, clock: Clock, log: Log): Promise<void> {
  try {
    const apart = await millisecondsApart(db, () => clock.now());
    if (Math.abs(apart) <= MOST_MILLISECONDS_APART) return;
    const advice = "set this machine's clock and the database's by a time server (timedatectl set-ntp true)";
    log.warn("clock.apart", { seconds: Math.round(apart / 1000), advice });
  } catch (error) {
    log.warn("clock.not-compared", { cause: causeOf(error) });
  }
}
