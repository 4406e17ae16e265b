// Two registrations of one person become one: everything goes to the one who stays, once.
import { expect, test } from "vitest";
import {
  askTrainers,
  erasePerson,
  listDuplicates,
  mergeTwo,
  sayTwo,
  sweepMerges,
  undoMerge,
  viewPair,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";
import { actorOf, report } from "../../support/world/plans.js";
import { BERAKIT, everyRow, merged, registeredTwice, undone } from "./scene.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const DAY = 86_400_000;

test("one person stays, with the reports, questions and attendance of both", async () => {
  const { trainingClass, stays, goes, adminId, pair } = await registeredTwice(stage);
  const { db, world } = stage;
  await report(world, goes.person.id, goes.plans[0]?.id ?? 0, { story: "Dari pendaftaran kedua" });
  await askTrainers(world, await actorOf(world, goes.person.id), { text: "Bolehkah?", files: [], updateId: 11 });
  const session = await buildSession(db, trainingClass.id, { startsAt: stage.clock.now() });
  await db.attendance.create({
    data: {
      sessionId: session.id,
      participantId: goes.participant.id,
      answer: "present",
      answeredAt: stage.clock.now(),
    },
  });
  await merged(stage, adminId, pair);
  const { person, participant } = stays;
  expect(await db.progressReport.findMany()).toMatchObject([{ authorId: person.id, participantId: participant.id }]);
  expect(await db.questionThread.findMany()).toMatchObject([{ participantId: participant.id }]);
  expect(await db.threadMessage.findMany()).toMatchObject([{ authorId: person.id }]);
  expect(await db.attendance.findMany()).toMatchObject([{ participantId: participant.id, answer: "present" }]);
  expect(await world.store.participants.ofPerson(goes.person.id)).toEqual([]);
  expect((await world.store.participants.ofClass(trainingClass.id)).map(({ id }) => id)).toEqual([participant.id]);
  expect((await world.store.plans.managersOf([stays.library.id])).map((one) => one.person.id)).toEqual([person.id]);
  const lines = await db.audit.findMany({ where: { action: "merge.people" } });
  expect(lines).toMatchObject([{ actorId: adminId, subject: `person:${person.id}`, provinceCode: "21" }]);
  expect(lines[0]?.about).toContain(`person:${goes.person.id}`);
});

test("merging twice is merging once, and pressed the other way round it changes nothing", async () => {
  const { adminId, pair } = await registeredTwice(stage);
  const id = await merged(stage, adminId, pair);
  const before = await everyRow(stage.db);
  expect(await merged(stage, adminId, pair)).toBe(id);
  expect(await merged(stage, adminId, { ...pair, staysId: pair.goesId, goesId: pair.staysId })).toBe(id);
  expect(await sweepMerges(stage.world)).toEqual({ swept: 0 });
  expect(await everyRow(stage.db)).toEqual(before);
  expect(await stage.db.merge.count()).toBe(1);
});

test("of two accounts one goes on: the other is unbound, told, and gets nothing more", async () => {
  const { stays, goes, adminId, pair } = await registeredTwice(stage);
  const { db } = stage;
  const post = (key: string, personId: number, chatId: number, kind = "answer") => ({
    ...{ key, kind, priority: 1, personId, chatId, message: { text: "Halo", marks: [] } },
    ...{ dueAt: new Date(stage.clock.now().getTime() + DAY), createdAt: stage.clock.now() },
  });
  const [a, b] = [stays.person.id, goes.person.id];
  await db.outbox.createMany({
    data: [
      post(`session-reminder:1:x:${a}`, a, 7_300_001, "session_reminder"),
      post(`session-reminder:1:x:${b}`, b, 7_300_002, "session_reminder"),
      post(`review:9:${b}`, b, 7_300_002),
    ],
  });
  const at = stage.clock.now();
  const draft = { form: "report", version: 1, answers: {}, createdAt: at, updatedAt: at };
  await db.draft.createMany({
    data: [
      { ...draft, telegramId: 7_300_002, subject: "plan:1" },
      { ...draft, telegramId: 7_300_002, subject: "plan:2" },
      { ...draft, telegramId: 7_300_001, subject: "plan:2" },
    ],
  });
  await merged(stage, adminId, pair);
  expect(await db.person.findUnique({ where: { id: a } })).toMatchObject({
    telegramId: 7_300_001n,
    mergedIntoId: null,
  });
  expect(await db.person.findUnique({ where: { id: b } })).toMatchObject({ telegramId: null, mergedIntoId: a });
  expect(await db.accountBinding.findMany({ where: { unboundAt: null } })).toMatchObject([
    expect.objectContaining({ personId: a, telegramId: 7_300_001n }),
    expect.anything(),
  ]);
  const waiting = await db.outbox.findMany({
    where: { state: "waiting", personId: { not: null } },
    orderBy: { id: "asc" },
  });
  expect(waiting.map(({ key, personId }) => [key, personId])).toEqual([
    [`session-reminder:1:x:${a}`, a],
    [`review:9:${a}`, a],
  ]);
  const told = await db.outbox.findMany({ where: { kind: "account" }, orderBy: { id: "asc" } });
  expect(told.map(({ chatId }) => Number(chatId))).toEqual([7_300_001, 7_300_002]);
  const drafts = await db.draft.findMany({ orderBy: { id: "asc" } });
  expect(drafts.map(({ telegramId, subject }) => [Number(telegramId), subject])).toEqual([
    [7_300_001, "plan:1"],
    [7_300_002, "plan:2"],
    [7_300_001, "plan:2"],
  ]);
});

test("the only account comes along, and the one that can be reached goes on", async () => {
  const { stays, adminId, pair } = await registeredTwice(stage);
  const { db } = stage;
  await db.person.update({
    where: { id: stays.person.id },
    data: { unreachableSince: stage.clock.now(), unreachableCause: "blocked" },
  });
  const id = await merged(stage, adminId, pair);
  const row = () => db.person.findUniqueOrThrow({ where: { id: stays.person.id } });
  expect(await row()).toMatchObject({ telegramId: 7_300_002n, unreachableCause: null });
  expect(await undone(stage, adminId, id)).toMatchObject({ kind: "undone", accountIsBack: true });
  expect(await row()).toMatchObject({ telegramId: 7_300_001n, unreachableCause: "blocked" });
});

test("who is merged already, holds a role, is out of reach or practises is merged with nobody", async () => {
  const { trainingClass, stays, goes, adminId, pair } = await registeredTwice(stage);
  const { db, world } = stage;
  const as = async (id: number) => actorOf(world, id);
  const elsewhere = await buildAdmin(db, { regionCode: "81" });
  const kabupaten = await buildAdmin(db, { regionCode: "21.02" });
  for (const id of [elsewhere.id, kabupaten.id, stays.person.id]) {
    expect(await mergeTwo(world, await as(id), pair)).toEqual({ kind: "not_yours" });
    expect(await viewPair(world, await as(id), pair, false)).toEqual({ kind: "not_yours" });
    expect(await sayTwo(world, await as(id), pair)).toEqual({ kind: "not_yours" });
    expect(await listDuplicates(world, await as(id), 0)).toMatchObject(
      id === stays.person.id ? { kind: "not_allowed" } : { total: 0 },
    );
  }
  const trainer = await buildTrainer(db, [trainingClass.id]);
  const teaching = await buildParticipant(db, trainingClass.id, { ...BERAKIT, name: "Siti Aminah" });
  await db.roleBinding.create({
    data: { personId: teaching.person.id, role: "trainer", grantedAt: stage.clock.now() },
  });
  const withStaff = { kind: "people", staysId: stays.person.id, goesId: teaching.person.id } as const;
  expect(await mergeTwo(world, await as(adminId), withStaff)).toEqual({ kind: "problem", problem: "staff" });
  expect(await mergeTwo(world, await as(adminId), { ...withStaff, goesId: trainer.id })).toEqual({ kind: "not_yours" });
  expect(await mergeTwo(world, await as(adminId), { ...withStaff, goesId: stays.person.id })).toEqual({
    kind: "not_yours",
  });
  await db.person.update({ where: { id: goes.person.id }, data: { practiceOf: adminId } });
  expect(await mergeTwo(world, await as(adminId), pair)).toEqual({ kind: "not_yours" });
  expect(await db.merge.count()).toBe(0);
});

test("whoever was said to be two is suggested no more", async () => {
  const { adminId, pair } = await registeredTwice(stage);
  const admin = await actorOf(stage.world, adminId);
  expect(await listDuplicates(stage.world, admin, 0)).toMatchObject({ total: 1, lines: [{ reasons: ["name"] }] });
  expect(await sayTwo(stage.world, admin, pair)).toEqual({ kind: "said" });
  expect(await sayTwo(stage.world, admin, pair)).toEqual({ kind: "said" });
  expect(await stage.db.notDuplicate.count()).toBe(1);
  expect(await stage.db.audit.count({ where: { action: "merge.two" } })).toBe(1);
  expect(await listDuplicates(stage.world, admin, 0)).toMatchObject({ total: 0 });
});

test("what is written under the one who went, in the moment of merging, is brought along", async () => {
  const { stays, goes, adminId, pair } = await registeredTwice(stage);
  const { world, db } = stage;
  const stale = await actorOf(world, goes.person.id);
  const id = await merged(stage, adminId, pair);
  // A report of theirs that was on its way is theirs who they are now.
  const planId = goes.plans[0]?.id ?? 0;
  const told = await import("../../../src/use-cases/index.js");
  const outcome = await told.recordProgressReport(world, stale, {
    ...{ planId, state: "in_progress", obstacle: null, nextStep: null, story: null, answers: [], evidenceIds: [] },
    ...{ corrects: null, updateId: 77 },
  });
  expect(outcome).toMatchObject({ kind: "recorded" });
  expect(await db.progressReport.findMany()).toMatchObject([{ authorId: stays.person.id }]);
  await db.snooze.create({
    data: { planId, personId: goes.person.id, messageId: 5, until: stage.clock.now(), at: stage.clock.now() },
  });
  expect(await sweepMerges(world)).toEqual({ swept: 1 });
  expect(await sweepMerges(world)).toEqual({ swept: 0 });
  expect(await db.snooze.findMany()).toMatchObject([{ personId: stays.person.id }]);
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  expect(await db.snooze.findMany()).toMatchObject([{ personId: goes.person.id }]);
});

test("whoever is forgotten is forgotten with all that was merged into them, and it cannot be undone", async () => {
  const { stays, goes, adminId, pair } = await registeredTwice(stage);
  const { world, db } = stage;
  await report(world, goes.person.id, goes.plans[0]?.id ?? 0, { story: "cerita rahasia" });
  const phone = goes.person.phone ?? "";
  const id = await merged(stage, adminId, pair);
  const own = await world.store.ownData.collect(stays.person.id, stage.clock.now());
  expect(JSON.stringify(own)).toContain("cerita rahasia");
  expect(JSON.stringify(own)).toContain("Siti Aminnah");
  expect((await erasePerson(world, await actorOf(world, stays.person.id), { personId: stays.person.id })).kind).toBe(
    "erased",
  );
  const rows = (await everyRow(db)).filter((row) => !row.startsWith("erasures "));
  for (const word of ["cerita rahasia", "Siti Aminnah", "Siti Aminah", phone, "7300002", "7300001"]) {
    expect(rows.filter((row) => row.includes(word))).toEqual([]);
  }
  expect(await db.merge.count()).toBe(0);
  expect(await db.mergeChange.count()).toBe(0);
  expect(await undoMerge(world, await actorOf(world, adminId), id)).toEqual({ kind: "not_yours" });
});
