// A workbook is saved whole, once, and by each in their own region.

import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import {
  addSession,
  cancelTrainingSession,
  changeClass,
  inviteStaff,
  moveTrainingSession,
  saveWorkbook,
  shiftClass,
  undoImport,
} from "../../../src/use-cases/index.js";
import { day, type OfficeRows, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const NAME = "Bimtek Kepri 1";
const CLASS = ["2026", "1", NAME, "Kepulauan Riau", "Hotel", day("2026-05-18"), day("2026-05-22"), null];
const ROWS: OfficeRows = {
  classes: [CLASS],
  sessions: [[NAME, "Pembukaan", day("2026-05-18"), "08.30", "10.00", null, null]],
  trainers: [["Mahmud", "081234567890", NAME, null]],
};

async function wishOf(rows: OfficeRows, draftId: number) {
  const judged = await judgeRosterFile(await officeWorkbook(rows), {}, await officeJudges("2026-04-06"));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const saidAt = stage.clock.now();
  return { draftId, lines: judged.lines, entriesFor: async () => [], cohortName: String, saidAt };
}

async function counts() {
  const { trainingClass, trainingSession, classTrainer, wave, roleBinding } = stage.db;
  const trainers = await roleBinding.count({ where: { role: "trainer", revokedAt: null } });
  return [
    await wave.count(),
    await trainingClass.count(),
    await trainingSession.count(),
    await classTrainer.count(),
    trainers,
  ];
}

test("two admins with the same workbook at once make everything once; a draft is saved once", async () => {
  const [sri, budi] = [await buildAdmin(stage.db, { name: "Sri" }), await buildAdmin(stage.db, { name: "Budi" })];
  const [first, second] = [await actorOf(stage.world, sri.id), await actorOf(stage.world, budi.id)];
  const [one, two] = [await wishOf(ROWS, 1), await wishOf(ROWS, 2)];
  await Promise.all([
    saveWorkbook(stage.world, first, one),
    saveWorkbook(stage.world, second, two),
    saveWorkbook(stage.world, first, one),
  ]);
  expect(await counts()).toEqual([1, 1, 1, 1, 1]);
  expect(await stage.db.rosterImport.count()).toBe(2);
});

test("undoing leaves a class that somebody joined, with its trainer gone, and says so", async () => {
  const sri = await buildAdmin(stage.db, { name: "Sri" });
  const actor = await actorOf(stage.world, sri.id);
  const saved = await saveWorkbook(stage.world, actor, await wishOf(ROWS, 1));
  const { id } = await stage.db.trainingClass.findFirstOrThrow();
  await buildParticipant(stage.db, id, { name: "Siti" });
  const importId = saved.kind === "saved" ? saved.saved.id : 0;
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({
    made: { classes: [NAME], removed: 1, changed: 0 },
  });
  expect(await counts()).toEqual([1, 1, 1, 0, 0]);
  expect(await undoImport(stage.world, actor, importId)).toEqual({ kind: "undone_before" });
});

test("undoing leaves a trainer who has taken up the invitation", async () => {
  const sri = await buildAdmin(stage.db, { name: "Sri" });
  const actor = await actorOf(stage.world, sri.id);
  const saved = await saveWorkbook(stage.world, actor, await wishOf(ROWS, 1));
  await stage.db.person.updateMany({ where: { phone: "+6281234567890" }, data: { telegramId: 7_000_000_001n } });
  await undoImport(stage.world, actor, saved.kind === "saved" ? saved.saved.id : 0);
  expect(await counts()).toEqual([0, 0, 0, 0, 1]);
});

const savedBy = async (actor: KnownActor, rows: OfficeRows, draftId: number) => {
  const outcome = await saveWorkbook(stage.world, actor, await wishOf(rows, draftId));
  return outcome.kind === "saved" ? outcome.saved.id : 0;
};
const adminNamed = async (name: string) => actorOf(stage.world, (await buildAdmin(stage.db, { name })).id);
const idOfClass = async () => (await stage.db.trainingClass.findFirstOrThrow()).id;
const addedSession = async (actor: KnownActor, title = "Praktik") =>
  addSession(stage.world, actor, {
    classId: await idOfClass(),
    session: {
      ...{ title, mode: "in_person" as const, place: "Aula" },
      ...{ startsAt: new Date("2026-05-19T01:00:00Z"), endsAt: new Date("2026-05-19T03:00:00Z") },
    },
    saidAt: stage.clock.now(),
  });

test.each<[string, (colleague: KnownActor) => Promise<{ kind: string }>, string]>([
  ["added a session to", (colleague) => addedSession(colleague), "added"],
  [
    "renamed",
    async (colleague) =>
      changeClass(stage.world, colleague, { classId: await idOfClass(), change: { name: "Bimtek Batam" } }),
    "changed",
  ],
  [
    "moved",
    async (colleague) => {
      const wish = {
        classId: await idOfClass(),
        from: "2026-05-18",
        to: "2026-05-25",
        saidAt: stage.clock.now(),
      } as const;
      return shiftClass(stage.world, colleague, wish);
    },
    "shifted",
  ],
  [
    "cancelled a session of",
    async (colleague) => {
      const { id: sessionId, revision } = await stage.db.trainingSession.findFirstOrThrow();
      return cancelTrainingSession(stage.world, colleague, { sessionId, revision, saidAt: stage.clock.now() });
    },
    "cancelled",
  ],
  [
    "gave another trainer to",
    async (colleague) => {
      const wish = { role: "trainer" as const, classId: await idOfClass() };
      return inviteStaff(stage.world, colleague, { name: "Yusuf", phone: "+6281390001111", wish });
    },
    "invited",
  ],
])("undoing leaves a class that a colleague has %s since, with all its sessions, and says so", async (_, act, kind) => {
  const actor = await adminNamed("Sri");
  const importId = await savedBy(actor, ROWS, 1);
  expect((await act(await adminNamed("Budi"))).kind).toBe(kind);
  const sessions = await stage.db.trainingSession.findMany({ orderBy: { id: "asc" } });
  const undone = await undoImport(stage.world, actor, importId);
  const { name } = await stage.db.trainingClass.findFirstOrThrow();
  expect(undone).toMatchObject({ kind: "undone", made: { classes: [name] } });
  expect(await stage.db.trainingSession.findMany({ orderBy: { id: "asc" } })).toEqual(sessions);
});

test("undoing leaves a session of an older class that somebody changed since, and takes the others", async () => {
  const actor = await adminNamed("Sri");
  await savedBy(actor, { classes: [CLASS] }, 1);
  const rows = ["Pembukaan", "Advokasi", "Penutupan"].map((title, n) => [
    NAME,
    title,
    day(`2026-05-${18 + n}`),
    "08.30",
    "10.00",
    null,
    null,
  ]);
  const importId = await savedBy(actor, { sessions: rows }, 2);
  const { id: sessionId, revision } = await stage.db.trainingSession.findFirstOrThrow({ where: { title: "Advokasi" } });
  const startsAt = new Date("2026-05-20T06:00:00Z");
  const move = { sessionId, revision, startsAt, saidAt: stage.clock.now() };
  expect((await moveTrainingSession(stage.world, await adminNamed("Budi"), move)).kind).toBe("moved");
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({
    made: { removed: 2, sessions: ["Advokasi"], classes: [] },
  });
  expect((await stage.db.trainingSession.findMany()).map(({ title }) => title)).toEqual(["Advokasi"]);
});

test("undoing leaves a trainer to whom a colleague gave the class meanwhile, at that class, and names them", async () => {
  const actor = await adminNamed("Sri");
  const importId = await savedBy(actor, ROWS, 1);
  const wish = { role: "trainer" as const, classId: await idOfClass() };
  await inviteStaff(stage.world, await adminNamed("Budi"), { name: "Mahmud", phone: "+6281234567890", wish });
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({
    made: { removed: 0, trainers: ["Mahmud"], classes: [NAME] },
  });
  expect(await counts()).toEqual([1, 1, 1, 1, 1]);
});

test("what was done to another class since is no reason to keep this one", async () => {
  const other = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "63", name: "Banjar" });
  const actor = await adminNamed("Sri");
  const importId = await savedBy(actor, ROWS, 1);
  await changeClass(stage.world, await adminNamed("Budi"), { classId: other.id, change: { venue: "Gedung B" } });
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({
    made: { classes: [], sessions: [], trainers: [] },
  });
  expect((await stage.db.trainingClass.findMany()).map(({ name }) => name)).toEqual(["Banjar"]);
});

