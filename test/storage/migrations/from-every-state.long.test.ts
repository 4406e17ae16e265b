// A database of every earlier version, filled, comes to the newest one with all its rows: for each migration there ever was.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openPostgres } from "../../../src/storage/engine/database.js";
import { applyMigrations, isUpToDate } from "../../../src/storage/migrations/migrate.js";
import { readMigrations } from "../../../src/storage/migrations/migrations.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";
import { countRows, fillEveryTable } from "./fill-every-table.js";

const source = inject("database");
const isSkipped = source.kind !== "postgres" || process.env.LONG_TESTS === undefined;
const BASE = `bot_states_${process.pid}`;
const COPY = `${BASE}_copy`;
const written = await readMigrations();
const TEN_MINUTES = 600_000;

/** Rows that a migration forgets on purpose, by table; whatever else is lost is a fault. */
const FORGOTTEN: Record<string, readonly string[]> = {};

const serverUrl = () => (source.kind === "postgres" ? source.serverUrl : "");
const drop = (name: string) => onServer(serverUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

async function inDatabase<T>(name: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openPostgres(databaseUrl(serverUrl(), name));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

describe.skipIf(isSkipped)("a filled database", () => {
  beforeAll(async () => {
    await drop(BASE);
    await onServer(serverUrl(), `CREATE DATABASE ${BASE}`);
  });
  afterAll(async () => {
    await drop(COPY);
    await drop(BASE);
  });

  test.each(written.map(({ name }, index) => [name, index] as const))(
    "of the version that ended with %s keeps its rows",
    async (name, index) => {
      await inDatabase(BASE, (base) => applyMigrations(base, { migrations: written.slice(0, index + 1) }));
      await drop(COPY);
      await onServer(serverUrl(), `CREATE DATABASE ${COPY} TEMPLATE ${BASE}`);
      await inDatabase(COPY, async (copy) => {
        await fillEveryTable(copy.prisma);
        const before = await countRows(copy.prisma);
        // Nothing was left out: a table that could not be filled proves nothing.
        expect(Object.entries(before).filter(([, rows]) => rows === 0)).toEqual([]);
        await applyMigrations(copy);
        expect(await isUpToDate(copy.prisma, written)).toBe(true);
        const after = await countRows(copy.prisma);
        const lost = Object.keys(before).filter((table) => (after[table] ?? 0) < (before[table] ?? 0));
        expect({ name, lost: lost.filter((table) => !FORGOTTEN[name]?.includes(table)) }).toEqual({ name, lost: [] });
      });
    },
    TEN_MINUTES,
  );
});
