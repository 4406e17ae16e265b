// Announcements to very many: a second admin approves exactly the text that was written, once, within a day.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AnnouncementContent } from "../../../src/domain/announcements/announcement.js";
import type { Audience } from "../../../src/domain/announcements/audience.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import { textsFor } from "../../../src/texts/index.js";
import {
  announcementProgress,
  approveAnnouncement,
  cancelAnnouncement,
  changeAnnouncement,
  publishAnnouncement,
  rejectAnnouncement,
  reviewAnnouncement,
} from "../../../src/use-cases/index.js";
import { announcementCard } from "../../support/announcement-card.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const TEXT: AnnouncementContent = { text: "Halo {nama}", marks: [] };
const ALL: Audience = { scope: { kind: "all" }, role: "everyone", plans: "any" };

let database: TestDatabase;
let stage: Stage;
let world: World;
let author: KnownActor;
let second: KnownActor;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-07-09T03:00:00Z");
  world = stage.world;
  world.settings.approvalAbove = 1;
  const { id: classId } = await buildClass(stage.db);
  for (let n = 0; n < 2; n++) await buildParticipant(stage.db, classId);
  author = await anAdmin({ name: "Budi" });
  second = await anAdmin({ name: "Dewi" });
});
afterAll(() => database.close());

async function anAdmin(options: { name: string; regionCode?: string }): Promise<KnownActor> {
  const { id } = await buildAdmin(stage.db, options);
  return actorOf(world, id);
}

let drafts = 0;
async function proposed(content = TEXT, emergency = false): Promise<{ announcementId: number; seen: string }> {
  const outcome = await publishAnnouncement(world, author, { draftId: ++drafts, content, audience: ALL, emergency });
  if (outcome.kind !== "proposed") throw new Error(JSON.stringify(outcome));
  const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id: outcome.announcementId } });
  return { announcementId: outcome.announcementId, seen: contentHash.slice(0, 16) };
}

const approve = (actor: KnownActor, wish: { announcementId: number; seen: string }) =>
  approveAnnouncement(world, actor, { ...wish, saidAt: stage.clock.now() });

const announced = () => stage.db.outbox.count({ where: { kind: "announcement" } });

// Keeps A08, A09.
test("nothing leaves until another admin approves it; then each gets it once, however often that is pressed", async () => {
  const wish = await proposed();
  expect(await announced()).toBe(0);
  expect(await stage.db.announcementRecipient.count()).toBe(0);
  expect(await approve(author, wish)).toEqual({ kind: "own" });
  const third = await anAdmin({ name: "Rudi" });

  const outcomes = await Promise.all([second, third, second, third].map((who) => approve(who, wish)));

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
    "approved",
    "decided_before",
    "decided_before",
    "decided_before",
  ]);
  expect(await announced()).toBe(2);
  expect(await stage.db.announcementRecipient.count()).toBe(2);
  const found = await announcementProgress(world, author, wish.announcementId);
  expect(found).toMatchObject({ phase: "sending", announcement: { approverName: expect.stringMatching(/Dewi|Rudi/) } });
  expect(await stage.db.audit.count({ where: { action: "announcement.approve" } })).toBe(1);
});

// Keeps A08.
test("only the exact text that was seen is approved", async () => {
  const { announcementId, seen } = await proposed();
  const other = (await proposed({ text: "Halo {nama}!", marks: [] })).seen;
  for (const wrong of [other, "", seen.slice(0, 4)]) {
    expect((await approve(second, { announcementId, seen: wrong })).kind).toBe("decided_before");
  }
  // Somebody has laid hands on the row itself.
  await stage.db.announcement.update({ where: { id: announcementId }, data: { content: { text: "Lain", marks: [] } } });
  expect((await approve(second, { announcementId, seen })).kind).toBe("decided_before");
  expect(await announced()).toBe(0);
});

