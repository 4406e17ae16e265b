// A report is corrected: as the next version, also by two of one library at a time.
import { describe, expect, test } from "vitest";
import { keepEvidence, whatChanged } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";
import { photo } from "./photo.js";

const stage = stageAt("2024-06-10T02:00:00Z");

const facts = async () => ({
  reports: await stage.db.progressReport.findMany({ orderBy: { id: "asc" }, include: { answers: true } }),
  followUps: await stage.db.followUp.findMany({ orderBy: { id: "asc" } }),
  plans: await stage.db.workPlan.findMany({ orderBy: { id: "asc" } }),
});

describe("a correction", () => {
  test("is the next version under the same number, and takes the files along", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const actor = await actorOf(stage.world, personId);
    const kept = await keepEvidence(stage.world, actor, { planId: planIds[0], file: photo("a") });
    const evidenceIds = kept.kind === "kept" ? [kept.evidenceId] : [];
    await report(stage.world, personId, planIds[0], { evidenceIds });
    const corrects = { number: "LP-241-0001", basis: { version: 1, reviewed: false } };
    const again = { corrects, state: "done", updateId: 99 } as const;
    const second = await report(stage.world, personId, planIds[0], again);

    expect(second).toMatchObject({ kind: "recorded", number: "LP-241-0001", version: 2 });
    expect(await report(stage.world, personId, planIds[0], again)).toEqual(second);
    expect(await stage.world.store.reports.findByNumber("LP-241-0001")).toMatchObject({
      version: 2,
      state: "done",
      files: 1,
    });
  });

  // Keeps P20.
  test("is taken weeks later and after a review, as a new version to be reviewed; not once there is a newer report", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const correct = (planId: number, number: string, reviewed = false) =>
      report(stage.world, personId, planId, { corrects: { number, basis: { version: 1, reviewed } } });
    for (const planId of planIds) await report(stage.world, personId, planId);
    await report(stage.world, personId, planIds[0]);
    await stage.db.progressReport.updateMany({
      where: { number: "LP-241-0002" },
      data: { reviewedAt: stage.clock.now() },
    });
    stage.clock.set(new Date("2024-07-10T17:00:00Z"));

    expect(await correct(planIds[0], "LP-241-0001")).toEqual({ kind: "too_late", latest: "LP-241-0004" });
    expect(await correct(planIds[1], "LP-241-0003")).toEqual({ kind: "not_yours" });
    expect(await correct(planIds[1], "LP-241-0002")).toEqual({
      kind: "changed_meanwhile",
      basis: { version: 1, reviewed: true },
    });
    expect(await correct(planIds[1], "LP-241-0002", true)).toMatchObject({ number: "LP-241-0002", version: 2 });
    expect(await stage.world.store.reports.findByNumber("LP-241-0002")).toMatchObject({ version: 2, reviewedAt: null });
    expect(await stage.world.store.reports.findVersion("LP-241-0002", 1)).toMatchObject({ version: 1 });
  });
});

describe("two of a library who correct one report from the same version", () => {
  const FIRST = { number: "LP-241-0001", basis: { version: 1, reviewed: false } };

  async function two() {
    const { trainingClass, personId: siti, planIds } = await berakit(stage.db);
    const ani = await colleague(stage.db, trainingClass.id, "Ani Lestari");
    await report(stage.world, siti, planIds[0]);
    const correct = (who: number, nextStep: string, updateId: number, basis = FIRST.basis) =>
      report(stage.world, who, planIds[0], { corrects: { ...FIRST, basis }, nextStep, updateId });
    return { siti, ani, correct };
  }

  // Keeps P20.
  test.each(["siti", "ani"] as const)(
    "%s is first: the other overwrites nothing unseen, and may when it was seen",
    async (first) => {
      const people = await two();
      const second = first === "siti" ? "ani" : "siti";
      const won = await people.correct(people[first], "pertama", 91);
      expect(won).toMatchObject({ kind: "recorded", version: 2 });
      const told = { kind: "changed_meanwhile", basis: { version: 2, reviewed: false } };
      const before = await facts();
      for (const _ of ["once", "twice"]) expect(await people.correct(people[second], "kedua", 92)).toEqual(told);
      expect(await facts()).toEqual(before);

      const mine = await people.correct(people[second], "kedua", 93, { version: 2, reviewed: false });
      expect(mine).toMatchObject({ kind: "recorded", version: 3 });
      expect(await people.correct(people[second], "kedua", 93, { version: 2, reviewed: false })).toEqual(mine);
      // Redelivered, the first one's is still what it was: there already.
      expect(await people.correct(people[first], "pertama", 91)).toEqual(won);
      expect((await facts()).reports.map(({ version, nextStep }) => [version, nextStep])).toEqual([
        [1, null],
        [2, "pertama"],
        [3, "kedua"],
      ]);
      const latest = await stage.world.store.reports.findByNumber(FIRST.number);
      expect(await whatChanged(stage.world.store, latest!)).toEqual([
        { field: "nextStep", before: "pertama", after: "kedua" },
      ]);
    },
  );

  // Keeps P20.
  test("at the same instant one is taken and the other is told", async () => {
    const { siti, ani, correct } = await two();
    const outcomes = await Promise.all([correct(siti, "a", 91), correct(ani, "b", 92)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["changed_meanwhile", "recorded"]);
    expect((await facts()).reports).toHaveLength(2);
  });
});
