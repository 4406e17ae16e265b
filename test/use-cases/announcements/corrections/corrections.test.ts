// Correcting what was sent: every copy is changed once or accounted for, whoever presses what and when.
import { describe, expect, test } from "vitest";
import { copiesIn } from "../../../../src/domain/announcements/correction.js";
import { createDelivery } from "../../../../src/storage/queue/delivery.js";
import {
  amendAnnouncement,
  announcementProgress,
  approveCorrection,
  correctionProgress,
  reviewCorrection,
  withdrawAnnouncement,
} from "../../../../src/use-cases/index.js";
import { buildParticipant } from "../../../support/world/builders.js";
import { openCorrecting, RIGHT, TEXT } from "./correcting.js";

const { stage, anAdmin, participants, published, amended, tallyOf, telegram, dispatcherTo } = openCorrecting();

describe("correcting", () => {
  // Keeps A14.
  test("every delivered copy reads the new words with a mark, and the numbers add up to the copies", async () => {
    await participants(5);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();

    const outcome = await amended(actor, id);
    expect(outcome).toMatchObject({ kind: "started" });
    await dispatcherTo(to).drain();

    expect(to.texts()).toHaveLength(5);
    for (const text of to.texts()) expect(text).toMatch(/^\(ralat 9 Juli\)\n\nHalo .+, hari Senin$/);
    const { tally, phase } = await tallyOf(actor, outcome.kind === "started" ? outcome.correctionId : 0);
    expect(phase).toBe("finished");
    expect(tally.changed).toBe(5);
    expect(copiesIn(tally)).toBe(5);
  });

  test("what was not sent yet leaves with the new words, without a mark and once", async () => {
    await participants(4);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();

    await amended(actor, id);
    await dispatcherTo(to).drain();

    expect(to.texts()).toHaveLength(4);
    for (const text of to.texts()) expect(text).toMatch(/^Halo .+, hari Senin$/);
    expect(to.asked).toEqual([]);
  });

  test("corrected in the middle of being sent, everybody ends with the new words, once each", async () => {
    await participants(12);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    const dispatcher = dispatcherTo(to, "test", async (nth) => {
      if (nth === 5) await amended(actor, id);
    });
    await dispatcher.drain();
    // Copies that were on their way at that moment are changed a minute later, when they have surely arrived.
    stage.clock.advance(61_000);
    await dispatcher.drain();

    expect(to.texts()).toHaveLength(12);
    for (const text of to.texts()) expect(text).toContain("hari Senin");
    expect((await announcementProgress(stage.world, actor, id)).kind).toBe("progress");
    expect(stage.errors).toEqual([]);
  });

  test("what a process holds in hand, or has just read to go along with another message, does not leave with the former words", async () => {
    await participants(2);
    const actor = await anAdmin();
    const id = await published(actor);
    const delivery = createDelivery(stage.db);
    const now = stage.clock.now();
    const wish = { worker: "w", limit: 1, leaseSeconds: 50, now, restingChats: [] };
    const [held] = (await delivery.claim(wish)).claimed;
    const other = await stage.db.outbox.findFirstOrThrow({ where: { announcementId: id, state: "waiting" } });
    const { personId } = other;
    const message = { text: "Mohon lapor", marks: [] };
    await stage.world.store.outbox.post(
      [{ key: "nudge", kind: "nudge", personId: personId ?? 0, message, dueAt: now }],
      now,
    );
    const [lead] = (await delivery.claim(wish)).claimed;
    if (held === undefined || lead === undefined) throw new Error("Nothing was claimed.");
    const beside = await delivery.waitingBeside(lead, new Date(now.getTime() + 1000), now);
    expect([lead.kind, beside.map(({ kind }) => kind)]).toEqual(["nudge", ["announcement"]]);

    await amended(actor, id);

    expect(await delivery.depart(held.id, held.fence, now)).toBe(false);
    const left = await delivery.departTogether({ lead, beside, worker: "w", leaseSeconds: 50, now });
    expect(left?.map(({ kind }) => kind)).toEqual(["nudge"]);
    const to = telegram();
    await dispatcherTo(to, "next").drain();
    expect(to.texts().filter((text) => text.includes("hari"))).toHaveLength(2);
    for (const text of to.texts()) expect(text).not.toContain("Jumat");
  });

  test("confirmed ten times, and by two admins at once, it is one correction with one row for each copy", async () => {
    await participants(3);
    const actor = await anAdmin();
    const other = await anAdmin({ name: "Sri" });
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
    const input = { announcementId: id, words: RIGHT, seenHash: contentHash };

    const outcomes = await Promise.all([
      ...Array.from({ length: 9 }, () => amendAnnouncement(stage.world, actor, { ...input, draftId: 100 })),
      amendAnnouncement(stage.world, other, { ...input, draftId: 200 }),
    ]);

    expect(outcomes.filter(({ kind }) => kind === "started")).toHaveLength(1);
    expect(new Set(outcomes.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    expect(await stage.db.announcementCorrection.count()).toBe(1);
    expect(await stage.db.outbox.count({ where: { kind: "announcement_change" } })).toBe(3);
  });

  test("a later correction ends an earlier one that is under way", async () => {
    await participants(3);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();
    await amended(actor, id);
    await amended(actor, id, 101, { text: "Hari Selasa", marks: [] });
    await dispatcherTo(to).drain();

    expect(new Set(to.texts())).toEqual(new Set(["(ralat 9 Juli)\n\nHari Selasa"]));
    expect(to.asked).toHaveLength(3);
    expect(await stage.db.announcementCorrection.findMany({ select: { state: true }, orderBy: { id: "asc" } })).toEqual(
      [{ state: "overtaken" }, { state: "running" }],
    );
  });

  test("an admin of another province neither sees it nor changes anything", async () => {
    await participants(1);
    const actor = await anAdmin({ regionCode: "21" });
    const stranger = await anAdmin({ name: "Jambi", regionCode: "15" });
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    expect(await amended(stranger, id)).toEqual({ kind: "out_of_reach" });
    expect(await withdrawAnnouncement(stage.world, stranger, id)).toEqual({ kind: "out_of_reach" });
    const outcome = await amended(actor, id);
    if (outcome.kind !== "started") throw new Error(outcome.kind);
    expect(await correctionProgress(stage.world, stranger, outcome.correctionId)).toEqual({ kind: "out_of_reach" });
    expect(await stage.db.announcementCorrection.count()).toBe(1);
  });

  test("words that were not kept for each receiver are refused, as are the same words and none", async () => {
    await participants(1);
    const actor = await anAdmin();
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    const problems = [];
    for (const text of ["Halo {kelas}", TEXT.text, " ", "a".repeat(4090)]) {
      const outcome = await amended(actor, id, 300, { text, marks: [] });
      problems.push(outcome.kind === "problem" ? outcome.problem.kind : outcome.kind);
    }
    expect(problems).toEqual(["new_word", "unchanged", "empty", "too_long"]);
  });

  test("a name is as long as Telegram counts it: signs beyond the first 65,536 are two", async () => {
    const { id: classId } = await stage.db.trainingClass.findFirstOrThrow();
    await buildParticipant(stage.db, classId, { name: "🌸".repeat(64) });
    const actor = await anAdmin();
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    // With the mark, and a name of 64, it would fit.
    const outcome = await amended(actor, id, 100, { text: `${"a".repeat(4000)}{nama}`, marks: [] });
    expect(outcome).toEqual({ kind: "problem", problem: { kind: "too_long", most: 4096, over: 48 } });
  });

  test("of very many it waits for a second admin, who approves exactly these words, once", async () => {
    await participants(3);
    stage.world.settings.approvalAbove = 5;
    const actor = await anAdmin();
    const other = await anAdmin({ name: "Sri" });
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();
    stage.world.settings.approvalAbove = 2;

    const outcome = await amended(actor, id);
    if (outcome.kind !== "proposed") throw new Error(outcome.kind);
    const { correctionId } = outcome;
    await dispatcherTo(to).drain();
    expect(to.asked).toEqual([]);
    expect(await reviewCorrection(stage.world, actor, correctionId)).toEqual({ kind: "own" });
    const review = await reviewCorrection(stage.world, other, correctionId);
    if (review.kind !== "review") throw new Error(review.kind);
    const saidAt = stage.clock.now();
    const seen = review.correction.contentHash.slice(0, 16);
    expect(await approveCorrection(stage.world, other, { correctionId, seen: "0123456789abcdef", saidAt })).toEqual({
      kind: "decided_before",
    });
    expect(await approveCorrection(stage.world, other, { correctionId, seen, saidAt })).toEqual({ kind: "approved" });
    expect(await approveCorrection(stage.world, other, { correctionId, seen, saidAt })).toEqual({
      kind: "decided_before",
    });
    await dispatcherTo(to).drain();
    expect(to.asked).toHaveLength(3);
  });

  test("proposed on a Sunday, it can be approved within 24 hours from when the first admin is asked", async () => {
    await participants(3);
    const [actor, second] = [await anAdmin(), await anAdmin({ name: "Sri" })];
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    stage.world.settings.approvalAbove = 2;
    // Sunday morning; Sri is asked on Monday.
    stage.clock.set(new Date("2024-07-14T00:30:00Z"));
    const outcome = await amended(actor, id);
    if (outcome.kind !== "proposed") throw new Error(outcome.kind);
    const { correctionId } = outcome;
    const { dueAt, id: requestId } = await stage.db.outbox.findFirstOrThrow({ where: { kind: "approval_request" } });
    expect(dueAt.getTime()).toBeGreaterThan(new Date("2024-07-15T00:30:00Z").getTime());
    stage.clock.set(new Date(dueAt.getTime() + 60_000));
    await stage.db.outbox.update({ where: { id: requestId }, data: { state: "sent", settledAt: dueAt } });

    expect((await tallyOf(actor, correctionId)).phase).toBe("awaiting");
    expect(await reviewCorrection(stage.world, second, correctionId)).toMatchObject({ kind: "review" });
    const { contentHash } = await stage.db.announcementCorrection.findUniqueOrThrow({ where: { id: correctionId } });
    const seen = contentHash.slice(0, 16);
    const approvedAt = (afterAsked: number) => {
      const saidAt = new Date(dueAt.getTime() + afterAsked);
      return approveCorrection(stage.world, second, { correctionId, seen, saidAt });
    };
    expect(await approvedAt(24 * 3_600_000 + 1)).toEqual({ kind: "expired" });
    expect(await approvedAt(24 * 3_600_000)).toEqual({ kind: "approved" });
  });
});
