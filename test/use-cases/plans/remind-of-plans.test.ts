import { describe, expect, test } from "vitest";
import { remindOfPlans, sayNoPlanYet, writeWorkPlan } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// 01:00 in Jakarta on the Monday after the due day; at 08:00 people are asked.
const stage = stageAt("2024-07-07T18:00:00Z");

const posts = async (state?: "waiting" | "cancelled") =>
  stage.db.outbox.findMany({
    where: { kind: "plan_reminder", ...(state !== undefined && { state }) },
    orderBy: { id: "asc" },
  });

const plansIn = (post: { subjects: string[] } | undefined) =>
  (post?.subjects ?? []).filter((subject) => subject.startsWith("plan:"));

describe("reminding of plans", () => {
  test("tells each person of a library once, about all its plans, at eight in their morning", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    const budi = await colleague(stage.db, trainingClass.id, "Budi");

    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 2 });
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });

    const waiting = await posts();
    expect(waiting.map((post) => post.personId)).toEqual([personId, budi]);
    for (const post of waiting) {
      expect(plansIn(post)).toEqual(planIds.map((id) => `plan:${id}`));
      expect(post.dueAt).toEqual(new Date("2024-07-08T01:00:00Z"));
    }
  });

  test("says nothing to those with nothing to answer: done, reported since, or no library's manager any more", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    const former = await colleague(stage.db, trainingClass.id, "Budi");
    await stage.db.libraryMember.updateMany({ where: { personId: former }, data: { untilAt: stage.clock.now() } });
    await report(stage.world, personId, planIds[0], { state: "done" });
    await report(stage.world, personId, planIds[1]);

    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
    const [only] = await posts();
    expect(only?.personId).toBe(personId);
    expect(plansIn(only)).toEqual([`plan:${planIds[2]}`]);
  });

  test("catches up after an outage with the latest rung alone, and not in the night", async () => {
    const { trainingClass, personId } = await berakit(stage.db);
    await stage.db.trainingClass.update({
      where: { id: trainingClass.id },
      data: { plansDueOn: new Date("2024-07-11") },
    });
    await stage.db.workPlan.updateMany({ data: { dueOn: new Date("2024-07-11") } });
    // Monday 22:30 in Jakarta: the rungs of 27 June and 4 July were missed, the one of 10 July is to come.
    stage.clock.set(new Date("2024-07-08T15:30:00Z"));

    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
    const [only] = await posts();
    expect(only?.personId).toBe(personId);
    expect(only?.subjects).toContain("rung:1:2024-07-04");
    expect(only?.dueAt.toISOString().slice(0, 10)).toBe("2024-07-09");
    expect(only?.notAfter).toEqual(new Date("2024-07-09T17:00:00Z"));
  });

  test("asks again when the deadline was extended and comes near once more", async () => {
    const { planIds } = await berakit(stage.db);
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
    await stage.db.workPlan.update({ where: { id: planIds[0] }, data: { dueOn: new Date("2024-07-21") } });
    stage.clock.set(new Date("2024-07-14T01:00:00Z"));
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
    expect((await posts()).at(-1)?.subjects).toEqual([`plan:${planIds[0]}`, `rung:${planIds[0]}:2024-07-14`]);
  });

  test("takes many libraries, in as many transactions as it needs", async () => {
    const trainingClass = await buildClass(stage.db);
    await buildParticipant(stage.db, trainingClass.id);
    await stage.db.$executeRaw`
      WITH places_of AS (SELECT code, row_number() OVER (ORDER BY code) AS n FROM places WHERE level = 'village'),
      made AS (INSERT INTO libraries (kind, name, place_code)
        SELECT 'desa', 'Perpustakaan ' || n, code FROM places_of WHERE n <= 250 RETURNING id),
      managed AS (INSERT INTO people (name, zone, telegram_id, created_at)
        SELECT 'Pengelola ' || id, 'Asia/Jakarta', 8000000000 + id, now() FROM made RETURNING id, telegram_id - 8000000000 AS library),
      bound AS (INSERT INTO library_members (library_id, person_id, from_at) SELECT library, id, now() FROM managed)
      INSERT INTO work_plans (library_id, cohort_id, class_id, type, state, due_on)
      SELECT id, (SELECT max(id) FROM cohorts), ${trainingClass.id}, t.type, 'in_progress', '2024-07-07'
      FROM made, unnest(enum_range(NULL::"PlanType")) AS t (type)`;
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 251 });
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  });
});

