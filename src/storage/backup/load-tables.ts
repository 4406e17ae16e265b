// Puts the rows of a backup into an empty database of the same migrations, all or none.
import type { Database, Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { LONGEST_CHANGE_MILLISECONDS } from "../migrations/migrate.js";
import { markAsBackup } from "../upkeep/restores.js";
import { quoted, type SequenceStanding, type TableShape, tableShapes } from "./tables-in-backup.js";

/** The backup and the database do not fit together; the message says why. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

export interface TableToLoad {
  shape: TableShape;
  /** Lines as dumpTables() gives them, some at a time. */
  lines(): AsyncIterable<string[]>;
}

/**
 * The admins that the configuration names are written down at each start (use-cases/people/ensure-national-admins.ts): until they have said
 * anything they are nobody's data, and go with the rows of a bot that was only started. Nothing is asked that the oldest tables lack.
 * @throws BackupError when the database holds people already; one without any table holds none.
 */
export async function refusePeople(db: Db): Promise<void> {
  const [table] = await db.$queryRaw<{ exists: boolean }[]>`SELECT to_regclass('people') IS NOT NULL AS exists`;
  if (table?.exists !== true) return;
  const [people] = await db.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM people p
      WHERE p.name <> '' OR p.phone IS NOT NULL OR p.erased_at IS NOT NULL
        OR EXISTS (SELECT 1 FROM consent_receipts c WHERE c.person_id = p.id)
        OR NOT EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id)
        OR EXISTS (SELECT 1 FROM role_bindings r
          WHERE r.person_id = p.id AND (r.role <> 'admin' OR r.region_code IS NOT NULL OR r.cohort_id IS NOT NULL))
    ) AS some`;
  if (people?.some !== true) return;
  throw new BackupError(
    "The database holds people already. A backup goes into an empty one: give DATABASE_URL (or DATA_DIR) of a new one.",
  );
}

/** @throws BackupError when the database holds people already, or has other columns than the backup. */
export async function loadTables(
  { prisma }: Pick<Database, "prisma">,
  { tables, sequences }: { tables: TableToLoad[]; sequences: SequenceStanding[] },
): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      // Once more: somebody may have come while files were copied.
      await refusePeople(db);
      await refuseOtherColumns(db, tables);
      // Rows refer to each other in circles, so what they refer to is checked once all of them are there.
      const references = await takeReferences(db);
      const names = tables.map(({ shape }) => quoted(shape.name));
      await run(db, `TRUNCATE ${names.join(", ")}`);
      for (const name of names) await run(db, `ALTER TABLE ${name} DISABLE TRIGGER USER`);
      for (const table of tables) await loadTable(db, table);
      for (const name of names) await run(db, `ALTER TABLE ${name} ENABLE TRIGGER USER`);
      for (const { table, name, definition } of references) {
        await run(db, `ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
      }
      for (const { name, last } of sequences)
        await db.$executeRaw`SELECT setval(${quoted(name)}::regclass, ${last}::bigint)`;
      // One of a program from before has no place for it yet.
      if (tables.some(({ shape }) => shape.name === "database_home")) await markAsBackup(db);
    },
    { timeout: LONGEST_CHANGE_MILLISECONDS, maxWait: LONGEST_CHANGE_MILLISECONDS },
  );
}

/** @throws BackupError when the database has other columns than the backup. */
export async function refuseOtherColumns(db: Db, tables: Pick<TableToLoad, "shape">[]): Promise<void> {
  const here = new Map((await tableShapes(db)).map((shape) => [shape.name, JSON.stringify(shape)]));
  const wrong = tables
    .filter(({ shape }) => here.get(shape.name) !== JSON.stringify(shape))
    .map(({ shape }) => shape.name);
  if (wrong.length > 0) {
    throw new BackupError(
      `The backup has other columns than this program knows, in: ${wrong.join(", ")}. Use the program that wrote it.`,
    );
  }
}

async function takeReferences(db: Db): Promise<{ table: string; name: string; definition: string }[]> {
  const references = await db.$queryRaw<{ table: string; name: string; definition: string }[]>`
    SELECT conrelid::regclass::text AS table, conname::text AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`;
  for (const { table, name } of references) await run(db, `ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  return references;
}

async function loadTable(db: Db, { shape, lines }: TableToLoad): Promise<void> {
  const names = shape.columns.map(({ name }) => quoted(name)).join(", ");
  const values = shape.columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(", ");
  for await (const some of lines()) {
    // Names and types come from the catalogue; the rows are a parameter.
    const into = Prisma.raw(
      `INSERT INTO ${quoted(shape.name)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM json_array_elements(`,
    );
    await db.$executeRaw`${into}${`[${some.join(",")}]`}::json) AS line`;
  }
}

function run(db: Db, statement: string): Promise<number> {
  return db.$executeRaw(Prisma.raw(statement));
}
