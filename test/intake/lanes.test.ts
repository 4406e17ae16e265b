// Updates are worked off in order per chat, many chats at once, and a bad one never holds up the rest.

import type { Update } from "grammy/types";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createLanes, type Lanes, type LanesOptions } from "../../src/intake/lanes.js";
import type { InboxPort } from "../../src/ports/queue/inbox.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { recordLog } from "../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { clock, NOW, quickSleep, received, sleepWithoutDeadline, update } from "./support.js";

let database: TestDatabase;
let inbox: InboxPort;
let open: Lanes[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  inbox = createInbox(database.prisma);
});
afterAll(() => database.close());
beforeEach(() => database.empty());
afterEach(async () => {
  await Promise.all(open.map((lanes) => lanes.stop(1000)));
  open = [];
});

function startLanes(handle: (update: Update) => Promise<void>, more: Partial<LanesOptions> = {}) {
  const log = recordLog();
  const lanes = createLanes({
    inbox,
    handle,
    clock,
    sleep: sleepWithoutDeadline,
    log,
    worker: "w",
    alone: true,
    ...more,
  });
  open.push(lanes);
  lanes.start();
  return { lanes, log };
}
const accept = (...updates: Update[]) => inbox.accept(updates.map(received), NOW);
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("each chat is handled in order and one at a time, while chats run side by side", async () => {
  const handled: Record<number, number[]> = { 1: [], 2: [], 3: [] };
  const busy = new Set<number>();
  let most = 0;
  const updates = Array.from({ length: 60 }, (_, i) => update(i, 1 + (i % 3)));
  await accept(...updates);
  const { lanes } = startLanes(async ({ update_id, message }) => {
    const chat = message!.chat.id;
    expect(busy.has(chat)).toBe(false);
    busy.add(chat);
    most = Math.max(most, busy.size);
    await turn();
    handled[chat]!.push(update_id);
    busy.delete(chat);
  });
  await lanes.idle();
  for (const chat of [1, 2, 3]) {
    expect(handled[chat]).toEqual(updates.filter((one) => one.message!.chat.id === chat).map((one) => one.update_id));
  }
  expect(most).toBe(3);
});

// Keeps F5.
test("two processes share the work: each update is handled once, each chat in order", async () => {
  const handled: number[] = [];
  await accept(...Array.from({ length: 80 }, (_, i) => update(i, i % 8)));
  const handle = async ({ update_id }: Update) => {
    await turn();
    handled.push(update_id);
  };
  const one = startLanes(handle, { worker: "one", alone: false });
  const two = startLanes(handle, { worker: "two", alone: false });
  await Promise.all([one.lanes.idle(), two.lanes.idle()]);
  expect([...handled].sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i));
  for (let chat = 0; chat < 8; chat++) {
    const ofChat = handled.filter((id) => id % 8 === chat);
    expect(ofChat).toEqual([...ofChat].sort((a, b) => a - b));
  }
});

// Keeps F16.
test("redelivered updates and jumping ids have one effect each", async () => {
  const handled: number[] = [];
  const { lanes } = startLanes(async ({ update_id }) => {
    handled.push(update_id);
  });
  for (const batch of [
    [7, 8],
    [8, 7],
    [7, 3_000_000, 2],
  ]) {
    await accept(...batch.map((id) => update(id, 1)));
    lanes.wake();
    await lanes.idle();
  }
  expect(handled).toEqual([7, 8, 3_000_000, 2]);
});

