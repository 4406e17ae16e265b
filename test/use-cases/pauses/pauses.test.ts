// Somebody pauses: nothing unasked leaves for them, their plans wait, their trainer hears of it, and it ends by itself.
// Keeps P24.
import { expect, test } from "vitest";
import {
  endPause,
  movePauseEnd,
  pausePerson,
  remindOfPlans,
  remindOfSnoozed,
  tendPauses,
  undoPause,
  viewPause,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { pausing } from "../../support/world/pauses.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// 01:00 in Jakarta on the Monday a fortnight before the due day: at eight the first reminder is owed.
const stage = stageAt("2024-06-23T18:00:00Z");

const posts = async (kind: string, state: "waiting" | "cancelled" = "waiting") =>
  (await stage.db.outbox.findMany({ where: { kind, state }, orderBy: { personId: "asc" } })).map(
    ({ personId, dueAt }) => [personId, dueAt.toISOString().slice(0, 10)],
  );
const dueDays = async () =>
  (await stage.db.workPlan.findMany({ orderBy: { id: "asc" } })).map(({ dueOn }) => dueOn.toISOString().slice(0, 10));
const participantOf = async (personId: number) =>
  (await stage.db.participant.findFirstOrThrow({ where: { personId } })).id;

test("a pause moves the plans by its days, takes back what waits, and is begun once", async () => {
  const { personId } = await berakit(stage.db);
  await remindOfPlans(stage.world);
  expect(await posts("plan_reminder")).toEqual([[personId, "2024-06-24"]]);
  const { actor, input } = await pausing(stage.world, personId, 7);
  expect(await posts("plan_reminder")).toEqual([]);
  expect(await dueDays()).toEqual(["2024-07-14", "2024-07-14", "2024-07-14"]);
  await pausePerson(stage.world, actor, input);
  expect(await stage.db.pause.count()).toBe(1);
  expect(await dueDays()).toEqual(["2024-07-14", "2024-07-14", "2024-07-14"]);
  const person = await stage.world.store.people.find(personId);
  expect(person?.pausedUntil).toEqual(new Date("2024-07-01T01:00:00Z"));
  expect(person?.quietUntil).toEqual(new Date("2024-07-01T01:00:00Z"));
});

test("while a colleague works the plans stay as they are, and only the one who pauses is left in peace", async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  const budi = await colleague(stage.db, trainingClass.id, "Budi");
  await pausing(stage.world, personId, 7);
  await remindOfPlans(stage.world);
  expect(await dueDays()).toEqual(["2024-07-07", "2024-07-07", "2024-07-07"]);
  expect(await posts("plan_reminder")).toEqual([[budi, "2024-06-24"]]);
  const held = await stage.db.heldBack.findMany({ where: { personId } });
  expect(held.map(({ reason }) => reason)).toEqual(["on_pause", "on_pause", "on_pause"]);
  // He pauses too: now the plans do, until one of them is back.
  await pausing(stage.world, budi, 10);
  expect(await dueDays()).toEqual(["2024-07-14", "2024-07-14", "2024-07-14"]);
});

test("a report of illness begins a week, and one of another obstacle none", async () => {
  const { personId, planIds } = await berakit(stage.db);
  await report(stage.world, personId, planIds[1], { state: "stuck", obstacle: "budget" });
  expect(await stage.db.pause.count()).toBe(0);
  await report(stage.world, personId, planIds[0], { state: "stuck", obstacle: "illness" });
  const [pause] = await stage.db.pause.findMany();
  expect([pause?.reason, pause?.untilOn.toISOString().slice(0, 10)]).toEqual(["hardship", "2024-06-30"]);
});

test("a report of illness that is handled after midnight begins its week on the day on which it was said", async () => {
  const { personId, planIds } = await berakit(stage.db);
  const saidAt = new Date(stage.clock.now().getTime() - 24 * 3_600_000);
  await report(stage.world, personId, planIds[0], { state: "stuck", obstacle: "illness", saidAt });
  const [pause] = await stage.db.pause.findMany();
  expect(pause?.untilOn.toISOString().slice(0, 10)).toBe("2024-06-29");
});

