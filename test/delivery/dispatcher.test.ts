// The way of a post from the outbox to the phone, and what each answer of Telegram makes of it.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPace, UNPACED } from "../../src/delivery/pace.js";
import { FEWEST_UNDER_WAY } from "../../src/delivery/room.js";
import type { PostedKind } from "../../src/ports/queue/outbox.js";
import type { Fault } from "../../src/sandbox/state/faults.js";
import { createStore } from "../../src/storage/store.js";
import { createTroubles } from "../../src/storage/upkeep/troubles.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { answering, later, NOW, openDelivery } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

test("what is due is delivered once, however often delivery runs", async () => {
  const { person, post, dispatcher, arrived, states } = openDelivery(database);
  const siti = await person("Siti");
  await post(siti.id, "a");
  expect(await dispatcher().drain()).toEqual({ ended: { sent: 1 }, stoppedBy: "nothing due" });
  expect(await dispatcher().drain()).toEqual({ ended: {}, stoppedBy: "nothing due" });
  expect(arrived()).toEqual(["a"]);
  expect(await states()).toEqual(["a sent"]);
});

test("the message id that Telegram gave is kept", async () => {
  const { person, post, dispatcher, world } = openDelivery(database);
  await post((await person("Siti")).id, "a");
  await dispatcher().drain();
  const [row] = await database.prisma.outbox.findMany();
  expect(row?.telegramMessageId).toBe(BigInt(world.ledger[0]!.messageId));
});

test("what is urgent overtakes what was posted before it", async () => {
  const { person, post, dispatcher, arrived } = openDelivery(database);
  for (let i = 0; i < 5; i++) await post((await person(`P${i}`)).id, `reminder ${i}`);
  await post((await person("Trainer")).id, "moved", { kind: "schedule_change" });
  await dispatcher().drain();
  // It is claimed first; one more is in flight beside it and may arrive a moment earlier.
  expect(arrived().slice(0, FEWEST_UNDER_WAY)).toContain("moved");
  expect(arrived()).toHaveLength(6);
});

test("messages to one person leave in order, a second apart", async () => {
  const { person, post, dispatcher, world, arrived } = openDelivery(database);
  const siti = await person("Siti");
  for (const key of ["a", "b", "c"]) await post(siti.id, key);
  await dispatcher().drain();
  expect(arrived()).toEqual(["a", "b", "c"]);
  const times = world.ledger.map(({ at }) => at.getTime());
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(1000);
  expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(1000);
});

test("a hundred people are reached at Telegram's pace without one refusal", async () => {
  const { person, post, dispatcher, world, clock } = openDelivery(database, { limits: true });
  for (let i = 0; i < 100; i++) await post((await person(`P${i}`)).id, `r${i}`);
  await dispatcher().drain();
  expect(world.ledger).toHaveLength(100);
  expect(world.calls.filter(({ code }) => code === 429)).toEqual([]);
  const seconds = (world.ledger.at(-1)!.at.getTime() - NOW.getTime()) / 1000;
  expect(seconds).toBeLessThan(100 / 30 + 0.2);
  expect(clock.now().getTime()).toBeGreaterThan(NOW.getTime() + 3000);
});

test("what is not due yet stays, and what came too late expires", async () => {
  const { person, post, dispatcher, states } = openDelivery(database);
  const siti = await person("Siti");
  await post(siti.id, "later", { dueAt: later(60) });
  await post(siti.id, "stale", { dueAt: later(-60), notAfter: later(-1) });
  await dispatcher().drain();
  expect(await states()).toEqual(["later waiting", "stale expired: too late"]);
});

test("a wish that lost its point since it was posted is not sent", async () => {
  const { person, post, dispatcher, states, arrived } = openDelivery(database);
  const [erased, stopped, trainer] = [await person("Erased"), await person("Stopped"), await person("Trainer")];
  await post(erased.id, "erased");
  await post(stopped.id, "stopped");
  await post(stopped.id, "change", { kind: "schedule_change" });
  await post(trainer.id, "kept");
  await database.prisma.person.update({ where: { id: erased.id }, data: { erasedAt: NOW } });
  await database.prisma.person.update({ where: { id: stopped.id }, data: { optedOut: ["reminders"] } });
  await dispatcher().drain();
  expect(arrived().sort()).toEqual(["change", "kept"]);
  expect(await states()).toEqual([
    "erased cancelled: erased",
    "stopped cancelled: opted out",
    "change sent",
    "kept sent",
  ]);
});

