// What an admin practises on: made once, in their own province, and counted nowhere.

import { describe, expect, test } from "vitest";
import { WHOLE_COUNTRY } from "../../../src/domain/overview/area.js";
import { adminReach } from "../../../src/domain/people/admin-reach.js";
import { careOf, practiceCare } from "../../../src/domain/people/permissions.js";
import { dayIn } from "../../../src/domain/time/calendar.js";
import { ZONES } from "../../../src/domain/time/zone.js";
import { TIMETABLE } from "../../../src/jobs/timetable.js";
import {
  changeClass,
  chooseLanguage,
  createClass,
  exportCare,
  latestAnnouncements,
  listInvitations,
  listOverdue,
  listPeople,
  listQuestions,
  listStaff,
  makePractice,
  peopleByPlace,
  searchPeople,
  teachClass,
  viewCohort,
  viewOverview,
  viewProgramme,
  viewWave,
  waitingCounts,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { actorOf, buildOffice, practiceMade } from "../../support/world/practice.js";

// Monday, 10:00 in Tanjungpinang: the plans of the class that began on 3 June are late.
const stage = stageAt("2024-07-22T03:00:00Z");

describe("making it", () => {
  test("where too few villages are known nothing is made, and another province can be chosen", async () => {
    const actor = await actorOf(stage, (await buildAdmin(stage.db)).id);
    expect(await makePractice(stage.world, actor, null)).toEqual({ kind: "which_province" });
    expect(await makePractice(stage.world, actor, "11")).toEqual({ kind: "too_few_villages" });
    expect(await stage.db.cohort.count({ where: { practiceOf: { not: 0 } } })).toBe(0);
    expect(await makePractice(stage.world, actor, "21")).toMatchObject({ kind: "made" });
  });

  test("twice is once, and each admin has their own, in their own province", async () => {
    const { national, kepri, kalsel, trainer } = await buildOffice(stage);
    const first = await practiceMade(stage, kepri.id);
    const again = await practiceMade(stage, kepri.id);
    expect([first.kind, again.kind]).toEqual(["made", "exists"]);
    expect(again.practice.cohortId).toBe(first.practice.cohortId);
    expect(first.practice.trainingClass).toMatchObject({ name: "Bimtek Kepulauan Riau (latihan)", provinceCode: "21" });
    const second = await practiceMade(stage, kalsel.id);
    expect(second.practice.trainingClass.provinceCode).toBe("63");
    expect((await practiceMade(stage, national.id)).kind).toBe("made");
    const libraries = await stage.db.library.findMany({ where: { practiceOf: kepri.id } });
    expect(libraries.length).toBeGreaterThan(4);
    expect(libraries.every(({ placeCode, name }) => placeCode.startsWith("21.") && name.endsWith(" (latihan)"))).toBe(
      true,
    );
    expect(await makePractice(stage.world, await actorOf(stage, trainer.id), null)).toEqual({ kind: "not_allowed" });
  });

  test("nobody in it has an account, so nothing is ever sent to them, whatever the time brings", async () => {
    const { kepri } = await buildOffice(stage);
    const { practice } = await practiceMade(stage, kepri.id);
    const people = await stage.db.person.findMany({ where: { practiceOf: kepri.id } });
    expect(people.length).toBeGreaterThan(5);
    expect(people.every(({ telegramId }) => telegramId === null)).toBe(true);
    for (let day = 0; day < 5; day++) {
      stage.clock.advance(24 * 3_600_000);
      for (const job of TIMETABLE) await job.run(stage.world);
    }
    const posts = await stage.db.outbox.findMany();
    const plans = (await stage.db.workPlan.findMany({ where: { cohortId: practice.cohortId } })).map(
      ({ id }) => `plan:${id}`,
    );
    const named = [...people.map(({ id }) => `person:${id}`), ...plans];
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.filter(({ subjects }) => subjects.some((subject) => named.includes(subject)))).toEqual([]);
    expect(posts.filter(({ personId }) => people.some(({ id }) => id === personId))).toEqual([]);
  });

  test("its names are marked in the language of its maker, and marked anew when they choose another", async () => {
    const { kepri } = await buildOffice(stage);
    await stage.db.person.update({ where: { id: kepri.id }, data: { language: "en" } });
    await practiceMade(stage, kepri.id);
    const names = async () => [
      ...(await stage.db.cohort.findMany({ where: { practiceOf: kepri.id } })).map(({ name }) => name),
      ...(await stage.db.trainingClass.findMany({ where: { wave: { cohort: { practiceOf: kepri.id } } } })).map(
        ({ name }) => name,
      ),
      ...(await stage.db.library.findMany({ where: { practiceOf: kepri.id } })).map(({ name }) => name),
    ];
    expect((await names()).every((name) => name.endsWith(" (practice)"))).toBe(true);
    for (let times = 0; times < 2; times++) await chooseLanguage(stage.world, await actorOf(stage, kepri.id), "id");
    expect((await names()).every((name) => name.endsWith(" (latihan)") && !name.includes("practice"))).toBe(true);
  });
});

