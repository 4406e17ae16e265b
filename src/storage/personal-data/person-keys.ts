// By which keys rows belong to a person: never by their name, which may be anybody's, a word of the texts, or a key of a JSON column.
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { evidenceIdsIn } from "../reports/evidence.js";

export interface PersonKeys {
  personId: number;
  phone: string | null;
  /** Rows of people whom somebody invited to a role by this number, and who have not taken it up: nobody else can be behind them. */
  invitedIds: number[];
  /** Telegram accounts that were theirs and have not become somebody else's. */
  accounts: bigint[];
  participantIds: number[];
  threadIds: number[];
  storyIds: number[];
  rosterRowIds: number[];
  /** What a file changed of these stands as it was in rows that may be under another number by now. */
  rosterChanges: { importId: number; rosterRowId: number }[];
  /** Plans of libraries that nobody else has managed since: nobody but them can have written what stands there. */
  lonePlanIds: number[];
  /** Libraries in which there was never anybody else. */
  loneLibraryIds: number[];
  /** Files that their unfinished forms hold. */
  draftedEvidenceIds: number[];
  /** Obstacles of the questionnaire, in any version: chosen from a list, nobody's own words. */
  obstacles: readonly string[];
}

export async function keysOf(db: Db, personId: number, obstacles: readonly string[]): Promise<PersonKeys> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const accounts = await accountsOf(db, personId, person.telegramId);
  const participantIds = ids(await db.participant.findMany({ where: { personId }, select: { id: true } }));
  const threads = await db.questionThread.findMany({
    where: { participantId: { in: participantIds } },
    select: { id: true },
  });
  const drafts = await db.draft.findMany({ where: { telegramId: { in: accounts } }, select: { answers: true } });
  return {
    ...{ personId, phone: person.phone, invitedIds: await invitedUnder(db, person) },
    accounts,
    participantIds,
    threadIds: ids(threads),
    storyIds: ids(await db.story.findMany({ where: { participantId: { in: participantIds } }, select: { id: true } })),
    ...(await rostersOf(db, personId, participantIds, person)),
    ...(await loneWork(db, personId)),
    draftedEvidenceIds: drafts.flatMap(({ answers }) => evidenceIdsIn(answers)),
    obstacles,
  };
}

/** Under which subjects audits, posts and drafts of others speak of them. */
export function subjectsOf({ personId, participantIds, rosterRowIds, threadIds, storyIds, lonePlanIds }: PersonKeys) {
  return [
    `person:${personId}`,
    ...participantIds.map((id) => `participant:${id}`),
    ...rosterRowIds.map((id) => `roster_row:${id}`),
    ...threadIds.map((id) => `thread:${id}`),
    ...storyIds.map((id) => `story:${id}`),
    ...lonePlanIds.map((id) => `plan:${id}`),
  ];
}

async function accountsOf(db: Db, personId: number, current: bigint | null): Promise<bigint[]> {
  const bindings = await db.accountBinding.findMany({ where: { personId } });
  const known = [...new Set([...bindings.map(({ telegramId }) => telegramId), ...(current === null ? [] : [current])])];
  // An account that has since become somebody else's is theirs now.
  const takenOver = await db.person.findMany({
    where: { telegramId: { in: known }, NOT: { id: personId } },
    select: { telegramId: true },
  });
  return known.filter((id) => takenOver.every(({ telegramId }) => telegramId !== id));
}

async function invitedUnder(db: Db, { id, phone }: { id: number; phone: string | null }): Promise<number[]> {
  if (phone === null) return [];
  const isNobodyYet = { telegramId: null, erasedAt: null, participations: { none: {} }, roles: { some: {} } };
  return ids(await db.person.findMany({ where: { ...isNobodyYet, phone, NOT: { id } }, select: { id: true } }));
}

/**
 * The rows through which they joined; and rows of other classes under the same phone and the same name. A phone alone tells nothing:
 * the village office's may stand beside two invited people. The same of rows as they were before a file changed them.
 */