test("somebody who changed accounts gets the message at the new one, and the old one nothing", async () => {
  const { person, post, dispatcher, states, world } = openDelivery(database);
  const [siti, budi] = [await person("Siti"), await person("Budi")];
  await post(siti.id, "a");
  await post(budi.id, "b");
  const phone = world.person({ first_name: "Siti, new phone" });
  phone.start();
  await database.prisma.person.update({ where: { id: siti.id }, data: { telegramId: phone.id } });
  await database.prisma.person.update({ where: { id: budi.id }, data: { telegramId: null } });
  await dispatcher().drain();
  expect(await states()).toEqual(["a sent", "b cancelled: no account"]);
  expect(world.ledger.map(({ chatId }) => chatId)).toEqual([phone.id]);
});

test("a post whose receiver sleeps is put off, not lost", async () => {
  const { person, post, dispatcher, states, clock, arrived } = openDelivery(database);
  await post((await person("Siti")).id, "a");
  const morning = later(3600);
  const postpone = (_post: unknown, now: Date) => (now < morning ? morning : null);
  expect(await dispatcher({ postpone }).drain()).toMatchObject({ ended: { waiting: 1 } });
  expect(await states()).toEqual(["a waiting: quiet hours"]);
  clock.set(morning);
  await dispatcher({ postpone }).drain();
  expect(arrived()).toEqual(["a"]);
});

