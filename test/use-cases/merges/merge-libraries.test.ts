// Two libraries become one: people, plans and roster rows are those of the one that stays, and nothing that was written is lost.
import { expect, test } from "vitest";
import { listDuplicates, mergeTwo, ownPlans } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow } from "../../support/world/builders.js";
import { actorOf, BINTAN_OFFICE, report } from "../../support/world/plans.js";
import { everyRow, merged, onlyHere, undone } from "./scene.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const PLACE = "21.01.10.2001";

/** A reading room under two names, each with its people; both wrote the first plan, and one of them the second. */
async function underTwoNames() {
  const { db } = stage;
  const trainingClass = await buildClass(db);
  const kind = { kind: "tbm", placeCode: PLACE } as const;
  const stays = await buildParticipant(db, trainingClass.id, { ...kind, name: "Siti", libraryName: "TBM Cahaya" });
  const goes = await buildParticipant(db, trainingClass.id, {
    ...kind,
    name: "Budi",
    libraryName: "Taman Baca Cahaya",
  });
  const at = stage.clock.now();
  const write = (id: number, activity: string) =>
    db.workPlan.update({ where: { id }, data: { activity, state: "not_started", writtenAt: at, changedAt: at } });
  await write(stays.plans[0]?.id ?? 0, "Pojok baca anak");
  await write(goes.plans[0]?.id ?? 0, "Kelas komputer");
  await write(goes.plans[1]?.id ?? 0, "Keripik pisang");
  await buildRosterRow(db, trainingClass.id, {
    name: "Eko",
    kind: "tbm",
    placeCode: PLACE,
    libraryName: "Taman Baca Cahaya",
  });
  const admin = await buildAdmin(db, { regionCode: "21.01" });
  const pair = { kind: "libraries", staysId: stays.library.id, goesId: goes.library.id } as const;
  return { trainingClass, stays, goes, adminId: admin.id, pair };
}

test("its people act for the one that stays, and all that was written can be read", async () => {
  const { stays, goes, adminId, pair } = await underTwoNames();
  const { db, world } = stage;
  await report(world, goes.person.id, goes.plans[0]?.id ?? 0, { story: "Sudah mulai", state: "in_progress" });
  expect(await listDuplicates(world, await actorOf(world, adminId), 0)).toMatchObject({
    lines: [{ kind: "libraries", reasons: ["name"] }],
  });
  await merged(stage, adminId, pair);
  const managers = await world.store.plans.managersOf([stays.library.id]);
  expect(managers.map(({ person }) => person.id)).toEqual([stays.person.id, goes.person.id]);
  const plans = await ownPlans(world, await actorOf(world, goes.person.id));
  expect(plans.map(({ id, activity, state }) => [id, activity, state])).toEqual([
    [stays.plans[0]?.id, "Pojok baca anak", "in_progress"],
    [stays.plans[1]?.id, "Keripik pisang", "not_started"],
    [stays.plans[2]?.id, null, "unwritten"],
  ]);
  expect(await world.store.merges.wordsMergedInto(stays.plans[0]?.id ?? 0)).toEqual(["Kelas komputer"]);
  expect(await world.store.merges.wordsMergedInto(stays.plans[1]?.id ?? 0)).toEqual([]);
  expect(await db.progressReport.findMany()).toMatchObject([{ planId: stays.plans[0]?.id }]);
  expect(await db.rosterRow.findFirst({ where: { name: "Eko" } })).toMatchObject({ libraryName: "TBM Cahaya" });
  // Whoever names the other one joins this one, and old buttons lead to its plan.
  const named = { kind: "tbm", name: "Taman Baca Cahaya", placeCode: PLACE, practiceOf: 0 } as const;
  expect(await world.store.participants.ensureLibrary(named)).toMatchObject({ id: stays.library.id });
  expect(await world.store.participants.findLibrary(named)).toMatchObject({ id: stays.library.id });
  expect((await world.store.plans.find(goes.plans[0]?.id ?? 0))?.id).toBe(stays.plans[0]?.id);
  expect(await world.store.plans.lock(goes.plans[0]?.id ?? 0)).toMatchObject({ id: stays.plans[0]?.id });
  expect(await db.audit.findFirst({ where: { action: "merge.libraries" } })).toMatchObject({
    ...{ subject: `place:${PLACE}`, regencyCode: "21.01" },
  });
});

