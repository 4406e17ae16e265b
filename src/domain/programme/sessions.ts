// Training sessions as a class gets them: one by one, or those of another class moved to its days.
import { addDays, type Day, dayIn, daysBetween, instantAt, timeIn } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";

export const LONGEST_TITLE = 100;
export const LONGEST_PLACE = 120;
export const LONGEST_LINK = 300;

export interface NewSession {
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: "in_person" | "online";
  place: string;
}

/** Whether a change is worth telling those who know the old one: another room or link, or online instead of there. */
export function isElsewhere(
  one: Pick<NewSession, "mode" | "place">,
  other: Pick<NewSession, "mode" | "place">,
): boolean {
  return one.mode !== other.mode || one.place !== other.place;
}

interface ClassInDays {
  zone: Zone;
  startsOn: Day;
}

/**
 * The sessions of one class as another has them: the same day of the class at the same time of its own clock. A class in Papua copied
 * from one in Jambi begins at 08:00 by Papua's clock.
 */
export function sessionsFor<Session extends Pick<NewSession, "startsAt" | "endsAt">>(
  to: ClassInDays,
  from: ClassInDays,
  sessions: readonly Session[],
): Session[] {
  const days = daysBetween(from.startsOn, to.startsOn);
  const moved = (instant: Date) =>
    instantAt(to.zone, addDays(dayIn(from.zone, instant), days), timeIn(from.zone, instant));
  return sessions.map((session) => ({ ...session, startsAt: moved(session.startsAt), endsAt: moved(session.endsAt) }));
}

/** The link of an online session: Telegram's phones open https alone. Typed without it, "zoom.us/j/123" means the same. Null for no link. */
export function meetingLink(text: string): string | null {
  const link = /^[\w-]+(\.[\w-]+)+\/\S+$/.test(text) ? `https://${text}` : text;
  return /^https:\/\/[^\s/]+\.[^\s]+$/.test(link) ? link : null;
}

/** The same of what was typed for a room: a host written small, as phones copy it, so that "Gd.A/Lt.2" stays a room. */
export function linkForRoom(text: string): string | null {
  return /^https:\/\/|^([a-z\d-]+\.)+[a-z]{2,}\//.test(text) ? meetingLink(text) : null;
}
