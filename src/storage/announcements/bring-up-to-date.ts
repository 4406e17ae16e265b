// An announcement was changed after it had left for some zones: what waits there still is read with the new content, so it gets what that needs.
import type { AudienceTerms, NewAnnouncement } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isRecallable } from "../queue/recall.js";
import { addWords } from "./add-words.js";
import { surelyFailed } from "./afterwards.js";
import { audienceTables, spreadFrom, zoneTable } from "./audiences/who-is-meant.js";

/** What the post of somebody says whom the announcement is for no more. If it is changed so that it is for them again, they get it. */
const NOT_MEANT = "audience changed";

/** Call it where the announcement is locked and has its new content. `wasEmergency`: before it was changed. */
export async function bringUpToDate(
  db: Db,
  id: number,
  { content, audience, emergency = false }: Pick<NewAnnouncement, "content" | "audience" | "emergency">,
  terms: AudienceTerms,
  wasEmergency: boolean,
  now: Date,
): Promise<void> {
  const tables = audienceTables(audience, terms);
  // Also for those who have it: a correction fills its words into their copies too.
  await addWords(db, id, content, tables, Prisma.sql`o.chat_id <> 0`);
  const isMeant = Prisma.sql`EXISTS (SELECT 1 FROM audience a WHERE a.person_id = o.person_id)`;
  await db.$executeRaw`
    WITH ${tables}
    UPDATE outbox o SET state = 'cancelled', cause = ${NOT_MEANT}, settled_at = ${now}::timestamp, claimed_by = NULL, lease_until = NULL
    WHERE o.announcement_id = ${id} AND (${isRecallable} OR ${surelyFailed}) AND NOT ${isMeant}`;
  // Nobody has to be told another way of what is not for them. Who was told stays in the account of it.
  await db.$executeRaw`
    WITH ${tables}
    DELETE FROM announcement_recipients r WHERE r.announcement_id = ${id} AND r.skipped IS NOT NULL AND r.contacted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM audience a WHERE a.person_id = r.person_id)
      AND NOT EXISTS (SELECT 1 FROM audience a WHERE a.roster_row_id = r.roster_row_id)`;
  await db.$executeRaw`
    WITH ${tables}
    UPDATE outbox o SET state = 'waiting', cause = NULL, settled_at = NULL, attempts = 0, due_at = ${spreadFrom(Prisma.sql`a.person_id`)}
    FROM audience a JOIN zone z ON z.zone = a.zone
    WHERE o.announcement_id = ${id} AND a.person_id = o.person_id AND o.state = 'cancelled' AND o.cause = ${NOT_MEANT}`;
  // As in a correction: what a process holds in hand has the old words. Who asked for theirs gets it outside the budget as before.
  await db.$executeRaw`
    WITH ${zoneTable(terms)}
    UPDATE outbox o SET state = 'waiting', claimed_by = NULL, lease_until = NULL, fence = o.fence + 1,
      exempt = CASE WHEN ${emergency} THEN true WHEN ${wasEmergency} THEN false ELSE o.exempt END,
      -- The budget has put it off to another day: an emergency does not wait for that.
      due_at = CASE WHEN ${emergency} AND NOT o.exempt THEN LEAST(o.due_at, ${spreadFrom(Prisma.sql`p.id`)}) ELSE o.due_at END
    FROM people p LEFT JOIN zone z ON z.zone = p.zone
    WHERE o.announcement_id = ${id} AND p.id = o.person_id AND ${isRecallable}`;
}
