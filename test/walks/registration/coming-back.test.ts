// O04, F10: somebody blocks the bot, misses a few messages, and comes back.

import { expect, test } from "vitest";
import type { PostedKind } from "../../../src/ports/queue/outbox.js";
import { bringMissed, welcomeBack } from "../../../src/use-cases/index.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-04T03:00:00Z");

const inTurn = actsOn(stage);

async function sitiOnStage(options: { english?: boolean } = {}) {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti", ...options });
  const { person } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    telegramId: siti.id,
    language: options.english === true ? "en" : "id",
    libraryName: "Perpustakaan Berakit",
  });
  await inTurn(() => siti.start());
  stage.talk();
  return { siti, person };
}

const post = (personId: number, key: string, kind: PostedKind, notAfter?: string) => {
  const now = stage.clock.now();
  const wish = { key, kind, personId, message: { text: `Isi ${key}`, marks: [] }, dueAt: now };
  return stage.world.store.outbox.post([{ ...wish, ...(notAfter && { notAfter: new Date(notAfter) }) }], now);
};

/** An announcement goes to all while Siti is away: it has no post for her. */
async function announceWhileAway(personId: number) {
  const admin = await buildAdmin(stage.db);
  const { id: announcementId } = await stage.db.announcement.create({
    data: {
      authorId: admin.id,
      draftId: 77,
      content: { text: "Halo {nama} dari {perpustakaan}", marks: [] },
      audience: { reach: [] },
      contentHash: "x",
      createdAt: stage.clock.now(),
    },
  });
  await stage.db.announcementRecipient.create({ data: { announcementId, personId, skipped: "blocked" } });
}

// Keeps O04.
test("somebody who blocked the bot and comes back is offered what they missed in one message, and gets it once", async () => {
  const { siti, person } = await sitiOnStage();
  siti.blocks();
  // The bot does not know yet: it finds out by being refused.
  stage.sandbox.takeUpdates();
  await post(person.id, "perubahan", "schedule_change");
  await post(person.id, "pengingat", "plan_reminder");
  await post(person.id, "basi", "session_reminder", "2024-06-04T08:00:00Z");
  await stage.settle();
  await announceWhileAway(person.id);
  expect(stage.sandbox.calls.filter(({ code }) => code === 403)).toHaveLength(1);

  await stage.moveTo("2024-06-05T03:00:00Z");
  siti.unblocks();
  await inTurn(
    () => siti.start(),
    () => siti.presses("Ya, kirimkan"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/coming-back.txt");
  expect(await bringMissed(stage.world, { ...(await actorOf(siti.id)), person: await personOf(siti.id) })).toEqual({
    count: 0,
  });
  expect(stage.errors).toEqual([]);
});

// Keeps O04.
test.each([
  ["blocks the bot", "blocked"],
  ["deletes the account", "gone"],
] as const)(
  "somebody who writes and %s before the answer is known to be away, and nobody's trouble",
  async (_, cause) => {
    const { siti, person } = await sitiOnStage();
    siti.says("/menu");
    stage.receive();
    await post(person.id, "pengingat", "plan_reminder");
    if (cause === "blocked") siti.blocks();
    else siti.deactivates();
    // The bot does not know yet: its reply finds out.
    stage.sandbox.takeUpdates();
    await stage.settle();
    expect(stage.errors).toEqual([]);
    expect(await personOf(siti.id)).toMatchObject({ unreachableCause: cause });
    expect(stage.sandbox.calls.filter(({ code }) => code === 403)).toHaveLength(1);
    if (cause === "gone") return;

    siti.unblocks();
    await inTurn(() => siti.start());
    expect(stage.talk()).toContain("Senang bertemu lagi");
    expect(await personOf(siti.id)).toMatchObject({ unreachableCause: null });
    expect(stage.errors).toEqual([]);
  },
);

// Keeps O04.
test("any message is a sign of life, and one welcome is enough", async () => {
  const { siti, person } = await sitiOnStage();
  await post(person.id, "pengingat", "plan_reminder");
  await stage.world.store.people.markUnreachable(siti.id, "gone", stage.clock.now());
  await stage.settle();
  await inTurn(() => siti.says("halo"));
  expect(await stage.db.person.findUnique({ where: { id: person.id } })).toMatchObject({ unreachableCause: null });
  expect(await welcomeBack(stage.world, siti.id)).toEqual({ kind: "was_here" });
  await inTurn(() => siti.presses("Tidak perlu"));
  expect(stage.sandbox.ledger.filter(({ text }) => text.includes("Senang bertemu lagi"))).toHaveLength(1);
  expect(stage.sandbox.ledger.filter(({ text }) => text === "Isi pengingat")).toEqual([]);
  expect(stage.errors).toEqual([]);
});

// Keeps O04.
test("somebody who unblocks the bot and says nothing hears what falls due from then on", async () => {
  const { siti, person } = await sitiOnStage();
  await inTurn(() => siti.blocks());
  expect(await stage.db.person.findUnique({ where: { id: person.id } })).toMatchObject({ unreachableCause: "blocked" });
  await inTurn(() => siti.unblocks());
  expect(await stage.db.person.findUnique({ where: { id: person.id } })).toMatchObject({ unreachableCause: null });
  await post(person.id, "perubahan", "schedule_change");
  await stage.settle();
  expect(siti.lastMessage()?.text).toBe("Isi perubahan");
});

// Keeps O04.
test("nobody is offered anything who missed nothing", async () => {
  const { siti } = await sitiOnStage();
  await inTurn(
    () => siti.blocks(),
    () => siti.unblocks(),
    () => siti.start(),
  );
  expect(stage.talk()).not.toContain("Senang bertemu lagi");
});

// Keeps O04.
test("in English", async () => {
  const { siti, person } = await sitiOnStage({ english: true });
  await post(person.id, "pengingat", "plan_reminder");
  await stage.world.store.people.markUnreachable(siti.id, "blocked", stage.clock.now());
  await stage.settle();
  await inTurn(
    () => siti.start(),
    () => siti.presses("Yes, send them"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/coming-back-in-english.txt");
});

async function personOf(telegramId: number) {
  return (await stage.world.store.people.findByTelegramId(telegramId))!;
}

async function actorOf(telegramId: number) {
  return { telegramId, language: "id" as const, roles: [], agreed: [], takesPart: true };
}
