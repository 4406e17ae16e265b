// The announcement that is to be changed, for those who may: also one that has left meanwhile, so that what was entered is not lost with it.
import { isAdmin, type KnownActor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export async function announcementToChange(
  { store }: World,
  actor: KnownActor,
  id: number,
): Promise<Announcement | null> {
  return isAdmin(actor) ? announcementWithinReach(store, actor, id) : null;
}
