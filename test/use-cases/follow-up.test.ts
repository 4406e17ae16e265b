// What trainers do about late plans, and the jobs that tell them: each done twice has one effect.

import { expect, test } from "vitest";
import { loadActor } from "../../src/bot/gate/actor.js";
import { careOf, mayFollowUp } from "../../src/domain/people/permissions.js";
import { isKnown, type KnownActor } from "../../src/domain/people/person.js";
import {
  extendDeadlines,
  greetTrainers,
  listOverdue,
  listPeople,
  recordTalk,
  remindPeople,
  searchPeople,
  summariseDay,
} from "../../src/use-cases/index.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../support/world/builders.js";

// 09:00 WIB on the second working day after the due day of a class that ended on 7 June.
const stage = stageAt("2024-07-09T02:00:00Z");

async function actorOf({ telegramId }: { telegramId: bigint | null }): Promise<KnownActor> {
  const actor = await loadActor(stage.world, Number(telegramId));
  if (!isKnown(actor)) throw new Error("nobody is known by that account");
  return actor;
}

async function aClass() {
  const trainingClass = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  const { person, plans, participant } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti" });
  const planId = plans[0]?.id ?? 0;
  return { trainingClass, trainer, actor: await actorOf(trainer), person, plans, participant, planId };
}

function posts(kind: string): Promise<number> {
  return stage.db.outbox.count({ where: { kind } });
}

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

// Keeps T11.
test("a contact that is recorded twice by one update is one contact, for all that is late in the library", async () => {
  const { actor, planId } = await aClass();
  await greetTrainers(stage.world);
  const saidAt = stage.clock.now();
  const input = {
    scope: { kind: "plan", planId },
    way: "visited",
    note: "menunggu dana desa",
    updateId: 5,
    saidAt,
  } as const;

  const outcome = await recordTalk(stage.world, actor, input);
  expect(await recordTalk(stage.world, actor, input)).toMatchObject({ kind: "recorded" });

  expect(outcome).toMatchObject({ kind: "recorded", restUntil: "2024-07-16" });
  expect(await stage.db.followUp.count({ where: { resolution: "contacted", note: "menunggu dana desa" } })).toBe(6);
  expect(await stage.db.followUp.count({ where: { resolvedAt: null } })).toBe(0);
  expect(await stage.db.audit.count({ where: { action: "contact.record" } })).toBe(3);
  expect(await listOverdue(stage.world, actor)).toMatchObject({ total: 0, shown: [], askedOnly: 0, resting: 1 });
});

test("an extension asked for twice by one update is one extension, one message and one new day", async () => {
  const { actor, planId } = await aClass();
  await greetTrainers(stage.world);
  const input = {
    scope: { kind: "plan", planId },
    until: "2024-07-21",
    reason: "budget",
    updateId: 6,
    saidAt: stage.clock.now(),
  } as const;

  expect(await extendDeadlines(stage.world, actor, input)).toMatchObject({ kind: "extended", plans: 1, told: 1 });
  expect(await extendDeadlines(stage.world, actor, input)).toMatchObject({ kind: "extended", plans: 1, told: 1 });

  expect(await stage.db.deadlineExtension.count()).toBe(1);
  expect(await posts("deadline_change")).toBe(1);
  const plan = await stage.db.workPlan.findUniqueOrThrow({ where: { id: planId } });
  expect(plan.dueOn).toEqual(new Date("2024-07-21T00:00:00Z"));
  expect(await stage.db.followUp.findFirst({ where: { planId } })).toMatchObject({ resolution: "extended" });
  // Of the same person two plans are late still.
  expect(await listOverdue(stage.world, actor)).toMatchObject({ total: 1, shown: [{ reason: { kind: "silent" } }] });
});

test("an extension to a day that is not later, or past, is refused", async () => {
  const { actor, planId } = await aClass();
  const extendTo = (until: "2024-07-07" | "2024-07-08") =>
    extendDeadlines(stage.world, actor, {
      scope: { kind: "plan", planId },
      until,
      reason: "budget",
      updateId: 7,
      saidAt: stage.clock.now(),
    });

  expect(await extendTo("2024-07-07")).toEqual({ kind: "not_later", dueOn: "2024-07-07" });
  expect(await extendTo("2024-07-08")).toEqual({ kind: "not_later", dueOn: "2024-07-07" });

  expect(await stage.db.deadlineExtension.count()).toBe(0);
});

// Keeps T08.
test("a nudge leaves once a day, and people who cannot be nudged are named with the reason", async () => {
  const { actor, planId, person } = await aClass();
  let updateId = 0;
  const said = async () => {
    updateId += 1;
    const wish = { scope: { kind: "plan", planId }, updateId, saidAt: stage.clock.now() } as const;
    const outcome = await remindPeople(stage.world, actor, wish);
    return outcome.kind === "reminded" ? outcome.names.map(({ fate }) => fate) : outcome.kind;
  };

  expect(await said()).toEqual(["now"]);
  expect(await said()).toEqual(["already_today"]);
  expect(await posts("nudge")).toBe(1);
  stage.clock.set(new Date("2024-07-10T14:00:00Z"));
  expect(await said()).toEqual(["hours"]);
  await stage.db.person.update({ where: { id: person.id }, data: { optedOut: ["reminders"] } });
  expect(await said()).toEqual(["opted_out"]);
  await stage.db.person.update({ where: { id: person.id }, data: { unreachableCause: "blocked" } });
  expect(await said()).toEqual(["blocked"]);
  await stage.db.person.update({ where: { id: person.id }, data: { telegramId: null } });
  expect(await said()).toEqual(["no_account"]);
});

test("everybody who is nudged on one day hears it, each once", async () => {
  const { actor, planId, trainingClass, person } = await aClass();
  const ana = await buildParticipant(stage.db, trainingClass.id, { name: "Ana" });
  const saidAt = stage.clock.now();

  for (const [updateId, id] of [planId, ana.plans[0]?.id ?? 0, planId].entries())
    await remindPeople(stage.world, actor, { scope: { kind: "plan", planId: id }, updateId, saidAt });

  const nudges = await stage.db.outbox.findMany({ where: { kind: "nudge" }, orderBy: { id: "asc" } });
  expect(nudges.map(({ personId }) => personId)).toEqual([person.id, ana.person.id]);
});

test("a reminder of the old day that waits to leave is taken back by an extension, those of other plans stay", async () => {
  const { actor, planId, plans, person } = await aClass();
  const now = stage.clock.now();
  for (const { id } of plans.slice(0, 2)) {
    await stage.db.outbox.create({
      data: {
        ...{ key: `plan-due:${id}`, kind: "plan_reminder", priority: 50, chatId: person.telegramId ?? 0n },
        ...{ personId: person.id, subjects: [`plan:${id}`], message: {}, dueAt: now, createdAt: now },
      },
    });
  }

  await extendDeadlines(stage.world, actor, {
    scope: { kind: "plan", planId },
    until: "2024-07-21",
    reason: "budget",
    updateId: 6,
    saidAt: now,
  });

  const reminders = await stage.db.outbox.findMany({ where: { kind: "plan_reminder" }, orderBy: { id: "asc" } });
  expect(reminders.map(({ state, cause }) => [state, cause])).toEqual([
    ["cancelled", "extended"],
    ["waiting", null],
  ]);
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
