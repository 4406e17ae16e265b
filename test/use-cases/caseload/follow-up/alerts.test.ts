// The jobs that tell trainers of late plans: each done twice has one effect, and those who lost their role hear nothing.
import { expect, test } from "vitest";
import { careOf, mayFollowUp } from "../../../../src/domain/people/permissions.js";
import {
  greetTrainers,
  listPeople,
  remindPeople,
  searchPeople,
  summariseDay,
} from "../../../../src/use-cases/index.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../../support/world/builders.js";
import { openFollowUps } from "./follow-up-scene.js";

const { stage, actorOf, aClass, posts } = openFollowUps();

// Keeps T04.
test("a second run of the alert raises, posts and changes nothing", async () => {
  await aClass();

  expect(await greetTrainers(stage.world)).toEqual({ raised: 3, alerted: 1 });
  expect(await greetTrainers(stage.world)).toEqual({ raised: 0, alerted: 0 });

  expect(await posts("overdue_alert")).toBe(1);
  expect(await stage.db.followUp.count({ where: { alertedAt: null } })).toBe(0);
});

test("two trainers of a class are both told, of one follow-up a plan", async () => {
  const { trainingClass } = await aClass();
  await buildTrainer(stage.db, [trainingClass.id], { name: "Pelatih Joko" });

  expect(await greetTrainers(stage.world)).toEqual({ raised: 3, alerted: 2 });

  expect(await stage.db.followUp.count()).toBe(3);
});

test("nobody is alerted on a Sunday, before 08:00 or at night", async () => {
  await aClass();

  for (const instant of ["2024-07-14T02:00:00Z", "2024-07-10T00:59:00Z", "2024-07-10T13:00:00Z"]) {
    stage.clock.set(new Date(instant));
    expect(await greetTrainers(stage.world), instant).toEqual({ raised: 0, alerted: 0 });
  }
});

test("a second run of the summary writes and posts nothing", async () => {
  await aClass();
  stage.clock.set(new Date("2024-07-09T09:30:00Z"));

  const first = await summariseDay(stage.world);
  const second = await summariseDay(stage.world);

  expect([first.summarised, second.summarised]).toEqual([1, 0]);
  expect(await stage.db.dailySummary.count()).toBe(1);
  expect(await posts("daily_summary")).toBe(first.sent);
});

// Keeps T07.
test("everybody of a class is in exactly one place: a diagnosis or none", async () => {
  const { trainingClass, actor, person } = await aClass();
  await stage.db.person.update({
    where: { id: person.id },
    data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
  });
  await buildParticipant(stage.db, trainingClass.id, { name: "Ana" });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Umar" });

  const { shown: people, counts } = await listPeople(stage.world, actor, { filter: "all" });

  expect(people.map(({ name, diagnosis }) => [name, diagnosis])).toEqual([
    ["Ana", "silent"],
    ["Siti", "blocked"],
    ["Umar", "not_joined"],
  ]);
  expect(counts).toMatchObject({ all: 3, late: 2, obstacle: 0, not_joined: 1, done: 0 });
  const found = await searchPeople(stage.world, actor, "uma");
  expect(found.shown.map(({ name }) => name)).toEqual(["Umar"]);
  // What no name is written in is in none of them.
  for (const typed of ["محمد", "🙏", "???"]) {
    expect(await searchPeople(stage.world, actor, typed)).toEqual({ total: 0, shown: [] });
  }
});

// Keeps P07.
test("people are listed by their kind, whether or not they have joined", async () => {
  const { trainer, trainingClass } = await aClass();
  const actor = await actorOf(trainer);
  await buildParticipant(stage.db, trainingClass.id, { name: "Ana", kind: "tbm" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Pak Dinas", kind: "regency_office" });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Umar", kind: "tbm" });

  const { shown: people, counts } = await listPeople(stage.world, actor, { filter: "tbm" });

  expect(people.map(({ name }) => name)).toEqual(["Ana", "Umar"]);
  expect(counts).toMatchObject({ all: 4, desa: 1, kelurahan: 0, tbm: 2, regency_office: 1, province_office: 0 });
});

test("the list of plans and the rule about one plan agree on who may follow it up", async () => {
  const { trainer, trainingClass } = await aClass();
  const east = await buildClass(stage.db, { provinceCode: "81", name: "Maluku" });
  await buildParticipant(stage.db, east.id, { name: "Maria" });
  const cohort = await stage.db.cohort.findFirstOrThrow();
  const otherCohort = await stage.db.cohort.create({ data: { year: 2025, name: "TPBIS 2025" } });
  const actors = [
    trainer,
    await buildTrainer(stage.db, [trainingClass.id, east.id]),
    await buildTrainer(stage.db, []),
    await buildAdmin(stage.db),
    await buildAdmin(stage.db, { regionCode: "81" }),
    await buildAdmin(stage.db, { regionCode: "21.01" }),
    await buildAdmin(stage.db, { regionCode: "8" }),
  ];
  for (const [index, cohortId] of [cohort.id, otherCohort.id].entries()) {
    const admin = await buildAdmin(stage.db, { regionCode: "21", name: `Admin ${index}` });
    await stage.db.roleBinding.updateMany({ where: { personId: admin.id }, data: { cohortId } });
    actors.push(admin);
  }

  const everybody = await stage.world.store.caseloads.plansOf(null);
  const counts: number[] = [];
  for (const person of actors) {
    const actor = await actorOf(person);
    const listed = (await stage.world.store.caseloads.plansOf(careOf(actor))).map(({ planId }) => planId);
    expect(listed).toEqual(everybody.filter((plan) => mayFollowUp(actor, plan)).map(({ planId }) => planId));
    counts.push(listed.length);
  }

  expect(counts).toEqual([3, 6, 0, 6, 3, 3, 0, 3, 0]);
});

// Keeps T01.
test("a role that is taken away is gone at the next press", async () => {
  const { trainer, planId } = await aClass();
  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });

  const outcome = await remindPeople(stage.world, await actorOf(trainer), {
    ...{ scope: { kind: "plan", planId }, updateId: 1, saidAt: stage.clock.now() },
  });

  expect(outcome).toEqual({ kind: "not_yours" });
  expect(await posts("nudge")).toBe(0);
});
