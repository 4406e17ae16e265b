import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { InboxPort, ReceivedUpdate } from "../../../src/ports/queue/inbox.js";
import { createInbox } from "../../../src/storage/queue/inbox.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

const NOW = new Date("2024-06-03T01:00:00Z");
const CHAT = 5_000_000_001; // Above 32 bits, as Telegram's newer ids are.
const LEASE = { leaseSeconds: 60, now: NOW };

let database: TestDatabase;
let inbox: InboxPort;
beforeAll(async () => {
  database = await openTestDatabase();
  inbox = createInbox(database.prisma);
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const update = (updateId: number, chatId = CHAT): ReceivedUpdate => ({
  updateId,
  chatId,
  payload: { update_id: updateId },
});
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const claim = async (worker: string, limit = 10, now = NOW) =>
  (await inbox.claim({ worker, limit, leaseSeconds: 60, now })).map(({ updateId }) => updateId);

test("an update is written down once, however often it arrives", async () => {
  expect(await inbox.accept([update(1), update(2, 7), update(1)], NOW)).toBe(2);
  expect(await inbox.accept([update(1), update(2, 7)], NOW)).toBe(0);
  expect(await inbox.counts()).toEqual({ waiting: 2, claimed: 0, parked: 0 });
});

test("an update that was handled stays known, so that its redelivery does nothing", async () => {
  await inbox.accept([update(1)], NOW);
  await claim("a");
  await inbox.settle([1], "a", NOW);
  expect(await inbox.accept([update(1)], later(60))).toBe(0);
  expect(await claim("a")).toEqual([]);
});

test("what was written is forgotten as soon as it is handled", async () => {
  await inbox.accept([update(1)], NOW);
  await claim("a");
  await inbox.settle([1], "a", NOW);
  expect(await database.prisma.inbox.findMany()).toMatchObject([{ updateId: 1n, payload: null, state: "done" }]);
});

test("of each chat the oldest update is claimed, and the next only after it is settled", async () => {
  await inbox.accept([update(1), update(2), update(3, 7)], NOW);
  expect(await claim("a")).toEqual([1, 3]);
  expect(await claim("a")).toEqual([]);
  expect(await claim("b")).toEqual([]);
  await inbox.settle([1], "a", NOW);
  expect(await claim("b")).toEqual([2]);
});

test("the order is that of arrival, because update ids may jump backwards", async () => {
  await inbox.accept([update(900), update(901)], NOW);
  await inbox.accept([update(17)], later(1));
  for (const expected of [900, 901, 17]) {
    expect(await claim("a")).toEqual([expected]);
    await inbox.settle([expected], "a", NOW);
  }
});

test("the claimed update carries its payload and plain numbers", async () => {
  await inbox.accept([{ updateId: 1, chatId: CHAT, payload: { text: 'Ja"an 👋' } }], NOW);
  expect(await inbox.claim({ worker: "a", limit: 1, ...LEASE })).toEqual([
    {
      updateId: 1,
      chatId: CHAT,
      payload: { text: 'Ja"an 👋' },
      attempts: 0,
      receivedAt: NOW,
      isExcess: false,
      isStranger: true,
    },
  ]);
});

test("characters that the database refuses do not stop the intake", async () => {
  const text = `a\0b${String.fromCharCode(0xd83d)}c`;
  await inbox.accept([{ updateId: 1, chatId: CHAT, payload: { text } }], NOW);
  const [claimed] = await inbox.claim({ worker: "a", limit: 1, ...LEASE });
  expect(claimed?.payload).toEqual({ text: "ab\uFFFDc" });
});

test("an update that fails three times is parked, and its chat goes on", async () => {
  await inbox.accept([update(1), update(2)], NOW);
  for (const becomes of ["waiting", "waiting", "parked"]) {
    expect(await claim("a")).toEqual([1]);
    expect(await inbox.fail(1, "a", "TypeError", NOW)).toBe(becomes);
  }
  expect(await inbox.counts()).toEqual({ waiting: 1, claimed: 0, parked: 1 });
  expect(await claim("a")).toEqual([2]);
});

test("what a dead process held is taken back when its lease is over, and nothing before", async () => {
  await inbox.accept([update(1)], NOW);
  await claim("dead");
  expect(await inbox.reclaim({ worker: "b", alone: false, inHand: [], now: later(59) })).toMatchObject({
    waiting: 0,
    parked: [],
  });
  expect(await inbox.reclaim({ worker: "b", alone: false, inHand: [], now: later(61) })).toMatchObject({
    waiting: 1,
    parked: [],
  });
  expect(await inbox.reclaim({ worker: "b", alone: false, inHand: [], now: later(61) })).toMatchObject({
    waiting: 0,
    parked: [],
  });
  expect(await claim("b")).toEqual([1]);
});

// Keeps F15.
test("a lease that is renewed stays with the living; one that is not is taken back", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  await claim("dead", 1);
  await claim("slow", 1);
  await inbox.renew({ worker: "slow", updateIds: [2], leaseSeconds: 60, now: later(50) });
  expect(await inbox.reclaim({ worker: "b", alone: false, inHand: [], now: later(61) })).toMatchObject({
    waiting: 1,
    parked: [],
  });
  expect(await claim("b")).toEqual([1]);
});

test("what a living process holds and does not know of falls back to it, uncounted; what it has in hand stays", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  await claim("a");
  await inbox.renew({ worker: "a", updateIds: [2], leaseSeconds: 60, now: later(50) });
  const wish = { worker: "a", alone: false, inHand: [2], now: later(51) };
  expect(await inbox.reclaim(wish)).toEqual({ waiting: 0, parked: [], suspects: 0, lost: 1 });
  expect(await inbox.reclaim(wish)).toEqual({ waiting: 0, parked: [], suspects: 0, lost: 0 });
  expect(await inbox.claim({ worker: "b", limit: 5, ...LEASE })).toMatchObject([{ updateId: 1, attempts: 0 }]);
});