test("it ends by itself with one message, however often the job runs, and reminders go on", async () => {
  const { personId } = await berakit(stage.db);
  await pausing(stage.world, personId, 7, "leave");
  stage.clock.set(new Date("2024-07-01T00:59:00Z"));
  expect(await tendPauses(stage.world)).toEqual({ returned: 0, joined: 0 });
  stage.clock.set(new Date("2024-07-01T01:00:00Z"));
  expect(await tendPauses(stage.world)).toEqual({ returned: 1, joined: 0 });
  expect(await tendPauses(stage.world)).toEqual({ returned: 0, joined: 0 });
  expect(await posts("pause_over")).toEqual([[personId, "2024-07-01"]]);
  const person = await stage.world.store.people.find(personId);
  expect([person?.pausedUntil, person?.quietUntil]).toEqual([null, null]);
  expect(await dueDays()).toEqual(["2024-07-14", "2024-07-14", "2024-07-14"]);
  // The welcome stands for the reminder that is open on that morning; the next one comes on its day.
  await remindOfPlans(stage.world);
  expect(await posts("plan_reminder")).toEqual([]);
  stage.clock.set(new Date("2024-07-07T18:00:00Z"));
  await remindOfPlans(stage.world);
  expect(await posts("plan_reminder")).toEqual([[personId, "2024-07-08"]]);
});

test("ended early, today counts again; taken back, it was never there; each twice is once", async () => {
  const { personId } = await berakit(stage.db);
  const { actor, pause } = await pausing(stage.world, personId, 14);
  stage.clock.set(new Date("2024-06-26T18:00:00Z"));
  for (let n = 0; n < 2; n += 1) await endPause(stage.world, actor, pause.id);
  // Three days of it have passed.
  expect(await dueDays()).toEqual(["2024-07-10", "2024-07-10", "2024-07-10"]);
  const again = await pausing(stage.world, personId, 14);
  for (let n = 0; n < 2; n += 1) await undoPause(stage.world, actor, again.pause.id);
  expect(await dueDays()).toEqual(["2024-07-10", "2024-07-10", "2024-07-10"]);
  expect((await stage.world.store.people.find(personId))?.pausedUntil).toBeNull();
});

test("it is made longer up to sixty days, and no more", async () => {
  const { personId } = await berakit(stage.db);
  const { actor, pause } = await pausing(stage.world, personId, 7);
  const to = (untilOn: "2024-08-22" | "2024-08-23") => movePauseEnd(stage.world, actor, { pauseId: pause.id, untilOn });
  expect((await to("2024-08-23")).kind).toBe("not_then");
  expect((await to("2024-08-22")).kind).toBe("changed");
  expect(await dueDays()).toEqual(["2024-09-05", "2024-09-05", "2024-09-05"]);
});

test("moved there and back, the last day that counts is told each time, and twice is once", async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  const [rina, joko] = [
    await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" }),
    await buildTrainer(stage.db, [trainingClass.id], { name: "Joko Susilo" }),
  ];
  const { pause } = await pausing(stage.world, personId, 7);
  const actor = await actorOf(stage.world, rina.id);
  for (const untilOn of ["2024-07-10", "2024-06-30"] as const) {
    await stage.db.outbox.updateMany({ where: { state: "waiting" }, data: { state: "sent" } });
    stage.clock.advance(3_600_000);
    for (let n = 0; n < 2; n += 1) await movePauseEnd(stage.world, actor, { pauseId: pause.id, untilOn });
    expect(await posts("pause_told"), untilOn).toEqual([[joko.id, "2024-06-24"]]);
    expect(await posts("pause_begun"), untilOn).toEqual([[personId, "2024-06-24"]]);
  }
});

test("who pauses already has that pause changed: it was not begun by what they said, and is not theirs to undo for it", async () => {
  const { personId } = await berakit(stage.db);
  const { actor, input } = await pausing(stage.world, personId, 3, "leave");
  const longer = { ...input, reason: "illness" as const, untilOn: "2024-06-30" as const, updateId: input.updateId + 1 };
  const isNew = async (said: typeof input) => {
    const outcome = await pausePerson(stage.world, actor, said);
    return outcome.kind === "paused" ? outcome.isNew : outcome.kind;
  };
  // The update that began it, handled again, began it.
  expect([await isNew(input), await isNew(longer), await isNew(longer)]).toEqual([true, false, false]);
});

