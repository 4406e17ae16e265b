// What trainers do about late plans: contacts, extensions and nudges, each once.
import { expect, test } from "vitest";
import {
  extendDeadlines,
  greetTrainers,
  listOverdue,
  recordTalk,
  remindPeople,
} from "../../../../src/use-cases/index.js";
import { buildParticipant } from "../../../support/world/builders.js";
import { openFollowUps } from "./follow-up-scene.js";

const { stage, aClass, posts } = openFollowUps();

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
