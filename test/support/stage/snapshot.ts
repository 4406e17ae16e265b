// Every row of a test's database, to look for something in it and to put it back as it was.
import type { TestDatabase } from "../database.js";

type Db = TestDatabase["prisma"];

/** The rows of each table as JSON. */
export type Snapshot = Record<string, string[]>;

/** Of these tables; missing: of all but places and migrations, which no test changes. */
export async function takeSnapshot(db: Db, only?: string[]): Promise<Snapshot> {
  return rowsOf(db, only ?? (await tablesOf(db)));
}

/** Every row of every table but these, places and migrations, without the columns of those names: to set beside what it is later. */
export async function digest(db: Db, without: { tables: string[]; columns?: string[] }): Promise<Snapshot> {
  const names = await tablesOf(db);
  return rowsOf(
    db,
    names.filter((name) => !without.tables.includes(name)),
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

/** Puts the tables of `now` back as they were before. */
export async function putBack(db: Db, before: Snapshot, now: Snapshot): Promise<void> {
  const changed = Object.keys(now).filter((name) => before[name]?.join("\n") !== now[name]?.join("\n"));
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    for (const name of changed) {
      const columns = await writtenColumns(tx, name);
      await tx.$executeRawUnsafe(`DELETE FROM "${name}"`);
      await tx.$executeRawUnsafe(
        `INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${name}", $1::jsonb)`,
        `[${before[name]?.join(",") ?? ""}]`,
      );
    }
  });
}

/** What the database works out by itself is not written. */
async function writtenColumns(db: Pick<Db, "$queryRaw">, table: string): Promise<string> {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table} AND is_generated = 'NEVER' ORDER BY ordinal_position`;
  return columns.map(({ name }) => `"${name}"`).join(", ");
}

async function tablesOf(db: Db): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('places', '_prisma_migrations') ORDER BY 1`;
  return tables.map(({ name }) => name);
}
