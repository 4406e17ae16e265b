// The announcement, if this admin may see and steer it: their reach, as it is now, covers the one it was published with.
import { maySteerAnnouncement } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { Announcement } from "../../ports/announcements/announcements.js";
import type { Store } from "../../ports.js";

/** Null for one that is not there and one that is out of reach alike: a number guessed tells nothing. */
export async function announcementWithinReach(store: Store, actor: Actor, id: number): Promise<Announcement | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > MOST_ID) return null;
  const announcement = await store.announcements.find(id);
  return announcement !== null && maySteerAnnouncement(actor, announcement) ? announcement : null;
}

/** An id from an old or forged button must not become an error of the database: its numbers have 32 bits. */
const MOST_ID = 2 ** 31 - 1;
