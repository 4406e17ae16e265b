// Those whom an announcement was for, one by one: reading it, being asked once more, being told another way.
import { beforeEach, describe, expect, test } from "vitest";
import { announcementDetails } from "../../../src/bot/announcements/announcement-details.js";
import { withoutStore } from "../../../src/bot/world.js";
import { audienceSize } from "../../../src/domain/announcements/announcement.js";
import { action } from "../../../src/domain/messages/action.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import { textsFor } from "../../../src/texts/index.js";
import { READ_LABELS } from "../../../src/texts/read-labels.js";
import {
  announcementProgress,
  askToRead,
  cancelAnnouncement,
  exportCalls,
  exportLedger,
  listCallLists,
  listCalls,
  listReceivers,
  markRead,
  noteCalled,
  openCall,
  publishAnnouncement,
  readingOf,
  resendFailed,
  tellTrainers,
  withdrawAnnouncement,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-07-09T03:00:00Z");
let world: World;
let classId: number;
let admin: KnownActor;
beforeEach(async () => {
  world = stage.world;
  classId = (await buildClass(stage.db, { provinceCode: "21" })).id;
  admin = await actorOf(world, (await buildAdmin(stage.db, { name: "Budi" })).id);
});

/** Somebody with a phone, who has opened the bot. */
async function reader(name: string, language: "id" | "en" = "id") {
  const phone = stage.person({ name });
  const { person } = await buildParticipant(stage.db, classId, { name, telegramId: phone.id, language });
  phone.start();
  await stage.settle();
  return { phone, actor: await actorOf(world, person.id) };
}

async function published(asksRead = true): Promise<number> {
  const content = { text: "Halo {nama}", marks: [], ...(asksRead && { asksRead: READ_LABELS }) };
  const audience = { scope: { kind: "all" }, role: "participants", plans: "any" } as const;
  const outcome = await publishAnnouncement(world, admin, { draftId: 1, content, audience });
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  await stage.settle();
  return outcome.announcementId;
}

const seen = { messageId: null };

describe("reading", () => {
  // Keeps A15.
  test("is counted once for each, and those who have not are listed and asked once, at their copy", async () => {
    const siti = await reader("Siti");
    const ani = await reader("Ani");
    const john = await reader("John", "en");
    const id = await published();
    expect(await markRead(world, siti.actor, { announcementId: id, ...seen })).toMatchObject({ kind: "read" });
    expect(await markRead(world, siti.actor, { announcementId: id, ...seen })).toMatchObject({ kind: "read_before" });
    expect(await readingOf(world, admin, id)).toEqual({ read: 1, unread: 2, askedAt: null });
    const input = { announcementId: id, list: "unread", place: null, page: 0 } as const;
    const list = await listReceivers(world, admin, input);
    expect(list.kind === "list" ? list.rows.map(({ name, province }) => [name, province]) : list).toEqual([
      ["Ani", "Kepulauan Riau"],
      ["John", "Kepulauan Riau"],
    ]);

    const other = await actorOf(world, (await buildAdmin(stage.db, { name: "Sri" })).id);
    const asked = await Promise.all([admin, other, admin].map((one) => askToRead(world, one, id)));
    expect(asked.map(({ kind }) => kind).sort()).toEqual(["asked", "asked_before", "asked_before"]);
    expect(asked.find(({ kind }) => kind === "asked")).toEqual({ kind: "asked", count: 2 });
    // Who presses meanwhile is not asked any more.
    await markRead(world, ani.actor, { announcementId: id, ...seen });
    stage.clock.advance(24 * 3_600_000);
    await stage.settle();
    const heard = [siti, ani, john].map(({ phone }) =>
      phone.received().filter(({ text }) => /perlu dibaca|needs to be read/.test(text ?? "")),
    );
    expect(heard.map(({ length }) => length)).toEqual([0, 0, 1]);
    const [request] = heard[2] ?? [];
    expect(request?.reply_to_message?.text).toBe("Halo John");
    expect(request?.reply_markup?.inline_keyboard.flat()).toEqual([
      { text: "👍 I have read it", callback_data: action("read_announcement", id) },
    ]);
  });

  test("by the one of whom nobody knew proves that it arrived; by somebody else it is nothing", async () => {
    const siti = await reader("Siti");
    const id = await published();
    await stage.db.outbox.updateMany({ where: { announcementId: id }, data: { state: "unknown" } });
    const stranger = await reader("Orang lain");
    expect(await markRead(world, stranger.actor, { announcementId: id, ...seen })).toEqual({ kind: "not_theirs" });
    await markRead(world, siti.actor, { announcementId: id, messageId: 7 });
    const progress = await announcementProgress(world, admin, id);
    expect(progress.kind === "progress" && [progress.tally.sent, progress.tally.unknown]).toEqual([1, 0]);
  });

  test("where nobody is asked for it, nothing is counted and nobody asked", async () => {
    const siti = await reader("Siti");
    const id = await published(false);
    expect(await markRead(world, siti.actor, { announcementId: id, ...seen })).toEqual({ kind: "not_theirs" });
    expect(await readingOf(world, admin, id)).toBeNull();
    expect(await askToRead(world, admin, id)).toEqual({ kind: "not_asked" });
  });
});

describe("those whom it did not reach", () => {
  async function scene() {
    const { id: jambi } = await buildClass(stage.db, { provinceCode: "15", name: "Jambi 1" });
    const trainer = await buildTrainer(stage.db, [classId], { name: "Rina" });
    const theirs = await buildTrainer(stage.db, [jambi], { name: "Mahmud", provinceCode: "15" });
    const blocked = await buildParticipant(stage.db, classId, { name: "Blokir", phone: "+628111111111" });
    const since = { unreachableSince: stage.clock.now(), unreachableCause: "blocked" } as const;
    await stage.db.person.update({ where: { id: blocked.person.id }, data: since });
    await buildRosterRow(stage.db, classId, { name: "Belum" });
    await buildRosterRow(stage.db, jambi, { name: "Orang Jambi" });
    await reader("Siti");
    const id = await published(false);
    return { id, rina: await actorOf(world, trainer.id), mahmud: await actorOf(world, theirs.id) };
  }

  async function namesFor(actor: KnownActor, announcementId: number) {
    const outcome = await listCalls(world, actor, { announcementId, page: 0 });
    return outcome.kind === "calls" ? outcome.rows.map(({ name }) => name) : outcome.kind;
  }

  // Keeps A16.
  test("are on the call sheet of their trainer and of admins over them, with words to pass on, and of nobody else", async () => {
    const { id, rina, mahmud } = await scene();
    const riau = await actorOf(world, (await buildAdmin(stage.db, { name: "Riau", regionCode: "21" })).id);
    expect(await namesFor(admin, id)).toEqual(["Orang Jambi", "Blokir", "Belum"]);
    expect(await namesFor(rina, id)).toEqual(["Blokir", "Belum"]);
    expect(await namesFor(mahmud, id)).toEqual(["Orang Jambi"]);
    // It went to the whole country, which is not theirs.
    expect(await namesFor(riau, id)).toBe("out_of_reach");
    expect(await listCallLists(world, rina)).toEqual([{ announcementId: id, text: "Halo {nama}", count: 2 }]);
    const calls = await listCalls(world, admin, { announcementId: id, page: 0 });
    if (calls.kind !== "calls") throw new Error(calls.kind);
    const [jambi, blocked] = calls.rows;
    for (const doors of [
      openCall(world, rina, jambi?.id ?? 0),
      noteCalled(world, rina, { receiverId: jambi?.id ?? 0, undo: false }),
    ]) {
      expect(await doors).toEqual({ kind: "out_of_reach" });
    }
    const opened = await openCall(world, rina, blocked?.id ?? 0);
    expect(opened).toMatchObject({ kind: "call", ready: expect.stringContaining("Halo Blokir") });
    const file = await exportCalls(world, rina, { announcementId: id, purpose: "Menelepon", updateId: 5 });
    expect(file.kind === "exported" && file.rows.map(({ name }) => name)).toEqual(["Blokir", "Belum"]);
  });

  // Keeps A16.
  test("that they were told another way is counted once in the ledger, by whomever, and can be taken back", async () => {
    const { id, rina } = await scene();
    const calls = await listCalls(world, rina, { announcementId: id, page: 0 });
    if (calls.kind !== "calls") throw new Error(calls.kind);
    const receiverId = calls.rows.find(({ name }) => name === "Blokir")?.id ?? 0;
    const noted = await Promise.all(
      [rina, admin, rina].map((one) => noteCalled(world, one, { receiverId, undo: false })),
    );
    expect(noted.map(({ kind }) => kind).sort()).toEqual(["noted", "noted_before", "noted_before"]);
    const progress = await announcementProgress(world, admin, id, true);
    if (progress.kind !== "progress") throw new Error(progress.kind);
    expect(progress.contacted).toEqual({ blocked: 1 });
    expect(audienceSize(progress.tally)).toBe(4);
    expect(await listCallLists(world, rina)).toMatchObject([{ count: 1 }]);
    expect((await noteCalled(world, admin, { receiverId, undo: true })).kind).toBe("noted");
    expect(await listCallLists(world, rina)).toMatchObject([{ count: 2 }]);
  });

  test("trainers are told once how many of theirs they are", async () => {
    const { id } = await scene();
    expect(await tellTrainers(world, admin, id)).toEqual({ kind: "told", count: 2 });
    expect(await tellTrainers(world, admin, id)).toEqual({ kind: "told", count: 0 });
    expect(await stage.db.outbox.count({ where: { kind: "call_list" } })).toBe(2);
  });

  test.each([
    ["stopped", cancelAnnouncement],
    ["taken back", withdrawAnnouncement],
  ])("nobody is asked to tell them what was %s, and nobody is shown their numbers for it", async (_, end) => {
    const { id, rina } = await scene();
    const before = await listCalls(world, admin, { announcementId: id, page: 0 });
    const receiverId = before.kind === "calls" ? (before.rows[0]?.id ?? 0) : 0;
    const buttons = async () =>
      (await announcementDetails(withoutStore(world), admin, textsFor("id"), id)).buttons?.flat();
    const toCalls = expect.objectContaining({ data: action("call_list", id, 0) });
    expect(await buttons()).toContainEqual(toCalls);

    await end(world, admin, id);

    const none = { kind: "out_of_reach" };
    expect(await listCallLists(world, rina)).toEqual([]);
    expect(await namesFor(rina, id)).toBe("out_of_reach");
    expect(await namesFor(admin, id)).toBe("out_of_reach");
    expect(await openCall(world, admin, receiverId)).toEqual(none);
    expect(await exportCalls(world, admin, { announcementId: id, purpose: "Menelepon", updateId: 5 })).toEqual(none);
    expect(await tellTrainers(world, admin, id)).toEqual(none);
    expect(await stage.db.outbox.count({ where: { kind: "call_list" } })).toBe(0);
    expect(await buttons()).not.toContainEqual(toCalls);
  });

  test("the file's rows are the audience, and its lines those of the screen", async () => {
    const { id } = await scene();
    const outcome = await exportLedger(world, admin, { announcementId: id, purpose: "Memeriksa", updateId: 1 });
    const progress = await announcementProgress(world, admin, id);
    if (outcome.kind !== "exported" || progress.kind !== "progress") throw new Error(outcome.kind);
    expect(outcome.rows).toHaveLength(audienceSize(progress.tally));
    for (const [entry, count] of Object.entries(progress.tally)) {
      expect([entry, outcome.rows.filter((row) => row.entry === entry).length]).toEqual([entry, count]);
    }
  });

  test("pressed by two admins at once, those who failed are sent it again once", async () => {
    await reader("Siti");
    await reader("Ani");
    const id = await published(false);
    await stage.db.outbox.updateMany({ where: { announcementId: id }, data: { state: "dead", cause: "413" } });
    const other = await actorOf(world, (await buildAdmin(stage.db, { name: "Sri" })).id);
    const outcomes = await Promise.all([admin, other, admin].map((one) => resendFailed(world, one, id)));
    const counts = outcomes.map((one) => ("count" in one ? one.count : -1));
    expect(counts.sort()).toEqual([0, 0, 2]);
    const before = stage.sandbox.ledger.length;
    await stage.settle();
    expect(stage.sandbox.ledger.slice(before).filter(({ text }) => text?.startsWith("Halo"))).toHaveLength(2);
  });
});
