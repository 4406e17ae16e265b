import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import { expect, test } from "vitest";
import { oneAtATime } from "../../../src/storage/engine/one-at-a-time.js";

/** A connection that takes a statement only when the one before it is answered; "bad" is answered with an error. */
function connection() {
  const log: string[] = [];
  let isBusy = false;
  const answer = async ({ sql }: SqlQuery): Promise<never> => {
    if (isBusy) throw new Error(`${sql} while busy`);
    isBusy = true;
    await new Promise(setImmediate);
    isBusy = false;
    log.push(sql);
    if (sql === "bad") throw new Error("bad");
    return sql as never;
  };
  const adapter = { startTransaction: async () => ({ queryRaw: answer, executeRaw: answer }) };
  const factory = { connect: async () => adapter as unknown as SqlDriverAdapter };
  return { log, factory: factory as SqlMigrationAwareDriverAdapterFactory };
}

const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

test("statements asked for at once in a transaction reach its connection in turn, also after one that failed", async () => {
  const { log, factory } = connection();
  const transaction = await (await oneAtATime(factory).connect()).startTransaction();
  const results = await Promise.allSettled([
    transaction.executeRaw(statement("one")),
    transaction.queryRaw(statement("bad")),
    transaction.queryRaw(statement("two")),
    transaction.executeRaw(statement("three")),
  ]);
  expect(results).toMatchObject([
    { value: "one" },
    { reason: { message: "bad" } },
    { value: "two" },
    { value: "three" },
  ]);
  expect(log).toEqual(["one", "bad", "two", "three"]);
});
