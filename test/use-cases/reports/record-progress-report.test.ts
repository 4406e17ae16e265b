// A progress report: written once by whoever manages the library, with all that follows from it.
import { describe, expect, test } from "vitest";
import { askForHelp, copyEvidence, findReport, keepEvidence } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";
import { photo } from "./photo.js";

const stage = stageAt("2024-06-10T02:00:00Z");

const facts = async () => ({
  reports: await stage.db.progressReport.findMany({ orderBy: { id: "asc" }, include: { answers: true } }),
  followUps: await stage.db.followUp.findMany({ orderBy: { id: "asc" } }),
  plans: await stage.db.workPlan.findMany({ orderBy: { id: "asc" } }),
});

describe("a progress report", () => {
  test("handled twice is there once, with one number and all that follows from it", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const said = { state: "stuck", obstacle: "budget", updateId: 77 } as const;

    const first = await report(stage.world, personId, planIds[0], said);
    const once = await facts();
    stage.clock.set(new Date("2024-06-10T02:05:00Z"));
    expect(await report(stage.world, personId, planIds[0], said)).toEqual(first);

    expect(first).toEqual({ kind: "recorded", reportId: 1, number: "LP-241-0001", version: 1 });
    expect(await facts()).toEqual(once);
    expect(once.plans[0]).toMatchObject({ state: "stuck", lastReportAt: new Date("2024-06-10T02:00:00Z") });
    expect(once.followUps).toMatchObject([{ planId: planIds[0], reason: "stuck", resolvedAt: null }]);
  });

  test("keeps typed answers, each in its own column", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const answers = [
      { question: "visitors", amount: 1250 },
      { question: "changed", choices: ["collection", "promotion"] },
      { question: "held_on", day: "2024-06-09" as const },
      { question: "led_by", text: "Ketua PKK" },
    ];
    await report(stage.world, personId, planIds[0], { answers });

    expect((await facts()).reports[0]?.answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ question: "visitors", amount: 1250, text: null, choices: [], day: null }),
        expect.objectContaining({ question: "changed", choices: ["collection", "promotion"], amount: null }),
        expect.objectContaining({ question: "held_on", day: new Date("2024-06-09"), text: null }),
        expect.objectContaining({ question: "led_by", text: "Ketua PKK", amount: null }),
      ]),
    );
    expect(await stage.world.store.reports.previousAnswers(planIds[0])).toEqual(expect.arrayContaining(answers));
  });

  test("that nothing has changed repeats the state and the obstacle", async () => {
    const { personId, planIds } = await berakit(stage.db);
    await report(stage.world, personId, planIds[0], { state: "stuck", obstacle: "budget" });
    await report(stage.world, personId, planIds[0], { state: "unchanged" });
    await report(stage.world, personId, planIds[1], { state: "unchanged" });

    expect((await facts()).reports.map(({ number, state, obstacle }) => ({ number, state, obstacle }))).toEqual([
      { number: "LP-241-0001", state: "stuck", obstacle: "budget" },
      { number: "LP-241-0002", state: "stuck", obstacle: "budget" },
      { number: "LP-241-0003", state: "not_started", obstacle: null },
    ]);
  });

  test("by several people of a class at once has a number of its own each", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    const others = await Promise.all(Array.from({ length: 5 }, () => buildParticipant(stage.db, trainingClass.id)));
    const outcomes = await Promise.all([
      ...planIds.map((planId) => report(stage.world, personId, planId)),
      ...others.map(({ person, plans }) => report(stage.world, person.id, plans[0]?.id ?? 0)),
    ]);
    const numbers = outcomes.map((outcome) => (outcome.kind === "recorded" ? outcome.number : outcome.kind));
    expect(new Set(numbers).size).toBe(8);
    expect(numbers.every((number) => /^LP-241-000[1-8]$/.test(number))).toBe(true);
  });

  test("gets a number that no other has, though reports of before now belong to another class", async () => {
    const { personId, planIds } = await berakit(stage.db);
    await report(stage.world, personId, planIds[0]);
    await report(stage.world, personId, planIds[1]);
    const { id: classId } = await buildClass(stage.db, { name: "Kepulauan Riau 2" });
    await stage.db.workPlan.update({ where: { id: planIds[0] }, data: { classId } });

    expect(await report(stage.world, personId, planIds[2])).toMatchObject({ number: "LP-241-0003" });
    expect(await report(stage.world, personId, planIds[0])).toMatchObject({ number: "LP-242-0002" });
  });

  test("settles what the trainer was owed about the plan, and nothing about the others", async () => {
    const { personId, planIds } = await berakit(stage.db);
    await stage.world.store.followUps.raise(
      planIds.map((planId) => ({
        key: `overdue:${planId}`,
        planId,
        trainerId: null,
        reason: "overdue" as const,
        dueOn: "2024-07-07" as const,
      })),
      stage.clock.now(),
    );
    await report(stage.world, personId, planIds[0]);

    expect((await facts()).followUps).toMatchObject([
      { planId: planIds[0], resolution: "reported", resolvedById: personId },
      { planId: planIds[1], resolution: null },
      { planId: planIds[2], resolution: null },
    ]);
  });

  test("is refused to people who do not manage the library, trainers and admins included", async () => {
    const { trainingClass, planIds } = await berakit(stage.db);
    const stranger = await buildParticipant(stage.db, trainingClass.id);
    const trainer = await buildTrainer(stage.db, [trainingClass.id]);
    for (const { id } of [stranger.person, trainer]) {
      expect(await report(stage.world, id, planIds[0])).toEqual({ kind: "not_yours" });
      expect(
        await askForHelp(stage.world, await actorOf(stage.world, id), {
          planId: planIds[0],
          updateId: 1,
          saidAt: stage.world.clock.now(),
        }),
      ).toEqual({
        kind: "not_yours",
      });
    }
    expect((await facts()).reports).toEqual([]);
  });
});

