// A database of its own for each scenario, on PostgreSQL, copied from one that is migrated and holds the places.
import { openPostgres } from "../../../src/storage/engine/database.js";
import { ensureInstalledPlaces } from "../../../src/storage/migrations/installed-places.js";
import { applyMigrations } from "../../../src/storage/migrations/migrate.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";

const SERVER = process.env.DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/test";
const TEMPLATE = `bot_faults_${process.pid}`;
let template: Promise<void> | undefined;
let serial = 0;

export interface ScratchDatabase {
  url: string;
  prisma: ReturnType<typeof openPostgres>["prisma"];
  close(): Promise<void>;
}

export async function openScratchDatabase(server = SERVER): Promise<ScratchDatabase> {
  const name = `${TEMPLATE}_${++serial}`;
  if (server === SERVER) {
    template ??= makeTemplate();
    await template;
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  } else {
    await onServer(server, `CREATE DATABASE ${name}`);
    await fill(databaseUrl(server, name));
  }
  const url = databaseUrl(server, name);
  const { prisma, close } = openPostgres(url);
  return {
    url,
    prisma,
    async close() {
      await close();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function makeTemplate(): Promise<void> {
  await onServer(SERVER, `CREATE DATABASE ${TEMPLATE}`);
  await fill(databaseUrl(SERVER, TEMPLATE));
  // A connection that is being closed lingers, and a database in use cannot be copied.
  await onServer(SERVER, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${TEMPLATE}'`);
}

async function fill(url: string): Promise<void> {
  const database = openPostgres(url);
  await applyMigrations(database);
  await ensureInstalledPlaces(database.prisma);
  await database.close();
}

export async function dropTemplate(): Promise<void> {
  if (template === undefined) return;
  await template;
  // Those of a scenario that was broken off, too.
  for (let left = 1; left <= serial; left++) {
    await onServer(SERVER, `DROP DATABASE IF EXISTS ${TEMPLATE}_${left} WITH (FORCE)`);
  }
  await onServer(SERVER, `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  // The next file of the same worker makes its own.
  template = undefined;
}