test("only what is named is renewed: what nobody knows of goes to another when its lease is over", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  await claim("a");
  await inbox.renew({ worker: "a", updateIds: [2], leaseSeconds: 60, now: later(50) });
  expect(await inbox.reclaim({ worker: "b", alone: false, inHand: [], now: later(61) })).toMatchObject({ waiting: 1 });
  expect(await claim("b")).toEqual([1]);
});

test("a chat whose update is in hand is not claimed, whatever the table says", async () => {
  await inbox.accept([update(1), update(2), update(3, 7)], NOW);
  await claim("a", 1);
  // The worker gave it back, and the answer was lost: it does not know, and asks again.
  await inbox.release("a", [1]);
  const claimed = await inbox.claim({ worker: "a", limit: 5, chatsInHand: [CHAT], ...LEASE });
  expect(claimed.map(({ updateId }) => updateId)).toEqual([3]);
});

test("a failure whose answer was lost counts once, and a parked update says so again", async () => {
  await inbox.accept([update(1)], NOW);
  await claim("a");
  expect(await inbox.fail(1, "a", "TypeError", NOW)).toBe("waiting");
  expect(await inbox.fail(1, "a", "TypeError", NOW)).toBe("waiting");
  await claim("a");
  await inbox.fail(1, "a", "TypeError", NOW);
  await claim("a");
  expect(await inbox.fail(1, "a", "TypeError", NOW)).toBe("parked");
  expect(await inbox.fail(1, "a", "TypeError", NOW)).toBe("parked");
  expect(await inbox.fail(1, "b", "TypeError", NOW)).toBe("waiting");
});

test("people we know come before strangers, who have their part of the places and no more", async () => {
  await database.prisma.person.create({ data: { name: "Siti", telegramId: 7n, createdAt: NOW } });
  await inbox.accept([update(1, 101), update(2, 102), update(3, 103), update(4, 7), update(5, 104)], NOW);
  const claimed = (limit: number, strangers: number) =>
    inbox.claim({ worker: "a", limit, strangers, ...LEASE }).then((all) => all.map(({ updateId }) => updateId));
  expect(await claimed(3, 2)).toEqual([4, 1, 2]);
  expect(await claimed(3, 0)).toEqual([]);
  expect(await claimed(1, 2)).toEqual([3]);
});

test("who becomes known while something of them waits is handled in the order in which they wrote", async () => {
  await inbox.accept([update(1, 101), update(2), update(3)], NOW);
  await database.prisma.person.create({ data: { name: "Siti", telegramId: BigInt(CHAT), createdAt: NOW } });
  await inbox.accept([update(4)], NOW);
  const seen: number[] = [];
  for (let i = 0; i < 4; i++) {
    const [id] = await claim("a", 1);
    seen.push(id!);
    await inbox.settle([id!], "a", NOW);
  }
  expect(seen).toEqual([2, 3, 4, 1]);
});

