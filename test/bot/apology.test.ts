// When an update is given up, what showed how far it was does not stay above the apology.
import type { Message, Update } from "grammy/types";
import { expect, test } from "vitest";
import { createApology } from "../../src/bot/gate/apology.js";
import { closedChatOf } from "../../src/delivery/telegram/answers.js";
import { createTelegramFetch } from "../../src/delivery/telegram/telegram-fetch.js";
import { inProcessFetch } from "../../src/sandbox/in-process.js";
import { screen } from "../support/stage/phone.js";
import type { Stage } from "../support/stage/stage.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildAdmin } from "../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");

function apologise({ sandbox, world }: Stage) {
  const fetch = createTelegramFetch({ fetch: inProcessFetch(sandbox), sleep: async () => {}, absorb: "never" });
  return createApology(world, { token: sandbox.token, client: { fetch }, closedChatOf });
}

async function apologiseTo(progress: { updateId: number; isOver: boolean; isGone?: boolean }) {
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id });
  budi.start();
  await stage.settle();
  const shown = budi.lastMessage() as Message;
  const { isGone = false, ...about } = progress;
  const messageId = isGone ? 999_999 : shown.message_id;
  await stage.world.store.taps.noteProgress(budi.id, { ...about, messageId }, stage.clock.now());
  await apologise(stage)({ update_id: 77, message: { ...shown, from: { ...shown.from, id: budi.id } } } as Update);
  expect(screen(budi)).toContain("ada gangguan");
  return { stays: budi.received().some(({ message_id: id }) => id === shown.message_id) };
}

test("it is taken away", async () => {
  expect(await apologiseTo({ updateId: 77, isOver: false })).toEqual({ stays: false });
});

test("an answer that stands in its place stays", async () => {
  expect(await apologiseTo({ updateId: 77, isOver: true })).toEqual({ stays: true });
});

test("what was shown for another update stays", async () => {
  expect(await apologiseTo({ updateId: 76, isOver: false })).toEqual({ stays: true });
});

test("the apology is said where it is gone already", async () => {
  expect(await apologiseTo({ updateId: 77, isOver: false, isGone: true })).toEqual({ stays: true });
});

test("somebody who has blocked the bot is not apologised to, and nobody is troubled", async () => {
  const budi = stage.person({ name: "Budi" });
  const { id } = await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id });
  budi.start();
  await stage.settle();
  const said = budi.lastMessage() as Message;
  budi.blocks();
  stage.sandbox.takeUpdates();
  await apologise(stage)({ update_id: 78, message: said } as Update);
  expect(await stage.db.person.findUnique({ where: { id } })).toMatchObject({ unreachableCause: "blocked" });
});
