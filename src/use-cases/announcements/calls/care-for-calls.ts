// Whose people somebody may see on an announcement's call sheet: an admin who steers it all of them, a trainer their own.
import { type Care, careOf, maySteerAnnouncement } from "../../../domain/people/permissions.js";
import { type Actor, isTrainer } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Store } from "../../../ports.js";

export interface CallRight {
  announcement: Announcement;
  /** Null: all of its audience. */
  care: Care | null;
}

/** Null for one that is not there or is off, one that is out of reach, and one that has nobody of theirs, alike. */
export async function careForCalls(
  { announcements, receivers }: Store,
  actor: Actor,
  id: number,
): Promise<CallRight | null> {
  const announcement = await announcements.find(id);
  // Nobody is told another way what was taken back or stopped: its words were wrong, or too late.
  if (announcement === null || announcement.state === "awaiting" || announcement.state === "cancelled") return null;
  if (maySteerAnnouncement(actor, announcement)) return { announcement, care: null };
  const care = careAsTrainer(actor);
  if (care === null || (await receivers.countCalls(id, care)).total === 0) return null;
  return { announcement, care };
}

/** Those of their classes, and of the classes that they cover; what else they are gives nothing here. */
export function careAsTrainer(actor: Actor): Care | null {
  return isTrainer(actor) ? { ...careOf(actor), regions: [] } : null;
}