test("a chat that Telegram told to wait is not handled before, and nobody is while all replies must wait", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  const until = (lane: string, seconds: number) =>
    database.prisma.laneBlock.create({ data: { lane, blockedUntil: later(seconds) } });
  await until(`chat:${CHAT}`, 30);
  await until("replies", 10);
  expect(await claim("a")).toEqual([]);
  expect(await claim("a", 10, later(11))).toEqual([2]);
  expect(await claim("a", 10, later(31))).toEqual([1]);
});

test("an update that is in somebody's hands for long is seen, one that only waits is not", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  await claim("a", 1);
  await inbox.renew({ worker: "a", updateIds: [1], leaseSeconds: 60, now: later(300) });
  expect(await inbox.isStuck(NOW)).toBe(false);
  expect(await inbox.isStuck(later(1))).toBe(true);
  await inbox.settle([1], "a", later(301));
  expect(await inbox.isStuck(later(400))).toBe(false);
});

test("a process that is alone takes back at once, and never what it holds itself", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  await claim("dead", 1);
  await claim("b", 1);
  expect(await inbox.reclaim({ worker: "b", alone: true, inHand: [2], now: later(3600) })).toMatchObject({
    waiting: 1,
    parked: [],
  });
  expect(await inbox.counts()).toMatchObject({ waiting: 1, claimed: 1 });
});

test("an update that kills its handler is parked after twelve deaths", async () => {
  await inbox.accept([update(1)], NOW);
  for (let death = 1; death <= 12; death++) {
    expect(await claim("dead")).toEqual([1]);
    const suspects = death >= 3 && death < 12 ? 1 : 0;
    const given = { updateId: 1, chatId: update(1).chatId, payload: update(1).payload };
    const expected = { waiting: death < 12 ? 1 : 0, parked: death < 12 ? [] : [given], suspects, lost: 0 };
    expect(await inbox.reclaim({ worker: "b", alone: true, inHand: [], now: NOW })).toEqual(expected);
  }
});

test("a worker whose update was taken over changes nothing", async () => {
  await inbox.accept([update(1)], NOW);
  await claim("slow");
  await inbox.reclaim({ worker: "b", alone: false, inHand: [], now: later(61) });
  await claim("b");
  await inbox.settle([1], "slow", NOW);
  await inbox.fail(1, "slow", "TypeError", NOW);
  expect(await inbox.release("slow")).toBe(0);
  expect(await inbox.counts()).toEqual({ waiting: 0, claimed: 1, parked: 0 });
});

test("released updates wait again and count nothing", async () => {
  await inbox.accept([update(1), update(2, 7)], NOW);
  await claim("a");
  expect(await inbox.release("a", [1])).toBe(1);
  expect(await inbox.release("a")).toBe(1);
  expect(await inbox.claim({ worker: "a", limit: 2, ...LEASE })).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
});

test("claims made at once by four workers never overlap and never hold two updates of a chat", async () => {
  await inbox.accept(
    Array.from({ length: 200 }, (_, i) => update(i, i % 10)),
    NOW,
  );
  const seen: number[] = [];
  for (let round = 0; round < 25; round++) {
    const claims = await Promise.all(
      ["a", "b", "c", "d"].map(async (worker) => ({ worker, ids: await claim(worker, 4) })),
    );
    const ids = claims.flatMap((one) => one.ids);
    expect(new Set(ids.map((id) => id % 10)).size).toBe(ids.length);
    for (const { worker, ids } of claims) await inbox.settle(ids, worker, NOW);
    seen.push(...ids);
  }
  expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  for (let chat = 0; chat < 10; chat++) {
    const ofChat = seen.filter((id) => id % 10 === chat);
    expect(ofChat).toEqual([...ofChat].sort((a, b) => a - b));
  }
});

test("purging forgets what was handled long ago and nothing else", async () => {
  await inbox.accept([update(1), update(2, 7), update(3, 8)], NOW);
  await claim("a", 2);
  await inbox.settle([1], "a", NOW);
  await inbox.settle([2], "a", later(100));
  expect(await inbox.purge(later(50))).toBe(1);
  expect(await inbox.purge(later(50))).toBe(0);
  expect((await database.prisma.inbox.findMany()).map((row) => Number(row.updateId)).sort()).toEqual([2, 3]);
});