// Keeps A08, P26.
test("an emergency is approved as one, and an ordinary announcement cannot be made one behind the approver", async () => {
  const urgent = await proposed(TEXT, true);
  const ordinary = await proposed();
  expect(urgent.seen).not.toBe(ordinary.seen);
  expect(await reviewAnnouncement(world, second, urgent.announcementId)).toMatchObject({
    preview: { emergency: true, withoutRoom: null },
  });
  await stage.db.announcement.updateMany({ data: { emergency: true } });

  expect(await approve(second, ordinary)).toEqual({ kind: "decided_before" });
  expect(await approve(second, urgent)).toEqual({ kind: "approved" });
  expect(await approve(second, urgent)).toEqual({ kind: "decided_before" });

  const rows = await stage.db.outbox.findMany({ where: { kind: "announcement" } });
  expect(rows.map(({ announcementId, exempt }) => [announcementId, exempt])).toEqual(
    Array(2).fill([urgent.announcementId, true]),
  );
  const { details } = await stage.db.audit.findFirstOrThrow({ where: { action: "announcement.approve" } });
  expect(details).toMatchObject({ emergency: true });
});

test("a refusal is about the words that were read: of a text changed since, it refuses nothing", async () => {
  const read = await proposed();
  const changed = { content: { text: "Halo, Bapak/Ibu", marks: [] }, audience: ALL, emergency: false, localTime: null };
  const { announcementId } = read;
  expect(await changeAnnouncement(world, author, { announcementId, ...changed })).toEqual({ kind: "proposed" });
  const at = { saidAt: stage.clock.now() };
  expect(await rejectAnnouncement(world, second, { ...read, ...at })).toEqual({ kind: "decided_before" });
  const { contentHash, state } = await stage.db.announcement.findUniqueOrThrow({ where: { id: announcementId } });
  expect(state).toBe("awaiting");
  const now = { announcementId, seen: contentHash.slice(0, 16), ...at };
  expect(await rejectAnnouncement(world, second, now)).toEqual({ kind: "rejected" });
  expect(await rejectAnnouncement(world, second, now)).toEqual({ kind: "decided_before" });
});

// Keeps A08.
test("after 24 hours, a rejection or a withdrawal it cannot be approved any more", async () => {
  const [late, rejected, withdrawn] = [
    await proposed({ text: "a", marks: [] }),
    await proposed({ text: "b", marks: [] }),
    await proposed({ text: "c", marks: [] }),
  ];
  expect(await rejectAnnouncement(world, second, { ...rejected, saidAt: stage.clock.now() })).toEqual({
    kind: "rejected",
  });
  expect(await cancelAnnouncement(world, author, withdrawn.announcementId)).toEqual({ kind: "changed" });
  expect(await approve(second, rejected)).toEqual({ kind: "decided_before" });
  expect(await approve(second, withdrawn)).toEqual({ kind: "decided_before" });
  const requests = { kind: "approval_request", state: "waiting" } as const;
  expect(await stage.db.outbox.count({ where: requests })).toBe(1);

  stage.clock.advance(24 * 3_600_000 + 1);
  expect(await approve(second, late)).toEqual({ kind: "expired" });
  expect(await reviewAnnouncement(world, second, late.announcementId)).toEqual({ kind: "expired" });
  expect(await announced()).toBe(0);
});

test("one that leaves at once is not approved while it does not fit who has joined since; its author is asked once", async () => {
  const wish = await proposed({ text: "Halo dari {perpustakaan}", marks: [] });
  const { participant } = await buildParticipant(stage.db, (await stage.db.trainingClass.findFirstOrThrow()).id);
  const { libraryId } = participant;
  await stage.db.participant.update({ where: { id: participant.id }, data: { libraryId: null } });

  const problem = { kind: "missing_words", variable: "perpustakaan", count: 1 };
  for (let n = 0; n < 2; n++) {
    expect(await approve(second, wish)).toMatchObject({ kind: "problem", problem, isAuthorAsked: true });
  }
  expect(await announced()).toBe(0);
  const told = await stage.db.outbox.findMany({ where: { kind: "answer" } });
  expect(told).toMatchObject([{ personId: author.person.id, message: { text: expect.stringContaining("Dewi") } }]);

  await stage.db.participant.update({ where: { id: participant.id }, data: { libraryId } });
  expect(await approve(second, wish)).toEqual({ kind: "approved" });
  expect(await announced()).toBe(3);
});