test("twice is once; undone, both are as they were", async () => {
  const { goes, adminId, pair } = await underTwoNames();
  await report(stage.world, goes.person.id, goes.plans[0]?.id ?? 0);
  const before = await everyRow(stage.db);
  const id = await merged(stage, adminId, pair);
  const after = await everyRow(stage.db);
  expect(await merged(stage, adminId, pair)).toBe(id);
  expect(await everyRow(stage.db)).toEqual(after);
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  expect(onlyHere(before, await everyRow(stage.db))).toEqual([]);
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  expect(await everyRow(stage.db)).toEqual(before);
});

test("a report that came since says how far the plan is, and stays where it was made", async () => {
  const { stays, goes, adminId, pair } = await underTwoNames();
  const { db, world } = stage;
  const [own, other] = [stays.plans[0]?.id ?? 0, goes.plans[0]?.id ?? 0];
  await report(world, goes.person.id, other, { state: "in_progress" });
  const id = await merged(stage, adminId, pair);
  stage.clock.advance(86_400_000);
  await report(world, goes.person.id, own, { state: "done" });
  expect((await undone(stage, adminId, id)).kind).toBe("undone");
  expect(await db.workPlan.findUnique({ where: { id: own } })).toMatchObject({ state: "done", movedToId: null });
  expect(await db.workPlan.findUnique({ where: { id: other } })).toMatchObject({
    state: "in_progress",
    movedToId: null,
  });
  const reports = await db.progressReport.findMany({ orderBy: { id: "asc" } });
  expect(reports.map(({ planId, state }) => [planId, state])).toEqual([
    [other, "in_progress"],
    [own, "done"],
  ]);
});

test("an office is merged with no library, and nothing out of reach", async () => {
  const { trainingClass, stays, adminId, pair } = await underTwoNames();
  const { db, world } = stage;
  const office = await buildParticipant(db, trainingClass.id, { ...BINTAN_OFFICE });
  const admin = await actorOf(world, adminId);
  const unlike = { kind: "libraries", staysId: stays.library.id, goesId: office.library.id } as const;
  expect(await mergeTwo(world, admin, unlike)).toEqual({ kind: "problem", problem: "unlike" });
  const elsewhere = await actorOf(world, (await buildAdmin(db, { regionCode: "21.02" })).id);
  expect(await mergeTwo(world, elsewhere, pair)).toEqual({ kind: "not_yours" });
  await db.library.update({ where: { id: pair.goesId }, data: { practiceOf: adminId } });
  expect(await mergeTwo(world, admin, pair)).toEqual({ kind: "not_yours" });
});

test("a name that was erased with its only person is erased in the library that went, too", async () => {
  const { stays, goes, adminId, pair } = await underTwoNames();
  const { db, world } = stage;
  await merged(stage, adminId, pair);
  const { erasePerson } = await import("../../../src/use-cases/index.js");
  for (const id of [stays.person.id, goes.person.id]) {
    expect((await erasePerson(world, await actorOf(world, id), { personId: id })).kind).toBe("erased");
  }
  const rows = (await everyRow(db)).concat(
    (await db.mergeChange.findMany({ where: { NOT: { tableName: "roster_rows" } } })).map((row) => JSON.stringify(row)),
  );
  for (const word of ["Cahaya", "Kelas komputer", "Pojok baca", "Keripik"]) {
    expect(rows.filter((row) => row.includes(word) && !row.startsWith("roster_rows "))).toEqual([]);
  }
});
