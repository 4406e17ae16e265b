// The outbox as use cases see it: posting in the transaction of the fact that is told, and cancelling what lost its point.
import { NO_RIGHT, POST_KINDS, type PostKind } from "../../domain/messages/post-kind.js";
import type { OutboxPort } from "../../ports/queue/outbox.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { hasOptedOut, isReachable } from "../reachable.js";
import { notePassedOverPosts } from "../upkeep/held-back.js";
import { POSTS } from "../upkeep/posts.js";
import { ABSENCES, bringMissed, missedBy, spoil } from "./missed-posts.js";
import { isRecallable, type OnTooLate } from "./recall.js";
import { spendingOf, spendingOfMany } from "./spending.js";

export function createOutbox(db: Db, onTooLate: OnTooLate = async () => {}): OutboxPort {
  // Asked after the cancelling statement, never within it: what departed while that one waited for the row is seen only now.
  const tellTooLate = async (which: Prisma.Sql) => {
    const rows = await db.$queryRaw<{ id: number }[]>`SELECT id FROM outbox WHERE state = 'claimed' AND ${which}`;
    if (rows.length > 0) await onTooLate(rows.map(({ id }) => id));
  };
  const cancel = async (which: Prisma.Sql, cause: string, now: Date) => {
    const spoilt = ABSENCES.includes(cause) ? [] : await spoil(db, which, now);
    const cancelled = await db.$executeRaw`
      UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp
      WHERE ${isRecallable} AND ${which}`;
    await tellTooLate(which);
    return cancelled + spoilt.length;
  };
  return {
    async post(posts, now) {
      if (posts.length === 0) return 0;
      // What many are told in the same words is written down once, and taken from there.
      const messages = [...new Set(posts.map(({ message }) => message))];
      const placeOf = new Map(messages.map((message, place) => [message, place]));
      const rows = posts.map((post, place) => ({
        ...post,
        message: placeOf.get(post.message),
        place,
        subjects: post.subjects ?? [],
        priority: POST_KINDS[post.kind].priority,
        optOut: POST_KINDS[post.kind].optOut,
      }));
      // One statement for any number of posts. The key makes twice once, even for two processes at the same instant. What is due at
      // the same moment leaves in the order of posting, which a join would not keep.
      const posted = await db.$executeRaw`
        INSERT INTO outbox (key, kind, priority, chat_id, person_id, subjects, message, due_at, not_after, exempt, counts_on, created_at)
        SELECT r.key, r.kind, r.priority, p.telegram_id, p.id, r.subjects, m.messages -> r.message, r."dueAt", r."notAfter",
          COALESCE(r.exempt, false), r."countsOn", ${now}::timestamp
        FROM jsonb_to_recordset(${toJsonText(rows)}::jsonb) AS r(
          key text, kind text, priority int, "personId" int, "optOut" text, subjects text[], message int,
          "dueAt" timestamp, "notAfter" timestamp, exempt boolean, "countsOn" date, place int)
        CROSS JOIN (SELECT ${toJsonText(messages)}::jsonb AS messages) AS m
        JOIN people p ON p.id = r."personId"
        WHERE ${isReachable()} AND NOT ${hasOptedOut(Prisma.sql`r."optOut"`)}
          AND NOT EXISTS (SELECT 1 FROM outbox_archive old WHERE old.key = r.key)
        ORDER BY r.place
        -- Against being erased: anyone who posts without having held the people before waits here, and then finds nobody.
        FOR KEY SHARE OF p
        ON CONFLICT (key) DO NOTHING`;
      if (posted < posts.length)
        await notePassedOverPosts(
          db,
          rows.map(({ message: _, ...row }) => row),
          now,
        );
      return posted;
    },

    cancelAbout: (subject, cause, now, kinds) =>
      cancel(Prisma.sql`subjects @> ARRAY[${subject}]::text[] ${ofKinds(kinds)}`, cause, now),

    async cancelAboutAny(subjects, cause, now, kinds) {
      const which = Prisma.sql`subjects && ${subjects}::text[] ${ofKinds(kinds)}`;
      const spoilt = await spoil(db, which, now);
      const rows = await db.$queryRaw<{ subjects: string[] }[]>`
        UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp
        WHERE ${isRecallable} AND ${which} RETURNING subjects`;
      await tellTooLate(which);
      return new Set([...spoilt.flat(), ...rows.flatMap((row) => row.subjects)]);
    },

    async takeBack(wish, cause, now, kinds) {
      const { subject, personId } = { subject: undefined, personId: undefined, ...wish };
      const about = [
        ...(subject === undefined ? [] : [Prisma.sql`subjects @> ARRAY[${subject}]::text[]`]),
        ...(personId === undefined ? [] : [Prisma.sql`person_id = ${personId}`]),
      ];
      const which = Prisma.sql`${Prisma.join(about, " AND ")} ${ofKinds(kinds)}`;
      await spoil(db, which, now, { freesKeys: true });
      const taken = await db.$queryRaw<{ personId: number; kind: PostKind; subjects: string[] }[]>`
        UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp, key = key || '~' || id
        WHERE ${isRecallable} AND ${which} AND person_id IS NOT NULL
        RETURNING person_id AS "personId", kind, subjects`;
      await tellTooLate(which);
      return taken;
    },

    async spoil(subjects, now, kinds) {
      await spoil(db, Prisma.sql`subjects && ${subjects}::text[] ${ofKinds(kinds)}`, now);
    },

    async takeBackRepeated(subject, cause, now, kinds) {
      await db.$executeRaw`
        UPDATE outbox o SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp
        FROM outbox newer
        WHERE newer.subjects @> ARRAY[${subject}]::text[] AND newer.state = 'waiting' AND o.person_id = newer.person_id
          AND o.kind = newer.kind AND o.kind = ANY(${kinds}::text[]) AND o.state = 'waiting' AND o.id < newer.id
          AND o.message = newer.message`;
    },

    async takeBackFor(personIds, cause, now, kinds) {
      if (personIds.length === 0) return;
      const which = Prisma.sql`person_id = ANY(${personIds}::int[]) ${ofKinds(kinds)}`;
      await db.$executeRaw`
        UPDATE outbox SET state = 'cancelled', cause = ${cause}, settled_at = ${now}::timestamp, key = key || '~' || id
        WHERE ${isRecallable} AND ${which}`;
      await tellTooLate(which);
    },

    async notePassedOn(subject) {
      return db.$executeRaw`
        UPDATE outbox SET cause = 'passed on', key = key || '~' || id
        WHERE subjects @> ARRAY[${subject}]::text[] AND state = 'cancelled' AND cause = ${NO_RIGHT}`;
    },

    async peopleTold(subject, kinds) {
      const rows = await db.$queryRaw<{ personId: number }[]>`
        SELECT DISTINCT person_id AS "personId" FROM ${POSTS} o
        WHERE subjects @> ARRAY[${subject}]::text[] AND state IN ('claimed', 'sent', 'unknown')
          AND person_id IS NOT NULL ${ofKinds(kinds)}`;
      return new Set(rows.map(({ personId }) => personId));
    },

    async toldAbout(personIds, subjects) {
      if (personIds.length === 0 || subjects.length === 0) return [];
      // By the people, who have some dozen posts each: hundreds of subjects at once are slow to look for among all posts.
      return db.$queryRaw<{ personId: number; subject: string }[]>`
        SELECT DISTINCT o.person_id AS "personId", s.subject
        FROM ${POSTS} o CROSS JOIN LATERAL unnest(o.subjects) AS s (subject)
        WHERE o.person_id = ANY(${personIds}::int[]) AND o.state <> 'cancelled'
          AND s.subject IN (SELECT unnest(${subjects}::text[]))`;
    },

    cancelFor: (personId, cause, now, kinds) =>
      cancel(Prisma.sql`person_id = ${personId} ${ofKinds(kinds)}`, cause, now),

    async moveClock(personId, hours, now) {
      // What was tried and waits for its next try is not waiting for an hour of the day.
      await db.$executeRaw`
        UPDATE outbox SET due_at = GREATEST(due_at + make_interval(hours => ${hours}::int), ${now}::timestamp),
          not_after = not_after + make_interval(hours => ${hours}::int)
        WHERE person_id = ${personId} AND state = 'waiting' AND due_at > ${now}::timestamp AND attempts = 0`;
    },

    missedBy: (personId, since, now) => missedBy(db, personId, since, now),
    bringMissed: (personId, since, now) => bringMissed(db, personId, since, now),

    async knownKeys(keys) {
      const rows = await db.$queryRaw<{ key: string }[]>`SELECT key FROM ${POSTS} o WHERE key = ANY(${keys}::text[])`;
      return new Set(rows.map(({ key }) => key));
    },

    async postsAbout(subject) {
      return db.$queryRaw<{ personId: number; left: boolean; subjects: string[] }[]>`
        SELECT person_id AS "personId", subjects,
          (state IN ('sent', 'unknown') OR (state = 'claimed' AND left_at IS NOT NULL)) AS left
        FROM ${POSTS} o WHERE subjects @> ARRAY[${subject}]::text[] AND state <> 'cancelled' AND person_id IS NOT NULL
        ORDER BY id`;
    },

    spendingOfMany: (personIds, since, now) => spendingOfMany(db, { personIds, since, now }),
    spending: (personId, since, now) => spendingOf(db, { personId, since, now }),
  };
}

function ofKinds(kinds: PostKind[] | undefined): Prisma.Sql {
  return kinds === undefined ? Prisma.empty : Prisma.sql`AND kind = ANY(${kinds}::text[])`;
}
