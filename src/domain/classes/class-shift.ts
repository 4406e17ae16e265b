// What goes along when a whole class is moved to other days: a session that has begun is held where it is, and keeps who was there.

interface Held {
  startsAt: Date;
  cancelledAt: Date | null;
}

export function movesAlong({ startsAt, cancelledAt }: Held, now: Date): boolean {
  return cancelledAt === null && startsAt > now;
}

/** No zone of Indonesia has daylight saving: n days are n × 24 hours. */
export function daysLater(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 86_400_000);
}

/** One of them would be held before now: nobody could come. */
export function landsInPast(sessions: readonly Held[], days: number, now: Date): boolean {
  return sessions.some((session) => movesAlong(session, now) && daysLater(session.startsAt, days) <= now);
}
