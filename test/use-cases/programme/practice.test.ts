// What an admin practises on: made once, in their own province, counted nowhere, and gone without a trace.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adminReach } from "../../../src/domain/people/admin-reach.js";
import { careOf, practiceCare } from "../../../src/domain/people/permissions.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { dayIn } from "../../../src/domain/time/calendar.js";
import { ZONES } from "../../../src/domain/time/zone.js";
import { TIMETABLE } from "../../../src/jobs/timetable.js";
import {
  chooseLanguage,
  latestAnnouncements,
  listInvitations,
  listOverdue,
  listPeople,
  listQuestions,
  listStaff,
  makePractice,
  removePractice,
  revokeRole,
  viewCohort,
  viewPractice,
  viewProgramme,
  viewWave,
  waitingCounts,
} from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // Monday, 10:00 in Tanjungpinang: the plans of the class that began on 3 June are late.
  stage = await openStage(database, "2024-07-22T03:00:00Z");
});
afterAll(() => database.close());

async function actorOf(id: number): Promise<KnownActor> {
  const { store } = stage.world;
  const person = await store.people.find(id);
  if (person === null) throw new Error(`No person ${id}.`);
  const roles = await store.people.rolesOf(id);
  const practiceCohortId = await store.practice.cohortOf(id);
  return {
    agreed: [],
    takesPart: false,
    person,
    telegramId: person.telegramId ?? 0,
    language: person.language,
    roles,
    practiceCohortId,
  };
}

