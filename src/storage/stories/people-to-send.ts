// Who is sent which story from another library today: those who asked for it, each a story that they have not had.
import { POST_KINDS } from "../../domain/messages/post-kind.js";
import type { Zone } from "../../domain/time/zone.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isOfProgramme } from "../reach.js";
import { hasOptedOut, isReachable } from "../reachable.js";
import { POSTS } from "../upkeep/posts.js";
import { IS_READABLE, OF_STORIES } from "./story-parts.js";

/** Only to people who take part. `before`: a person whom a story reached since then gets none yet, however long it had waited; one that was taken back reached nobody. */
export async function peopleToSend(db: Db, zones: readonly Zone[], before: Date, now: Date, limit: number) {
  const optOut = Prisma.sql`${POST_KINDS.story_of_others.optOut}::text`;
  return db.$queryRaw<{ personId: number; storyId: number }[]>`
    SELECT p.id AS "personId", next.id AS "storyId"
    FROM story_subscriptions sub JOIN people p ON p.id = sub.person_id
    CROSS JOIN LATERAL (
      SELECT s.id FROM ${OF_STORIES}
      WHERE s.listed_at IS NOT NULL AND ${IS_READABLE} AND ${isOfProgramme(Prisma.sql`w.cohort_id`)}
        AND pa.person_id <> p.id
        AND NOT EXISTS (SELECT 1 FROM participants own WHERE own.person_id = p.id AND own.library_id = pa.library_id)
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'story:' || s.id || ':' || p.id)
        AND NOT EXISTS (SELECT 1 FROM outbox_archive o WHERE o.key = 'story:' || s.id || ':' || p.id)
      ORDER BY s.listed_at, s.id LIMIT 1) AS next
    WHERE EXISTS (SELECT 1 FROM participants own WHERE own.person_id = p.id AND own.left_at IS NULL)
      AND p.zone = ANY(${zones}::text[]) AND ${isReachable()} AND NOT ${hasOptedOut(optOut)}
      AND (p.paused_until IS NULL OR p.paused_until <= ${now}::timestamp)
      AND NOT EXISTS (SELECT 1 FROM ${POSTS} o WHERE o.person_id = p.id AND o.kind = 'story_of_others'
        AND CASE o.state WHEN 'sent' THEN o.settled_at ELSE o.created_at END > ${before}::timestamp AND o.state <> 'cancelled')
    ORDER BY p.id LIMIT ${limit}`;
}
