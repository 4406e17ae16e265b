// Makes one migrated database before all tests; each test file starts from a copy of it (see database.ts).
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openPostgres } from "../../src/storage/engine/database.js";
import { openPGlite } from "../../src/storage/engine/embedded/embedded-database.js";
import { applyMigrations } from "../../src/storage/migrations/migrate.js";
import { loadTestPlaces } from "./world/places.js";

export type TestDatabaseSource =
  | { kind: "embedded"; snapshot: string }
  | { kind: "postgres"; serverUrl: string; template: string };

declare module "vitest" {
  export interface ProvidedContext {
    database: TestDatabaseSource;
  }
}

const DEFAULT_SERVER = "postgresql://postgres@127.0.0.1:5432/test";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE === "postgres") return setupPostgres(project);
  const folder = await mkdtemp(join(tmpdir(), "bot-test-"));
  const pglite = new PGlite();
  const database = openPGlite(pglite);
  await applyMigrations(database);
  await loadTestPlaces(database.prisma);
  const snapshot = join(folder, "snapshot.tar");
  await writeFile(snapshot, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
  await database.close();
  project.provide("database", { kind: "embedded", snapshot });
  return () => rm(folder, { recursive: true, force: true });
}

async function setupPostgres(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env.DATABASE_URL ?? DEFAULT_SERVER;
  const template = `bot_template_${process.pid}`;
  await onServer(serverUrl, `CREATE DATABASE ${template}`);
  const database = openPostgres(databaseUrl(serverUrl, template));
  await applyMigrations(database);
  await loadTestPlaces(database.prisma);
  await database.close();
  // A connection that is being closed lingers for a moment, and a database in use cannot be copied.
  await onServer(serverUrl, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${template}'`);
  project.provide("database", { kind: "postgres", serverUrl, template });
  return () => dropDatabases(serverUrl, template);
}

/** The template and every copy of it. */
async function dropDatabases(serverUrl: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [template]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/** Runs one statement on the server's own database: CREATE and DROP DATABASE cannot run inside another. */
export async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
