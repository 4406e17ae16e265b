// Publishing and steering while messages leave: one announcement, each person once, whoever presses what and when.
import { describe, expect, test } from "vitest";
import { FEWEST_UNDER_WAY } from "../../../src/delivery/room.js";
import { audienceSize } from "../../../src/domain/announcements/announcement.js";
import {
  cancelAnnouncement,
  pauseAnnouncement,
  previewAnnouncement,
  publishAnnouncement,
  resendFailed,
  resumeAnnouncement,
} from "../../../src/use-cases/index.js";
import { buildClass, buildParticipant, buildRosterRow } from "../../support/world/builders.js";
import { ALL, openPublishing, TEXT } from "./publishing.js";

const { stage, here, anAdmin, participants, published, progress, dispatcherTo } = openPublishing();

describe("publishing", () => {
  // Keeps F19, A09.
  test("confirmed ten times at once it is one announcement with one row for each receiver", async () => {
    await participants(5);
    await buildRosterRow(stage.db, here.classId);
    const actor = await anAdmin();
    const input = { draftId: 7, content: TEXT, audience: ALL };

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => publishAnnouncement(stage.world, actor, input)),
    );

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(9).fill("already_published"), "published"]);
    expect(await stage.db.announcement.count()).toBe(1);
    expect(await stage.db.announcementRecipient.count()).toBe(6);
    expect(await stage.db.outbox.count()).toBe(5);
    expect(await stage.db.audit.count({ where: { action: "announcement.publish" } })).toBe(1);
  });

  // Keeps P26.
  test("an emergency is kept, audited and posted as one, however often it is confirmed", async () => {
    await participants(2);
    const actor = await anAdmin();
    for (const [draftId, emergency] of [[1, true] as const, [2, false] as const]) {
      const input = { draftId, content: TEXT, audience: ALL, emergency };
      expect((await publishAnnouncement(stage.world, actor, input)).kind).toBe("published");
      expect((await publishAnnouncement(stage.world, actor, input)).kind).toBe("already_published");
    }
    const rows = await stage.db.outbox.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ exempt }) => exempt)).toEqual([true, true, false, false]);
    const audits = await stage.db.audit.findMany({ orderBy: { id: "asc" } });
    expect(audits.map(({ details }) => (details as { emergency: boolean }).emergency)).toEqual([true, false]);
    expect((await progress(actor, rows[0]!.announcementId!)).announcement.emergency).toBe(true);
  });

  // Keeps F19, A09.
  test("two admins who confirm the same at once send it once; the second is told by whom", async () => {
    await participants(3);
    const [budi, dewi] = [await anAdmin({ name: "Budi" }), await anAdmin({ name: "Dewi" })];

    const outcomes = await Promise.all([
      publishAnnouncement(stage.world, budi, { draftId: 1, content: TEXT, audience: ALL }),
      publishAnnouncement(stage.world, dewi, { draftId: 2, content: TEXT, audience: ALL }),
    ]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["published", "same_just_published"]);
    expect(await stage.db.outbox.count()).toBe(3);
  });

  test("the same may be said again to the same people after an hour, or after it was cancelled", async () => {
    await participants(1);
    const actor = await anAdmin();
    const first = await published(actor, 1);
    await cancelAnnouncement(stage.world, actor, first);
    const second = await published(actor, 2);
    stage.clock.advance(3_600_001);
    const third = await published(actor, 3);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  // Keeps A01, A06.
  test("nobody but an admin publishes, and each within their region", async () => {
    await participants(1);
    const actor = await anAdmin({ regionCode: "15" });
    const input = { draftId: 1, content: TEXT, audience: ALL };
    expect(await publishAnnouncement(stage.world, { ...actor, roles: [] }, input)).toEqual({ kind: "not_allowed" });
    expect(await previewAnnouncement(stage.world, { ...actor, roles: [] }, input)).toEqual({ kind: "not_allowed" });
    expect(await publishAnnouncement(stage.world, actor, input)).toEqual({
      kind: "problem",
      problem: { kind: "nobody" },
    });
    expect(await stage.db.announcement.count()).toBe(0);
  });

  // Keeps A07.
  test("a name that makes the text too long for Telegram blocks it before anybody gets a broken one", async () => {
    await buildParticipant(stage.db, here.classId, { name: "N".repeat(80) });
    const actor = await anAdmin();
    const content = { text: `${"x".repeat(4020)}{nama}`, marks: [] };
    expect(await publishAnnouncement(stage.world, actor, { draftId: 1, content, audience: ALL })).toEqual({
      kind: "problem",
      problem: { kind: "too_long_filled", most: 4096, over: 4, variable: "nama", longest: 80 },
    });
  });

  // Keeps A12.
  test("at night everybody gets it when their own zone's working hours begin", async () => {
    stage.clock.set(new Date("2024-07-09T14:00:00Z"));
    const wit = await buildClass(stage.db, { provinceCode: "81" });
    await participants(1);
    await buildParticipant(stage.db, wit.id);
    const actor = await anAdmin();
    const preview = await previewAnnouncement(stage.world, actor, { content: TEXT, audience: ALL });
    expect(preview).toMatchObject({
      zones: [
        { zone: "Asia/Jakarta", count: 1, waitsUntil: "2024-07-10T00:30:00.000Z" },
        { zone: "Asia/Jayapura", count: 1, waitsUntil: "2024-07-09T22:30:00.000Z" },
      ],
    });
    // Somewhen in their first half hour, each at a moment of their own.
    const { waitsUntil } = await progress(actor, await published(actor));
    const minutes = ((waitsUntil?.getTime() ?? 0) - Date.parse("2024-07-09T22:30:00Z")) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(0);
    expect(minutes).toBeLessThan(30);
  });
});