describe("a waiting reminder", () => {
  test("ends for everybody with one report, and is written anew for the plans that are still owed", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    await colleague(stage.db, trainingClass.id, "Budi");
    await remindOfPlans(stage.world);
    await report(stage.world, personId, planIds[0]);

    expect(await posts("waiting")).toEqual([]);
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 2 });
    expect((await posts("waiting")).map(plansIn)).toEqual([
      [`plan:${planIds[1]}`, `plan:${planIds[2]}`],
      [`plan:${planIds[1]}`, `plan:${planIds[2]}`],
    ]);
    for (const planId of planIds.slice(1)) await report(stage.world, personId, planId);
    expect(await posts("waiting")).toEqual([]);
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  });

  test("that has left already is not followed by another about the rest", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    const budi = await colleague(stage.db, trainingClass.id, "Budi");
    await remindOfPlans(stage.world);
    await stage.db.outbox.updateMany({ where: { personId }, data: { state: "sent" } });
    await report(stage.world, personId, planIds[0]);

    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
    expect((await posts("waiting")).map((post) => post.personId)).toEqual([budi]);
  });

  test("to write a plan ends when it is written, and when there is none yet", async () => {
    const trainingClass = await buildClass(stage.db);
    const { person, plans } = await buildParticipant(stage.db, trainingClass.id);
    const actor = await actorOf(stage.world, person.id);
    stage.clock.set(new Date("2024-06-10T00:00:00Z"));
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
    const [first, second, third] = plans.map(({ id }) => id) as [number, number, number];
    const words = { activity: "Menata ruang", targetOn: null, measure: null, partner: null };
    expect(await writeWorkPlan(stage.world, actor, { planId: first, ...words })).toEqual({ kind: "written" });
    expect(await writeWorkPlan(stage.world, actor, { planId: first, ...words })).toEqual({ kind: "written" });
    expect(await posts("waiting")).toEqual([]);
    await remindOfPlans(stage.world);
    expect((await posts("waiting")).map(plansIn)).toEqual([[`plan:${second}`, `plan:${third}`]]);
    for (const planId of [second, third, third]) {
      expect(await sayNoPlanYet(stage.world, actor, { planId })).toEqual({ kind: "noted" });
    }
    expect(await sayNoPlanYet(stage.world, actor, { planId: first })).toEqual({ kind: "written_already" });
    expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
    expect(await posts("waiting")).toEqual([]);
  });

  test("about a reported plan is never left, however reports and reminders interleave", async () => {
    for (let round = 0; round < 5; round += 1) {
      const library = { libraryName: `Perpustakaan ${round}`, placeCode: "21.01.10.2001" };
      const { trainingClass, personId, planIds } = await berakit(stage.db, library);
      const budi = await colleague(stage.db, trainingClass.id, "Budi", library);
      const acts = [
        () => remindOfPlans(stage.world),
        () => report(stage.world, personId, planIds[0]),
        () => remindOfPlans(stage.world),
        () => report(stage.world, budi, planIds[1], { state: "done" }),
        () => remindOfPlans(stage.world),
      ];
      // Another order each round, all at once: who waits for whom, the database decides.
      const from = round % acts.length;
      await Promise.all([...acts.slice(from), ...acts.slice(0, from)].map((act) => act()));
      await remindOfPlans(stage.world);

      const theirs = (await posts("waiting")).filter((post) => post.personId === personId || post.personId === budi);
      expect(theirs.map(plansIn)).toEqual([[`plan:${planIds[2]}`], [`plan:${planIds[2]}`]]);
    }
  });
});
