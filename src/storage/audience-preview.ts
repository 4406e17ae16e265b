// What an audience would come to, before anything is written: how many by zone and cause, the longest words, three examples.
import type { Audience, SkipCause } from "../domain/announcement.js";
import { POST_KINDS, SPENDING_KINDS } from "../domain/post-kind.js";
import { ZONES, type Zone } from "../domain/zone.js";
import type { AudiencePreview, AudienceTerms } from "../ports/announcements.js";
import { audienceTables } from "./audience.js";
import type { Db } from "./database.js";
import { Prisma } from "./generated/client.js";

interface GroupRow {
  zone: string;
  skipped: SkipCause | null;
  count: number;
  name_missing: number;
  name_longest: number;
  library_missing: number;
  library_longest: number;
  library_example: string | null;
  class_missing: number;
  class_longest: number;
}

export async function previewAudience(db: Db, audience: Audience, terms: AudienceTerms): Promise<AudiencePreview> {
  const tables = audienceTables(audience, terms);
  const groups = await db.$queryRaw<GroupRow[]>`
    WITH ${tables}
    SELECT zone, skipped, count(*)::int AS count,
      count(*) FILTER (WHERE name = '')::int AS name_missing, max(length(name))::int AS name_longest,
      count(*) FILTER (WHERE COALESCE(library, '') = '')::int AS library_missing,
      COALESCE(max(length(library)), 0)::int AS library_longest,
      min(name) FILTER (WHERE COALESCE(library, '') = '') AS library_example,
      count(*) FILTER (WHERE class_name = '')::int AS class_missing, max(length(class_name))::int AS class_longest
    FROM audience GROUP BY zone, skipped`;
  // The longest name, the middle one and the shortest: three different people wherever there are three.
  const samples = await db.$queryRaw<{ person_id: number; name: string; library: string | null; class_name: string }[]>`
    WITH ${tables}, ranked AS (
      SELECT *, row_number() OVER (ORDER BY length(name) DESC, person_id) AS place, count(*) OVER () AS total
      FROM audience WHERE skipped IS NULL
    )
    SELECT person_id, name, library, class_name FROM ranked
    WHERE place = 1 OR place = (total + 2) / 2 OR place = total ORDER BY place`;

  const reached = groups.filter(({ skipped }) => skipped === null);
  const skipped: AudiencePreview["skipped"] = { not_joined: 0, blocked: 0, gone: 0, opted_out: 0 };
  for (const group of groups) if (group.skipped !== null) skipped[group.skipped] += group.count;
  const sum = (of: (group: GroupRow) => number) => reached.reduce((total, group) => total + of(group), 0);
  const most = (of: (group: GroupRow) => number) => Math.max(0, ...reached.map(of));
  const first = (of: (group: GroupRow) => string | null) => reached.map(of).find((name) => name !== null) ?? null;
  return {
    reachable: ZONES.flatMap((zone: Zone) => {
      const count = reached.find((group) => group.zone === zone)?.count ?? 0;
      return count === 0 ? [] : [{ zone, count }];
    }),
    skipped,
    variables: {
      nama: { missing: sum((g) => g.name_missing), longest: most((g) => g.name_longest), example: null },
      perpustakaan: {
        missing: sum((g) => g.library_missing),
        longest: most((g) => g.library_longest),
        example: first((g) => g.library_example),
      },
      kelas: { missing: sum((g) => g.class_missing), longest: most((g) => g.class_longest), example: null },
    },
    samples: samples.map(({ person_id, name, library, class_name }) => ({
      personId: person_id,
      words: { nama: name, perpustakaan: library ?? "", kelas: class_name },
    })),
  };
}

/** What is delivered late, after an outage, was due this long ago at most. It bounds what is read: two days' posts, not a year's. */
const DUE_WITHIN_MILLISECONDS = 2 * 24 * 3_600_000;

/** Counted as the budget counts (spending.ts): what left at one instant, under one number, was one message. */
export async function toldOnTheDay(db: Db, audience: Audience, terms: AudienceTerms, perDay: number): Promise<number> {
  const earliest = Math.min(...terms.zones.map(({ dueAt }) => dueAt.getTime()));
  const since = new Date(earliest - DUE_WITHIN_MILLISECONDS);
  const leftAt = Prisma.sql`COALESCE(o.left_at, o.settled_at)`;
  const localDay = (at: Prisma.Sql) => Prisma.sql`(${at} AT TIME ZONE 'UTC' AT TIME ZONE a.zone)::date`;
  // By the index (state, priority, due_at): a look at each person's own rows would take ten times as long.
  const [told] = await db.$queryRaw<[{ count: number }]>`
    WITH ${audienceTables(audience, terms)}, recent AS MATERIALIZED (
      SELECT person_id, left_at, settled_at, telegram_message_id, counts_on FROM outbox
      WHERE state IN ('sent', 'unknown') AND priority = ANY(${SPENDING_PRIORITIES}::int[])
        AND due_at > ${since}::timestamp AND kind = ANY(${SPENDING_KINDS}::text[])
    ), told AS (
      SELECT a.person_id FROM audience a JOIN zone z ON z.zone = a.zone JOIN recent o ON o.person_id = a.person_id
      WHERE a.skipped IS NULL AND EXISTS (SELECT 1 FROM participants q WHERE q.person_id = a.person_id)
        AND COALESCE(o.counts_on, ${localDay(leftAt)}) = ${localDay(Prisma.sql`z."dueAt"`)}
      GROUP BY a.person_id HAVING count(DISTINCT (${leftAt}, o.telegram_message_id)) >= ${perDay}::int
    )
    SELECT count(*)::int AS count FROM told`;
  return told.count;
}

const SPENDING_PRIORITIES = [...new Set(SPENDING_KINDS.map((kind) => POST_KINDS[kind].priority))];
