// P35: the last tap of each chat.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTaps } from "../../../src/storage/upkeep/taps.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** Longer than 32 bits, as accounts are by now. */
const CHAT = 7_912_345_678;
const tap = { updateId: 1, messageId: 10, data: "menu", at: new Date("2024-06-24T03:00:00.123Z") };

// Keeps P35.
test("keeping a tap returns the one before it, of this chat alone", async () => {
  const taps = createTaps(database.prisma);
  const next = { updateId: 2, messageId: null, data: "plans", at: new Date("2024-06-24T03:00:00.456Z") };
  expect((await taps.swap(CHAT, tap)).tap).toBeNull();
  expect((await taps.swap(CHAT + 1, next)).tap).toBeNull();
  expect((await taps.swap(CHAT, next)).tap).toEqual(tap);
  expect((await taps.swap(CHAT, tap)).tap).toEqual(next);
  // Whatever else is written waits for the disk.
  const modes = await Promise.all([1, 2].map(() => database.prisma.$queryRaw`SHOW synchronous_commit`));
  expect(modes).toEqual(modes.map(() => [{ synchronous_commit: "on" }]));
});

// Keeps P35.
test("a forgotten tap is none, and forgetting twice is forgetting once", async () => {
  const taps = createTaps(database.prisma);
  await taps.swap(CHAT, tap);
  await taps.swap(CHAT + 1, tap);
  await taps.forget(CHAT, 11, tap.at);
  await taps.forget(CHAT, 11, tap.at);
  expect((await taps.swap(CHAT, tap)).tap).toBeNull();
  expect((await taps.swap(CHAT + 1, tap)).tap).toEqual(tap);
});

test("a tap counts from when it was answered, unless another came meanwhile", async () => {
  const taps = createTaps(database.prisma);
  await taps.swap(CHAT, tap);
  const answeredAt = new Date("2024-06-24T03:00:04.000Z");
  await taps.answered(CHAT, tap.updateId, answeredAt);
  expect((await taps.swap(CHAT, { ...tap, updateId: 2 })).tap).toEqual({ ...tap, at: answeredAt });
  await taps.answered(CHAT, tap.updateId, answeredAt);
  expect((await taps.swap(CHAT, { ...tap, updateId: 3 })).tap).toEqual({ ...tap, updateId: 2 });
});

test("whether a keyboard of ours is shown is known at the next update, whatever it is", async () => {
  const taps = createTaps(database.prisma);
  await taps.noteKeyboard(CHAT, true, tap.at);
  await taps.noteKeyboard(CHAT, true, tap.at);
  expect((await taps.forget(CHAT, 11, tap.at)).hasKeyboard).toBe(true);
  expect((await taps.swap(CHAT, tap)).hasKeyboard).toBe(true);
  await taps.noteKeyboard(CHAT, false, tap.at);
  expect((await taps.swap(CHAT, { ...tap, updateId: 2 })).hasKeyboard).toBe(false);
  expect((await taps.forget(CHAT + 1, 1, tap.at)).hasKeyboard).toBe(false);
});

// Keeps P21.
test("below a message is what was said or pressed under it in its chat, whichever was handled last", async () => {
  const taps = createTaps(database.prisma);
  expect(await taps.isAnythingBelow(CHAT, 10)).toBe(false);
  await taps.swap(CHAT, tap);
  await taps.swap(CHAT + 1, { ...tap, messageId: 99 });
  expect(await taps.isAnythingBelow(CHAT, 10)).toBe(false);
  await taps.forget(CHAT, 11, tap.at);
  expect(await taps.isAnythingBelow(CHAT, 10)).toBe(true);
  // Pressed far up, and handled again after a crash: it still is.
  await taps.swap(CHAT, tap);
  await taps.swap(CHAT, tap);
  expect(await taps.isAnythingBelow(CHAT, 10)).toBe(true);
  expect(await taps.isAnythingBelow(CHAT, 11)).toBe(false);
});

