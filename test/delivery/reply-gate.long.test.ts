// Replies keep to what Telegram says, and what waited for long leaves at Telegram's pace.
import { Api } from "grammy";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createPace } from "../../src/delivery/pace.js";
import { createReplyGate } from "../../src/delivery/reply-gate.js";
import { faultOf } from "../../src/delivery/telegram/telegram-fault.js";
import { createTelegramFetch } from "../../src/delivery/telegram/telegram-fetch.js";
import { createLanes } from "../../src/intake/lanes.js";
import { handlingOf } from "../../src/ports/queue/handling.js";
import { inProcessFetch } from "../../src/sandbox/in-process.js";
import type { Fault } from "../../src/sandbox/state/faults.js";
import { createWorld, type WorldOptions } from "../../src/sandbox/world.js";
import { createDelivery } from "../../src/storage/queue/delivery.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { type SkippingClock, skippingClock, standingStill } from "../support/stage/skipping-clock.js";
import { NOW, recordLog } from "./support.js";

let database: TestDatabase;
let clock: SkippingClock;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.empty();
  clock = skippingClock(NOW, () => 0);
});
afterEach(() => clock.stop());

const tooMany = (seconds: number): Fault => ({
  kind: "status",
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});

/** A Telegram on the skipping clock, and a process that replies to it: the gate, the fetch, the client. */
function open(options: Pick<WorldOptions, "limits"> = {}, telegram = createWorld({ clock, ...options })) {
  const delivery = standingStill(createDelivery(database.prisma), clock);
  const log = recordLog();
  const pace = createPace();
  const gate = createReplyGate({ delivery, pace, clock, sleep: clock.sleep, log });
  const inner = inProcessFetch(telegram);
  const wire = async (url: string, init: RequestInit) => {
    await clock.sleep(20);
    const answer = await clock.during(inner(url, init) as Promise<Response>);
    await clock.sleep(20);
    return answer;
  };
  const fetch = createTelegramFetch({ fetch: wire as never, sleep: clock.sleep, absorb: "replies", gate });
  const api = new Api(telegram.token, { fetch });
  const phone = (name: string) => {
    const person = telegram.person({ first_name: name });
    person.start();
    return person.id;
  };
  /** A reply to what was said so many seconds ago. */
  const reply = (chatId: number, text: string, secondsAgo = 0, isOfCrowd = false) => {
    const saidAt = new Date(clock.now().getTime() - secondsAgo * 1000);
    return handlingOf({ chatId, saidAt, isOfCrowd, steps: 0, isOver: false }, () => api.sendMessage(chatId, text));
  };
  const calls = (chatId?: number) =>
    telegram.calls
      .filter((call) => chatId === undefined || call.chatId === chatId)
      .map(({ at, code }) => ({ second: Math.round((at.getTime() - NOW.getTime()) / 1000), code }));
  return { telegram, delivery, gate, api, log, phone, reply, calls };
}

test.each([30, 7, 1])(
  "a wait of %i s is kept for the chat: one call before it, one after, others go on",
  async (seconds) => {
    const { telegram, phone, reply, calls, delivery } = open();
    const [siti, budi] = [phone("Siti"), phone("Budi")];
    telegram.faults.add({ chatId: siti, times: 1, fault: tooMany(seconds) });
    const first = reply(siti, "satu");
    await clock.sleep(200);
    expect(await delivery.holds(clock.now())).toEqual([expect.objectContaining({ hold: `chat:${siti}` })]);
    await reply(budi, "dua");
    await first;
    const [before, after, ...more] = calls(siti);
    expect([before?.code, after?.code, more]).toEqual([429, 200, []]);
    expect(after!.second - before!.second).toBeGreaterThanOrEqual(seconds);
    expect(calls(budi)).toEqual([{ second: 0, code: 200 }]);
  },
);

test("what comes to a chat while it must wait is not tried before", async () => {
  const { telegram, phone, reply, calls } = open();
  const siti = phone("Siti");
  telegram.faults.add({ chatId: siti, times: 1, fault: tooMany(20) });
  const first = reply(siti, "satu");
  await clock.sleep(1000);
  await Promise.all([first, reply(siti, "dua"), reply(siti, "tiga")]);
  expect(calls(siti).filter(({ second }) => second < 20)).toEqual([{ second: 0, code: 429 }]);
  expect(calls(siti).filter(({ code }) => code === 200)).toHaveLength(3);
});

test("when a second chat is refused all replies wait, and the announcements too", async () => {
  const { telegram, phone, reply, calls, delivery } = open();
  const [siti, budi, tuti] = [phone("Siti"), phone("Budi"), phone("Tuti")];
  const over = telegram.faults.add({ fault: tooMany(40) });
  const asked = [reply(siti, "satu"), reply(budi, "dua")];
  await clock.sleep(200);
  over();
  asked.push(reply(tuti, "tiga"));
  const held = (await delivery.holds(clock.now())).map(({ hold }) => hold).sort();
  expect(held).toEqual(["bulk", `chat:${siti}`, `chat:${budi}`, "replies"].sort());
  await Promise.all(asked);
  expect(calls().filter(({ second }) => second < 40)).toHaveLength(2);
  expect(telegram.ledger).toHaveLength(3);
});