async function rostersOf(
  db: Db,
  personId: number,
  participantIds: number[],
  { name, phone }: { name: string; phone: string | null },
): Promise<Pick<PersonKeys, "rosterRowIds" | "rosterChanges">> {
  const joined = await db.rosterRow.findMany({ where: { participantId: { in: participantIds } } });
  const names = [name, ...joined.map((row) => row.name)].filter((one) => one !== "");
  const phones = [phone, ...joined.map((row) => row.phone)].flatMap((one) => one ?? []);
  const isTheirs = (rowPhone: Prisma.Sql, rowName: Prisma.Sql) => Prisma.sql`${rowPhone} = ANY(${phones}::text[])
    AND lower(btrim(${rowName})) IN (SELECT lower(btrim(n)) FROM unnest(${names}::text[]) AS n)
    AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id <> ${personId} AND p.erased_at IS NULL
      AND p.phone = ${rowPhone} AND lower(btrim(p.name)) = lower(btrim(${rowName})))`;
  const alike = await db.$queryRaw<{ id: number }[]>`
    SELECT r.id FROM roster_rows r
    WHERE r.participant_id IS NULL AND ${isTheirs(Prisma.sql`r.phone`, Prisma.sql`r.name`)}`;
  const rosterChanges = await db.$queryRaw<PersonKeys["rosterChanges"]>`
    SELECT c.import_id AS "importId", c.roster_row_id AS "rosterRowId" FROM roster_changes c
    WHERE ${isTheirs(Prisma.sql`(c.before ->> 'phone')`, Prisma.sql`(c.before ->> 'name')`)}`;
  return { rosterRowIds: [...ids(joined), ...ids(alike)], rosterChanges };
}

async function loneWork(db: Db, personId: number): Promise<Pick<PersonKeys, "lonePlanIds" | "loneLibraryIds">> {
  const plans = await db.$queryRaw<{ id: number }[]>`
    WITH mine AS (
      SELECT library_id, CASE WHEN bool_or(until_at IS NULL) THEN 'infinity' ELSE max(until_at) END AS until_at
      FROM library_members WHERE person_id = ${personId} GROUP BY library_id
    )
    SELECT wp.id FROM work_plans wp JOIN mine ON mine.library_id = wp.library_id
    WHERE NOT EXISTS (
      SELECT 1 FROM library_members o JOIN people p ON p.id = o.person_id AND p.erased_at IS NULL
      WHERE o.library_id = wp.library_id AND o.person_id <> ${personId}
        AND (o.until_at IS NULL OR o.until_at > mine.until_at))`;
  // Words of a plan that was merged into one of these (storage/merges).
  const merged = await db.workPlan.findMany({ where: { movedToId: { in: ids(plans) } }, select: { id: true } });
  const libraries = await db.$queryRaw<{ id: number }[]>`
    SELECT l.id FROM libraries l
    WHERE l.id IN (SELECT library_id FROM library_members WHERE person_id = ${personId}
                   UNION SELECT library_id FROM participants WHERE person_id = ${personId})
      AND NOT EXISTS (SELECT 1 FROM library_members m JOIN people p ON p.id = m.person_id AND p.erased_at IS NULL
        WHERE m.library_id = l.id AND m.person_id <> ${personId})
      AND NOT EXISTS (SELECT 1 FROM participants pa JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        WHERE pa.library_id = l.id AND pa.person_id <> ${personId})`;
  const into = ids(libraries).map((id) => -id);
  const gone = await db.library.findMany({ where: { holderId: { in: into } }, select: { id: true } });
  return { lonePlanIds: [...ids(plans), ...ids(merged)], loneLibraryIds: [...ids(libraries), ...ids(gone)] };
}

/** Rows that turned out to be this person, and those that had turned out to be one of them. */
export async function mergedInto(db: Db, personId: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE theirs AS (
      SELECT id FROM people WHERE merged_into_id = ${personId}::int
      UNION SELECT p.id FROM theirs JOIN people p ON p.merged_into_id = theirs.id)
    SELECT id FROM theirs ORDER BY id`;
  return ids(rows);
}

function ids(rows: { id: number }[]): number[] {
  return rows.map(({ id }) => id);
}
