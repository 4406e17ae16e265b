// Telegram does not find a chat: once may be its own trouble, a second time a day later and the person is gone.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccountMoves } from "../../src/storage/people/account-moves.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { answering, later, openDelivery } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test("a chat that is not found is tried once more after a day and then given up", async () => {
  const { person, post, dispatcher, states, world, clock } = openDelivery(database);
  await post((await person("Siti")).id, "a");
  world.faults.add({ fault: answering(400, "Bad Request: chat not found") });
  await dispatcher().drain();
  expect(await states()).toEqual(["a waiting: chat not found"]);
  clock.advance(DAY - 2000);
  await dispatcher().drain();
  expect(world.calls).toHaveLength(1);
  clock.advance(2000);
  await dispatcher().drain();
  expect(await states()).toEqual(["a dead: gone"]);
  expect(world.calls).toHaveLength(2);
});

test("put off in between, for the night or because Telegram is busy, it is remembered that it was not found", async () => {
  const { person, post, dispatcher, states, world, clock } = openDelivery(database);
  await post((await person("Siti")).id, "a");
  world.faults.add({ times: 1, fault: answering(400, "Bad Request: chat not found") });
  await dispatcher().drain();
  clock.advance(DAY);
  await dispatcher({ postpone: (_, now) => new Date(now.getTime() + HOUR) }).drain();
  clock.advance(HOUR);
  world.faults.add({ times: 1, fault: answering(429, "Too Many Requests: retry after 5", { retry_after: 5 }) });
  world.faults.add({ fault: answering(400, "Bad Request: chat not found") });
  await dispatcher().drain();
  clock.advance(5000);
  await dispatcher().drain();
  expect(await states()).toEqual(["a dead: gone"]);
  expect(world.calls).toHaveLength(3);
});

test("a try that failed otherwise before does not make the first of these the second", async () => {
  const { person, post, dispatcher, states, world, clock } = openDelivery(database);
  await post((await person("Siti")).id, "a");
  // As after a time-out of what may be sent once more.
  await database.prisma.outbox.updateMany({ data: { attempts: 2, cause: "timeout" } });
  world.faults.add({ times: 1, fault: answering(400, "Bad Request: chat not found") });
  await dispatcher().drain();
  expect(await states()).toEqual(["a waiting: chat not found"]);
  clock.advance(DAY);
  await dispatcher().drain();
  expect(await states()).toEqual(["a sent"]);
});

test("what means nothing a day later is over at once; the next day's shows that the account is gone", async () => {
  const { person, post, dispatcher, states, world, clock } = openDelivery(database);
  const siti = await person("Siti");
  world.faults.add({ fault: answering(400, "Bad Request: chat not found") });
  await post(siti.id, "today", { notAfter: later(8 * 3600) });
  await dispatcher().drain();
  expect(await states()).toEqual(["today expired: chat not found"]);
  // Within the same hours it may still be one trouble of Telegram's.
  clock.advance(HOUR);
  await post(siti.id, "an hour later", { notAfter: later(8 * 3600) });
  await dispatcher().drain();
  clock.advance(23 * HOUR);
  await post(siti.id, "tomorrow", { notAfter: later(32 * 3600) });
  await dispatcher().drain();
  expect(await states()).toEqual([
    "today expired: chat not found",
    "an hour later expired: chat not found",
    "tomorrow dead: gone",
  ]);
});

test("something that arrived in between shows that the account is there", async () => {
  const { person, post, dispatcher, states, world, clock } = openDelivery(database);
  const siti = await person("Siti");
  world.faults.add({ times: 1, fault: answering(400, "Bad Request: chat not found") });
  await post(siti.id, "today", { notAfter: later(8 * 3600) });
  await dispatcher().drain();
  await post(siti.id, "arrives");
  await dispatcher().drain();
  clock.advance(DAY);
  world.faults.add({ times: 1, fault: answering(400, "Bad Request: chat not found") });
  await post(siti.id, "tomorrow", { notAfter: later(32 * 3600) });
  await dispatcher().drain();
  expect((await states()).at(-1)).toBe("tomorrow expired: chat not found");
});

test("who moves to another account gets there at once what the old one was not found for", async () => {
  const { person, post, dispatcher, arrived, world, clock } = openDelivery(database);
  const siti = await person("Siti");
  const phone = world.person({ first_name: "Siti" });
  phone.start();
  await post(siti.id, "a");
  world.faults.add({ times: 1, fault: answering(400, "Bad Request: chat not found") });
  await dispatcher().drain();
  await createAccountMoves(database.prisma).bring(siti.id, siti.chatId, phone.id);
  await database.prisma.person.update({ where: { id: siti.id }, data: { telegramId: phone.id } });
  clock.advance(HOUR);
  await dispatcher().drain();
  expect(arrived()).toEqual(["a"]);
});

test("an account that is nobody's is looked for once more too, and no longer", async () => {
  const { clock, dispatcher, states, world } = openDelivery(database);
  const message = { text: "Akun ini tidak dipakai lagi.", marks: [] };
  await createAccountMoves(database.prisma).tell({ key: "old", telegramId: 12345, message, subjects: [] }, clock.now());
  await dispatcher().drain();
  expect(await states()).toEqual(["old waiting: chat not found"]);
  clock.advance(DAY);
  await dispatcher().drain();
  expect(await states()).toEqual(["old dead: gone"]);
  expect(world.ledger).toEqual([]);
});

test("a process that died, or a database that was away, before it left does not make it forgotten", async () => {
  const { person, post, delivery, dispatcher, states, world, clock } = openDelivery(database);
  await post((await person("Siti")).id, "a");
  world.faults.add({ fault: answering(400, "Bad Request: chat not found") });
  await dispatcher().drain();
  clock.advance(DAY);
  const claim = (worker: string) =>
    delivery.claim({ worker, limit: 1, leaseSeconds: 50, now: clock.now(), restingChats: [] });
  await claim("dead");
  await delivery.reclaim({ worker: "w", alone: true, inHand: [], now: clock.now() });
  const { claimed } = await claim("w");
  await delivery.release(
    claimed.map(({ id }) => id),
    "w",
  );
  await dispatcher().drain();
  expect(await states()).toEqual(["a dead: gone"]);
});
