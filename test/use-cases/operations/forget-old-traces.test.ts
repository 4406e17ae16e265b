import { expect, test } from "vitest";
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