/** Rows by table; what the machine notes of itself is left out. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await stage.db.$queryRawUnsafe<[{ count: number }]>(`SELECT count(*)::int AS count FROM "${name}"`);
    counts[name] = row.count;
  }
  return counts;
}

async function anOffice() {
  const own = await buildClass(stage.db, { name: "Kepri", provinceCode: "21" });
  const other = await buildClass(stage.db, { name: "Kalsel", provinceCode: "63" });
  await buildSession(stage.db, own.id, { startsAt: new Date("2024-07-24T02:00:00Z") });
  for (const { id } of [own, own, other]) await buildParticipant(stage.db, id);
  await buildRosterRow(stage.db, own.id);
  const trainer = await buildTrainer(stage.db, [own.id, other.id]);
  const national = await buildAdmin(stage.db, { name: "Sri" });
  const kepri = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const kalsel = await buildAdmin(stage.db, { name: "Norma", regionCode: "63" });
  return { own, other, trainer, national, kepri, kalsel };
}

async function made(ownerId: number) {
  const outcome = await makePractice(stage.world, await actorOf(ownerId));
  if (outcome.kind === "not_allowed") throw new Error("An admin may not practise.");
  return outcome;
}

describe("making it", () => {
  test("twice is once, and each admin has their own, in their own province", async () => {
    const { national, kepri, kalsel, trainer } = await anOffice();
    const first = await made(kepri.id);
    const again = await made(kepri.id);
    expect([first.kind, again.kind]).toEqual(["made", "exists"]);
    expect(again.practice.cohortId).toBe(first.practice.cohortId);
    expect(first.practice.trainingClass).toMatchObject({ name: "Bimtek Kepulauan Riau (latihan)", provinceCode: "21" });
    const second = await made(kalsel.id);
    expect(second.practice.trainingClass.provinceCode).toBe("63");
    expect((await made(national.id)).kind).toBe("made");
    const libraries = await stage.db.library.findMany({ where: { practiceOf: kepri.id } });
    expect(libraries.length).toBeGreaterThan(4);
    expect(libraries.every(({ placeCode, name }) => placeCode.startsWith("21.") && name.endsWith(" (latihan)"))).toBe(
      true,
    );
    expect(await makePractice(stage.world, await actorOf(trainer.id))).toEqual({ kind: "not_allowed" });
  });

  test("nobody in it has an account, so nothing is ever sent to them, whatever the time brings", async () => {
    const { kepri } = await anOffice();
    const { practice } = await made(kepri.id);
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
    const { kepri } = await anOffice();
    await stage.db.person.update({ where: { id: kepri.id }, data: { language: "en" } });
    await made(kepri.id);
    const names = async () => [
      ...(await stage.db.cohort.findMany({ where: { practiceOf: kepri.id } })).map(({ name }) => name),
      ...(await stage.db.trainingClass.findMany({ where: { wave: { cohort: { practiceOf: kepri.id } } } })).map(
        ({ name }) => name,
      ),
      ...(await stage.db.library.findMany({ where: { practiceOf: kepri.id } })).map(({ name }) => name),
    ];
    expect((await names()).every((name) => name.endsWith(" (practice)"))).toBe(true);
    for (let times = 0; times < 2; times++) await chooseLanguage(stage.world, await actorOf(kepri.id), "id");
    expect((await names()).every((name) => name.endsWith(" (latihan)") && !name.includes("practice"))).toBe(true);
  });
});

describe("counted nowhere", () => {
  /** Every number, list, audience and export there is, as this admin or trainer gets it. */
  async function everyNumber(id: number) {
    const { world } = stage;
    const { store } = world;
    const actor = await actorOf(id);
    const reach = adminReach(actor.roles);
    const care = careOf(actor);
    const now = world.clock.now();
    const zones = ZONES.map((zone) => ({ zone, dueAt: now, today: dayIn(zone, now) }));
    const scopes = [{ kind: "all" }, { kind: "province", code: "21" }, { kind: "province", code: "63" }] as const;
    const audiences = [];
    for (const scope of scopes)
      for (const role of ["everyone", "participants", "trainers"] as const)
        for (const plans of role === "participants" ? (["any", "unwritten", "overdue"] as const) : (["any"] as const)) {
          audiences.push(await store.announcements.preview({ scope, role, plans }, { reach, zones }));
        }
    const provinces = await store.announcements.provincesWithin(reach);
    const classes = [];
    for (const { code } of provinces) classes.push(await store.announcements.classesWithin(reach, code));
    const joinable = [];
    for (const code of ["21", "63"]) joinable.push(await store.classes.joinable(code, "2024-06-01"));
    const cohortIds = (await store.programme.cohorts(reach)).map((cohort) => cohort.id);
    const waves = [];
    for (const cohortId of cohortIds) waves.push(...(await store.programme.waves(cohortId, reach)));
    const views = [];
    for (const cohortId of cohortIds) views.push(await viewCohort(world, actor, cohortId));
    for (const wave of waves) views.push(await viewWave(world, actor, wave.id));
    return {
      audiences,
      provinces,
      classes,
      joinable,
      waves,
      views,
      programme: await viewProgramme(world, actor),
      people: await listPeople(world, actor, { filter: "all", search: "" }),
      found: (await listPeople(world, actor, { filter: "all", search: "Halimah" })).people,
      overdue: await listOverdue(world, actor),
      questions: await listQuestions(world, actor, { most: 10 }),
      waiting: await waitingCounts(world, actor),
      classesInCare: await store.schedule.classesInCare(care),
      staff: await listStaff(world, actor, null),
      invitations: await listInvitations(world, actor, { waveId: null, provinceCode: null }),
      announcements: await latestAnnouncements(world, actor, 10),
      troubles: await store.threads.unansweredSince(now, 50),
      unanswered: await store.admissions.unanswered(now, 50),
      summaries: await store.caseloads.plansInBrief([id], dayIn("Asia/Jakarta", now)),
      operators: await store.troubles.operators(),
    };
  }

  test("every number, list, audience and export is the same with it and without it, for everybody", async () => {
    const { national, kepri, kalsel, trainer } = await anOffice();
    const others = [national, kepri, kalsel, trainer].map(({ id }) => id);
    const before = [];
    for (const id of others) before.push(await everyNumber(id));
    // What is compared is something: everybody but those of another province sees people.
    expect(before.map(({ people }) => people.people.length)).toEqual([4, 3, 1, 4]);
    for (const { id } of [national, kepri, kalsel]) await made(id);
    for (const [n, id] of others.entries()) expect(await everyNumber(id), `of person ${id}`).toEqual(before[n]);
  });

  test("an office that has nothing but a practice still stands before its first step", async () => {
    const admin = await buildAdmin(stage.db, { name: "Sri" });
    await made(admin.id);
    const view = await viewProgramme(stage.world, await actorOf(admin.id));
    expect(view).toMatchObject({
      cohorts: [],
      counts: { cohorts: 0, waves: 0, classes: 0, rosterRows: 0 },
      beginning: { next: "cohort" },
    });
  });

  test("named by its owner, it has something on every desk", async () => {
    const { kepri, kalsel } = await anOffice();
    await made(kalsel.id);
    const { practice } = await made(kepri.id);
    const care = practiceCare(await actorOf(kepri.id));
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

describe("removing it", () => {
  test("nothing of it remains in any table, and a second time finds nothing to remove", async () => {
    const { kepri } = await anOffice();
    const before = await rowCounts();
    const { practice } = await made(kepri.id);
    const actor = await actorOf(kepri.id);
    const between = await rowCounts();
    expect(Object.keys(between).filter((table) => between[table] !== before[table]).length).toBeGreaterThan(12);
    expect(await removePractice(stage.world, actor, practice.cohortId)).toMatchObject({ kind: "removed" });
    expect(await rowCounts()).toEqual(before);
    expect(await removePractice(stage.world, actor, practice.cohortId)).toEqual({ kind: "gone" });
    expect(await rowCounts()).toEqual(before);
  });

  test("another admin's stays, and so do a village's own library and people", async () => {
    const { kepri, national } = await anOffice();
    const riau = await buildAdmin(stage.db, { name: "Asep", regionCode: "21" });
    const { practice } = await made(kepri.id);
    await made(riau.id);
    const theirs = await stage.db.library.count({ where: { practiceOf: riau.id } });
    const real = await stage.db.library.count({ where: { practiceOf: 0 } });
    await removePractice(stage.world, await actorOf(kepri.id), practice.cohortId);
    expect(await stage.db.library.count({ where: { practiceOf: riau.id } })).toBe(theirs);
    expect(await stage.db.library.count({ where: { practiceOf: 0 } })).toBe(real);
    expect(await viewPractice(stage.world, await actorOf(national.id))).toMatchObject({
      own: null,
      others: [{ ownerName: "Asep" }],
    });
  });

  test("whoever does not reach it cannot remove it: not by its number, and not by having been an admin", async () => {
    const { kepri, kalsel, national, trainer } = await anOffice();
    const { practice } = await made(kepri.id);
    for (const id of [kalsel.id, trainer.id]) {
      expect(await removePractice(stage.world, await actorOf(id), practice.cohortId), `person ${id}`).toEqual({
        kind: "not_allowed",
      });
    }
    expect(await stage.world.store.practice.cohortOf(kepri.id)).toBe(practice.cohortId);
    expect(await removePractice(stage.world, await actorOf(national.id), practice.cohortId)).toMatchObject({
      kind: "removed",
    });
  });

  test("an admin of one cohort works with their own practice, and with nobody else's", async () => {
    const { own, kalsel } = await anOffice();
    const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: own.waveId } });
    const person = await buildAdmin(stage.db, { name: "Desi", regionCode: "21" });
    await stage.db.roleBinding.updateMany({ where: { personId: person.id }, data: { cohortId } });
    const { practice } = await made(person.id);
    const others = await made(kalsel.id);
    const actor = await actorOf(person.id);
    expect(await removePractice(stage.world, actor, others.practice.cohortId)).toEqual({ kind: "not_allowed" });
    expect(await removePractice(stage.world, actor, practice.cohortId)).toMatchObject({ kind: "removed" });
  });

  test("it goes with its owner's last role as an admin", async () => {
    const { kepri, national } = await anOffice();
    await made(kepri.id);
    const [binding] = await stage.db.roleBinding.findMany({ where: { personId: kepri.id } });
    const input = { personId: kepri.id, bindingId: binding?.id ?? 0 };
    for (let times = 0; times < 2; times++) await revokeRole(stage.world, await actorOf(national.id), input);
    expect(await stage.db.cohort.count({ where: { NOT: { practiceOf: 0 } } })).toBe(0);
    expect(await stage.db.person.count({ where: { NOT: { practiceOf: 0 } } })).toBe(0);
  });
});