describe("steering while it is being sent", () => {
  // Keeps F20, A10.
  test("cancelled in the middle, no more than was in flight still arrives, and the ledger adds up", async () => {
    await participants(12);
    const actor = await anAdmin();
    const id = await published(actor);
    const arrived: number[] = [];
    let whenCancelled = Number.NaN;
    const dispatcher = dispatcherTo(arrived, async (nth) => {
      if (nth !== 5) return;
      expect(await cancelAnnouncement(stage.world, actor, id)).toEqual({ kind: "changed" });
      whenCancelled = arrived.length;
    });

    await dispatcher.drain();

    expect(arrived.length).toBeLessThan(12);
    expect(arrived.length - whenCancelled).toBeLessThanOrEqual(FEWEST_UNDER_WAY);
    const { phase, tally } = await progress(actor, id);
    expect(phase).toBe("cancelled");
    expect(tally).toMatchObject({ sent: arrived.length, stopped: 12 - arrived.length, waiting: 0 });
    expect(await cancelAnnouncement(stage.world, actor, id)).toEqual({ kind: "unchanged" });
    expect(await resumeAnnouncement(stage.world, actor, id)).toEqual({ kind: "unchanged" });
    expect(await resendFailed(stage.world, actor, id)).toEqual({ kind: "cancelled" });
  });

  // Keeps F20, A10.
  test.each([1, 4, 11])("paused after message %i and resumed, everybody has it once", async (at) => {
    await participants(12);
    const actor = await anAdmin();
    const id = await published(actor);
    const arrived: number[] = [];
    let whenPaused = Number.NaN;
    const first = dispatcherTo(arrived, async (nth) => {
      if (nth !== at) return;
      await pauseAnnouncement(stage.world, actor, id);
      whenPaused = arrived.length;
    });
    await first.drain();
    const before = arrived.length;
    expect(before - whenPaused).toBeLessThanOrEqual(FEWEST_UNDER_WAY);
    expect((await progress(actor, id)).phase).toBe(before === 12 ? "finished" : "paused");
    expect((await pauseAnnouncement(stage.world, actor, id)).kind).toBe("unchanged");

    // As after a restart: a new dispatcher goes on from what is written down.
    expect((await resumeAnnouncement(stage.world, actor, id)).kind).toBe("changed");
    expect((await resumeAnnouncement(stage.world, actor, id)).kind).toBe("unchanged");
    await dispatcherTo(arrived).drain();

    expect(arrived).toHaveLength(12);
    expect(new Set(arrived).size).toBe(12);
    const { phase, tally } = await progress(actor, id);
    expect(phase).toBe("finished");
    expect(audienceSize(tally)).toBe(12);
    expect(stage.errors).toEqual([]);
  });

  test("an announcement posted to many lets whatever is more urgent go before it", async () => {
    await participants(6);
    const { person } = await buildParticipant(stage.db, here.classId);
    const actor = await anAdmin();
    await published(actor);
    const now = stage.clock.now();
    const arrived: number[] = [];
    const dispatcher = dispatcherTo(arrived, async (nth) => {
      if (nth !== 2) return;
      const message = { text: "Segera", marks: [] };
      await stage.world.store.outbox.post(
        [{ key: "k", kind: "answer", personId: person.id, message, dueAt: now }],
        now,
      );
    });
    await dispatcher.drain();
    expect(arrived.slice(2, 5)).toContain(Number(person.telegramId));
    expect(arrived).toHaveLength(8);
  });
});
