// What an admin practised on goes without a trace, whatever was tried with it.
import { expect, test } from "vitest";
import { TIMETABLE } from "../../../src/jobs/timetable.js";
import { removePractice, revokeRole, viewPractice } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { actorOf, buildOffice, practiceMade, rowCounts } from "../../support/world/practice.js";
import { tryEverything } from "./try-everything.js";

// Monday, 10:00 in Tanjungpinang: the plans of the class that began on 3 June are late.
const stage = stageAt("2024-07-22T03:00:00Z");

test("nothing of it remains in any table, and a second time finds nothing to remove", async () => {
  const { kepri } = await buildOffice(stage);
  const before = await rowCounts(stage);
  const { practice } = await practiceMade(stage, kepri.id);
  const actor = await actorOf(stage, kepri.id);
  const between = await rowCounts(stage);
  expect(Object.keys(between).filter((table) => between[table] !== before[table]).length).toBeGreaterThan(12);
  expect(await removePractice(stage.world, actor, practice.cohortId)).toMatchObject({ kind: "removed" });
  expect(await rowCounts(stage)).toEqual(before);
  expect(await removePractice(stage.world, actor, practice.cohortId)).toEqual({ kind: "gone" });
  expect(await rowCounts(stage)).toEqual(before);
});

test("another admin's stays, and so do a village's own library and people", async () => {
  const { kepri, national } = await buildOffice(stage);
  const riau = await buildAdmin(stage.db, { name: "Asep", regionCode: "21" });
  const { practice } = await practiceMade(stage, kepri.id);
  await practiceMade(stage, riau.id);
  const theirs = await stage.db.library.count({ where: { practiceOf: riau.id } });
  const real = await stage.db.library.count({ where: { practiceOf: 0 } });
  await removePractice(stage.world, await actorOf(stage, kepri.id), practice.cohortId);
  expect(await stage.db.library.count({ where: { practiceOf: riau.id } })).toBe(theirs);
  expect(await stage.db.library.count({ where: { practiceOf: 0 } })).toBe(real);
  expect(await viewPractice(stage.world, await actorOf(stage, national.id))).toMatchObject({
    own: null,
    others: [{ ownerName: "Asep" }],
  });
});

test("somebody who does not reach it cannot remove it: not by its number, and not by having been an admin", async () => {
  const { kepri, kalsel, national, trainer } = await buildOffice(stage);
  const { practice } = await practiceMade(stage, kepri.id);
  for (const id of [kalsel.id, trainer.id]) {
    expect(await removePractice(stage.world, await actorOf(stage, id), practice.cohortId), `person ${id}`).toEqual({
      kind: "not_allowed",
    });
  }
  expect(await stage.world.store.practice.cohortOf(kepri.id)).toBe(practice.cohortId);
  expect(await removePractice(stage.world, await actorOf(stage, national.id), practice.cohortId)).toMatchObject({
    kind: "removed",
  });
});

test("an admin of one cohort works with their own practice, and with nobody else's", async () => {
  const { own, kalsel } = await buildOffice(stage);
  const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: own.waveId } });
  const person = await buildAdmin(stage.db, { name: "Desi", regionCode: "21" });
  await stage.db.roleBinding.updateMany({ where: { personId: person.id }, data: { cohortId } });
  const { practice } = await practiceMade(stage, person.id);
  const others = await practiceMade(stage, kalsel.id);
  const actor = await actorOf(stage, person.id);
  expect(await removePractice(stage.world, actor, others.practice.cohortId)).toEqual({ kind: "not_allowed" });
  expect(await removePractice(stage.world, actor, practice.cohortId)).toMatchObject({ kind: "removed" });
});

test("it goes with its owner's last role as an admin", async () => {
  const { kepri, national } = await buildOffice(stage);
  await practiceMade(stage, kepri.id);
  const [binding] = await stage.db.roleBinding.findMany({ where: { personId: kepri.id } });
  const input = { personId: kepri.id, bindingId: binding?.id ?? 0 };
  for (let times = 0; times < 2; times++) await revokeRole(stage.world, await actorOf(stage, national.id), input);
  expect(await stage.db.cohort.count({ where: { NOT: { practiceOf: 0 } } })).toBe(0);
  expect(await stage.db.person.count({ where: { NOT: { practiceOf: 0 } } })).toBe(0);
});

test("pressed by two processes at once, it is made once and removed once", async () => {
  const { kepri } = await buildOffice(stage);
  const before = await rowCounts(stage);
  const actor = await actorOf(stage, kepri.id);
  const made = await Promise.all([1, 2, 3].map(() => practiceMade(stage, kepri.id)));
  expect(made.map(({ kind }) => kind).sort()).toEqual(["exists", "exists", "made"]);
  expect(await stage.db.cohort.count({ where: { practiceOf: kepri.id } })).toBe(1);
  const cohortId = made[0]?.practice.cohortId ?? 0;
  const removed = await Promise.all([1, 2].map(() => removePractice(stage.world, actor, cohortId)));
  expect(removed.map(({ kind }) => kind).sort()).toEqual(["gone", "removed"]);
  expect(await rowCounts(stage)).toEqual(before);
});

test("whatever was tried with it, and days later, nothing of it remains in any table", async () => {
  const admin = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const before = await rowCounts(stage);
  const { practice } = await practiceMade(stage, admin.id);
  expect(await tryEverything(stage, await actorOf(stage, admin.id), practice)).toEqual([
    ...[
      "recorded",
      "reminded",
      "extended",
      "unreachable",
      "admitted",
      "found",
      "renewed",
      "moved",
      "added",
      "renewed",
      "saved",
    ],
    ...["registered", "written", "kept", "recorded", "sent", "done", "asked", "unreachable", "answered", "published"],
  ]);
  for (let hours = 0; hours < 72; hours += 6) {
    for (const job of TIMETABLE) await job.run(stage.world);
    stage.clock.advance(6 * 3_600_000);
  }
  // Their own question has waited for three days: no admin is told of it, not even they themselves.
  expect(await stage.db.outbox.count({ where: { kind: { in: ["escalation", "admission_request"] } } })).toBe(0);
  expect(await stage.world.store.classes.adminsOver(practice.trainingClass.id)).toEqual([]);
  await removePractice(stage.world, await actorOf(stage, admin.id), practice.cohortId);
  // The copy of the photo is removed by the job that does so for the erased: what it leaves is a number and two instants.
  expect(await rowCounts(stage)).toEqual({ ...before, erasures: 1 });
  expect((await stage.db.erasure.findFirst())?.files).toHaveLength(1);
});