// Keeps F14.
test("an update that throws is tried three times and parked; its chat and the others go on", async () => {
  const handled: number[] = [];
  await accept(update(1, 1), update(2, 1), update(3, 2));
  const told: number[] = [];
  const handle = async ({ update_id }: Update) => {
    handled.push(update_id);
    if (update_id === 1) throw new TypeError("Siti Aminah 0812 is not a function");
  };
  const apologise = async ({ update_id }: Update) => {
    told.push(update_id);
    throw new Error("blocked by the user");
  };
  const { lanes, log } = startLanes(handle, { apologise });
  await lanes.idle();
  // Its sender hears of it once; should even that fail, the others go on.
  expect(told).toEqual([1]);
  expect(handled.filter((id) => id === 1)).toHaveLength(3);
  expect(handled.slice().sort()).toEqual([1, 1, 1, 2, 3]);
  expect(await inbox.counts()).toEqual({ waiting: 0, claimed: 0, parked: 1 });
  expect(log.lines).toContainEqual(expect.objectContaining({ level: "error", event: "update.parked" }));
  // What a person wrote appears neither in the log nor in the column that an operator reads.
  const row = await database.prisma.inbox.findUniqueOrThrow({ where: { updateId: 1n } });
  expect(row.cause).toBe("TypeError");
  expect(JSON.stringify(log.lines)).not.toContain("Siti");
});

test("a handler that never ends frees its lane at the deadline", async () => {
  const handled: number[] = [];
  await accept(update(1, 1), update(2, 1));
  const handle = ({ update_id }: Update) => {
    handled.push(update_id);
    return update_id === 1 ? new Promise<void>(() => {}) : Promise.resolve();
  };
  const { lanes } = startLanes(handle, { sleep: quickSleep });
  await lanes.idle();
  expect(handled).toEqual([1, 1, 1, 2]);
  const row = await database.prisma.inbox.findUniqueOrThrow({ where: { updateId: 1n } });
  expect(row).toMatchObject({ state: "parked", cause: "DeadlineError" });
});

// Keeps F13.
test("while Telegram is away nothing is counted against an update, and it is handled afterwards", async () => {
  let away = 20;
  const handled: number[] = [];
  await accept(update(1, 1), update(2, 2));
  const { lanes } = startLanes(
    async ({ update_id }) => {
      if (away-- > 0) throw new Error("away");
      handled.push(update_id);
    },
    { isOutage: (error) => error instanceof Error && error.message === "away" },
  );
  await lanes.idle();
  expect(handled.sort()).toEqual([1, 2]);
  expect(await inbox.counts()).toMatchObject({ parked: 0 });
});

test("an update that Telegram chokes on each time holds up nobody and is parked in the end", async () => {
  const handled: number[] = [];
  await accept(update(1, 1), update(2, 2), update(3, 1));
  const never: Partial<LanesOptions> = {
    isOutage: () => true,
    sleep: (milliseconds, signal) => sleepWithoutDeadline(milliseconds >= 30_000 ? milliseconds : 0, signal),
  };
  const { lanes } = startLanes(async ({ update_id }) => {
    handled.push(update_id);
    if (update_id === 1) throw new Error("502");
  }, never);
  await lanes.idle();
  expect(handled.filter((id) => id === 1)).toHaveLength(180);
  expect(handled.slice(0, 3)).toContain(2);
  expect(handled.at(-1)).toBe(3);
  expect(await inbox.counts()).toMatchObject({ parked: 1 });
}, 60_000);

// Keeps F15.
test("what a dead process held is handled by the next one", async () => {
  const handled: number[] = [];
  await accept(update(1, 1), update(2, 1));
  await inbox.claim({ worker: "dead", limit: 5, leaseSeconds: 45, now: NOW });
  const { lanes } = startLanes(async ({ update_id }) => {
    handled.push(update_id);
  });
  await lanes.idle();
  expect(handled).toEqual([1, 2]);
});

test("whose message twelve processes died over hears of it, and the next of that chat goes on", async () => {
  await accept(update(1, 7), update(2, 7));
  for (let death = 0; death < 11; death++) {
    await inbox.claim({ worker: "dead", limit: 1, leaseSeconds: 8, now: NOW });
    await inbox.reclaim({ worker: "w", alone: true, inHand: [], now: NOW });
  }
  await inbox.claim({ worker: "dead", limit: 1, leaseSeconds: 8, now: NOW });
  const told: number[] = [];
  const handled: number[] = [];
  const apologise = async ({ update_id }: Update) => void told.push(update_id);
  const { lanes } = startLanes(async ({ update_id }) => void handled.push(update_id), { apologise, alone: true });
  await lanes.idle();
  expect(told).toEqual([1]);
  expect(handled).toEqual([2]);
});

