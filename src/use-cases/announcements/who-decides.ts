// Who can still say what shall become of an announcement.
import { isReachable, type Person } from "../../domain/people/person.js";
import type { Announcement } from "../../ports/announcements/announcements.js";
import type { Store } from "../../ports.js";

const NOBODY = 0;

/** Its admins whom the bot reaches; `author`: the one who wrote it, null when they are none of these any more. */
export async function whoDecides(
  { announcements }: Store,
  { reach, authorId }: Pick<Announcement, "reach" | "authorId">,
): Promise<{ author: Person | null; all: Person[] }> {
  const all = (await announcements.approversFor(reach, NOBODY)).filter(isReachable);
  return { author: all.find(({ id }) => id === authorId) ?? null, all };
}