test("a report is found by its library, its trainers and admins of its region, and by nobody else", async () => {
  const { trainingClass, personId, planIds } = await berakit(stage.db);
  const elsewhere = await buildClass(stage.db, { provinceCode: "63", name: "Kalimantan Selatan" });
  const mayFind = {
    author: personId,
    colleague: await colleague(stage.db, trainingClass.id, "Budi"),
    trainer: (await buildTrainer(stage.db, [trainingClass.id])).id,
    province: (await buildAdmin(stage.db, { regionCode: "21" })).id,
    nation: (await buildAdmin(stage.db)).id,
  };
  const mayNot = {
    stranger: (await buildParticipant(stage.db, trainingClass.id)).person.id,
    otherTrainer: (await buildTrainer(stage.db, [elsewhere.id])).id,
    otherProvince: (await buildAdmin(stage.db, { regionCode: "63" })).id,
  };
  await report(stage.world, personId, planIds[0]);

  const find = async (id: number) => findReport(stage.world, await actorOf(stage.world, id), "LP-241-0001");
  for (const id of Object.values(mayFind)) expect(await find(id)).toMatchObject({ number: "LP-241-0001" });
  for (const id of Object.values(mayNot)) expect(await find(id)).toBeNull();
});

test.each([Number.NaN, 99_999_999_999, 0])("a forged plan id (%s) is nobody's plan", async (planId) => {
  const { personId } = await berakit(stage.db);
  expect(
    await askForHelp(stage.world, await actorOf(stage.world, personId), {
      planId,
      updateId: 1,
      saidAt: stage.world.clock.now(),
    }),
  ).toEqual({
    kind: "not_yours",
  });
});

// Keeps P30.
test("help is asked for once a day, however often the button is pressed", async () => {
  const { trainingClass, personId, planIds } = await berakit(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" });
  const actor = await actorOf(stage.world, personId);
  const press = (updateId: number) =>
    askForHelp(stage.world, actor, { planId: planIds[0], updateId, saidAt: stage.world.clock.now() });
  expect(await press(1)).toMatchObject({ kind: "asked", passedOn: { kind: "sent", to: ["Rina"] } });
  expect(await press(1)).toEqual({ kind: "asked_already", threadId: 1 });
  expect(await press(2)).toEqual({ kind: "asked_already", threadId: 1 });
  expect((await facts()).followUps).toMatchObject([{ reason: "help", planId: planIds[0] }]);
  expect(await stage.db.questionThread.count()).toBe(1);
  expect(await stage.db.outbox.count({ where: { kind: "question" } })).toBe(1);
});

describe("evidence", () => {
  test("sent twice is kept once, and what a report has is known", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const actor = await actorOf(stage.world, personId);
    const keep = () => keepEvidence(stage.world, actor, { planId: planIds[0], file: photo("same") });

    const first = await keep();
    expect(first).toMatchObject({ kind: "kept" });
    expect(await keep()).toEqual(first);
    await report(stage.world, personId, planIds[0], { evidenceIds: first.kind === "kept" ? [first.evidenceId] : [] });
    expect(await keep()).toEqual({ kind: "known" });
    expect(await stage.db.evidence.count()).toBe(1);
  });

  test("of one plan does not go to a report about another", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const actor = await actorOf(stage.world, personId);
    const kept = await keepEvidence(stage.world, actor, { planId: planIds[0], file: photo("x") });
    await report(stage.world, personId, planIds[1], { evidenceIds: kept.kind === "kept" ? [kept.evidenceId] : [] });
    expect(await stage.db.evidence.findMany()).toMatchObject([{ planId: planIds[0], reportId: null }]);
  });

  test("is copied once; what Telegram forgot is given up, and what is away for now is tried again", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const actor = await actorOf(stage.world, personId);
    const phone = stage.person({ id: actor.telegramId, name: "Siti" });
    phone.sendsPhoto();
    const sent = stage.sandbox.takeUpdates().at(-1)?.message?.photo?.at(-1);
    const known = { ...photo("known"), fileId: sent?.file_id ?? "" };
    await keepEvidence(stage.world, actor, { planId: planIds[0], file: known });

    expect(await copyEvidence(stage.world)).toEqual({ copied: 1, lost: 0, postponed: 0, refused: 0 });
    expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 0, refused: 0 });
    await keepEvidence(stage.world, actor, { planId: planIds[0], file: photo("unknown to Telegram") });
    expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 1, refused: 0 });
    stage.clock.set(new Date("2024-06-12T02:01:00Z"));
    expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 1, postponed: 0, refused: 0 });
    expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 0, refused: 0 });
  });
});
