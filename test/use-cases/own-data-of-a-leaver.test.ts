// What somebody sees of a library in /dataku: their own time there, and never what staff noted about a colleague.

import { expect, test } from "vitest";
import { erasePerson, extendDeadlines, recordTalk, summariseDay, writeWorkPlan } from "../../src/use-cases/index.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildAdmin, buildTrainer } from "../support/world/builders.js";
import { actorOf, berakit, colleague, report } from "../support/world/plans.js";

const stage = stageAt("2024-07-09T02:00:00Z");

const DAY = 86_400_000;

async function aLibrary() {
  const scene = await berakit(stage.db);
  const trainer = await buildTrainer(stage.db, [scene.trainingClass.id]);
  const budi = await colleague(stage.db, scene.trainingClass.id, "Budi Santoso");
  return { ...scene, planId: scene.planIds[0], trainerId: trainer.id, budi };
}

const shownTo = async (personId: number) => stage.world.store.ownData.collect(personId, stage.clock.now());

async function write(personId: number, planId: number, activity: string): Promise<void> {
  const words = { planId, activity, targetOn: null, measure: null, partner: null };
  expect(await writeWorkPlan(stage.world, await actorOf(stage.world, personId), words)).toEqual({ kind: "written" });
}

async function note(trainerId: number, planId: number, words: string, updateId: number): Promise<void> {
  const trainer = await actorOf(stage.world, trainerId);
  await recordTalk(stage.world, trainer, {
    scope: { kind: "plan", planId },
    way: "visited",
    note: words,
    updateId,
    saidAt: stage.world.clock.now(),
  });
}

async function leaves(personId: number): Promise<void> {
  stage.clock.advance(DAY);
  const untilAt = stage.clock.now();
  await stage.db.libraryMember.updateMany({ where: { personId, untilAt: null }, data: { untilAt } });
  stage.clock.advance(DAY);
}

test("somebody who left a library sees how its plan stood then, and nothing since", async () => {
  const { personId, budi, planId, planIds, trainerId } = await aLibrary();
  await write(personId, planId, "Kelas menulis surat lamaran");
  await write(personId, planIds[1], "Lomba mendongeng anak");
  await report(stage.world, personId, planId, { state: "in_progress" });
  const dueOn = (await shownTo(personId)).work_plans[0]?.dueOn;
  await leaves(personId);
  await write(budi, planId, "Kelas merajut");
  await report(stage.world, budi, planIds[1], { state: "done" });
  const trainer = await actorOf(stage.world, trainerId);
  await extendDeadlines(stage.world, trainer, {
    scope: { kind: "plan", planId },
    until: "2024-08-20",
    reason: "menunggu dana",
    updateId: 7,
    saidAt: stage.clock.now(),
  });
  await note(trainerId, planId, "Budi menunggu dana", 8);
  await stage.db.audit.create({
    data: { at: stage.clock.now(), actorId: trainerId, action: "plan.view", subject: `plan:${planId}` },
  });

  const { work_plans: plans, ...seen } = await shownTo(personId);
  expect(plans).toMatchObject([
    { activity: null, state: "in_progress", dueOn: null },
    { activity: "Lomba mendongeng anak", state: null, dueOn },
    { dueOn },
  ]);
  expect([seen.deadline_extensions, seen.follow_ups]).toEqual([[], []]);
  expect(seen.progress_reports).toHaveLength(1);
  expect(seen.audits.filter(({ subject }) => String(subject).startsWith("plan:"))).toEqual([]);
  // Budi goes on, and sees what is there now.
  expect((await shownTo(budi)).work_plans).toMatchObject([
    { activity: "Kelas merajut", dueOn: "2024-08-20" },
    { state: "done" },
    {},
  ]);
});

test("what staff noted is shown to somebody whom alone it can be about, and to no colleague", async () => {
  const { personId, budi, planId, trainerId } = await aLibrary();
  const notes = async (id: number) => (await shownTo(id)).follow_ups.flatMap((row) => row.note ?? []);
  await note(trainerId, planId, "keduanya sakit", 1);
  expect([await notes(personId), await notes(budi)]).toEqual([[], []]);
  await leaves(budi);
  await note(trainerId, planId, "Siti merawat ibunya", 2);
  const [siti, left] = [await notes(personId), await notes(budi)];
  expect([new Set(siti), left]).toEqual([new Set(["Siti merawat ibunya"]), []]);
  // Its author sees all of it.
  expect(new Set(await notes(trainerId))).toEqual(new Set(["keduanya sakit", "Siti merawat ibunya"]));
});