test("two pauses of theirs, as after a merge, end as one", async () => {
  const { personId } = await berakit(stage.db);
  const { actor, pause } = await pausing(stage.world, personId, 14, "illness");
  const { id: _, ...other } = await stage.db.pause.findUniqueOrThrow({ where: { id: pause.id } });
  await stage.db.pause.create({ data: { ...other, updateId: 900n, untilOn: new Date("2024-07-01") } });
  stage.clock.set(new Date("2024-06-26T18:00:00Z"));
  for (let n = 0; n < 2; n += 1) await endPause(stage.world, actor, pause.id);
  expect((await stage.world.store.people.find(personId))?.pausedUntil).toBeNull();
  expect(await dueDays()).toEqual(["2024-07-10", "2024-07-10", "2024-07-10"]);
});

test("a trainer says it for them, is told of theirs once with the reason, and an admin is not told a private one", async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const admin = await buildAdmin(stage.db);
  const participantId = await participantOf(personId);
  const { pause } = await pausing(stage.world, personId, 7, "mourning");
  expect(await posts("pause_told")).toEqual([[trainer.id, "2024-06-24"]]);
  const seenBy = async (id: number) => {
    const page = await viewPause(stage.world, await actorOf(stage.world, id), participantId);
    return page.kind === "found" ? page.lasts : null;
  };
  expect(await seenBy(trainer.id)).toEqual({
    untilOn: "2024-06-30",
    reason: "mourning",
    place: null,
    ownUntilOn: null,
  });
  expect(await seenBy(admin.id)).toEqual({ untilOn: "2024-06-30", reason: null, place: null, ownUntilOn: null });
  await endPause(stage.world, await actorOf(stage.world, trainer.id), pause.id);
  const input = { participantId, reason: "leave" as const, untilOn: "2024-07-05" as const, updateId: 77 };
  const outcome = await pausePerson(stage.world, await actorOf(stage.world, trainer.id), {
    ...{ ...input, saidAt: stage.clock.now() },
  });
  expect(outcome.kind).toBe("paused");
  // They hear that it was ended and begun, and the trainer nothing of what they did themselves, nor of what is over before it was told.
  expect(await posts("pause_begun")).toEqual([
    [personId, "2024-06-24"],
    [personId, "2024-06-24"],
  ]);
  expect(await posts("pause_told")).toEqual([]);
});

test("somebody else's pause is not theirs to see, to begin, to move, to end or to take back", async () => {
  const { personId } = await berakit(stage.db);
  const { pause } = await pausing(stage.world, personId, 7);
  const participantId = await participantOf(personId);
  const other = await buildTrainer(stage.db, []);
  const actor = await actorOf(stage.world, other.id);
  const saidAt = stage.clock.now();
  const input = { participantId, reason: "leave" as const, untilOn: "2024-06-30" as const, updateId: 9, saidAt };
  expect((await viewPause(stage.world, actor, participantId)).kind).toBe("not_yours");
  expect((await pausePerson(stage.world, actor, input)).kind).toBe("not_yours");
  expect((await movePauseEnd(stage.world, actor, { pauseId: pause.id, untilOn: "2024-06-29" })).kind).toBe("not_yours");
  expect((await endPause(stage.world, actor, pause.id)).kind).toBe("not_yours");
  expect((await undoPause(stage.world, actor, pause.id)).kind).toBe("not_yours");
});

test("what was put off into a pause is no message of its own: the welcome names it", async () => {
  const { personId, planIds } = await berakit(stage.db);
  const until = new Date("2024-06-25T01:00:00Z");
  await stage.world.store.snoozes.add({ personId, messageId: 1, planIds, until }, stage.clock.now());
  await pausing(stage.world, personId, 7);
  stage.clock.set(until);
  for (let n = 0; n < 2; n += 1) expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 0 });
  expect(await stage.db.heldBack.count({ where: { personId, kind: "snoozed_reminder", reason: "on_pause" } })).toBe(3);
  stage.clock.set(new Date("2024-07-01T01:00:00Z"));
  await tendPauses(stage.world);
  await remindOfSnoozed(stage.world);
  // Nor when the library's plans are looked at again.
  await stage.world.store.snoozes.remindAgain(planIds);
  await remindOfSnoozed(stage.world);
  expect([await posts("snoozed_reminder"), await posts("pause_over")]).toEqual([[], [[personId, "2024-07-01"]]]);
});
