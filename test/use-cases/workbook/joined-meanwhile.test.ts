// Somebody joins a class while a workbook is saved that gives its plans another day.
import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import type { World } from "../../../src/ports.js";
import { saveWorkbook } from "../../../src/use-cases/index.js";
import { day, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const NAME = "Bimtek Kepri 1";
const ROWS = {
  classes: [
    ["2026", "1", NAME, "Kepulauan Riau", "Hotel Aston", day("2026-05-18"), day("2026-05-23"), day("2026-08-01")],
  ],
  trainers: [["Mahmud", "081234567890", NAME, null]],
};

/** What the file is compared with was read before they joined. */
const readBefore = (world: World): World => ({
  ...world,
  transaction: (work) =>
    world.transaction((inside) => {
      const programme = { ...inside.store.programme, joinedOf: async () => [] };
      return work({ ...inside, store: { ...inside.store, programme } });
    }),
});

async function save(world: World, actor: KnownActor, draftId: number) {
  const judged = await judgeRosterFile(await officeWorkbook(ROWS), {}, await officeJudges("2026-04-06"));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const wish = { draftId, lines: judged.lines, entriesFor: async () => [], cohortName: String };
  return saveWorkbook(world, actor, { ...wish, saidAt: stage.clock.now() });
}

test("the day of their plans stays, the rest is saved, and the class is named; twice is once", async () => {
  const { id } = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: NAME });
  await buildParticipant(stage.db, id, { name: "Siti" });
  const actor = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Sri" })).id);
  const before = await stage.db.trainingClass.findFirstOrThrow();
  expect(await save(readBefore(stage.world), actor, 1)).toMatchObject({ kind: "saved", joined: [NAME] });
  const after = await stage.db.trainingClass.findFirstOrThrow();
  expect(after.plansDueOn).toEqual(before.plansDueOn);
  expect([after.venue, after.endsOn.toISOString().slice(0, 10)]).toEqual(["Hotel Aston", "2026-05-23"]);
  expect(await stage.db.classTrainer.count()).toBe(1);
  expect(await save(readBefore(stage.world), actor, 1)).toMatchObject({ kind: "saved", joined: [], plan: null });
  expect(await stage.db.rosterImport.count()).toBe(1);
});
