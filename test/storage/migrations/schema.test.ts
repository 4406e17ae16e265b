// Tables are made where the program looks for them, or the start says that they would not be.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPostgres } from "../../../src/storage/engine/database.js";
import { DatabaseRefusedError } from "../../../src/storage/engine/database-fault.js";
import { prepareDatabase } from "../../../src/storage/migrations/prepare-database.js";
import { recordLog } from "../../delivery/support.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";

describe.skipIf(inject("database").kind !== "postgres")("the schema of the address", () => {
  let url: string;
  let server: pg.Client;
  beforeAll(async () => {
    const source = inject("database");
    if (source.kind !== "postgres") return;
    const name = `${source.template}_schema_${process.pid}`;
    await onServer(source.serverUrl, `CREATE DATABASE ${name}`);
    url = databaseUrl(source.serverUrl, name);
    server = new pg.Client({ connectionString: url });
    await server.connect();
  });
  afterAll(() => server?.end());

  const prepare = async (search: string) => {
    const database = openPostgres(url + search);
    try {
      await prepareDatabase(database, { log: recordLog(), sleep: async () => {} });
      return { people: await database.prisma.person.count() };
    } finally {
      await database.close();
    }
  };
  const refusal = (search: string) => prepare(search).catch((error: unknown) => error);
  const tables = async () => (await server.query("SELECT 1 FROM pg_class WHERE relname = 'people'")).rowCount;

  test("that a pool does not pass on is refused before anything is made, until the user has it", async () => {
    const refused = await refusal("?schema=bot&pgbouncer=true");
    expect(refused).toBeInstanceOf(DatabaseRefusedError);
    expect((refused as Error).message).toContain("ALTER ROLE … SET search_path = bot");
    expect(await tables()).toBe(0);
    // As ALTER ROLE does it, for this database alone.
    await server.query(`CREATE SCHEMA bot; ALTER DATABASE ${new URL(url).pathname.slice(1)} SET search_path = bot`);
    expect(await prepare("?schema=bot&pgbouncer=true")).toEqual({ people: 0 });
    expect(await tables()).toBe(1);
  }, 240_000);

  test("that only the user has is refused, and one that the address names is not", async () => {
    expect(await refusal("")).toBeInstanceOf(DatabaseRefusedError);
    expect(await prepare("?schema=bot")).toEqual({ people: 0 });
  }, 240_000);
});