// Keeps P21.
test("below a message is what was delivered under it, and not what waits", async () => {
  const taps = createTaps(database.prisma);
  const post = { kind: "reminder", priority: 1, chatId: CHAT, dueAt: tap.at, createdAt: tap.at };
  await database.prisma.outbox.createMany({
    data: [
      { ...post, key: "above", state: "sent", telegramMessageId: 9 },
      { ...post, key: "waits" },
      { ...post, key: "elsewhere", chatId: CHAT + 1, state: "sent", telegramMessageId: 12 },
    ],
  });
  expect(await taps.isAnythingBelow(CHAT, 10)).toBe(false);
  await database.prisma.outbox.update({ where: { key: "waits" }, data: { state: "sent", telegramMessageId: 12 } });
  expect(await taps.isAnythingBelow(CHAT, 10)).toBe(true);
  expect(await taps.isAnythingBelow(CHAT, 12)).toBe(false);
});

test("the update that asks first about an album keeps being the first, in this chat", async () => {
  const taps = createTaps(database.prisma);
  const now = new Date("2024-06-24T03:00:00Z");
  expect(await taps.isFirst(CHAT, "album", 11, now)).toBe(true);
  expect(await taps.isFirst(CHAT, "album", 12, now)).toBe(false);
  expect(await taps.isFirst(CHAT, "album", 11, now)).toBe(true);
  expect(await taps.isFirst(CHAT, "other", 12, now)).toBe(true);
  expect(await taps.isFirst(CHAT + 1, "album", 13, now)).toBe(true);
  // A tap between changes nothing about it.
  await taps.swap(CHAT, tap);
  await taps.forget(CHAT, 20, now);
  expect(await taps.isFirst(CHAT, "album", 14, now)).toBe(false);
  for (let n = 0; n < 40; n++) await taps.isFirst(CHAT, `later ${n}`, 100 + n, now);
  const row = await database.prisma.tap.findUniqueOrThrow({ where: { chatId: CHAT } });
  expect(row.albums).toHaveLength(30);
});

test("more of an album is coming while a part of it waits in this chat's inbox", async () => {
  const taps = createTaps(database.prisma);
  const waits = (updateId: number, album: string, state: "waiting" | "done" = "waiting") =>
    database.prisma.inbox.create({
      data: {
        ...{ updateId, chatId: CHAT, state, receivedAt: new Date("2024-06-24T03:00:00Z") },
        payload: { message: { media_group_id: album } },
      },
    });
  await waits(1, "other");
  await waits(2, "album", "done");
  await waits(3, "album");
  expect(await taps.isMoreComing(CHAT, "album", 2)).toBe(true);
  expect(await taps.isMoreComing(CHAT, "album", 3)).toBe(false);
  expect(await taps.isMoreComing(CHAT + 1, "album", 2)).toBe(false);
});

test("what showed how far an update was is known with the next of its chat, and of no other", async () => {
  const taps = createTaps(database.prisma);
  const shown = { updateId: 7, messageId: 12, isOver: false };
  await taps.noteProgress(CHAT, { ...shown, messageId: null }, tap.at);
  await taps.noteProgress(CHAT, shown, tap.at);
  expect((await taps.forget(CHAT, 11, tap.at)).progress).toEqual(shown);
  expect((await taps.swap(CHAT, tap)).progress).toEqual(shown);
  expect((await taps.swap(CHAT + 1, tap)).progress).toBeNull();
  await taps.noteProgress(CHAT, { ...shown, isOver: true }, tap.at);
  expect(await taps.swap(CHAT, tap)).toMatchObject({ tap, hasKeyboard: false, progress: { ...shown, isOver: true } });
});

test("how far down somebody had said or pressed something is known with what comes next in this chat", async () => {
  const taps = createTaps(database.prisma);
  expect((await taps.forget(CHAT, 11, tap.at)).lowest).toBeNull();
  expect((await taps.forget(CHAT, 14, tap.at)).lowest).toBe(11);
  // Pressed further up, it changes nothing.
  expect((await taps.swap(CHAT, tap)).lowest).toBe(14);
  expect((await taps.forget(CHAT, 14, tap.at)).lowest).toBe(14);
  expect((await taps.swap(CHAT + 1, tap)).lowest).toBeNull();
});
