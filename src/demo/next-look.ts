// At which instants a moved clock looks at what is owed: every quarter of an hour by day, once for the whole night.
const QUARTER_MILLISECONDS = 15 * 60_000;
const DAY = 24 * 3_600_000;

/**
 * When it is 20:00 in the west (13:00 UTC) the working hours of all zones are over; when it is 05:30 there (22:30 UTC) those of the
 * east begin. Nothing that is unasked leaves in between, and a job asks what is owed, not what became due since it was last woken.
 */
const NIGHT_FROM = 13 * 3_600_000;
const NIGHT_UNTIL = 22.5 * 3_600_000;

/** Quarters are counted from midnight UTC, which is a quarter in all three zones. */
export function nextLook(now: Date): Date {
  const next = (Math.floor(now.getTime() / QUARTER_MILLISECONDS) + 1) * QUARTER_MILLISECONDS;
  const ofDay = next % DAY;
  return new Date(ofDay > NIGHT_FROM && ofDay < NIGHT_UNTIL ? next - ofDay + NIGHT_UNTIL : next);
}

/** Whether that look is the one for the whole night: the jobs that are woken once a day run then. */
export function isAtNightsEnd(now: Date, look: Date): boolean {
  return look.getTime() - now.getTime() > QUARTER_MILLISECONDS;
}
