// P35: the last tap of each chat.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTaps } from "../../src/storage/taps.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** Longer than 32 bits, as accounts are by now. */
const CHAT = 7_912_345_678;
const tap = { updateId: 1, messageId: 10, data: "menu", at: new Date("2024-06-24T03:00:00.123Z") };

test("P35 keeping a tap returns the one before it, of this chat alone", async () => {
  const taps = createTaps(database.prisma);
  const next = { updateId: 2, messageId: null, data: "plans", at: new Date("2024-06-24T03:00:00.456Z") };
  expect(await taps.swap(CHAT, tap)).toBeNull();
  expect(await taps.swap(CHAT + 1, next)).toBeNull();
  expect(await taps.swap(CHAT, next)).toEqual(tap);
  expect(await taps.swap(CHAT, tap)).toEqual(next);
});

test("P35 a forgotten tap is none, and forgetting twice is forgetting once", async () => {
  const taps = createTaps(database.prisma);
  await taps.swap(CHAT, tap);
  await taps.swap(CHAT + 1, tap);
  await taps.forget(CHAT);
  await taps.forget(CHAT);
  expect(await taps.swap(CHAT, tap)).toBeNull();
  expect(await taps.swap(CHAT + 1, tap)).toEqual(tap);
});