test("whatever its classes are called, they stay marked, and nobody real is made their trainer", async () => {
  const { kepri, trainer } = await buildOffice(stage);
  const { practice } = await practiceMade(stage, kepri.id);
  const actor = await actorOf(stage, kepri.id);
  const { id: classId } = practice.trainingClass;
  for (let times = 0; times < 2; times++) {
    await changeClass(stage.world, actor, { classId, change: { name: "Kelas saya" } });
    const { waveId } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id: classId } });
    await createClass(stage.world, actor, {
      ...{ waveId, provinceCode: "21", name: "Kelas kedua", venue: "Aula", copiedFrom: classId },
      ...{ startsOn: "2024-08-01", endsOn: "2024-08-03", saidAt: stage.clock.now() },
    });
  }
  const classes = await stage.db.trainingClass.findMany({ where: { wave: { cohortId: practice.cohortId } } });
  expect(classes.map(({ name }) => name).sort()).toEqual(["Kelas kedua (latihan)", "Kelas saya (latihan)"]);
  const input = { classId, personId: trainer.id, teaches: true };
  expect(await teachClass(stage.world, actor, input)).toEqual({ kind: "not_allowed" });
});

describe("counted nowhere", () => {
  /** Every number, list, audience and export there is, as this admin or trainer gets it. */
  async function everyNumber(id: number) {
    const { world } = stage;
    const { store } = world;
    const actor = await actorOf(stage, id);
    const reach = adminReach(actor.roles);
    const care = careOf(actor);
    const now = world.clock.now();
    const zones = ZONES.map((zone) => ({ zone, dueAt: now, waits: false, today: dayIn(zone, now) }));
    const scopes = [{ kind: "all" }, { kind: "province", code: "21" }, { kind: "province", code: "63" }] as const;
    const audiences = [];
    for (const scope of scopes)
      for (const role of ["everyone", "participants", "trainers"] as const)
        for (const plans of role === "participants" ? (["any", "unwritten", "overdue"] as const) : (["any"] as const)) {
          audiences.push(await store.announcements.preview({ scope, role, plans }, { reach, zones }));
        }
    const provinces: unknown[] = [];
    const classes: unknown[] = [];
    const wish = { places: [], typed: "", skip: 0, most: 99 };
    for (const list of ["places", "classes", "waves", "cohorts", "trainers"] as const) {
      (list === "places" ? provinces : classes).push(await store.audiences.options(list, reach, wish));
    }
    const joinable = [];
    for (const code of ["21", "63"]) joinable.push(await store.classes.joinable(code, "2024-06-01"));
    const cohortIds = (await store.programme.cohorts(reach)).map((cohort) => cohort.id);
    const waves = [];
    for (const cohortId of cohortIds) waves.push(...(await store.programme.waves(cohortId, reach)));
    const overview = [];
    for (const area of [WHOLE_COUNTRY, { placeCode: "21", classId: null }, { placeCode: "63", classId: null }]) {
      const found = await viewOverview(world, actor, { area, cohortId: null });
      overview.push(found.kind === "found" ? found.numbers : found.kind);
      overview.push(await peopleByPlace(world, actor, area, "all"));
    }
    const views = [];
    for (const cohortId of cohortIds) views.push(await viewCohort(world, actor, cohortId));
    for (const wave of waves) views.push(await viewWave(world, actor, wave.id));
    return {
      overview,
      audiences,
      provinces,
      classes,
      joinable,
      waves,
      views,
      programme: await viewProgramme(world, actor),
      people: await listPeople(world, actor, { filter: "all" }),
      file: await exportCare(world, actor, {
        ...{ scope: { classId: null, filter: "all", practice: false }, as: "workbook" },
        ...{ purpose: "Uji", updateId: id },
      }),
      found: (await searchPeople(world, actor, "Halimah")).shown,
      overdue: await listOverdue(world, actor),
      questions: await listQuestions(world, actor, { most: 10 }),
      waiting: await waitingCounts(world, actor),
      classesInCare: await store.schedule.classesInCare(care),
      staff: await listStaff(world, actor, null),
      invitations: await listInvitations(world, actor, { waveId: null, provinceCode: null, purpose: "Mengirim" }),
      announcements: await latestAnnouncements(world, actor, 10),
      troubles: await store.threads.unansweredSince(now, 50),
      unanswered: await store.admissions.unanswered(now, 50),
      summaries: await store.caseloads.plansInBrief([id], dayIn("Asia/Jakarta", now), now),
      operators: await store.troubles.operators(),
      concernedByRules: [await store.rules.begunReports(), await store.rules.openPlans("2024-01-01")],
      reachedByRules: [await store.rules.receivers(), await store.rules.forgottenBefore(new Date("2030-01-01"))],
    };
  }

  test("every number, list, audience and export is the same with it and without it, for everybody", {
    timeout: 60_000,
  }, async () => {
    const { national, kepri, kalsel, trainer } = await buildOffice(stage);
    const others = [national, kepri, kalsel, trainer].map(({ id }) => id);
    const before = [];
    for (const id of others) before.push(await everyNumber(id));
    // What is compared is something: everybody but those of another province sees people.
    expect(before.map(({ people }) => people.shown.length)).toEqual([4, 3, 1, 4]);
    for (const { id } of [national, kepri, kalsel]) await practiceMade(stage, id);
    for (const [n, id] of others.entries()) expect(await everyNumber(id), `of person ${id}`).toEqual(before[n]);
  });

  test("an office that has nothing but a practice still stands before its first step", async () => {
    const admin = await buildAdmin(stage.db, { name: "Sri" });
    await practiceMade(stage, admin.id);
    const view = await viewProgramme(stage.world, await actorOf(stage, admin.id));
    expect(view).toMatchObject({
      cohorts: [],
      counts: { cohorts: 0, waves: 0, classes: 0, rosterRows: 0 },
      beginning: { next: "cohort" },
    });
  });

  test("named by its owner, it has something on every desk", async () => {
    const { kepri, kalsel } = await buildOffice(stage);
    await practiceMade(stage, kalsel.id);
    const { practice } = await practiceMade(stage, kepri.id);
    const care = practiceCare(await actorOf(stage, kepri.id));
    if (care === null) throw new Error("They have no practice.");
    const { caseloads, threads, schedule, admissions } = stage.world.store;
    const people = await caseloads.peopleOf(care);
    expect(new Set(people.map(({ classId }) => classId))).toEqual(new Set([practice.trainingClass.id]));
    expect(people.filter(({ participantId }) => participantId === null).length).toBeGreaterThan(0);
    const states = new Set((await caseloads.plansOf(care)).map(({ state }) => state));
    expect(states).toEqual(new Set(["unwritten", "not_started", "in_progress", "stuck", "done"]));
    expect(await caseloads.countHelp(care)).toBe(1);
    expect((await threads.unansweredIn(care, 10)).total).toBe(1);
    expect((await schedule.classesInCare(care)).map(({ id }) => id)).toEqual([practice.trainingClass.id]);
    expect((await admissions.countOf(practice.trainingClass.id)).all).toBe(1);
  });
});
