import { beforeEach, describe, expect, inject, test } from "vitest";
import {
  beginStandIn,
  erasePerson,
  extendDeadlines,
  findContacts,
  listNews,
  openPerson,
  openStandIn,
  previewReminder,
  recordTalk,
  writeWorkPlan,
} from "../../../src/use-cases/index.js";
import { heldOpen, untilWaiting } from "../../support/held-open.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildRosterRow, buildTrainer } from "../../support/world/builders.js";
import { outsidersOf } from "../../support/world/outsiders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

/** Two transactions open at once, which the one connection of the embedded database cannot hold. */
const testOpenTransactions = test.skipIf(inject("database").kind !== "postgres");

const stage = stageAt("2024-06-10T02:00:00Z");

let scene: Awaited<ReturnType<typeof berakit>> & { rina: number; mahmud: number; rosterRowId: number };
beforeEach(async () => {
  const library = await berakit(stage.db);
  const classIds = [library.trainingClass.id];
  const rina = (await buildTrainer(stage.db, classIds, { name: "Rina Marlina" })).id;
  const mahmud = (await buildTrainer(stage.db, classIds, { name: "Mahmud Hidayat" })).id;
  // Of another village: nobody has joined from there.
  const row = { name: "Hasan Ahmad", placeCode: "21.01.10.2002" };
  const { id: rosterRowId } = await buildRosterRow(stage.db, library.trainingClass.id, row);
  scene = { ...library, rina, mahmud, rosterRowId };
});

const begin = async (personId: number, who: Parameters<typeof openStandIn>[2], world = stage.world) =>
  beginStandIn(world, await actorOf(stage.world, personId), { type: "advocacy", ...who });

const open = async (personId: number, who: Parameters<typeof openStandIn>[2]) =>
  openStandIn(stage.world, await actorOf(stage.world, personId), who);

const write = async (personId: number, planId: number) =>
  writeWorkPlan(stage.world, await actorOf(stage.world, personId), {
    ...{ planId, activity: "Bertemu kepala desa", targetOn: null, measure: null, partner: null },
  });

const block = (personId: number) =>
  stage.db.person.update({
    where: { id: personId },
    data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
  });

