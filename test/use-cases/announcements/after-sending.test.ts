// What is done about an announcement afterwards: sent again, decided about, taken as a file.
import { describe, expect, test } from "vitest";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import {
  announcementProgress,
  cancelAnnouncement,
  decideUnknown,
  exportLedger,
  latestAnnouncements,
  pauseAnnouncement,
  resendFailed,
  resumeAnnouncement,
} from "../../../src/use-cases/index.js";
import { buildParticipant, buildRosterRow } from "../../support/world/builders.js";
import { openPublishing } from "./publishing.js";

const { stage, here, anAdmin, participants, published, progress, dispatcherTo } = openPublishing();

describe("afterwards", () => {
  // Keeps A13.
  test("those who blocked the bot meanwhile are sent it again only once they are back", async () => {
    const { person } = await buildParticipant(stage.db, here.classId);
    const actor = await anAdmin();
    const id = await published(actor);
    const now = stage.clock.now();
    await createDelivery(stage.db).markUnreachable(Number(person.telegramId), "blocked", now);
    expect(await progress(actor, id)).toMatchObject({ tally: { blocked: 1, waiting: 0 }, resendable: 0 });
    expect(await resendFailed(stage.world, actor, id)).toEqual({ kind: "requeued", count: 0 });

    await stage.world.store.people.markReachable(Number(person.telegramId));
    expect((await progress(actor, id)).resendable).toBe(1);
    expect(await resendFailed(stage.world, actor, id)).toEqual({ kind: "requeued", count: 1 });
    expect(await resendFailed(stage.world, actor, id)).toEqual({ kind: "requeued", count: 0 });
    const arrived: number[] = [];
    await dispatcherTo(arrived).drain();
    expect(arrived).toEqual([Number(person.telegramId)]);
  });

  // Keeps A13.
  test("of whom nobody knows, an admin decides once, and it is written down", async () => {
    await participants(2);
    const actor = await anAdmin();
    const announcementId = await published(actor);
    await stage.db.outbox.updateMany({ data: { state: "unknown", cause: "timeout" } });
    const { unknown } = await progress(actor, announcementId);
    const [first, second] = unknown.map(({ outboxId }) => ({ announcementId, outboxId }));

    const sendAgain = { ...first!, decision: "send_again" } as const;
    expect(await decideUnknown(stage.world, actor, sendAgain)).toEqual({ kind: "decided" });
    expect(await decideUnknown(stage.world, actor, sendAgain)).toEqual({ kind: "decided_before" });
    expect(await decideUnknown(stage.world, actor, { ...second!, decision: "taken_as_sent" })).toEqual({
      kind: "decided",
    });
    expect((await progress(actor, announcementId)).tally).toMatchObject({ sent: 1, waiting: 1, unknown: 0 });
    expect(await stage.db.audit.count({ where: { action: "announcement.decide_unknown" } })).toBe(2);
  });

  // Keeps A13, A22.
  test("the export holds everybody of the audience, and its purpose is kept", async () => {
    await participants(2);
    await buildRosterRow(stage.db, here.classId, { name: "Joko" });
    const actor = await anAdmin();
    const announcementId = await published(actor);
    const outcome = await exportLedger(stage.world, actor, { announcementId, purpose: "Menelepon", updateId: 1 });
    expect(outcome).toMatchObject({ kind: "exported", rows: { length: 3 } });
    await exportLedger(stage.world, actor, { announcementId, purpose: "Menelepon", updateId: 1 });
    expect(await stage.db.audit.count({ where: { action: "announcement.export" } })).toBe(1);
    await exportLedger(stage.world, actor, { announcementId, purpose: "Menelepon", updateId: 2 });
    expect(await stage.db.audit.count({ where: { action: "announcement.export" } })).toBe(2);
    expect(await stage.db.audit.findFirst({ where: { action: "announcement.export" } })).toMatchObject({
      actorId: actor.person.id,
      subject: `announcement:${announcementId}`,
      purpose: "Menelepon",
    });
  });

  // Keeps A01.
  test("an admin whose reach does not cover it can do nothing with it", async () => {
    await participants(1);
    const country = await anAdmin();
    const announcementId = await published(country);
    const jambi = await anAdmin({ name: "Dewi", regionCode: "15" });
    const none = { kind: "out_of_reach" };
    expect(await announcementProgress(stage.world, jambi, announcementId)).toEqual(none);
    expect(await pauseAnnouncement(stage.world, jambi, announcementId)).toEqual(none);
    expect(await resumeAnnouncement(stage.world, jambi, announcementId)).toEqual(none);
    expect(await cancelAnnouncement(stage.world, jambi, announcementId)).toEqual(none);
    expect(await resendFailed(stage.world, jambi, announcementId)).toEqual(none);
    expect(await exportLedger(stage.world, jambi, { announcementId, purpose: "Ingin tahu", updateId: 2 })).toEqual(
      none,
    );
    expect(await decideUnknown(stage.world, jambi, { announcementId, outboxId: 1, decision: "send_again" })).toEqual(
      none,
    );
    expect(await latestAnnouncements(stage.world, jambi, 5)).toEqual([]);
    expect(await latestAnnouncements(stage.world, country, 5)).toHaveLength(1);
    expect(await announcementProgress(stage.world, country, 2 ** 40)).toEqual(none);
    expect(await announcementProgress(stage.world, country, Number.NaN)).toEqual(none);
    expect(await stage.db.audit.count()).toBe(1);
  });
});
