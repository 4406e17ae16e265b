// One chat costs the same as any: what no person can tap is not read.
import { expect, test, vi } from "vitest";
import { limitPerChat, MOST_A_MINUTE } from "../../src/intake/per-chat-limit.js";
import type { ReceivedUpdate } from "../../src/ports/queue/inbox.js";
import { NOW, received, update } from "./support.js";

function door(most?: number) {
  const held: ReceivedUpdate[] = [];
  const accept = async (updates: ReceivedUpdate[]) => {
    held.push(...updates);
    return updates.length;
  };
  const limit = limitPerChat({ accept }, most);
  let id = 0;
  /** So many updates of a chat at that second. */
  const send = async (chatId: number, count: number, second = 0) => {
    const before = held.length;
    const updates = Array.from({ length: count }, () => update(++id, chatId));
    await limit.inbox.accept(updates.map(received), new Date(NOW.getTime() + second * 1000));
    const now = held.slice(before);
    return {
      taken: now.filter(({ isExcess }) => isExcess !== true).length,
      told: now.filter(({ isExcess }) => isExcess === true).length,
      updates,
    };
  };
  return { limit, send, held };
}

test("a chat that sends 200 a second has its minute's worth read and is told once, however long it goes on", async () => {
  const { send } = door();
  let taken = 0;
  let told = 0;
  for (let second = 0; second < 180; second++) {
    const outcome = await send(7, 200, second);
    taken += outcome.taken;
    told += outcome.told;
  }
  expect(taken).toBe(3 * MOST_A_MINUTE);
  expect(told).toBe(1);
});

test("a hundred forwarded messages are read, and so is a chat beside one that floods", async () => {
  const { send } = door();
  expect(await send(7, 100)).toMatchObject({ taken: 100, told: 0 });
  await send(8, 5000);
  expect(await send(9, 3)).toMatchObject({ taken: 3, told: 0 });
});

test("an answer a second, for an hour, is never too much", async () => {
  const { send } = door();
  for (let second = 0; second < 3600; second++) {
    expect(await send(7, 1, second)).toMatchObject({ taken: 1, told: 0 });
  }
});

test("who was quiet for a minute is told anew", async () => {
  const { send } = door(5);
  expect(await send(7, 9, 0)).toMatchObject({ taken: 5, told: 1 });
  expect(await send(7, 9, 61)).toMatchObject({ taken: 5, told: 1 });
});

test("updates that are brought again count once, as when the database was away", async () => {
  const { limit, held } = door(5);
  const five = Array.from({ length: 5 }, (_, i) => received(update(i, 7)));
  for (let again = 0; again < 4; again++) await limit.inbox.accept(five, NOW);
  expect(held).toHaveLength(20);
  expect(held.some(({ isExcess }) => isExcess)).toBe(false);
});

test("of very many chats the quiet ones are looked for once a second, and forgotten", async () => {
  const { send } = door();
  const sizes: number[] = [];
  const walk = Map.prototype[Symbol.iterator];
  const looks = vi.spyOn(Map.prototype, Symbol.iterator).mockImplementation(function (this: Map<unknown, unknown>) {
    if (this.size > 1000) sizes.push(this.size);
    return walk.call(this);
  });
  try {
    for (let chatId = 1; chatId <= 3000; chatId++) await send(chatId, 1, Math.floor((chatId - 1) / 1500));
    expect(sizes).toEqual([1001, 1500]);
    await send(1, 1, 70);
    await send(2, 1, 71);
    await send(3, 1, 72);
    expect(sizes.slice(2)).toEqual([3000]);
  } finally {
    looks.mockRestore();
  }
});

test("nothing is done for what was not let in", async () => {
  const { limit, send } = door(2);
  const { updates } = await send(7, 4);
  expect(updates.map((one) => limit.hasPassed(one))).toEqual([true, true, false, false]);
});
