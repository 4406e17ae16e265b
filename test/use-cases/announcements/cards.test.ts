// The card of an announcement follows it by itself, once every three seconds at most, and says why it stands still.
import { beforeEach, expect, test } from "vitest";
import { EVERYBODY } from "../../../src/domain/announcements/audience.js";
import type { Message } from "../../../src/domain/messages/message.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { Changed } from "../../../src/ports/screens.js";
import type { World } from "../../../src/ports.js";
import { textsFor } from "../../../src/texts/index.js";
import {
  amendAnnouncement,
  cancelAnnouncement,
  correctionMessage,
  correctionProgress,
  followAnnouncement,
  followCorrection,
  pauseAnnouncement,
  publishAnnouncement,
  resumeAnnouncement,
  updateAnnouncementCards,
} from "../../../src/use-cases/index.js";
import { announcementCard } from "../../support/announcement-card.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-07-09T03:00:00Z");
let world: World;
let budi: KnownActor;
let id: number;
/** What Telegram was asked to show, and what it answers. */
let shown: { at: Date; messageId: number; message: Message }[];
let answer: Changed;
beforeEach(async () => {
  [shown, answer] = [[], "shown"];
  const screens = {
    async change(_: number, messageId: number, message: Message) {
      shown.push({ at: stage.clock.now(), messageId, message });
      return answer;
    },
  };
  world = { ...stage.world, screens };
  const { id: classId } = await buildClass(stage.db);
  for (const name of ["Siti", "Ani", "Wati"]) await buildParticipant(stage.db, classId, { name });
  budi = await actorOf(world, (await buildAdmin(stage.db, { name: "Budi" })).id);
  const wish = { draftId: 1, content: { text: "Halo", marks: [] }, audience: EVERYBODY };
  const outcome = await publishAnnouncement(world, budi, wish);
  if (!("announcementId" in outcome)) throw new Error(outcome.kind);
  id = outcome.announcementId;
  await follow(77);
});

async function follow(messageId: number) {
  const card = await announcementCard(world, budi, textsFor("id"), id);
  await followAnnouncement(world, budi, { announcementId: id, messageId, card });
}

async function sent(count: number) {
  const rows = await stage.db.outbox.findMany({ where: { state: "waiting" }, orderBy: { id: "asc" }, take: count });
  const ids = rows.map((row) => row.id);
  await stage.db.outbox.updateMany({
    where: { id: { in: ids } },
    data: { state: "sent", settledAt: stage.clock.now() },
  });
}

async function later(milliseconds: number) {
  stage.clock.advance(milliseconds);
  return updateAnnouncementCards(world);
}

const said = () => shown.at(-1)?.message.text ?? "";

