// A correction with its announcement, if this admin may see and steer that.
import type { Actor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Correction } from "../../../ports/announcements/corrections.js";
import type { Store } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export async function correctionWithinReach(
  store: Store,
  actor: Actor,
  id: number,
): Promise<{ correction: Correction; announcement: Announcement } | null> {
  const correction = await store.corrections.find(id);
  if (correction === null) return null;
  const announcement = await announcementWithinReach(store, actor, correction.announcementId);
  return announcement === null ? null : { correction, announcement };
}
