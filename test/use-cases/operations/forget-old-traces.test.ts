import { expect, test } from "vitest";
import { AGES } from "../../../src/domain/own-data/keeping.js";
import { forgetOldTraces } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildPerson, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T00:00:00Z");

const daysAgo = (days: number) => new Date(stage.clock.now().getTime() - days * 24 * 3_600_000);

test("old traces go, young ones stay; a second run does nothing", async () => {
  const { db, world } = stage;
  for (const [id, days] of [
    [1, 3],
    [2, 1],
  ] as const) {
    await db.inbox.create({
      data: { updateId: id, chatId: 5, state: "done", receivedAt: daysAgo(days), settledAt: daysAgo(days) },
    });
  }
  await db.inbox.create({ data: { updateId: 3, chatId: 5, receivedAt: daysAgo(9), payload: {} } });
  await db.conversationState.create({ data: { key: "old", state: {}, updatedAt: daysAgo(46) } });
  await db.conversationState.create({ data: { key: "young", state: {}, updatedAt: daysAgo(31) } });
  const draft = { telegramId: 5, form: "registration", version: 1, answers: {}, createdAt: daysAgo(60) };
  await db.draft.create({ data: { ...draft, subject: "finished", result: {}, updatedAt: daysAgo(2) } });
  await db.draft.create({ data: { ...draft, subject: "open", updatedAt: daysAgo(44) } });
  await db.draft.create({ data: { ...draft, subject: "left", updatedAt: daysAgo(46) } });

  const tap = { updateId: 1, messageId: null, data: "menu" };
  await world.store.taps.swap(5, { ...tap, at: daysAgo(3) });
  await world.store.taps.swap(6, { ...tap, at: daysAgo(1) });

  const trainer = await buildPerson(db, { name: "Pelatih Rina" });
  for (const day of [daysAgo(50), daysAgo(1)]) {
    const said = { trainerId: trainer.id, needs: [], shown: 0, fresh: 0 };
    await db.morning.create({ data: { ...said, day, at: day } });
  }

  for (const [updateId, days] of [46, 44].entries()) {
    const span = { startsAt: daysAgo(days + 3), endsAt: daysAgo(days) };
    const said = { setById: trainer.id, at: daysAgo(days + 4), updateId };
    await db.absence.create({ data: { personId: trainer.id, ...span, ...said } });
  }

  const none = {
    ...{ rosterChanges: 0, parkedUpdates: 0, sentTexts: 0, invitationDrafts: 0, joiningDrafts: 0, officeDrafts: 0 },
    ...{ mergeChanges: 0, practices: 0, classBoards: 0, careActs: 0, announcementBoards: 0, savedAudiences: 0 },
    ...{ heldBack: 0, absences: 0, overviewWeeks: 0, pauseReasons: 0 },
  };
  const { id: classId } = await buildClass(db);
  const { id: personId } = await buildTrainer(db, [classId]);
  const board = { classId, personId, chatId: 5, shown: "", nextAt: daysAgo(9) };
  for (const days of [3, 2, 0]) await db.classBoard.create({ data: { ...board, day: daysAgo(days) } });
  for (const days of [401, 1]) {
    const saved = { personId, name: `Jambi ${days}`, audience: {}, usedAt: daysAgo(days) };
    await db.savedAudience.create({ data: saved });
    const announcement = { draftId: days, content: {}, audience: {}, contentHash: "h", createdAt: daysAgo(days) };
    const { id: announcementId } = await db.announcement.create({ data: { authorId: personId, ...announcement } });
    await db.announcementBoard.create({
      data: { announcementId, personId, chatId: 5, messageId: 7, shown: "", nextAt: daysAgo(days) },
    });
  }
  const counts = {
    ...none,
    ...{ announcementBoards: 1, savedAudiences: 1 },
    mornings: 1,
    handledUpdates: 1,
    conversations: 1,
    finishedDrafts: 1,
    leftDrafts: 1,
    taps: 1,
    classBoards: 1,
    absences: 1,
  };
  expect(await forgetOldTraces(world)).toEqual(counts);
  expect(await forgetOldTraces(world)).toEqual({
    ...{ ...none, mornings: 0, handledUpdates: 0, conversations: 0, finishedDrafts: 0, leftDrafts: 0, taps: 0 },
  });

  expect((await db.inbox.findMany({ orderBy: { updateId: "asc" } })).map((row) => Number(row.updateId))).toEqual([
    2, 3,
  ]);
  expect((await db.conversationState.findMany()).map(({ key }) => key)).toEqual(["young"]);
  expect((await db.tap.findMany()).map(({ chatId }) => Number(chatId))).toEqual([6]);
  expect((await db.draft.findMany()).map(({ subject }) => subject)).toEqual(["open"]);
});

/** One row of each kind, as it stands since then. */
async function leaveTraces(at: Date, n: number): Promise<void> {
  const { db } = stage;
  const post = { kind: "answer", priority: 1, chatId: 5n, message: { text: "rahasia" }, dueAt: at, createdAt: at };
  await db.outbox.create({ data: { ...post, key: `sent:${n}`, state: "sent", settledAt: at } });
  await db.inbox.createMany({
    data: [
      { updateId: 100 + n, chatId: 5, state: "parked", payload: { text: "rahasia" }, receivedAt: at, settledAt: at },
      { updateId: 200 + n, chatId: 0, state: "done", receivedAt: at, settledAt: at },
    ],
  });
  const draft = { telegramId: 5, version: 1, answers: {}, createdAt: at, updatedAt: at };
  await db.draft.createMany({
    data: [
      { ...draft, form: "question", subject: `done:${n}`, result: { text: "rahasia" } },
      { ...draft, form: "invitation", subject: `token:${n}` },
      { ...draft, form: "joining", subject: `link:${n}` },
      { ...draft, form: n % 2 === 0 ? "roster" : "staff_invitation", subject: `class:${n}` },
    ],
  });
  await db.conversationState.create({ data: { key: String(n), state: {}, updatedAt: at } });
  await db.tap.create({ data: { chatId: n, at } });
}

test("every other trace goes at its age, and not before", async () => {
  const now = stage.clock.now().getTime();
  const days = [...new Set(Object.values(AGES).map(({ days: age }) => age))].sort((a, b) => a - b);
  for (const [index, age] of days.entries()) {
    await leaveTraces(new Date(now - age * 86_400_000 + 60_000), index * 2 + 1);
    await leaveTraces(new Date(now - age * 86_400_000 - 60_000), index * 2 + 2);
  }
  const older = (age: number) => days.filter((one) => one > age).length * 2 + 1;
  const counts = await forgetOldTraces(stage.world);
  for (const name of [
    "taps",
    "finishedDrafts",
    "invitationDrafts",
    "joiningDrafts",
    "officeDrafts",
    "conversations",
    "parkedUpdates",
    "sentTexts",
  ] as const) {
    expect(counts[name], name).toBe(older(AGES[name].days));
  }
  expect(await stage.db.outbox.count()).toBe(days.length * 2);
  const again = await forgetOldTraces(stage.world);
  expect(Object.entries(again).filter(([name, count]) => count > 0 && name !== "handledUpdates")).toEqual([]);
});
