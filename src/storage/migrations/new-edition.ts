// Takes over a new edition of the place data: names and codes as they are now, what lies in a place that has another code goes along, and every change
// is written down for the office. All of it or nothing; codes that are no more stay, with their successor.
import type { PlaceChanges } from "../../domain/places/place-changes.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

type Move = PlaceChanges["moved"][number];

/** The rows of the table hold the new names already. */
export async function followChanges(db: Db, { renamed, moved, gone }: PlaceChanges): Promise<void> {
  const free = moved.filter(({ isFree }) => isFree);
  await db.$executeRaw`
    UPDATE places SET gone = true, successor_code = m.to
    FROM jsonb_to_recordset(${json(free)}::jsonb) AS m("from" text, "to" text) WHERE code = m.from`;
  await db.$executeRaw`UPDATE places SET gone = true WHERE code = ANY(${gone.map(({ code }) => code)}::text[])`;
  // Of an edition before: a place whose successor has moved on since is where that one is.
  await db.$executeRaw`
    UPDATE places SET successor_code = m.to
    FROM jsonb_to_recordset(${json(moved)}::jsonb) AS m("from" text, "to" text)
    WHERE successor_code = m.from AND code <> m.to`;
  const libraries = await moveLibraries(db, moved);
  const rosterRows = await moveAll(db, "roster_rows", "place_code", moved);
  await moveAll(db, "pauses", "place_code", moved);
  await moveAll(db, "role_bindings", "region_code", moved);
  await moveAll(db, "training_classes", "province_code", moved);
  const went = (counts: Map<string, number>, code: string) => counts.get(code) ?? 0;
  const lines = [
    ...moved.map(({ from, to, before, now }) => ({
      ...{ kind: "moved", code: from, before, now, to },
      ...{ libraries: went(libraries, from), rosterRows: went(rosterRows, from) },
    })),
    ...renamed.map(({ code, before, now }) => ({ kind: "renamed", code, before, now, to: null })),
    ...gone.map(({ code, name }) => ({ kind: "gone", code, before: name, now: null, to: null })),
  ];
  await db.$executeRaw`
    INSERT INTO place_changes (kind, code, before, now, "to", libraries, roster_rows)
    SELECT c.kind, c.code, c.before, c.now, c."to",
      coalesce(c.libraries, (SELECT count(*) FROM libraries l WHERE ${liesThere(Prisma.sql`l.place_code`)})),
      coalesce(c."rosterRows", (SELECT count(*) FROM roster_rows r WHERE ${liesThere(Prisma.sql`r.place_code`)}))
    FROM jsonb_to_recordset(${json(lines)}::jsonb)
      AS c(kind text, code text, before text, now text, "to" text, libraries int, "rosterRows" int)`;
}

const liesThere = (place: Prisma.Sql) => Prisma.sql`(${place} = c.code OR starts_with(${place}, c.code || '.'))`;

/**
 * Codes that are exchanged, or handed down a row of villages, meet on their way: so all that go have a name of their own until they are there. Who would
 * meet a library of the same name that stays keeps the old code, which is still a place; the two stand among the duplicates.
 */
async function moveLibraries(db: Db, moved: readonly Move[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ from: string; count: number }[]>`
    WITH moves AS (
      SELECT m.from, m.to FROM jsonb_to_recordset(${json(moved)}::jsonb) AS m("from" text, "to" text)
    ), going AS (
      SELECT l.id, m.from, m.to FROM libraries l JOIN moves m ON m.from = l.place_code
      WHERE NOT EXISTS (
        SELECT 1 FROM libraries s WHERE s.place_code = m.to AND s.place_code NOT IN (SELECT n.from FROM moves n)
          AND (s.kind, s.name, s.holder_id, s.practice_of) = (l.kind, l.name, l.holder_id, l.practice_of)
      )
    ), gone AS (
      UPDATE libraries l SET place_code = g.to, name = ${ON_ITS_WAY} || l.id || ' ' || l.name
      FROM going g WHERE g.id = l.id RETURNING g.from
    )
    SELECT gone.from, count(*)::int AS count FROM gone GROUP BY gone.from`;
  await db.$executeRaw`
    UPDATE libraries SET name = regexp_replace(name, '^' || ${ON_ITS_WAY} || '[0-9]+ ', '') WHERE starts_with(name, ${ON_ITS_WAY})`;
  return new Map(rows.map(({ from, count }) => [from, count]));
}

/** No name begins with it. */
const ON_ITS_WAY = "\u001f";

async function moveAll(db: Db, table: string, column: string, moved: readonly Move[]): Promise<Map<string, number>> {
  const [rows, place] = [Prisma.raw(table), Prisma.raw(column)];
  const went = await db.$queryRaw<{ from: string; count: number }[]>`
    WITH gone AS (
      UPDATE ${rows} t SET ${place} = m.to
      FROM jsonb_to_recordset(${json(moved)}::jsonb) AS m("from" text, "to" text)
      WHERE t.${place} = m.from RETURNING m.from
    )
    SELECT gone.from, count(*)::int AS count FROM gone GROUP BY gone.from`;
  return new Map(went.map(({ from, count }) => [from, count]));
}

const json = (value: unknown) => JSON.stringify(value);
