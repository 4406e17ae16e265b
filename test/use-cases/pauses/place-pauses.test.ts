// A disaster: one decision of an admin lets a whole regency pause, with those who join meanwhile, until it is over, ended or taken back.
// Keeps P24.
import { expect, test } from "vitest";
import {
  endPlacePause,
  findPlacePause,
  listPlacePauses,
  movePlacePauseEnd,
  pausePlace,
  previewPlacePause,
  registerParticipant,
  tendPauses,
  undoPlacePause,
  viewPlacePause,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { pausing } from "../../support/world/pauses.js";
import { actorOf, berakit } from "../../support/world/plans.js";

// Monday 24 June, 10:00 in Jakarta.
const stage = stageAt("2024-06-24T03:00:00Z");

const REGENCY = "21.01";
const dueDays = async () =>
  [...new Set((await stage.db.workPlan.findMany()).map(({ dueOn }) => dueOn.toISOString().slice(0, 10)))].sort();
const paused = () => stage.db.person.count({ where: { NOT: { pausedUntil: null } } });
const toldPeople = (kind: string) => stage.db.outbox.count({ where: { kind, state: "waiting" } });

async function scene() {
  const { trainingClass, personId } = await berakit(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  const admin = await buildAdmin(stage.db, { regionCode: REGENCY });
  const other = await buildAdmin(stage.db, { regionCode: "14" });
  const actor = await actorOf(stage.world, admin.id);
  const saidAt = stage.clock.now();
  const input = { placeCode: REGENCY, untilOn: "2024-07-03" as const, tells: true, updateId: 1, saidAt };
  return { trainingClass, personId, trainer, actor, foreign: await actorOf(stage.world, other.id), input };
}

test("it is shown before what it is about, holds everybody there, and is begun once", async () => {
  const { actor, input, foreign } = await scene();
  const preview = await previewPlacePause(stage.world, actor, REGENCY);
  expect(preview).toMatchObject({ kind: "found", people: 1, trainers: 1, plans: 3 });
  for (let n = 0; n < 2; n += 1) {
    expect((await pausePlace(stage.world, actor, input)).kind).toBe("paused");
  }
  expect(await stage.db.pause.count()).toBe(1);
  expect(await paused()).toBe(1);
  expect(await dueDays()).toEqual(["2024-07-17"]);
  expect([await toldPeople("pause_begun"), await toldPeople("pause_told")]).toEqual([1, 1]);
  expect((await pausePlace(stage.world, actor, { ...input, updateId: 2 })).kind).toBe("pauses_already");
  // Another province is not theirs, nor this one the other's.
  expect((await pausePlace(stage.world, actor, { ...input, placeCode: "14", updateId: 3 })).kind).toBe("not_yours");
  expect((await previewPlacePause(stage.world, foreign, REGENCY)).kind).toBe("not_yours");
  expect(await listPlacePauses(stage.world, foreign)).toEqual([]);
  expect(await listPlacePauses(stage.world, actor)).toHaveLength(1);
});

test("who joins meanwhile is in it at once, and who is put there otherwise a minute later", async () => {
  const { actor, input, trainingClass, personId } = await scene();
  await pausePlace(stage.world, actor, input);
  const newcomer = await buildPerson(stage.db, { name: "Wati Baru" });
  await registerParticipant(stage.world, await actorOf(stage.world, newcomer.id), {
    ...{ name: "Wati Baru", phone: null, kind: "desa", classId: trainingClass.id, placeCode: "21.01.10.2001" },
    ...{ libraryName: "Perpustakaan Baru", rosterRowId: null },
  });
  expect(await paused()).toBe(2);
  expect(await dueDays()).toEqual(["2024-07-17"]);
  await stage.db.person.update({ where: { id: personId }, data: { pausedUntil: null } });
  await stage.db.workPlan.updateMany({ data: { pausedUntil: null, dueOn: new Date("2024-07-07") } });
  expect(await tendPauses(stage.world)).toEqual({ returned: 0, joined: 1 });
  expect(await tendPauses(stage.world)).toEqual({ returned: 0, joined: 0 });
  expect([await paused(), ...(await dueDays())]).toEqual([2, "2024-07-17"]);
});

test("a pause that was over before the class began moves none of its plans, whatever is settled later", async () => {
  const { actor, input, personId } = await scene();
  const saidAt = new Date("2024-03-04T03:00:00Z");
  stage.clock.set(saidAt);
  await pausePlace(stage.world, actor, { ...input, untilOn: "2024-05-02", saidAt });
  expect(await dueDays()).toEqual(["2024-07-07"]);
  stage.clock.set(new Date("2024-06-24T03:00:00Z"));
  await pausing(stage.world, personId, 3, "leave");
  expect(await dueDays()).toEqual(["2024-07-10"]);
});

test("who joins after a pause of the place has the same day as the others of the class", async () => {
  const { actor, input, trainingClass } = await scene();
  await pausePlace(stage.world, actor, input);
  stage.clock.set(new Date("2024-07-04T03:00:00Z"));
  const newcomer = await buildPerson(stage.db, { name: "Wati Baru" });
  await registerParticipant(stage.world, await actorOf(stage.world, newcomer.id), {
    ...{ name: "Wati Baru", phone: null, kind: "desa", classId: trainingClass.id, placeCode: "21.01.10.2001" },
    ...{ libraryName: "Perpustakaan Baru", rosterRowId: null },
  });
  expect(await stage.db.workPlan.count()).toBe(6);
  expect(await dueDays()).toEqual(["2024-07-17"]);
});

test("ended early everybody is back but the one who pauses besides; twice is once", async () => {
  const { actor, input, personId } = await scene();
  const outcome = await pausePlace(stage.world, actor, input);
  if (outcome.kind !== "paused") throw new Error(outcome.kind);
  stage.clock.set(new Date("2024-06-27T03:00:00Z"));
  await pausing(stage.world, personId, 2, "illness");
  for (let n = 0; n < 2; n += 1) await endPlacePause(stage.world, actor, outcome.pause.id);
  const person = await stage.world.store.people.find(personId);
  expect(person?.pausedUntil).toEqual(new Date("2024-06-29T01:00:00Z"));
  // Three days of the place, two of their own.
  expect(await dueDays()).toEqual(["2024-07-12"]);
});

test("taken back it was never there, and what waited to tell of it is taken back too", async () => {
  const { actor, input, foreign } = await scene();
  const outcome = await pausePlace(stage.world, actor, input);
  if (outcome.kind !== "paused") throw new Error(outcome.kind);
  const { id } = outcome.pause;
  for (const act of [findPlacePause, endPlacePause, undoPlacePause]) {
    expect((await act(stage.world, foreign, id)).kind).toBe("not_yours");
  }
  expect((await movePlacePauseEnd(stage.world, foreign, { pauseId: id, untilOn: "2024-07-09" })).kind).toBe(
    "not_yours",
  );
  for (const kind of ["changed", "pauses_already"]) {
    const moved = await movePlacePauseEnd(stage.world, actor, { pauseId: id, untilOn: "2024-07-09" });
    expect(moved.kind).toBe(kind);
  }
  // Of the last day that counts, once: the word about the other had not left.
  expect(await toldPeople("pause_told")).toBe(1);
  expect(await dueDays()).toEqual(["2024-07-23"]);
  for (let n = 0; n < 2; n += 1) await undoPlacePause(stage.world, actor, id);
  expect([await paused(), ...(await dueDays())]).toEqual([0, "2024-07-07"]);
  expect([await toldPeople("pause_begun"), await toldPeople("pause_told")]).toEqual([0, 0]);
  // Who asks why nothing came reads that it was taken back, not that the pause ended.
  expect(await stage.db.outbox.count({ where: { kind: "pause_begun", state: "cancelled", cause: "undone" } })).toBe(1);
});

test("moved there and back, its trainers are told of the last day that counts each time", async () => {
  const { actor, input, trainer } = await scene();
  const outcome = await pausePlace(stage.world, actor, input);
  if (outcome.kind !== "paused") throw new Error(outcome.kind);
  for (const untilOn of ["2024-07-09", input.untilOn] as const) {
    await stage.db.outbox.updateMany({ where: { state: "waiting" }, data: { state: "sent" } });
    stage.clock.advance(3_600_000);
    for (let n = 0; n < 2; n += 1) {
      await movePlacePauseEnd(stage.world, actor, { pauseId: outcome.pause.id, untilOn });
    }
    const told = await stage.db.outbox.findMany({ where: { kind: "pause_told", state: "waiting" } });
    expect(
      told.map(({ personId }) => personId),
      untilOn,
    ).toEqual([trainer.id]);
  }
});

test("who reaches a part of the place reads of its pause, and changes nothing of it", async () => {
  const { input, actor } = await scene();
  const province = await buildAdmin(stage.db, { regionCode: "21" });
  const outcome = await pausePlace(stage.world, await actorOf(stage.world, province.id), { ...input, placeCode: "21" });
  if (outcome.kind !== "paused") throw new Error(outcome.kind);
  const { id } = outcome.pause;
  expect(await listPlacePauses(stage.world, actor)).toHaveLength(1);
  expect(await viewPlacePause(stage.world, actor, id)).toMatchObject({ kind: "found", mayChange: false });
  for (const act of [findPlacePause, endPlacePause, undoPlacePause]) {
    expect((await act(stage.world, actor, id)).kind).toBe("not_yours");
  }
});

test("over by itself, each of its people is welcomed back by one message", async () => {
  const { actor, input } = await scene();
  await pausePlace(stage.world, actor, input);
  stage.clock.set(new Date("2024-07-04T01:00:00Z"));
  expect(await tendPauses(stage.world)).toEqual({ returned: 1, joined: 0 });
  expect(await tendPauses(stage.world)).toEqual({ returned: 0, joined: 0 });
  expect(await toldPeople("pause_over")).toBe(1);
});
