// What a cut to PostgreSQL looks like from here, made with a proxy that cuts; and what is no cut.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPostgres } from "../../../src/storage/engine/database.js";
import { isDatabaseAway } from "../../../src/storage/engine/database-away.js";
import { type LineProxy, openProxy } from "../../support/proxy.js";

test.each([
  ["a code of Prisma", { code: "P1001" }],
  ["a transaction that ran out of time", { code: "P2028", meta: { timeout: 5000 } }],
  ["no free connection", { code: "P2024" }],
  ["PostgreSQL shutting down", { meta: { driverAdapterError: { cause: { kind: "postgres", code: "57P01" } } } }],
  ["PostgreSQL starting", { cause: { originalCode: "57P03" } }],
  ["a full disk", { meta: { driverAdapterError: { cause: { kind: "postgres", code: "53100" } } } }],
  ["a lost deadlock", { meta: { driverAdapterError: { cause: { kind: "TransactionWriteConflict" } } } }],
  ["a broken socket", Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" })],
  ["two tries at once", new AggregateError([Object.assign(new Error(""), { code: "ECONNREFUSED" })])],
  ["what the driver says without a code", new Error("Connection terminated unexpectedly")],
  [
    "the driver's words behind Prisma's",
    new Error("Invalid `inbox.findMany()` invocation: Connection terminated unexpectedly"),
  ],
  ["wrapped by the bot", Object.assign(new Error("BotError"), { error: { code: "P1017" } })],
])("%s is an outage", (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  ["a fault of ours", new TypeError("x is not a function")],
  [
    "a broken rule of the database",
    { code: "P2002", meta: { driverAdapterError: { cause: { kind: "UniqueConstraintViolation" } } } },
  ],
  ["a wrong statement", { code: "P2010", meta: { driverAdapterError: { cause: { kind: "ColumnNotFound" } } } }],
  ["a number that is too large", { meta: { driverAdapterError: { cause: { kind: "postgres", code: "22003" } } } }],
  ["a row that is not there", { code: "P2025" }],
  ["no error", undefined],
  ["an error that holds itself", selfHolding()],
])("%s is none", (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});

function selfHolding(): Error {
  const error = new Error("round");
  error.cause = error;
  return error;
}

describe.skipIf(inject("database").kind !== "postgres")("over a line that breaks", () => {
  let proxy: LineProxy;
  let database: ReturnType<typeof openPostgres>;
  beforeAll(async () => {
    const source = inject("database");
    if (source.kind !== "postgres") return;
    const server = new URL(source.serverUrl);
    proxy = await openProxy({ host: server.hostname, port: Number(server.port || 5432) });
    server.host = `127.0.0.1:${proxy.port}`;
    database = openPostgres(server.toString());
  });
  afterAll(async () => {
    await database?.close();
    await proxy?.close();
  });
  const whatIsThrown = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  test("a statement that is cut is an outage, and the next one works", async () => {
    await database.prisma.$queryRaw`SELECT 1`;
    const thrown = whatIsThrown(database.prisma.$queryRaw`SELECT pg_sleep(5)::text`);
    await proxy.untilBusy();
    proxy.cut();
    expect(isDatabaseAway(await thrown)).toBe(true);
    expect(await database.prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  test("a transaction that is cut between two statements is an outage, and ends nothing else", async () => {
    const thrown = whatIsThrown(
      database.prisma.$transaction(async (inside) => {
        await inside.$queryRaw`SELECT 1`;
        proxy.cut();
        await new Promise((resolve) => setTimeout(resolve, 50));
        await inside.$queryRaw`SELECT 2`;
      }),
    );
    expect(isDatabaseAway(await thrown)).toBe(true);
    expect(await database.prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  test("a session that PostgreSQL ends is an outage", async () => {
    const thrown = whatIsThrown(
      database.prisma.$transaction(async (inside) => {
        const [{ pid }] = await inside.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
        await database.prisma.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;
        await inside.$queryRaw`SELECT 2`;
      }),
    );
    expect(isDatabaseAway(await thrown)).toBe(true);
  });

  test("a server that refuses, or hangs up at once, is an outage for every way of asking", async () => {
    proxy.refuse(true);
    proxy.cut();
    const asks = [
      () => database.prisma.$queryRaw`SELECT 1`,
      () => database.prisma.lease.findMany(),
      () => database.prisma.$transaction(async (inside) => inside.lease.findMany()),
    ];
    for (const ask of asks) expect(isDatabaseAway(await whatIsThrown(ask()))).toBe(true);
    proxy.refuse(false);
    const nobody = openPostgres("postgresql://postgres@127.0.0.1:1/test");
    expect(isDatabaseAway(await whatIsThrown(nobody.prisma.$queryRaw`SELECT 1`))).toBe(true);
    await nobody.close();
  });
});
