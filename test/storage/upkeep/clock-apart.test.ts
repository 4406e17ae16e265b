// Whether this process and the database agree on what time it is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { millisecondsApart, warnOfClock } from "../../../src/storage/upkeep/clock-apart.js";
import { recordLog } from "../../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const off = (milliseconds: number) => ({ now: () => new Date(Date.now() + milliseconds) });
/** What the log says to a process whose clock is so far off. */
async function said(milliseconds: number, db = database.prisma) {
  const log = recordLog();
  await warnOfClock(db, off(milliseconds), log);
  return log.lines.map(({ level, event, fields }) => [level, event, fields?.seconds]);
}

test("a clock that is a few seconds off is told in the log, whichever way; one that is right is not", async () => {
  expect(await said(0)).toEqual([]);
  expect(await said(1000)).toEqual([]);
  expect(await said(60_000)).toEqual([["warn", "clock.apart", -60]]);
  expect(await said(-60_000)).toEqual([["warn", "clock.apart", 60]]);
});

test("a slow line is no wrong clock", async () => {
  const answered = [new Date(Date.now() - 9000), new Date(Date.now() + 9000)];
  expect(await millisecondsApart(database.prisma, () => answered.shift() ?? new Date())).toBe(0);
});

test("a database that is away ends no start", async () => {
  const away = { $queryRaw: () => Promise.reject(new Error("gone")) } as never;
  expect(await said(0, away)).toEqual([["warn", "clock.not-compared", undefined]]);
});
