// P35: two processes on one database share the chats; a burst of taps is one, whichever of them handles each tap.
import type { Update } from "grammy/types";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createBot } from "../../../src/bot/bot.js";
import { closedChatOf } from "../../../src/delivery/telegram/answers.js";
import { createTelegramFetch } from "../../../src/delivery/telegram/telegram-fetch.js";
import { createLanes } from "../../../src/intake/lanes.js";
import { inProcessFetch } from "../../../src/sandbox/in-process.js";
import { createInbox } from "../../../src/storage/queue/inbox.js";
import { createConversations } from "../../../src/storage/upkeep/conversations.js";
import { recordLog } from "../../delivery/support.js";
import { sleepWithoutDeadline } from "../../intake/support.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-06-04T03:00:00Z");
});
afterAll(() => database.close());

/** A bot and its lanes: all that a process has in its memory. Which of them gets an update is left to the inbox. */
function startProcess(worker: string) {
  const handled: number[] = [];
  const handle = createBot(stage.world, {
    token: stage.sandbox.token,
    client: {
      fetch: createTelegramFetch({
        fetch: inProcessFetch(stage.sandbox) as never,
        sleep: async () => {},
        absorb: "replies",
      }),
    },
    botInfo: stage.sandbox.bot,
    closedChatOf,
    conversations: createConversations(database.prisma),
    reportError: (error) => stage.errors.push(error),
  });
  const lanes = createLanes({
    inbox: createInbox(database.prisma),
    handle: async (update) => {
      handled.push(update.update_id);
      await handle(update);
    },
    ...{ clock: stage.clock, sleep: sleepWithoutDeadline, log: recordLog(), worker, alone: false },
  });
  return { handle, handled, lanes };
}

async function sitiWithMenu() {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti", telegramId: siti.id });
  siti.start();
  await stage.settle();
  return siti;
}

// Keeps P35.
test("five taps in a second, each handled by the other process, are one effect and one reply", async () => {
  const siti = await sitiWithMenu();
  const [one, two] = [startProcess("one"), startProcess("two")];
  const screen = siti.lastMessage()?.message_id ?? 0;
  const said = () => stage.sandbox.calls.filter(({ method }) => /^(send|edit)/.test(method)).length;
  const before = said();
  for (let tap = 0; tap < 5; tap++) {
    siti.pressesOn(screen, "opt_out:reminders");
    for (const update of stage.sandbox.takeUpdates()) await (tap % 2 === 0 ? one : two).handle(update as Update);
    stage.clock.advance(200);
  }
  expect(said() - before).toBe(1);
  expect(await stage.db.person.findFirst({ where: { telegramId: siti.id } })).toMatchObject({
    optedOut: ["reminders"],
  });
  // Read, and meant again.
  stage.clock.advance(1000);
  siti.pressesOn(screen, "opt_out:reminders");
  for (const update of stage.sandbox.takeUpdates()) await one.handle(update as Update);
  expect(said() - before).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps P35.
test("a button pressed between two others of the same message is no burst, also across processes", async () => {
  const siti = await sitiWithMenu();
  const [one, two] = [startProcess("one"), startProcess("two")];
  const screen = siti.lastMessage()?.message_id ?? 0;
  const before = stage.sandbox.calls.length;
  for (const [n, data] of ["reports", "plans", "reports"].entries()) {
    siti.pressesOn(screen, data);
    for (const update of stage.sandbox.takeUpdates()) await (n % 2 === 0 ? one : two).handle(update as Update);
  }
  const screens = stage.sandbox.calls.slice(before).filter(({ method }) => /^(send|edit)/.test(method));
  expect(screens).toHaveLength(3);
});

// Keeps P35.
test("a whole burst in the inbox of two running processes is handled once each and answered once", async () => {
  const siti = await sitiWithMenu();
  const processes = [startProcess("one"), startProcess("two")];
  const screen = siti.lastMessage()?.message_id ?? 0;
  const before = stage.sandbox.calls.length;
  for (let tap = 0; tap < 5; tap++) siti.pressesOn(screen, "reports");
  const updates = stage.sandbox.takeUpdates() as Update[];
  const inbox = createInbox(database.prisma);
  const received = (update: Update) => ({ updateId: update.update_id, chatId: siti.id, payload: update });
  await inbox.accept(updates.map(received), stage.clock.now());
  // Redelivered, as after a lost answer: nothing new.
  expect(await inbox.accept(updates.map(received), stage.clock.now())).toBe(0);
  for (const { lanes } of processes) lanes.start();
  await Promise.all(processes.map(({ lanes }) => lanes.idle()));
  await Promise.all(processes.map(({ lanes }) => lanes.stop(1000)));
  expect(processes.flatMap(({ handled }) => handled).sort((a, b) => a - b)).toEqual(
    updates.map(({ update_id }) => update_id),
  );
  const screens = stage.sandbox.calls.slice(before).filter(({ method }) => /^(send|edit)/.test(method));
  expect(screens).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});