describe("403", () => {
  // Keeps F10.
  test("a person who blocked the bot is called once, marked, and what waits for them is cancelled", async () => {
    const { person, post, dispatcher, states, world } = openDelivery(database);
    const siti = await person("Siti");
    for (const key of ["a", "b", "c"]) await post(siti.id, key);
    siti.phone.blocks();
    await dispatcher().drain();
    await dispatcher().drain();
    expect(await states()).toEqual(["a dead: blocked", "b cancelled: unreachable", "c cancelled: unreachable"]);
    expect(world.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    expect(await database.prisma.person.findFirst()).toMatchObject({ unreachableCause: "blocked" });
    expect(await post(siti.id, "d")).toBe(0);
  });

  test("a deleted account is marked gone", async () => {
    const { person, post, dispatcher, states, world } = openDelivery(database);
    await post((await person("Siti")).id, "a");
    world.faults.add({ fault: answering(403, "Forbidden: user is deactivated") });
    await dispatcher().drain();
    expect(await states()).toEqual(["a dead: gone"]);
  });
});

describe("400", () => {
  test("refused marks are left out once, and the message arrives plain", async () => {
    const { person, post, dispatcher, states, world, log } = openDelivery(database);
    const bold = { text: "Selamat", marks: [{ type: "bold" as const, offset: 0, length: 7 }] };
    await post((await person("Siti")).id, "a", { message: bold });
    world.faults.add({ times: 1, fault: answering(400, "Bad Request: can't parse entities: no end tag") });
    await dispatcher().drain();
    expect(await states()).toEqual(["a sent"]);
    expect(world.ledger[0]?.payload).not.toHaveProperty("entities");
    expect(log.lines.map(({ event }) => event)).toContain("post.marks-refused");
  });

  test("content that goes beyond what Telegram takes is given up without a call, and the others go on", async () => {
    const { person, post, dispatcher, states, world } = openDelivery(database);
    await post((await person("Siti")).id, "long", { message: { text: "x".repeat(5000), marks: [] } });
    await post((await person("Budi")).id, "b");
    await dispatcher().drain();
    expect(await states()).toEqual(["long dead: too large: text", "b sent"]);
    expect(world.calls).toHaveLength(1);
  });

  test("a group that moved is written to under its new id", async () => {
    const { person, post, dispatcher, states, world, arrived } = openDelivery(database);
    const group = await person("Operators");
    const moved = world.person({ first_name: "Operators, now elsewhere" });
    moved.start();
    await post(group.id, "a");
    world.faults.add({
      chatId: group.chatId,
      fault: {
        kind: "status",
        code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat",
        parameters: { migrate_to_chat_id: moved.id },
      },
    });
    await dispatcher().drain();
    expect(await states()).toEqual(["a sent"]);
    expect(arrived()).toEqual(["a"]);
    expect(world.ledger[0]?.chatId).toBe(moved.id);
  });

  test("a row that makes no sense is given up and told", async () => {
    const { person, post, dispatcher, states, log } = openDelivery(database);
    await post((await person("Siti")).id, "a");
    await database.prisma.outbox.updateMany({ data: { message: { words: 3 } } });
    await dispatcher().drain();
    expect(await states()).toEqual(["a dead: unreadable"]);
    expect(log.lines).toContainEqual(expect.objectContaining({ level: "error", event: "post.unreadable" }));
  });
});

describe("429", () => {
  const calls = (world: { calls: { method: string }[] }) => world.calls.length;

  // Keeps F8.
  test("one chat waits as long as Telegram says, over a restart too, while others go on", async () => {
    const { person, post, dispatcher, states, world, clock, delivery } = openDelivery(database);
    const siti = await person("Siti");
    await post(siti.id, "a");
    world.faults.add({
      chatId: siti.chatId,
      times: 1,
      fault: answering(429, "Too Many Requests", { retry_after: 3600 }),
    });
    await dispatcher().drain();
    for (let i = 0; i < 5; i++) await post((await person(`P${i}`)).id, `p${i}`);
    await dispatcher().drain();
    expect(world.ledger).toHaveLength(5);
    expect((await states())[0]).toBe("a waiting: 429");
    expect(await delivery.holds(clock.now())).toMatchObject([{ hold: `chat:${siti.chatId}` }]);
    const before = calls(world);
    clock.set(later(3599));
    await dispatcher({ worker: "after a restart" }).drain();
    expect(calls(world)).toBe(before);
    clock.advance(3000);
    await dispatcher().drain();
    expect((await states())[0]).toBe("a sent");
    expect(await database.prisma.outbox.findFirst({ where: { key: "a" } })).toMatchObject({ attempts: 0 });
  });

  // Keeps F9.
  test("when a second chat is refused too, bulk waits after two calls; what is urgent goes on", async () => {
    const { person, post, dispatcher, world, clock, arrived } = openDelivery(database);
    for (let i = 0; i < 10; i++) await post((await person(`P${i}`)).id, `p${i}`);
    const gone = world.faults.add({ fault: answering(429, "Too Many Requests", { retry_after: 10_000 }) });
    await dispatcher().drain();
    expect(calls(world)).toBe(2);
    await dispatcher({ worker: "after a restart" }).drain();
    expect(calls(world)).toBe(2);
    gone();
    await post((await person("Asker")).id, "answer", { kind: "answer" });
    await dispatcher().drain();
    expect(arrived()).toEqual(["answer"]);
    clock.set(later(10_010));
    await dispatcher().drain();
    expect(arrived()).toHaveLength(11);
  });
});

test("what was claimed and has not left when Telegram refuses goes back, and leaves when it is known for whom that was", async () => {
  const { person, post, dispatcher, world, states } = openDelivery(database);
  const [siti, budi] = [await person("Siti"), await person("Budi")];
  const free = createPace(UNPACED);
  const boarded: number[] = [];
  // Budi's place is free when Siti's message has been refused.
  const board = (chatId: number, now: Date) => {
    boarded.push(chatId);
    const seat = free.board(chatId, now);
    return {
      ...seat,
      depart: (at: Date) => (chatId === budi.chatId && world.calls.length === 0 ? 1 : seat.depart(at)),
    };
  };
  await post(siti.id, "a");
  await post(budi.id, "b");
  world.faults.add({ times: 1, fault: answering(429, "Too Many Requests: retry after 60", { retry_after: 60 }) });
  await dispatcher({ pace: { ...free, board } }).drain();
  expect(await states()).toEqual(["a waiting: 429", "b sent"]);
  expect(boarded).toEqual([siti.chatId, budi.chatId, budi.chatId]);
});

describe("nobody knows", () => {
  const lost: [string, Fault][] = [
    ["the connection breaks after Telegram took it", { kind: "reset-after" }],
    ["the answer is cut in the middle", { kind: "cut" }],
    ["no answer comes", { kind: "hang", accepted: true }],
    ["a gateway answers", { kind: "html", code: 502, accepted: true }],
    ["the answer is empty", { kind: "empty" }],
    ["the answer is no JSON", { kind: "bad-json" }],
    ["Telegram restarts", answering(500, "Internal Server Error: restart")],
  ];
  // Keeps F12.
  test.each(lost)("when %s, a held post becomes unknown, is listed and is not sent again", async (_, fault) => {
    const { person, post, dispatcher, states, world } = openDelivery(database, {
      sendTimeout: fault.kind === "hang" ? 50 : 10_000,
    });
    const siti = await person("Siti");
    await post(siti.id, "a");
    world.faults.add({ times: 1, fault });
    await dispatcher().drain();
    await dispatcher().drain();
    expect((await states())[0]).toMatch(/^a unknown: /);
    expect(world.calls).toHaveLength(1);
    expect(await createTroubles(database.prisma).unknownPosts(10)).toMatchObject([
      { kind: "plan_reminder", name: "Siti" },
    ]);
  });

  test("a kind that must arrive is sent again, three times in all", async () => {
    const { person, post, dispatcher, states, world } = openDelivery(database);
    await post((await person("Operator", "admin")).id, "alarm", { kind: "operator_alarm" });
    world.faults.add({ fault: { kind: "reset-before" } });
    await dispatcher().drain();
    await dispatcher().drain();
    expect(await states()).toEqual(["alarm unknown: ECONNRESET"]);
    expect(world.calls).toHaveLength(3);
  });
});

describe("Telegram away", () => {
  // Keeps F13.
  test("what surely was not sent waits without burning a try, and leaves when Telegram is back", async () => {
    const { person, post, dispatcher, states, arrived, api, world } = openDelivery(database);
    await post((await person("Siti")).id, "a");
    let away = true;
    const send = async (chatId: number) =>
      away
        ? ({ next: "not-sent", cause: "ECONNREFUSED" } as const)
        : { next: "sent" as const, messageId: (await api.sendMessage(chatId, "a")).message_id };
    const same = dispatcher({ send });
    expect(await same.drain()).toEqual({ ended: { waiting: 3 }, stoppedBy: "telegram away" });
    expect(await states()).toEqual(["a waiting: ECONNREFUSED"]);
    away = false;
    expect(await same.drain()).toMatchObject({ ended: { sent: 1 } });
    expect(arrived()).toEqual(["a"]);
    expect(await database.prisma.outbox.findFirst()).toMatchObject({ attempts: 0 });
    expect(world.calls).toHaveLength(1);
  });

  // Keeps F17.
  test("a refused token stops delivery and keeps every post", async () => {
    const { person, post, dispatcher, states, world } = openDelivery(database);
    for (let i = 0; i < 3; i++) await post((await person(`P${i}`)).id, `p${i}`);
    world.token = "7000000001:another-token";
    const told: string[] = [];
    const drained = await dispatcher({ onTokenFault: (cause) => told.push(cause) }).drain();
    expect(drained.stoppedBy).toBe("token refused");
    expect(told.length).toBeGreaterThan(0);
    expect((await states()).every((state) => state.includes(" waiting"))).toBe(true);
    expect(world.calls.length).toBeLessThanOrEqual(2);
  });
});

describe("recall", () => {
  test("what was claimed and then lost its point is not sent", async () => {
    const { person, post, dispatcher, states, delivery, outbox, world } = openDelivery(database);
    await post((await person("Siti")).id, "a", { subjects: ["plan:1"] });
    // The fact is written just when the dispatcher has its claim.
    const claim = async (wish: Parameters<typeof delivery.claim>[0]) => {
      const claimed = await delivery.claim(wish);
      await outbox.cancelAbout("plan:1", "reported", NOW);
      return claimed;
    };
    expect(await dispatcher({ delivery: { ...delivery, claim } }).drain()).toMatchObject({ ended: {} });
    expect(world.ledger).toEqual([]);
    expect(await states()).toEqual(["a cancelled: reported"]);
  });

  test("when the database is away just before the request, nothing is sent and nothing lost", async () => {
    const { person, post, dispatcher, delivery, world, log } = openDelivery(database);
    await post((await person("Siti")).id, "a");
    let away = true;
    const depart: typeof delivery.depart = async (...args) => {
      if (!away) return delivery.depart(...args);
      away = false;
      throw new Error("connection lost");
    };
    await dispatcher({ delivery: { ...delivery, depart } }).drain();
    expect(world.calls).toHaveLength(1);
    expect(world.ledger).toHaveLength(1);
    expect(log.lines.map(({ event }) => event)).toEqual(["post.depart-failed"]);
  });

  // Keeps F23, P22.
  test("somebody who is told that a reminder is off gets none afterwards", async () => {
    const { person, post, dispatcher, world } = openDelivery(database);
    const store = createStore(database);
    const siti = await person("Siti");
    for (let i = 0; i < Number(process.env.RECALL_RUNS ?? 24); i++) {
      await post(siti.id, `reminder ${i}`, { subjects: [`plan:${i}`] });
      const drained = dispatcher({ pace: createPace(UNPACED) }).drain();
      // A served database answers long after twelve turns: now and then the recall is surely too late.
      if (i % 12 === 11) await drained;
      for (let turns = 0; turns < i % 12; turns++) await new Promise((resolve) => setImmediate(resolve));
      await store.transaction(async ({ outbox }) => {
        await outbox.cancelAbout(`plan:${i}`, "reported", NOW);
      });
      const told = world.ledger.length;
      await drained;
      expect(world.ledger.length, `interleaving ${i}`).toBe(told);
    }
    // Some were in time and some were not, or nothing was tried.
    expect(world.ledger.length).toBeGreaterThan(0);
    expect(await database.prisma.outbox.count({ where: { state: "cancelled" } })).toBeGreaterThan(0);
  }, 3_600_000);
});

describe("death and stop", () => {
  // Keeps F1, F2.
  test("what a dead process had in flight becomes unknown for kinds that hold, and waits for those that retry", async () => {
    const { person, post, dispatcher, states, delivery, arrived } = openDelivery(database);
    const held: PostedKind = "overdue_alert";
    await post((await person("Trainer", "trainer")).id, "held", { kind: held });
    await post((await person("Operator", "admin")).id, "retried", { kind: "operator_alarm" });
    const wish = { worker: "dead", limit: 2, leaseSeconds: 50, now: NOW, restingChats: [] };
    const { claimed } = await delivery.claim(wish);
    for (const { id, fence } of claimed) expect(await delivery.depart(id, fence, NOW)).toBe(true);
    await dispatcher().drain();
    expect(await states()).toEqual(["held unknown: process died", "retried sent"]);
    expect(arrived()).toEqual(["retried"]);
  });

  // Keeps F2.
  test("what a dead process had claimed but not sent on its way is sent by the next", async () => {
    const { person, post, dispatcher, delivery, arrived } = openDelivery(database);
    await post((await person("Trainer", "trainer")).id, "held", { kind: "overdue_alert" });
    await delivery.claim({ worker: "dead", limit: 2, leaseSeconds: 50, now: NOW, restingChats: [] });
    await dispatcher().drain();
    expect(arrived()).toEqual(["held"]);
    expect(await database.prisma.outbox.findFirst()).toMatchObject({ attempts: 0 });
  });

  // Keeps F4.
  test("a zombie's word counts for nothing once its row was judged", async () => {
    const { person, post, dispatcher, states, delivery } = openDelivery(database);
    await post((await person("Trainer", "trainer")).id, "held", { kind: "overdue_alert" });
    await post((await person("Operator", "admin")).id, "retried", { kind: "operator_alarm" });
    const wish = { worker: "zombie", limit: 2, leaseSeconds: 50, now: NOW, restingChats: [] };
    const { claimed } = await delivery.claim(wish);
    for (const { id, fence } of claimed) await delivery.depart(id, fence, NOW);
    await dispatcher().drain();
    const before = await states();
    for (const { id, fence } of claimed) {
      expect(await delivery.depart(id, fence, NOW)).toBe(false);
      expect(await delivery.settle(id, fence, { state: "sent", messageId: 1 }, NOW)).toBe(false);
    }
    expect(await states()).toEqual(before);
  });

  // Keeps F3.
  test("a stop waits for what is in flight and takes nothing new", async () => {
    const { person, post, dispatcher, states } = openDelivery(database);
    for (let i = 0; i < 5; i++) await post((await person(`P${i}`)).id, `p${i}`);
    const waiting: (() => void)[] = [];
    let ring = () => {};
    const bothInFlight = new Promise<void>((resolve) => {
      ring = resolve;
    });
    const slow = dispatcher({
      sleep: () => new Promise(() => {}),
      send: () =>
        new Promise((resolve) => {
          waiting.push(() => resolve({ next: "sent", messageId: 1 }));
          if (waiting.length === 2) ring();
        }),
    });
    slow.start();
    await bothInFlight;
    const stopped = slow.stop(10_000);
    for (const answer of waiting) answer();
    expect(await stopped).toBe(0);
    expect(waiting).toHaveLength(2);
    expect((await states()).map((state) => state.split(" ")[1])).toEqual([
      "sent",
      "sent",
      "waiting",
      "waiting",
      "waiting",
    ]);
  });
});

test("posts whose claim's answer was lost on the way leave once, while the process lives", async () => {
  const { person, post, delivery, dispatcher, arrived, states, clock, log } = openDelivery(database);
  for (const name of ["Dewi", "Made"]) await post((await person(name)).id, name);
  let claims = 0;
  const lossy = dispatcher({
    alone: false,
    delivery: {
      ...delivery,
      claim: async (wish) => {
        const claimed = await delivery.claim(wish);
        claims += 1;
        if (claims === 1) throw new Error("connection lost");
        return claimed;
      },
    },
  });
  await expect(lossy.drain()).rejects.toThrow("connection lost");
  expect(arrived()).toEqual([]);
  clock.advance(6000);
  await lossy.drain();
  expect(arrived().sort()).toEqual(["Dewi", "Made"]);
  expect(await states()).toEqual(["Dewi sent", "Made sent"]);
  const unheard = log.lines.filter(({ event }) => event === "outbox.claim-unheard");
  expect(unheard).toHaveLength(1);
});