test("a restart remembers the wait", async () => {
  const before = open();
  const siti = before.phone("Siti");
  before.telegram.faults.add({ chatId: siti, times: 1, fault: tooMany(50) });
  const lost = before.reply(siti, "satu");
  await clock.sleep(1000);
  const after = open({}, before.telegram);
  await after.gate.remember();
  await Promise.all([lost, after.reply(siti, "dua")]);
  expect(after.calls(siti).filter(({ second }) => second < 50)).toHaveLength(1);
});

test("a wait beyond patience is an outage: the reply is not tried, and its update can wait", async () => {
  const { telegram, phone, reply, calls } = open();
  const siti = phone("Siti");
  telegram.faults.add({ chatId: siti, fault: tooMany(600) });
  const thrown = await reply(siti, "satu").catch((error: unknown) => error);
  expect(faultOf(thrown)).toMatchObject({ reason: "told to wait", sent: "no" });
  expect(calls(siti)).toHaveLength(1);
});

test("replies to what was said a moment ago leave at once, older ones at the pace and in their order", async () => {
  const { telegram, phone, reply } = open();
  const chats = Array.from({ length: 90 }, (_, i) => phone(`Peserta ${i}`));
  await Promise.all(chats.slice(0, 45).map((chat, i) => reply(chat, `baru ${i}`, 3)));
  expect(clock.now().getTime() - NOW.getTime()).toBeLessThan(200);
  await Promise.all(chats.slice(45).map((chat, i) => reply(chat, `lama ${i}`, 60)));
  const old = telegram.ledger.slice(45);
  expect(old.map(({ text }) => text)).toEqual(Array.from({ length: 45 }, (_, i) => `lama ${i}`));
  for (const { at } of old) {
    const within = old.filter((other) => other.at >= at && other.at.getTime() < at.getTime() + 1000);
    expect(within.length).toBeLessThanOrEqual(30);
    // And not all at once, or nobody else would find a place until the next second.
    expect(within.filter((other) => other.at.getTime() < at.getTime() + 200).length).toBeLessThanOrEqual(12);
  }
});

test("a crowd that nothing but itself holds up is answered at once; once Telegram refuses, at the pace", async () => {
  const { telegram, phone, reply } = open();
  const chats = Array.from({ length: 90 }, (_, i) => phone(`Peserta ${i}`));
  await Promise.all(chats.slice(0, 45).map((chat, i) => reply(chat, `lekas ${i}`, 25, true)));
  expect(telegram.ledger).toHaveLength(45);
  expect(clock.now().getTime() - NOW.getTime()).toBeLessThan(200);

  const over = telegram.faults.add({ fault: tooMany(5) });
  const refused = chats.slice(45, 47).map((chat, i) => reply(chat, `ditolak ${i}`, 25, true));
  await clock.sleep(200);
  over();
  const refusals = telegram.calls.filter(({ code }) => code === 429).length;
  await Promise.all([...refused, ...chats.slice(47).map((chat, i) => reply(chat, `pelan ${i}`, 25, true))]);
  const late = telegram.ledger.slice(45);
  expect(late).toHaveLength(45);
  expect(telegram.calls.filter(({ code }) => code === 429)).toHaveLength(refusals);
  for (const { at } of late) {
    const within = late.filter((other) => other.at >= at && other.at.getTime() < at.getTime() + 1000);
    expect(within.length).toBeLessThanOrEqual(30);
  }
});

test.each([
  ["messages, which carry their time", (now: Date) => Math.floor(now.getTime() / 1000) - 60],
  ["presses, which carry none", () => undefined],
])(
  "hundreds of %s, read after a minute, are all answered though refusals lengthen the wait",
  async (_, dateOf) => {
    const { telegram, phone, api } = open({ limits: { lengthens: true } });
    const inbox = createInbox(database.prisma);
    const chats = Array.from({ length: 400 }, (_, i) => phone(`Peserta ${i}`));
    await inbox.accept(
      chats.map((id, i) => ({
        updateId: i + 1,
        chatId: id,
        payload: { update_id: i + 1, message: { message_id: 1, chat: { id }, date: dateOf(NOW) } },
      })),
      NOW,
    );
    const lanes = createLanes({
      inbox: standingStill(inbox, clock),
      handle: async (update) => {
        await api.sendMessage(update.message!.chat.id, "Baik");
      },
      clock,
      sleep: clock.sleep,
      log: recordLog(),
      worker: "w",
      alone: true,
      isOutage: (error) => faultOf(error) !== undefined || String(error).includes("429"),
    });
    lanes.start();
    await lanes.idle();
    await lanes.stop(1000);
    expect(new Set(telegram.ledger.map(({ chatId }) => chatId)).size).toBe(400);
    expect(telegram.ledger).toHaveLength(400);
    expect(await inbox.counts()).toMatchObject({ parked: 0 });
    // Those under way when the first was refused; none after it.
    const refused = telegram.calls.filter(({ code }) => code === 429);
    const first = refused[0]?.at.getTime() ?? 0;
    if (dateOf(NOW) !== undefined) expect(refused).toHaveLength(0);
    expect(refused.filter(({ at }) => at.getTime() > first + 100)).toEqual([]);
  },
  60_000,
);
