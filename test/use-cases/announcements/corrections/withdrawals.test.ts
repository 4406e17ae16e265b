// Taking back what was sent, and a process that dies while copies are changed.
import { describe, expect, inject, test } from "vitest";
import { audienceSize } from "../../../../src/domain/announcements/announcement.js";
import { copiesIn } from "../../../../src/domain/announcements/correction.js";
import { createDelivery } from "../../../../src/storage/queue/delivery.js";
import { READ_LABELS } from "../../../../src/texts/read-labels.js";
import {
  announcementProgress,
  askToRead,
  cancelAnnouncement,
  tellTrainers,
  withdrawAnnouncement,
} from "../../../../src/use-cases/index.js";
import { buildRosterRow, buildTrainer } from "../../../support/world/builders.js";
import { openCorrecting, TEXT } from "./correcting.js";

const { stage, anAdmin, participants, published, amended, tallyOf, telegram, dispatcherTo } = openCorrecting();

describe("taking back", () => {
  // Keeps A14.
  test("copies of the last two days go, older ones are counted with their cause, and what waits never leaves", async () => {
    await participants(4);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();
    const [old, lost, blocked] = await stage.db.outbox.findMany({
      where: { announcementId: id },
      orderBy: { id: "asc" },
    });
    const past = new Date(stage.clock.now().getTime() - 48 * 3_600_000);
    await stage.db.outbox.update({ where: { id: old?.id ?? 0 }, data: { leftAt: past } });
    await stage.db.outbox.update({ where: { id: lost?.id ?? 0 }, data: { state: "unknown", telegramMessageId: null } });
    await stage.db.person.update({
      where: { id: blocked?.personId ?? 0 },
      data: { unreachableSince: stage.clock.now(), unreachableCause: "blocked" },
    });

    const outcomes = await Promise.all([1, 2].map(() => withdrawAnnouncement(stage.world, actor, id)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done_before", "started"]);
    await dispatcherTo(to).drain();

    expect(to.texts()).toHaveLength(3);
    const [outcome] = outcomes;
    const { tally } = await tallyOf(
      actor,
      outcome !== undefined && "correctionId" in outcome ? outcome.correctionId : 0,
    );
    expect(tally).toEqual({
      changed: 1,
      waiting: 0,
      unknown: 0,
      too_old: 1,
      blocked: 1,
      gone: 0,
      no_id: 1,
      refused: 0,
    });
    expect((await stage.db.announcement.findUniqueOrThrow({ where: { id } })).state).toBe("cancelled");
    // What could not be taken back can still be corrected; what was is left alone.
    const correction = await amended(actor, id);
    if (correction.kind !== "started") throw new Error(correction.kind);
    await dispatcherTo(to).drain();
    const after = (await tallyOf(actor, correction.correctionId)).tally;
    expect([copiesIn(after), after.changed, after.blocked, after.no_id]).toEqual([3, 1, 1, 1]);
  });

  test("what is not sent yet never is", async () => {
    await participants(3);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    let count = 0;
    await dispatcherTo(to, "test", async (nth) => {
      if (nth === 2) count = (await withdrawAnnouncement(stage.world, actor, id)).kind === "started" ? 1 : 0;
    }).drain();
    stage.clock.advance(61_000);
    await dispatcherTo(to).drain();
    expect(count).toBe(1);
    expect(to.texts()).toEqual([]);
    const progress = await announcementProgress(stage.world, actor, id);
    if (progress.kind !== "progress") throw new Error(progress.kind);
    expect(audienceSize(progress.tally)).toBe(3);
  });
});

describe("what was still to be said about it", () => {
  test.each([
    ["stopped", cancelAnnouncement],
    ["taken back", withdrawAnnouncement],
  ])("does not leave once it is %s, nor does it come to who was away", async (_, end) => {
    await participants(3);
    const { id: classId } = await stage.db.trainingClass.findFirstOrThrow();
    await buildTrainer(stage.db, [classId], { name: "Rina" });
    await buildRosterRow(stage.db, classId, { name: "Belum" });
    const actor = await anAdmin();
    const id = await published(actor, 1, { ...TEXT, asksRead: READ_LABELS });
    await dispatcherTo(telegram()).drain();
    expect(await askToRead(stage.world, actor, id)).toMatchObject({ kind: "asked" });
    expect(await tellTrainers(stage.world, actor, id)).toEqual({ kind: "told", count: 1 });
    const which = { kind: { in: ["read_reminder", "call_list"] } };
    const { id: missed, personId } = await stage.db.outbox.findFirstOrThrow({ where: { kind: "read_reminder" } });
    const now = stage.clock.now();
    await stage.db.outbox.update({
      where: { id: missed },
      data: { state: "cancelled", cause: "blocked", settledAt: now },
    });
    const missedBy = () => stage.world.store.outbox.missedBy(personId ?? 0, new Date(0), now);
    expect(await missedBy()).toEqual([{ kind: "read_reminder", count: 1 }]);

    await end(stage.world, actor, id);

    expect(await stage.db.outbox.count({ where: { ...which, state: { not: "cancelled" } } })).toBe(0);
    expect(await missedBy()).toEqual([]);
    expect(await askToRead(stage.world, actor, id)).toEqual({ kind: "not_asked" });
  });
});

describe("a process that dies", () => {
  test.skipIf(inject("database").kind !== "postgres")(
    "while it corrects loses no copy and leaves none with the former words",
    async () => {
      await participants(20);
      const actor = await anAdmin();
      const id = await published(actor);
      const to = telegram();
      await dispatcherTo(to).drain();
      const outcome = await amended(actor, id);
      if (outcome.kind !== "started") throw new Error(outcome.kind);
      const delivery = createDelivery(stage.db);
      for (let death = 0; death < 4; death++) {
        // It has claimed some, changed one or none of them at Telegram, and never came to write that down.
        const now = stage.clock.now();
        const { claimed } = await delivery.claim({
          ...{ worker: `dead ${death}`, limit: 3, leaseSeconds: 50, now, restingChats: [] },
        });
        for (const post of claimed.slice(0, death % 2)) {
          await delivery.depart(post.id, post.fence, now);
          if ("change" in post.content) await to.changeCopy(post.chatId, post.content.change);
        }
        stage.clock.advance(60_000);
      }
      await dispatcherTo(to, "next").drain();
      expect(to.texts()).toHaveLength(20);
      for (const text of to.texts()) expect(text).toMatch(/^\(ralat 9 Juli\)\n\nHalo .+, hari Senin$/);
      const { tally } = await tallyOf(actor, outcome.correctionId);
      expect(tally.changed).toBe(20);
      expect(copiesIn(tally)).toBe(20);
    },
  );
});
