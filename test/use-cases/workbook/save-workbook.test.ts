// A workbook is saved whole, once, and by each in their own region.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import { saveWorkbook, undoImport } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { day, type OfficeRows, officeJudges, officeWorkbook } from "../../support/office-workbook.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2026-04-06T02:00:00Z");
});
afterAll(() => database.close());

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
  return { draftId, lines: judged.lines, entriesFor: () => [], cohortName: String, saidAt };
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
  expect([person.name, person.classesTaught.length]).toEqual(["Mahmud", 2]);
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