// Keeps F15.
test("what three dead processes held is handled singly, so that a killer among it takes no bystander along", async () => {
  await accept(...Array.from({ length: 6 }, (_, i) => update(i, i)));
  for (let death = 0; death < 3; death++) {
    await inbox.claim({ worker: "dead", limit: 6, leaseSeconds: 8, now: NOW });
    if (death < 2) await inbox.reclaim({ worker: "w", alone: true, inHand: [], now: NOW });
  }
  await accept(...Array.from({ length: 6 }, (_, i) => update(10 + i, 10 + i)));
  let now = 0;
  const together: Record<number, number> = {};
  const { lanes } = startLanes(async ({ update_id }) => {
    now += 1;
    await turn();
    together[update_id] = now;
    now -= 1;
  });
  await lanes.idle();
  expect([0, 1, 2, 3, 4, 5].map((id) => together[id])).toEqual([1, 1, 1, 1, 1, 1]);
  expect(Math.max(...Object.values(together))).toBeGreaterThan(1);
});

// Keeps F15.
test("the lease of what takes long is renewed while it is handled", async () => {
  let renewals = 0;
  let enough = () => {};
  const renewedThrice = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const counting: InboxPort = {
    ...inbox,
    renew: async (wish) => {
      expect(await inbox.counts()).toMatchObject({ claimed: 1 });
      renewals += 1;
      if (renewals === 3) enough();
      return inbox.renew(wish);
    },
  };
  await accept(update(1, 1));
  const { lanes } = startLanes(() => renewedThrice, { inbox: counting });
  await lanes.idle();
  expect(renewals).toBeGreaterThanOrEqual(3);
});

// Keeps F7.
test("a database that is away for a moment costs no update", async () => {
  const handled: number[] = [];
  let failures = 3;
  const shaky: InboxPort = {
    ...inbox,
    settle: async (...args) => {
      if (failures-- > 0) throw new Error("connection lost");
      return inbox.settle(...args);
    },
  };
  await accept(update(1, 1), update(2, 1));
  const { lanes } = startLanes(
    async ({ update_id }) => {
      handled.push(update_id);
    },
    { inbox: shaky },
  );
  await lanes.idle();
  expect(handled).toEqual([1, 2]);
});

test("a stop lets go what it cannot finish, for the next process to take at once", async () => {
  await accept(update(1, 1));
  let begun = () => {};
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const { lanes } = startLanes(() => {
    begun();
    return new Promise(() => {});
  });
  await running;
  await lanes.stop(10);
  expect(await inbox.counts()).toEqual({ waiting: 1, claimed: 0, parked: 0 });
});

test("what was handled wakes the dispatcher", async () => {
  let rung = 0;
  await accept(update(1, 1), update(2, 2));
  const { lanes } = startLanes(async () => {}, { onHandled: () => rung++ });
  await lanes.idle();
  expect(rung).toBeGreaterThanOrEqual(1);
});

test("a claim whose answer was lost on the way is taken up again, once and in order, while the process lives", async () => {
  const handled: number[] = [];
  let claims = 0;
  const lossy: InboxPort = {
    ...inbox,
    claim: async (wish) => {
      const claimed = await inbox.claim(wish);
      claims += 1;
      if (claims === 1) throw new Error("connection lost");
      return claimed;
    },
  };
  await accept(update(1, 1), update(2, 1), update(3, 2));
  // Three seconds pass between two looks.
  let looks = 0;
  const moving = { now: () => new Date(NOW.getTime() + 3000 * looks++) };
  const { lanes, log } = startLanes(
    async ({ update_id }) => {
      handled.push(update_id);
    },
    { inbox: lossy, clock: moving, alone: false },
  );
  await lanes.idle();
  expect([...handled].sort()).toEqual([1, 2, 3]);
  expect(handled.indexOf(1)).toBeLessThan(handled.indexOf(2));
  expect(log.lines).toContainEqual({ level: "warn", event: "inbox.claim-unheard", fields: { lost: 2 } });
  expect(await inbox.counts()).toEqual({ waiting: 0, claimed: 0, parked: 0 });
});
