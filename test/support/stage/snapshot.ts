// Every row of a test's database, to look for something in it and to put it back as it was.
import type { TestDatabase } from "../database.js";
import { tablesOf } from "../tables.js";

type Db = TestDatabase["prisma"];

/** The rows of each table as JSON. */
export type Snapshot = Record<string, string[]>;

/** Of these tables; missing: of all but places and migrations, which no test changes. */
export async function takeSnapshot(db: Db, only?: string[]): Promise<Snapshot> {
  return rowsOf(db, only ?? (await tablesOf(db)).namedLast);
}

/** Every row of every table but these, places and migrations, without the columns of those names: to set beside what it is later. */
export async function digest(db: Db, without: { tables: string[]; columns?: string[] }): Promise<Snapshot> {
  const { namedLast } = await tablesOf(db);
  return rowsOf(
    db,
    namedLast.filter((name) => !without.tables.includes(name)),
    without.columns,
  );
}

/** All in one statement: a test that looks after each press would spend its time on asking table by table. */
async function rowsOf(db: Db, names: string[], without: string[] = []): Promise<Snapshot> {
  const minus = without.map((column) => ` - '${column}'`).join("");
  const each = names.map((name) => `SELECT '${name}' AS name, (to_jsonb(t)${minus})::text AS row FROM "${name}" t`);
  const rows = await db.$queryRawUnsafe<{ name: string; row: string }[]>(`${each.join(" UNION ALL ")} ORDER BY 1, 2`);
  const snapshot: Snapshot = Object.fromEntries(names.map((name) => [name, []]));
  for (const { name, row } of rows) snapshot[name]?.push(row);
  return snapshot;
}

/**
 * Puts the tables of `now` back as they were before, with those that name rows of them. The foreign keys stay on: switched off, the database
 * would forget how it carries out every statement it knows.
 */
export async function putBack(db: Db, before: Snapshot, now: Snapshot): Promise<void> {
  const changed = Object.keys(now).filter((name) => before[name]?.join("\n") !== now[name]?.join("\n"));
  if (changed.length === 0) return;
  const { namedLast, namedBy, columns } = await tablesOf(db);
  const touched = new Set(changed);
  // What is added on the way is met on the way.
  for (const name of touched) for (const from of namedBy.get(name) ?? []) touched.add(from);
  const order = namedLast.filter((name) => touched.has(name));
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('audits.leave', 'older:infinity', true)`;
    for (const name of order) await tx.$executeRawUnsafe(`DELETE FROM "${name}"`);
    for (const name of order.toReversed()) {
      const rows = before[name];
      if (rows === undefined) throw new Error(`Nobody knows how ${name} was before.`);
      if (rows.length === 0) continue;
      await tx.$executeRawUnsafe(
        `INSERT INTO "${name}" (${columns.get(name)}) SELECT ${columns.get(name)} FROM jsonb_populate_recordset(NULL::"${name}", $1::jsonb)`,
        `[${rows.join(",")}]`,
      );
    }
  });
}