// Keeps A10.
test("it is changed when something became of it, never twice within three seconds, and no more when all is over", async () => {
  expect(await later(3000)).toEqual({ changed: 0 });
  await sent(1);
  expect(await later(3000)).toEqual({ changed: 1 });
  expect(said()).toContain("Terkirim: 1 dari 3 orang");
  await sent(1);
  expect(await later(1000)).toEqual({ changed: 0 });
  expect(await later(1000)).toEqual({ changed: 0 });
  expect(await later(1000)).toEqual({ changed: 1 });
  await sent(1);
  stage.clock.advance(3000);
  const both = await Promise.all([updateAnnouncementCards(world), updateAnnouncementCards(world)]);
  expect(both.map(({ changed }) => changed).sort()).toEqual([0, 1]);
  expect(said()).toContain("selesai");
  // Two processes at one instant, and a second look, change nothing.
  expect(await Promise.all([later(3000), updateAnnouncementCards(world)])).toEqual([{ changed: 0 }, { changed: 0 }]);
  const gaps = shown.slice(1).map(({ at }, n) => at.getTime() - (shown[n]?.at.getTime() ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
  expect(await stage.db.announcementBoard.findMany({ select: { messageId: true } })).toEqual([{ messageId: 0n }]);
});

// Keeps A10.
test("it says why it stands still: held, at Telegram's word, at night", async () => {
  await pauseAnnouncement(world, budi, id);
  await later(3000);
  expect(said()).toContain("dijeda");
  await resumeAnnouncement(world, budi, id);
  await stage.db.laneBlock.create({ data: { lane: "bulk", blockedUntil: new Date("2024-07-09T03:20:00Z") } });
  await later(3000);
  expect(said()).toContain("Telegram meminta kami menunggu sampai 10.20 WIB");
  await stage.db.laneBlock.deleteMany();
  await later(3000);
  expect(said()).not.toContain("Telegram meminta");
  await stage.db.outbox.updateMany({ data: { dueAt: new Date("2024-07-10T00:30:00Z") } });
  await later(3000);
  expect(said()).toContain("Dikirim mulai Rabu, 10 Juli 2024 pukul 07.30 WIB, pada jam kerja penerima");
});

test("of two processes that saw it at one instant, one changes it", async () => {
  const { announcementBoards: boards } = stage.world.store;
  const now = stage.clock.now();
  const [board] = await boards.toLookAt(now, 9);
  if (board === undefined) throw new Error("Nobody follows it.");
  const next = new Date(now.getTime() + 3000);
  expect([await boards.claim(board, now, next), await boards.claim(board, now, next)]).toEqual([true, false]);
  expect(await boards.toLookAt(now, 9)).toEqual([]);
});

test("a page that takes its place is not written over, and a message that is gone is asked for no more", async () => {
  await stage.world.store.announcementBoards.leave(budi.telegramId, 77);
  await sent(1);
  await later(3000);
  expect(shown).toEqual([]);
  await follow(78);
  await sent(1);
  answer = "gone";
  await later(3000);
  await sent(1);
  await later(3000);
  expect(shown.map(({ messageId }) => messageId)).toEqual([78]);
});

test("asked for patience by Telegram, it waits that long, and then says what is so", async () => {
  await sent(1);
  answer = 20;
  await later(3000);
  answer = "shown";
  await sent(1);
  expect(await later(19_000)).toEqual({ changed: 0 });
  expect(await later(1000)).toEqual({ changed: 1 });
  expect(said()).toContain("Terkirim: 2 dari 3 orang");
});

test("whose role has ended sees nothing more of it", async () => {
  await stage.db.roleBinding.updateMany({
    where: { personId: budi.person.id },
    data: { revokedAt: stage.clock.now() },
  });
  await sent(1);
  await later(3000);
  expect(shown).toEqual([]);
});

test("whose phone is somebody else's by now, no matter how much that one may see, is shown nothing there", async () => {
  const dewi = await buildAdmin(stage.db, { name: "Dewi" });
  await stage.db.person.update({ where: { id: budi.person.id }, data: { telegramId: null } });
  await stage.db.person.update({ where: { id: dewi.id }, data: { telegramId: budi.telegramId } });
  await sent(1);
  await later(3000);
  expect(shown).toEqual([]);
});

test("stopped by somebody else, everybody who follows it reads so", async () => {
  const dewi = await actorOf(world, (await buildAdmin(stage.db, { name: "Dewi" })).id);
  await cancelAnnouncement(world, dewi, id);
  await later(3000);
  expect(said()).toContain("dihentikan");
});

const WORDS = {
  id: {
    ...{ one: "Sudah diganti: 1 dari 3 pesan", held: "Telegram meminta kami menunggu sampai 10.20 WIB" },
    ...{ restored: "data dipulihkan dari cadangan", blocked: "memblokir bot", over: "selesai" },
  },
  en: {
    ...{ one: "Changed: 1 of 3 messages", held: "Telegram asks us to wait until 10:20 WIB" },
    ...{ restored: "the data came from a backup", blocked: "blocked the bot", over: "done" },
  },
};

// Keeps A10.
test.each(WALKED_IN)(
  "the card of a correction follows it too, and says why it stands still, in %s",
  async (language) => {
    const words = WORDS[language];
    const { db } = stage;
    await db.person.update({ where: { id: budi.person.id }, data: { language } });
    const at = stage.clock.now();
    await db.outbox.updateMany({ data: { state: "sent", telegramMessageId: 5n, leftAt: at, settledAt: at } });
    const { contentHash } = await db.announcement.findUniqueOrThrow({ where: { id } });
    const wish = { announcementId: id, draftId: 2, words: { text: "Halo semua", marks: [] }, seenHash: contentHash };
    const outcome = await amendAnnouncement(world, budi, wish);
    if (outcome.kind !== "started") throw new Error(outcome.kind);
    const { correctionId } = outcome;
    const progress = await correctionProgress(world, budi, correctionId);
    if (progress.kind !== "progress") throw new Error(progress.kind);
    const card = correctionMessage(textsFor(language), budi.person, progress);
    await followCorrection(world, budi, { correctionId, messageId: 90, card });
    const onCard = () => shown.filter(({ messageId }) => messageId === 90);
    const text = () => onCard().at(-1)?.message.text ?? "";

    await later(3000);
    await later(3000);
    expect(onCard()).toEqual([]);
    await sent(1);
    await later(3000);
    expect(text()).toContain(words.one);
    await sent(1);
    await later(1000);
    expect(onCard()).toHaveLength(1);
    await db.laneBlock.create({ data: { lane: "bulk", blockedUntil: new Date("2024-07-09T03:20:00Z") } });
    await later(2000);
    expect(text()).toContain(words.held);
    await db.laneBlock.deleteMany();
    const home = { identity: "copy", restoredAt: at };
    await db.databaseHome.upsert({ where: { id: 1 }, create: { id: 1, ...home }, update: home });
    await later(3000);
    expect(text()).toContain(words.restored);
    await db.databaseHome.update({ where: { id: 1 }, data: { decidedAt: at } });
    await db.outbox.updateMany({
      where: { state: "waiting" },
      data: { state: "dead", cause: "blocked", settledAt: at },
    });
    await later(3000);
    expect(text()).toContain(words.over);
    expect(text()).toContain(words.blocked);
    // All is over: nobody looks at it any more, and no two changes were closer than three seconds.
    expect(
      (await db.announcementBoard.findMany({ where: { correctionId } })).map(({ messageId }) => messageId),
    ).toEqual([0n]);
    const gaps = onCard()
      .slice(1)
      .map((one, n) => one.at.getTime() - (onCard()[n]?.at.getTime() ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
  },
);