test("a trainer who is known gets the classes that are new to them; a trainer of another province is no obstacle", async () => {
  const there = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: NAME });
  await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Bimtek Kepri 2" });
  const trainer = await buildTrainer(stage.db, [there.id], { name: "Mahmud", phone: "+6281234567890" });
  const admin = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const rows = { trainers: [["Mahmud H.", "081234567890", null, "Kepulauan Riau"]] };
  await saveWorkbook(stage.world, await actorOf(stage.world, admin.id), await wishOf(rows, 1));
  const person = await stage.db.person.findUniqueOrThrow({
    where: { id: trainer.id },
    include: { classesTaught: true },
  });
  expect([person.name, person.classesTaught.length]).toEqual(["Mahmud H.", 2]);
});

test("an admin of a province makes no cohort, no wave, and no class elsewhere", async () => {
  await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Lama" });
  const admin = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const actor = await actorOf(stage.world, admin.id);
  const rows = {
    classes: [
      ["2026", "7", ...CLASS.slice(2)],
      ["2027", ...CLASS.slice(1)],
      ["2026", "1", "Bimtek Riau", "Riau", ...CLASS.slice(4)],
      CLASS,
    ],
  };
  await saveWorkbook(stage.world, actor, await wishOf(rows, 1));
  expect((await stage.db.trainingClass.findMany()).map(({ name }) => name)).toEqual(["Lama", NAME]);
});