// Keeps A08.
test("where no other admin could approve, the author is told so before anything is kept", async () => {
  const jambi = await anAdmin({ name: "Joni", regionCode: "21" });
  world.settings.approvalAbove = 0;
  await stage.db.roleBinding.updateMany({ where: { personId: { not: jambi.person.id } }, data: { regionCode: "14" } });
  const outcome = await publishAnnouncement(world, jambi, { draftId: 99, content: TEXT, audience: ALL });
  expect(outcome).toEqual({ kind: "problem", problem: { kind: "no_approver", above: 0 } });
  expect(await stage.db.announcement.count()).toBe(0);
});

// Keeps A08.
test("it goes to those whom the author may reach, though the approver may reach more", async () => {
  const other = await buildClass(stage.db, { provinceCode: "14" });
  await buildParticipant(stage.db, other.id, { placeCode: "14.01" });
  author = await anAdmin({ name: "Kepri", regionCode: "21" });
  const wish = await proposed();
  const review = await reviewAnnouncement(world, second, wish.announcementId);
  expect(review).toMatchObject({ kind: "review", preview: { reachable: 2 } });
  await approve(second, wish);
  expect(await announced()).toBe(2);
});

test("where all who could approve have blocked the bot, the author hears their names and nothing is kept", async () => {
  const third = await anAdmin({ name: "Rudi" });
  await stage.db.person.updateMany({
    where: { id: { in: [second.person.id, third.person.id] } },
    data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
  });
  const outcome = await publishAnnouncement(world, author, { draftId: ++drafts, content: TEXT, audience: ALL });
  expect(outcome).toEqual({
    kind: "problem",
    problem: { kind: "approvers_unreachable", above: 1, names: ["Dewi", "Rudi"] },
  });
  expect(await stage.db.announcement.count()).toBe(0);

  // One of them opens the bot again: only they are asked.
  await world.store.people.markReachable(third.telegramId);
  await proposed();
  const asked = await stage.db.outbox.findMany({ where: { kind: "approval_request" } });
  expect(asked.map(({ personId }) => personId)).toEqual([third.person.id]);
});

test("an approval is asked for when the approver may be disturbed, says so, and has its 24 hours from then", async () => {
  // 06:08 in Jakarta; Dewi is an admin by the server's settings, so nobody knows where she lives.
  stage.clock.set(new Date("2024-07-08T23:08:00Z"));
  await stage.db.person.update({ where: { id: second.person.id }, data: { zone: null } });
  const { announcementId, seen } = await proposed();
  const [request] = await stage.db.outbox.findMany({ where: { kind: "approval_request" } });
  const at = request?.dueAt ?? stage.clock.now();
  expect(at.getTime()).toBeGreaterThanOrEqual(new Date("2024-07-09T00:30:00Z").getTime());
  const card = await announcementCard(world, author, textsFor("id"), announcementId);
  expect(card.text).toMatch(/Dewi diminta memeriksa Selasa, 9 Juli 2024 pukul 07\.[345]\d WIB/);

  await stage.db.outbox.updateMany({ where: { id: request?.id ?? 0 }, data: { state: "sent", settledAt: at } });
  stage.clock.set(new Date(at.getTime() + 60_000));
  expect((await announcementCard(world, author, textsFor("id"), announcementId)).text).toContain(
    "Dewi sudah diminta memeriksa.",
  );
  // A day after the request, though more than that after the proposal.
  stage.clock.set(new Date(at.getTime() + 24 * 3_600_000 - 1));
  expect(await approve(second, { announcementId, seen })).toEqual({ kind: "approved" });
});

test("when the only approver blocks the bot after all, the card says that nobody could be asked", async () => {
  const { announcementId } = await proposed();
  await world.store.people.markUnreachable(second.telegramId, "blocked", stage.clock.now());
  const english = await announcementCard(world, author, textsFor("en"), announcementId);
  expect(english.text).toContain("No admin can be asked");
});
