// The post of each receiver of an announcement.
import { Prisma } from "../../generated/client.js";
import { POSTS } from "../../upkeep/posts.js";

/**
 * For JOIN … ON TRUE, beside a recipient r: its post o. OFFSET 0 keeps it a look at one index for each of them, whatever the database
 * believes: of an announcement just published it still believes that it had a handful of receivers, and would read all posts for each.
 */
export function theirPost(posts: Prisma.Sql = POSTS): Prisma.Sql {
  return Prisma.sql`LATERAL (
    SELECT * FROM ${posts} one WHERE one.announcement_id = r.announcement_id AND one.person_id = r.person_id OFFSET 0
  ) o`;
}
