// Who asks whether the program is ready hears of a queue that nothing can be taken from, although the database can be written.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLanes } from "../../src/intake/lanes.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { openDelivery, recordLog } from "../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { clock, sleepWithoutDeadline } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("a look into the inbox counts once updates could be taken up, and not while each try fails", async () => {
  const inbox = createInbox(database.prisma);
  const seen: string[] = [];
  let tries = 0;
  const broken: typeof inbox = {
    ...inbox,
    claim: async (wish) => {
      tries += 1;
      seen.push(tries < 3 ? "failed" : "taken up");
      if (tries < 3) throw new Error("out of memory");
      return inbox.claim(wish);
    },
  };
  const lanes = createLanes({
    ...{ inbox: broken, handle: async () => {}, clock, sleep: sleepWithoutDeadline, log: recordLog() },
    ...{ worker: "w", alone: true, onLooked: () => seen.push("looked") },
  });
  lanes.start();
  await lanes.idle();
  await lanes.stop(1000);
  expect(seen.slice(0, 4)).toEqual(["failed", "failed", "taken up", "looked"]);
});

test("a look into the outbox counts once messages could be taken up, and not while each try fails", async () => {
  const { delivery, dispatcher } = openDelivery(database);
  let looked = 0;
  let isBroken = true;
  const sending = dispatcher({
    delivery: {
      ...delivery,
      claim: async (wish) => {
        if (isBroken) throw new Error("out of memory");
        return delivery.claim(wish);
      },
    },
    onLooked: () => {
      looked += 1;
    },
  });
  await expect(sending.drain()).rejects.toThrow("out of memory");
  expect(looked).toBe(0);
  isBroken = false;
  await sending.drain();
  expect(looked).toBeGreaterThan(0);
});
