// Reads all rows of the database as they stand at one moment, while the bot goes on.
import type { Database } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { LONGEST_CHANGE_MILLISECONDS } from "../migrations/migrate.js";
import { appliedMigrations } from "../migrations/migration-status.js";
import { quoted, type SequenceStanding, sequenceStandings, type TableShape, tableShapes } from "./tables-in-backup.js";

/** Some hundred kilobytes each. */
const ROWS_AT_ONCE = 2000;

export interface Dump {
  /** Names, oldest first. */
  migrations: string[];
  tables: { shape: TableShape; rows: number }[];
  sequences: SequenceStanding[];
}

/**
 * `onLines`: some rows of a table, each a JSON list of its columns as texts or nulls. Texts, because PostgreSQL reads back exactly what it
 * wrote: numbers of any length, days before Christ, nulls inside of JSON.
 */
export async function dumpTables(
  { prisma }: Pick<Database, "prisma">,
  onLines: (table: string, lines: string[]) => Promise<void>,
): Promise<Dump> {
  return prisma.$transaction(
    async (db) => {
      // A disk that takes a table slowly is no program that is gone.
      await db.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
      const migrations = await appliedMigrations(db);
      const tables: Dump["tables"] = [];
      for (const shape of await tableShapes(db)) {
        tables.push({ shape, rows: await dumpTable(db, shape, onLines) });
      }
      const sequences = await sequenceStandings(db);
      return { migrations, tables, sequences };
    },
    {
      // Every table as of the same moment.
      isolationLevel: "RepeatableRead",
      timeout: LONGEST_CHANGE_MILLISECONDS,
      maxWait: LONGEST_CHANGE_MILLISECONDS,
    },
  );
}

async function dumpTable(
  db: Parameters<typeof tableShapes>[0],
  { name, columns }: TableShape,
  onLines: (table: string, lines: string[]) => Promise<void>,
): Promise<number> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
  // Names come from the catalogue, and a cursor's statement takes no parameters.
  await db.$executeRaw(
    Prisma.raw(
      `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT json_build_array(${texts})::text AS line FROM ${quoted(name)}`,
    ),
  );
  let rows = 0;
  for (;;) {
    const fetched = await db.$queryRaw<{ line: string }[]>(Prisma.raw(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`));
    if (fetched.length > 0)
      await onLines(
        name,
        fetched.map(({ line }) => line),
      );
    rows += fetched.length;
    if (fetched.length < ROWS_AT_ONCE) break;
  }
  await db.$executeRaw(Prisma.raw("CLOSE backup_rows"));
  return rows;
}
