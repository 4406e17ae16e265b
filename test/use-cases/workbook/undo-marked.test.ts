// What a file made is taken back, and a trainer has marked somebody there who has not joined: the mark stays, and what it hangs on.
import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import { saveImport, saveWorkbook, undoImport } from "../../../src/use-cases/index.js";
import { day, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildRosterRow, buildSession } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const NAME = "Bimtek Kepri 1";

async function scene() {
  const { id: classId } = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: NAME });
  return { classId, actor: await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Sri" })).id) };
}

async function marked(sessionId: number, rosterRowId: number, { person }: KnownActor) {
  const markedAt = stage.clock.now();
  const data = { sessionId, rosterRowId, answer: "present" as const, markedById: person.id, markedAt };
  await stage.db.rosterAttendance.create({ data });
}

test("a session at which somebody was marked stays and is named, the others go", async () => {
  const { classId, actor } = await scene();
  const invited = await buildRosterRow(stage.db, classId, { name: "Tono" });
  const sessions = ["Pembukaan", "Promosi"].map((title, n) => [
    ...[NAME, title, day(`2026-05-${18 + n}`), "08.00", "10.00", null, null],
  ]);
  const judged = await judgeRosterFile(await officeWorkbook({ sessions }), {}, await officeJudges("2026-04-06"));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const wish = { draftId: 1, lines: judged.lines, entriesFor: async () => [], cohortName: String };
  const outcome = await saveWorkbook(stage.world, actor, { ...wish, saidAt: stage.clock.now() });
  const { id } = await stage.db.trainingSession.findFirstOrThrow({ where: { title: "Promosi" } });
  await marked(id, invited.id, actor);
  const importId = outcome.kind === "saved" ? outcome.saved.id : 0;
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({ made: { removed: 1, sessions: ["Promosi"] } });
  expect(await undoImport(stage.world, actor, importId)).toEqual({ kind: "undone_before" });
  expect((await stage.db.trainingSession.findMany()).map(({ title }) => title)).toEqual(["Promosi"]);
  expect(await stage.db.rosterAttendance.count()).toBe(1);
});

test("somebody of the list who was marked stays and is named, the others go", async () => {
  const { classId, actor } = await scene();
  const { id: sessionId } = await buildSession(stage.db, classId, { startsAt: new Date("2026-05-18T01:00:00Z") });
  const entries = ["Siti", "Tono"].map((name, n) => ({
    ...{ classId, line: n + 2, name, phone: `+62812777700${n}`, kind: "desa" as const },
    ...{ placeCode: "21.01.08.2001", libraryName: null },
  }));
  const outcome = await saveImport(stage.world, actor, { draftId: 1, classId, entries });
  const { id: rowId } = await stage.db.rosterRow.findFirstOrThrow({ where: { name: "Tono" } });
  await marked(sessionId, rowId, actor);
  const importId = outcome.kind === "saved" ? outcome.saved.id : 0;
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({ undone: 1, stayed: ["Tono"] });
  expect(await undoImport(stage.world, actor, importId)).toEqual({ kind: "undone_before" });
  expect((await stage.db.rosterRow.findMany()).map(({ name }) => name)).toEqual(["Tono"]);
  expect(await stage.db.rosterAttendance.count()).toBe(1);
});