test("a newcomer sees no note, reason or follow-up from before they came", async () => {
  const { trainingClass, planId, trainerId } = await aLibrary();
  await note(trainerId, planId, "sulit dihubungi", 1);
  const trainer = await actorOf(stage.world, trainerId);
  await extendDeadlines(stage.world, trainer, {
    scope: { kind: "plan", planId },
    until: "2024-08-20",
    reason: "sakit",
    updateId: 2,
    saidAt: stage.clock.now(),
  });
  const newcomer = await colleague(stage.db, trainingClass.id, "Tono");
  const fromAt = new Date(stage.clock.now().getTime() + DAY);
  await stage.db.libraryMember.updateMany({ where: { personId: newcomer }, data: { fromAt } });
  const seen = await shownTo(newcomer);
  expect([seen.follow_ups, seen.deadline_extensions]).toEqual([[], []]);
});

test("what a colleague goes on with stays theirs when somebody is erased; their photo on a corrected report goes", async () => {
  const { personId, budi, planId } = await aLibrary();
  await write(personId, planId, "Kelas menulis surat lamaran");
  const photo = { kind: "photo" as const, receivedAt: stage.clock.now(), planId };
  await stage.db.evidence.createMany({
    data: [
      { ...photo, fileId: "a", fileUniqueId: "a", senderId: personId },
      { ...photo, fileId: "b", fileUniqueId: "b", senderId: budi },
    ],
  });
  await report(stage.world, budi, planId, { evidenceIds: [1, 2] });
  await erasePerson(stage.world, await actorOf(stage.world, personId), { personId });
  expect(await stage.db.evidence.findMany()).toMatchObject([{ fileId: "b", senderId: budi, reportId: 1 }]);
  expect(await stage.db.workPlan.findUnique({ where: { id: planId } })).toMatchObject({
    activity: "Kelas menulis surat lamaran",
  });
});

test("a summary that waits when somebody is erased is said anew without them", async () => {
  const { personId, budi, planIds, trainerId } = await aLibrary();
  await buildAdmin(stage.db);
  stage.clock.set(new Date("2024-07-09T09:00:00Z"));
  await report(stage.world, personId, planIds[0], { state: "in_progress" });
  await report(stage.world, budi, planIds[1], { state: "stuck", obstacle: "budget" });
  stage.clock.set(new Date("2024-07-09T09:35:00Z"));
  await summariseDay(stage.world);
  const waiting = async () =>
    (await stage.db.outbox.findMany({ where: { personId: trainerId, kind: "daily_summary", state: "waiting" } })).map(
      ({ message }) => (message as { text: string }).text,
    );
  expect((await waiting())[0]).toContain("Siti Rahmawati");
  await erasePerson(stage.world, await actorOf(stage.world, personId), { personId });
  expect(await waiting()).toEqual([]);
  await summariseDay(stage.world);
  const [anew, ...more] = await waiting();
  expect(more).toEqual([]);
  expect(anew).toContain("Budi Santoso");
  expect(anew).not.toContain("Siti");
});

test("the name that somebody typed for their reading room goes with them, and one that others share stays", async () => {
  const { trainingClass, personId } = await aLibrary();
  const place = "21.01.10.2001";
  const room = { libraryName: "Taman Baca Kanari", placeCode: place };
  const kanari = await colleague(stage.db, trainingClass.id, "Kanari", room);
  await stage.db.library.updateMany({ where: { name: room.libraryName }, data: { kind: "tbm" } });
  for (const id of [kanari, personId]) {
    await erasePerson(stage.world, await actorOf(stage.world, id), { personId: id });
  }
  const names = (await stage.db.library.findMany({ orderBy: { id: "asc" } })).map(({ name }) => name);
  expect(names[0]).toBe("Perpustakaan Berakit");
  expect(names[1]).toMatch(/^Berakit \d+$/i);
});

test("of two invited people with one phone only the one who asks loses their row", async () => {
  const { trainingClass, personId } = await aLibrary();
  const person = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  const participant = await stage.db.participant.findFirstOrThrow({ where: { personId } });
  const row = { classId: trainingClass.id, phone: person.phone, kind: "desa" as const };
  await stage.db.rosterRow.createMany({
    data: [
      { ...row, name: "Siti R.", participantId: participant.id },
      { ...row, name: "Suami Siti" },
      // Another class's list has her under the name of the first.
      { ...row, name: " SITI R. " },
    ],
  });
  await erasePerson(stage.world, await actorOf(stage.world, personId), { personId });
  expect(await stage.db.rosterRow.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { name: "–", phone: null },
    { name: "Suami Siti", phone: person.phone },
    { name: "–", phone: null },
  ]);
});
