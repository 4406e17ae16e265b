// The outbox as use cases see it: posting in the transaction of the fact that is told, and cancelling what lost its point.
import { POST_KINDS, type PostKind } from "../domain/post-kind.js";
import type { OutboxPort } from "../ports/outbox.js";
import type { Db } from "./database.js";
import { Prisma } from "./generated/client.js";
import { toJsonText } from "./json-text.js";

export function createOutbox(db: Db): OutboxPort {
  return {
    async post(posts, now) {
      if (posts.length === 0) return 0;
      const rows = posts.map((post) => ({
        ...post,
        subjects: post.subjects ?? [],
        priority: POST_KINDS[post.kind].priority,
        optOut: POST_KINDS[post.kind].optOut,
      }));
      // One statement for any number of posts. The key makes twice once, even for two processes at the same instant.
      return db.$executeRaw`
        INSERT INTO outbox (key, kind, priority, chat_id, person_id, subjects, message, due_at, not_after, created_at)
        SELECT r.key, r.kind, r.priority, p.telegram_id, p.id, r.subjects, r.message, r."dueAt", r."notAfter", ${now}::timestamp
        FROM jsonb_to_recordset(${toJsonText(rows)}::jsonb) AS r(
          key text, kind text, priority int, "personId" int, "optOut" text, subjects text[], message jsonb,
          "dueAt" timestamp, "notAfter" timestamp)
        JOIN people p ON p.id = r."personId"
        WHERE p.telegram_id IS NOT NULL AND p.erased_at IS NULL AND p.unreachable_since IS NULL
          AND NOT r."optOut" = ANY(p.opted_out)
        ON CONFLICT (key) DO NOTHING`;
    },

    async cancelAbout(subject, cause, now, kinds) {
      return db.$executeRaw`
        UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp
        WHERE state = 'waiting' AND subjects @> ARRAY[${subject}]::text[] ${ofKinds(kinds)}`;
    },

    async takeBack(wish, cause, now, kinds) {
      const which =
        "subject" in wish
          ? Prisma.sql`subjects @> ARRAY[${wish.subject}]::text[]`
          : Prisma.sql`person_id = ${wish.personId}`;
      return db.$queryRaw<{ personId: number; kind: PostKind; subjects: string[] }[]>`
        UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp, key = key || '~' || id
        WHERE state = 'waiting' AND ${which} ${ofKinds(kinds)} AND person_id IS NOT NULL
        RETURNING person_id AS "personId", kind, subjects`;
    },

    async peopleTold(subject, kinds) {
      const rows = await db.$queryRaw<{ personId: number }[]>`
        SELECT DISTINCT person_id AS "personId" FROM outbox
        WHERE subjects @> ARRAY[${subject}]::text[] AND state IN ('claimed', 'sent', 'unknown')
          AND person_id IS NOT NULL ${ofKinds(kinds)}`;
      return new Set(rows.map(({ personId }) => personId));
    },

    async toldAbout(subjects) {
      if (subjects.length === 0) return [];
      return db.$queryRaw<{ personId: number; subject: string }[]>`
        SELECT DISTINCT o.person_id AS "personId", s.subject
        FROM unnest(${subjects}::text[]) AS s (subject)
        JOIN outbox o ON o.subjects @> ARRAY[s.subject] AND o.state <> 'cancelled' AND o.person_id IS NOT NULL`;
    },

    async cancelFor(personId, cause, now, kinds) {
      return db.$executeRaw`
        UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp
        WHERE state = 'waiting' AND person_id = ${personId} ${ofKinds(kinds)}`;
    },

    async knownKeys(keys) {
      if (keys.length === 0) return new Set();
      const rows = await db.$queryRaw<{ key: string }[]>`SELECT key FROM outbox WHERE key = ANY(${keys}::text[])`;
      return new Set(rows.map(({ key }) => key));
    },
  };
}

function ofKinds(kinds: PostKind[] | undefined): Prisma.Sql {
  return kinds === undefined ? Prisma.empty : Prisma.sql`AND kind = ANY(${kinds}::text[])`;
}
