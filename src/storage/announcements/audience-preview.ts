// What an audience would come to, before anything is written: how many by zone and cause, the longest words, three examples.
import type { SkipCause } from "../../domain/announcements/announcement.js";
import type { Audience } from "../../domain/announcements/audience.js";
import { POST_KINDS, SPENDING_KINDS } from "../../domain/messages/post-kind.js";
import { ZONES } from "../../domain/time/zone.js";
import type { AudiencePreview, AudienceTerms, SpendingAlike } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { spentMessages } from "../queue/spending.js";
import { audienceTables } from "./audiences/who-is-meant.js";
import { units } from "./units.js";

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
      count(*) FILTER (WHERE name = '')::int AS name_missing, max(${units(Prisma.sql`name`)})::int AS name_longest,
      count(*) FILTER (WHERE COALESCE(library, '') = '')::int AS library_missing,
      COALESCE(max(${units(Prisma.sql`library`)}), 0)::int AS library_longest,
      min(name) FILTER (WHERE COALESCE(library, '') = '') AS library_example,
      count(*) FILTER (WHERE class_name = '')::int AS class_missing, max(${units(Prisma.sql`class_name`)})::int AS class_longest
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
  const sum = (of: (group: GroupRow) => number) => reached.reduce((total, group) => total + of(group), 0);
  const most = (of: (group: GroupRow) => number) => Math.max(0, ...reached.map(of));
  const first = (of: (group: GroupRow) => string | null) => reached.map(of).find((name) => name !== null) ?? null;
  return {
    reachable: reachableIn(groups),
    skipped: skippedIn(groups),
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

export async function countAudience(
  db: Db,
  audience: Audience,
  terms: AudienceTerms,
): Promise<Pick<AudiencePreview, "reachable" | "skipped">> {
  const rows = await db.$queryRaw<Pick<GroupRow, "zone" | "skipped" | "count">[]>`
    WITH ${audienceTables(audience, terms)}
    SELECT zone, skipped, count(*)::int AS count FROM audience GROUP BY zone, skipped`;
  return { reachable: reachableIn(rows), skipped: skippedIn(rows) };
}

function reachableIn(rows: readonly Pick<GroupRow, "zone" | "skipped" | "count">[]): AudiencePreview["reachable"] {
  return ZONES.flatMap((zone) => {
    const count = rows.find((row) => row.zone === zone && row.skipped === null)?.count ?? 0;
    return count === 0 ? [] : [{ zone, count }];
  });
}

function skippedIn(rows: readonly Pick<GroupRow, "skipped" | "count">[]): AudiencePreview["skipped"] {
  const skipped: AudiencePreview["skipped"] = { not_joined: 0, blocked: 0, gone: 0, opted_out: 0 };
  for (const row of rows) if (row.skipped !== null) skipped[row.skipped] += row.count;
  return skipped;
}

/** What is delivered late, after an outage, was due this long ago at most. It bounds what is read: some days' posts, not a year's. */
const DUE_WITHIN_MILLISECONDS = 2 * 24 * 3_600_000;

const SPENDING_PRIORITIES = [...new Set(SPENDING_KINDS.map((kind) => POST_KINDS[kind].priority))];

/** Few rows for many people: those who had the same days and are in the same classes are counted together. */
export async function spendingOfReceivers(
  db: Db,
  audience: Audience,
  terms: AudienceTerms,
  { since, now }: { since: Date; now: Date },
): Promise<SpendingAlike[]> {
  const dueAfter = new Date(since.getTime() - DUE_WITHIN_MILLISECONDS);
  // By the index (state, priority, due_at): a look at each person's own rows would take ten times as long.
  const recent = Prisma.sql`state IN ('sent', 'unknown', 'claimed') AND priority = ANY(${SPENDING_PRIORITIES}::int[])
    AND due_at > ${dueAfter}::timestamp`;
  return db.$queryRaw<SpendingAlike[]>`
    WITH ${audienceTables(audience, terms)}, spent AS MATERIALIZED (
      ${spentMessages(recent, { since, now })}
    ), receiver AS (
      SELECT person_id, a.zone, jsonb_agg(day ORDER BY day) AS spent_on
      FROM audience a JOIN spent s USING (person_id),
        LATERAL (SELECT COALESCE(s.counts_on, (s.at AT TIME ZONE 'UTC' AT TIME ZONE a.zone)::date) AS day) AS local
      WHERE a.skipped IS NULL GROUP BY person_id, a.zone
    ), learner AS (
      SELECT q.person_id, jsonb_agg(jsonb_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on) ORDER BY c.id) AS classes
      FROM participants q JOIN training_classes c ON c.id = q.class_id GROUP BY q.person_id
    )
    SELECT zone, spent_on AS "spentOn", classes, count(*)::int AS count
    FROM receiver JOIN learner USING (person_id) GROUP BY zone, spent_on, classes`;
}
