// What a text says of each of its receivers, read anew: where it asks for other words than before, or theirs were forgotten since.
import { type AnnouncementContent, variablesIn } from "../../domain/announcements/announcement.js";
import type { Audience } from "../../domain/announcements/audience.js";
import type { AudienceTerms } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { audienceTables } from "./audiences/who-is-meant.js";
import { wordsFor } from "./fan-out.js";

/**
 * Who is outside the audience now has their words by the latest of their classes. `tables`: those of its audience; `which`: of its posts o.
 */
export async function addWords(
  db: Db,
  id: number,
  content: AnnouncementContent,
  tables: Prisma.Sql,
  which: Prisma.Sql,
): Promise<void> {
  await db.$executeRaw`
    WITH ${tables}, other AS (
      SELECT p.id AS person_id, p.name, latest.library, coalesce(latest.class_name, '') AS class_name
      FROM outbox o JOIN people p ON p.id = o.person_id AND p.erased_at IS NULL
      LEFT JOIN LATERAL (
        SELECT l.name AS library, c.name AS class_name FROM participants q JOIN training_classes c ON c.id = q.class_id
        LEFT JOIN libraries l ON l.id = q.library_id
        WHERE q.person_id = p.id ORDER BY c.starts_on DESC, c.id DESC LIMIT 1
      ) latest ON TRUE
      WHERE o.announcement_id = ${id} AND NOT EXISTS (SELECT 1 FROM audience a WHERE a.person_id = p.id)
    ), a AS (
      SELECT person_id, name, library, class_name FROM audience WHERE person_id IS NOT NULL
      UNION ALL SELECT person_id, name, library, class_name FROM other
    )
    UPDATE outbox o SET variables = coalesce(o.variables, '{}'::jsonb) || jsonb_build_object(${wordsFor(content)})
    FROM a WHERE o.announcement_id = ${id} AND a.person_id = o.person_id AND ${which}`;
}

/**
 * Before something of long ago leaves once more: by then retention has taken everybody's words (upkeep/posts.ts), and the text asks for
 * them still.
 */
export async function addForgottenWords(db: Db, id: number, terms: AudienceTerms, which: Prisma.Sql): Promise<void> {
  const row = await db.announcement.findUnique({ where: { id }, select: { content: true, audience: true } });
  if (row === null) return;
  // Written by publish() and by nothing else.
  const content = row.content as unknown as AnnouncementContent;
  if (variablesIn(content).length === 0) return;
  const forgotten = Prisma.sql`o.variables IS NULL AND o.chat_id <> 0 AND ${which}`;
  // It is seldom so long ago, and the audience is long to read.
  const some = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM outbox o WHERE o.announcement_id = ${id} AND ${forgotten} LIMIT 1`;
  if (some.length === 0) return;
  await addWords(db, id, content, audienceTables(row.audience as unknown as Audience, terms), forgotten);
}
