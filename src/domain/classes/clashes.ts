// Whether a session of a class would be held at a strange time: while another one is, or on a day that is none of the class's.
import { type Day, dayIn } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";

interface Held {
  id: number;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

/** Those of the class that are held while this one would be, by start. One that begins as another ends is fine. `id` 0: a new one. */
export function sessionsAtOnce<Session extends Held>(
  sessions: readonly Session[],
  { id, startsAt, endsAt }: Omit<Held, "cancelledAt">,
): Session[] {
  return sessions
    .filter((one) => one.id !== id && one.cancelledAt === null && one.startsAt < endsAt && startsAt < one.endsAt)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id - b.id);
}

export function isOutsideClass(
  { zone, startsOn, endsOn }: { zone: Zone; startsOn: Day; endsOn: Day },
  startsAt: Date,
): boolean {
  const day = dayIn(zone, startsAt);
  return day < startsOn || day > endsOn;
}
