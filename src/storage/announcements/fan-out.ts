// An announcement goes out: a row for each of its audience, a post for each that can be reached, by one statement for all.
import {
  type AnnouncementContent,
  type AnnouncementVariable,
  variablesIn,
} from "../../domain/announcements/announcement.js";
import { POST_KINDS } from "../../domain/messages/post-kind.js";
import type { Zone } from "../../domain/time/zone.js";
import type { AudienceTerms, NewAnnouncement } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { audienceTables, spreadFrom } from "./audiences/who-is-meant.js";

// One statement, one view of the world: who is marked reachable here has a post, and nobody else. It locks the announcement
// once, instead of a foreign key for each row.
export async function fanOut(
  db: Db,
  id: number,
  { content, audience, emergency = false }: Pick<NewAnnouncement, "content" | "audience" | "emergency">,
  terms: AudienceTerms,
  now: Date,
  only?: readonly Zone[],
): Promise<number> {
  if (only !== undefined) await bringJoined(db, id);
  // Who has moved between two zones that leave at different times is in the audience of both; and has it once. Who had not joined when it
  // left for the first, and has since, gets it with the next.
  const receiver =
    only === undefined
      ? Prisma.sql`audience a`
      : Prisma.sql`(SELECT * FROM audience WHERE zone = ANY(${[...only]}::text[]) AND NOT EXISTS (
          SELECT 1 FROM announcement_recipients r WHERE r.announcement_id = ${id}
            AND (r.person_id = audience.person_id OR r.roster_row_id = audience.roster_row_id)
            AND (r.skipped IS DISTINCT FROM 'not_joined' OR audience.skipped IS NOT DISTINCT FROM 'not_joined'))) AS a`;
  const posted = await db.$executeRaw`
      WITH ${audienceTables(audience, terms)}, announcement AS (
        SELECT id FROM announcements WHERE id = ${id} FOR KEY SHARE
      ), recipient AS (
        INSERT INTO announcement_recipients (announcement_id, person_id, roster_row_id, skipped)
        SELECT n.id, a.person_id, a.roster_row_id, a.skipped FROM announcement n, ${receiver}
        ${only === undefined ? Prisma.empty : Prisma.sql`ON CONFLICT (announcement_id, person_id) DO UPDATE SET skipped = EXCLUDED.skipped`}
      )
      INSERT INTO outbox (key, kind, priority, chat_id, person_id, announcement_id, variables, due_at, exempt, created_at)
      SELECT concat('announcement:', n.id, ':', a.person_id), 'announcement', ${POST_KINDS.announcement.priority}::int,
        a.telegram_id, a.person_id, n.id,
        jsonb_build_object(${wordsFor(content)}),
        ${spreadFrom(Prisma.sql`a.person_id`)}, ${emergency}, ${now}::timestamp
      FROM announcement n, ${receiver} JOIN zone z ON z.zone = a.zone
      WHERE a.skipped IS NULL`;
  // The foreign key of its recipients has waited for those who were being erased, and holds the others: now they are told apart.
  const erased = await db.$executeRaw`
    UPDATE outbox o SET state = 'cancelled', cause = 'erased', settled_at = ${now}::timestamp, chat_id = 0, variables = NULL
    FROM people p WHERE o.announcement_id = ${id} AND p.id = o.person_id AND p.erased_at IS NOT NULL AND o.chat_id <> 0`;
  return posted - erased;
}

/** A person who was passed over as a line of the roster, and has joined since, is one receiver and not two. */
async function bringJoined(db: Db, id: number): Promise<void> {
  const joined = Prisma.sql`
    SELECT r.id, q.person_id, row_number() OVER (PARTITION BY q.person_id ORDER BY r.contacted_at NULLS LAST, r.id) AS place,
      EXISTS (SELECT 1 FROM announcement_recipients o WHERE o.announcement_id = ${id} AND o.person_id = q.person_id) AS is_there
    FROM announcement_recipients r JOIN roster_rows w ON w.id = r.roster_row_id JOIN participants q ON q.id = w.participant_id
    WHERE r.announcement_id = ${id}`;
  await db.$executeRaw`
    WITH joined AS (${joined}), twice AS (
      DELETE FROM announcement_recipients r USING joined j WHERE r.id = j.id AND (j.is_there OR j.place > 1)
    )
    UPDATE announcement_recipients r SET person_id = j.person_id, roster_row_id = NULL
    FROM joined j WHERE r.id = j.id AND NOT j.is_there AND j.place = 1`;
}

/** Only the words that the text asks for: what is not needed is not kept in ten thousand places. */
export function wordsFor(content: AnnouncementContent): Prisma.Sql {
  const used = variablesIn(content).map((name) => Prisma.sql`${name}::text, ${WORDS[name]}`);
  return used.length === 0 ? Prisma.empty : Prisma.join(used);
}

const WORDS: Record<AnnouncementVariable, Prisma.Sql> = {
  nama: Prisma.sql`a.name`,
  perpustakaan: Prisma.sql`COALESCE(a.library, '')`,
  kelas: Prisma.sql`a.class_name`,
};