// Keeps T13.
describe("telling for somebody who cannot write", () => {
  test("makes a library and its three plans once, and only when something is told", async () => {
    const who = { rosterRowId: scene.rosterRowId };
    expect(await open(scene.rina, who)).toMatchObject({ kind: "found", plans: [] });
    expect(await stage.db.library.count()).toBe(1);
    const first = await begin(scene.rina, who);
    const second = await begin(scene.mahmud, who);
    expect(second?.id).toBe(first?.id);
    expect(await stage.db.library.count()).toBe(2);
    expect(await stage.db.workPlan.count()).toBe(6);
    expect(await open(scene.rina, who)).toMatchObject({
      kind: "found",
      libraryName: expect.stringMatching(/^Perpustakaan Desa /),
    });
  });

  testOpenTransactions("by two trainers at once makes one library", async () => {
    const who = { rosterRowId: scene.rosterRowId };
    const first = heldOpen(stage.world, (inside) => begin(scene.rina, who, inside));
    await first.done;
    const second = begin(scene.mahmud, who);
    await untilWaiting(stage.db, 1);
    first.commit();
    await first.committed;
    expect(await second).not.toBeNull();
    expect(await stage.db.library.count()).toBe(2);
    expect(await stage.db.workPlan.count()).toBe(6);
  });

  testOpenTransactions("that breaks off leaves neither a library nor plans", async () => {
    const first = heldOpen(stage.world, (inside) => begin(scene.rina, { rosterRowId: scene.rosterRowId }, inside));
    await first.done;
    first.breakOff(new Error("The process died."));
    await expect(first.committed).rejects.toThrow("died");
    expect(await stage.db.library.count()).toBe(1);
  });

  test("is for those out of reach alone: people who can write do so, and so does a colleague who can", async () => {
    const [participant] = await stage.db.participant.findMany();
    const who = { participantId: participant?.id ?? 0 };
    expect(await open(scene.rina, who)).toEqual({ kind: "can_write", names: ["Siti Rahmawati"] });
    expect(await write(scene.rina, scene.planIds[0])).toEqual({ kind: "not_yours" });
    await block(scene.personId);
    expect(await write(scene.rina, scene.planIds[0])).toEqual({ kind: "written" });
    await colleague(stage.db, scene.trainingClass.id, "Wati");
    expect(await open(scene.rina, who)).toEqual({ kind: "can_write", names: ["Wati"] });
    expect(await write(scene.rina, scene.planIds[1])).toEqual({ kind: "not_yours" });
    expect(await report(stage.world, scene.rina, scene.planIds[0])).toEqual({ kind: "not_yours" });
  });

  test("is marked, accepted at once, the participant's own, and quiets nobody", async () => {
    await block(scene.personId);
    const [participant] = await stage.db.participant.findMany();
    await report(stage.world, scene.rina, scene.planIds[0], { state: "stuck", obstacle: "illness" });
    expect(await stage.db.progressReport.findMany()).toMatchObject([
      {
        onBehalf: true,
        authorId: scene.rina,
        participantId: participant?.id,
        verdict: "accepted",
        reviewedById: scene.rina,
      },
    ]);
    expect(
      await stage.db.person.count({ where: { OR: [{ quietUntil: { not: null } }, { pausedUntil: { not: null } }] } }),
    ).toBe(0);
    expect(await stage.db.audit.count({ where: { action: "report.stand-in", actorId: scene.rina } })).toBe(1);
  });

  test("ends when somebody of the library can write again: their own change takes the mark away", async () => {
    await block(scene.personId);
    await write(scene.rina, scene.planIds[0]);
    expect(await stage.db.workPlan.findUniqueOrThrow({ where: { id: scene.planIds[0] } })).toMatchObject({
      onBehalf: true,
    });
    await stage.db.person.update({ where: { id: scene.personId }, data: { unreachableCause: null } });
    const siti = await actorOf(stage.world, scene.personId);
    const words = { activity: "Bertemu BPD", targetOn: null, measure: null, partner: null };
    expect(await writeWorkPlan(stage.world, siti, { planId: scene.planIds[0], ...words })).toEqual({ kind: "written" });
    expect(await stage.db.workPlan.findUniqueOrThrow({ where: { id: scene.planIds[0] } })).toMatchObject({
      ...{ onBehalf: false, activity: "Bertemu BPD" },
    });
    expect(await write(scene.rina, scene.planIds[0])).toEqual({ kind: "not_yours" });
  });

  test("is refused to a trainer of another class, a revoked one, an admin elsewhere and any participant", async () => {
    await block(scene.personId);
    const outsiders = await outsidersOf(stage.db, scene.mahmud, stage.clock.now());
    const who = { rosterRowId: scene.rosterRowId };
    for (const personId of outsiders) {
      expect(await open(personId, who)).toEqual({ kind: "not_yours" });
      expect(await begin(personId, who)).toBeNull();
      expect(await write(personId, scene.planIds[0])).toEqual({ kind: "not_yours" });
      expect(await report(stage.world, personId, scene.planIds[0])).toEqual({ kind: "not_yours" });
    }
    expect(await stage.db.library.count()).toBe(2);
    const riau = await buildAdmin(stage.db, { regionCode: "21" });
    expect(await begin(riau.id, who)).not.toBeNull();
  });

  test("shows on the page of the person what was told, and is followed up like any other", async () => {
    const who = { rosterRowId: scene.rosterRowId };
    const rina = await actorOf(stage.world, scene.rina);
    const pageOf = () => openPerson(stage.world, rina, who);
    expect(await pageOf()).toMatchObject({ person: { plans: [] }, report: null, planId: null });
    const planId = (await begin(scene.rina, who))?.id ?? 0;
    await write(scene.rina, planId);
    await report(stage.world, scene.rina, planId, { state: "in_progress" });

    const page = await pageOf();
    expect(page).toMatchObject({
      ...{ person: { standing: "not_joined", plans: [{}, {}, {}] }, planId: expect.any(Number) },
      report: { planId, state: "in_progress", onBehalf: true },
    });
    const wish = { scope: { kind: "plan" as const, planId }, saidAt: stage.clock.now() };
    const talk = { ...wish, way: "telephoned" as const, updateId: 501 };
    expect(await recordTalk(stage.world, rina, talk)).toMatchObject({ kind: "recorded", names: ["Hasan Ahmad"] });
    expect(await pageOf()).toMatchObject({ talks: [{ way: "telephoned" }] });
    const extension = { ...wish, until: "2024-07-21" as const, reason: "Anggaran", updateId: 502 };
    expect(await extendDeadlines(stage.world, rina, extension)).toMatchObject({
      kind: "extended",
      plans: 1,
      ...{ people: 1, told: 0 },
    });
  });

  test.each(["class", "regency"] as const)("gets more time with the %s that it is of", async (kind) => {
    const planId = (await begin(scene.rina, { rosterRowId: scene.rosterRowId }))?.id ?? 0;
    const plan = await stage.db.workPlan.findUniqueOrThrow({ where: { id: planId } });
    const scope = kind === "class" ? { kind, classId: scene.trainingClass.id } : { kind, code: "21.01" };
    const wish = { scope, until: "2024-08-21" as const, reason: "Anggaran", updateId: 601, saidAt: stage.clock.now() };
    const outcome = await extendDeadlines(stage.world, await actorOf(stage.world, scene.rina), wish);
    // Three plans of the library that Siti manages, and three of Hasan's, who is told nothing.
    expect(outcome).toMatchObject({ kind: "extended", plans: 6, people: 2, told: 1 });
    const theirs = await stage.db.workPlan.findMany({ where: { libraryId: plan.libraryId } });
    expect(theirs.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual(Array(3).fill("2024-08-21"));
  });

  test("has a number to be called by, and no reminder is offered that reaches nobody", async () => {
    const planId = (await begin(scene.rina, { rosterRowId: scene.rosterRowId }))?.id ?? 0;
    const rina = await actorOf(stage.world, scene.rina);
    const { phone } = await stage.db.rosterRow.findUniqueOrThrow({ where: { id: scene.rosterRowId } });
    expect(await findContacts(stage.world, rina, planId)).toMatchObject({
      people: [{ name: "Hasan Ahmad", phone }],
    });
  });

  test("shows nothing of what others carry out in the library", async () => {
    const { id: rosterRowId } = await buildRosterRow(stage.db, scene.trainingClass.id, {
      ...{ name: "Tono", placeCode: "21.01.10.2001", libraryName: "Perpustakaan Berakit" },
    });
    const page = await openPerson(stage.world, await actorOf(stage.world, scene.rina), { rosterRowId });
    expect(page).toMatchObject({ kind: "found", person: { plans: [] }, report: null });
  });

  test("is no news to the one who told, and is to a colleague", async () => {
    const planId = (await begin(scene.rina, { rosterRowId: scene.rosterRowId }))?.id ?? 0;
    await report(stage.world, scene.rina, planId, { state: "in_progress" });
    const span = { fromAt: new Date("2024-06-09T02:00:00Z"), toAt: stage.clock.now() };
    const newsOf = async (personId: number) =>
      (await listNews(stage.world, await actorOf(stage.world, personId), span)).events.filter(
        ({ kind }) => kind === "report",
      );
    expect(await newsOf(scene.rina)).toEqual([]);
    expect(await newsOf(scene.mahmud)).toMatchObject([{ onBehalf: true }]);
  });

  test("counts a library without anybody among the late, and says that it is passed over", async () => {
    await begin(scene.rina, { rosterRowId: scene.rosterRowId });
    stage.clock.set(new Date("2024-07-16T02:00:00Z"));
    const wish = { scope: { kind: "late" as const }, chosen: null, line: null, saidAt: stage.clock.now() };
    const preview = await previewReminder(stage.world, await actorOf(stage.world, scene.rina), wish);
    expect(preview).toMatchObject({ kind: "preview", total: 2, counts: { not_joined: 1 } });
  });

  test("does not begin anew about somebody who was erased", async () => {
    const rina = await actorOf(stage.world, scene.rina);
    await erasePerson(stage.world, await actorOf(stage.world, scene.personId), { personId: scene.personId });
    const wish = { scope: { kind: "plan" as const, planId: scene.planIds[0] }, saidAt: stage.clock.now() };
    expect(await recordTalk(stage.world, rina, { ...wish, way: "visited", updateId: 503 })).toEqual({ kind: "gone" });
    const extension = { ...wish, until: "2024-08-21" as const, reason: "x", updateId: 504 };
    expect(await extendDeadlines(stage.world, rina, extension)).toEqual({ kind: "gone" });
  });

  test("needs to know which library is meant", async () => {
    const { id: rosterRowId } = await buildRosterRow(stage.db, scene.trainingClass.id, { name: "Firdaus" });
    expect(await open(scene.rina, { rosterRowId })).toEqual({ kind: "no_library", name: "Firdaus" });
    expect(await begin(scene.rina, { rosterRowId })).toBeNull();
  });
});
