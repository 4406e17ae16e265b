// A program that is gone without a word holds nothing for long: the server gives its session up.
import { readdirSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, type Db, openPostgres } from "../../../src/storage/engine/database.js";
import { isDatabaseAway } from "../../../src/storage/engine/database-away.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";

const NAMES = [
  ...["client_connection_check_interval", "idle_in_transaction_session_timeout", "jit", "tcp_keepalives_count"],
  ...["tcp_keepalives_idle", "tcp_keepalives_interval"],
];

const settingsOf = async (db: Db): Promise<string[]> => {
  const rows = await db.$queryRaw<{ setting: string }[]>`
    SELECT setting FROM pg_settings WHERE name = ANY(${NAMES}::text[]) ORDER BY name`;
  return rows.map(({ setting }) => setting);
};

describe.skipIf(inject("database").kind !== "postgres")("on PostgreSQL", () => {
  let url: string;
  let database: Database;
  beforeAll(async () => {
    const source = inject("database");
    if (source.kind !== "postgres") return;
    const name = `${source.template}_given_up_${process.pid}`;
    await onServer(source.serverUrl, `CREATE DATABASE ${name}`);
    url = databaseUrl(source.serverUrl, name);
    database = openPostgres(url);
  });
  afterAll(() => database?.close());

  test("a session of ours is given up within a minute of silence; one of a restore may be silent between statements", async () => {
    expect(await settingsOf(database.prisma)).toEqual(["5000", "60000", "off", "3", "30", "10"]);
    expect(await database.patiently(settingsOf)).toEqual(["5000", "0", "off", "3", "30", "10"]);
  });

  test("through a socket of the same machine it opens too", async ({ skip }) => {
    const { hostname } = new URL(url);
    const folder = "/var/run/postgresql";
    const isHere = hostname === "127.0.0.1" && isThere(folder);
    if (!isHere) return skip();
    const here = new URL(url);
    here.searchParams.set("host", folder);
    const local = openPostgres(here.toString());
    expect(await settingsOf(local.prisma)).toEqual(["5000", "60000", "off", "0", "0", "0"]);
    await local.close();
  });

  test("a transaction that was given up is an outage, and lets go of what it held", async () => {
    await database.prisma.$executeRaw`CREATE TABLE held (id int)`;
    const held = database.prisma.$transaction(async (db) => {
      await db.$executeRaw`LOCK TABLE held`;
      await db.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 200`;
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      // As the next process, whose first statement needs what the one before held.
      await other.query("INSERT INTO held VALUES (1)");
      await other.end();
      return db.$executeRaw`INSERT INTO held VALUES (2)`;
    });
    expect(isDatabaseAway(await held.catch((error: unknown) => error))).toBe(true);
    expect(await database.prisma.$queryRaw`SELECT id FROM held`).toEqual([{ id: 1 }]);
  });
});

function isThere(folder: string): boolean {
  try {
    return readdirSync(folder).includes(".s.PGSQL.5432");
  } catch {
    return false;
  }
}
