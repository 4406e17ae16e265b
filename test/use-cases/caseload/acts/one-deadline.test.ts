// One effective deadline: after any extensions, of one plan or of many, and any that were taken back, every reader has the same day.
import { expect, test } from "vitest";
import { loadActor } from "../../../../src/bot/gate/actor.js";
import type { Scope } from "../../../../src/domain/caseload/scope.js";
import { careOf } from "../../../../src/domain/people/permissions.js";
import { isKnown } from "../../../../src/domain/people/person.js";
import { effectiveDeadline, isOverdue } from "../../../../src/domain/plans/deadline.js";
import { addDays, type Day, dayIn } from "../../../../src/domain/time/calendar.js";
import { plainDay } from "../../../../src/texts/dates.js";
import {
  extendDeadlines,
  findPerson,
  listOverdue,
  listPeople,
  remindOfPlans,
  undoAct,
} from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";

// Wednesday, 08:30 in Tanjungpinang, three days after the class's day.
const stage = stageAt("2024-07-10T01:30:00Z");

/** Always the same chances: a failure can be looked at again. */
function chances(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

// Keeps T12.
test.each([1, 2, 3, 4])(
  "lists, lights, pages and reminders have one deadline, whatever was extended and undone (%i)",
  async (seed) => {
    const below = chances(seed);
    const { id: classId } = await buildClass(stage.db);
    const trainer = await buildTrainer(stage.db, [classId]);
    const actor = await loadActor(stage.world, Number(trainer.telegramId));
    if (!isKnown(actor)) throw new Error("the trainer is known");
    const people: Awaited<ReturnType<typeof buildParticipant>>[] = [];
    for (let n = 0; n < 4; n += 1) people.push(await buildParticipant(stage.db, classId, { name: `Orang ${n}` }));
    const today = dayIn("Asia/Jakarta", stage.clock.now());

    for (let step = 1; step <= 6; step += 1) {
      const one = people[below(people.length)];
      const scopes: Scope[] = [
        { kind: "plan", planId: one?.plans[below(3)]?.id ?? 0 },
        { kind: "participant", participantId: one?.participant.id ?? 0 },
        ...(below(4) === 0 ? [{ kind: "class", classId } as const] : []),
      ];
      const until = addDays(today, below(20));
      const outcome = await extendDeadlines(stage.world, actor, {
        ...{ scope: scopes[below(scopes.length)] as Scope, until, reason: "x", updateId: seed * 100 + step },
        saidAt: stage.clock.now(),
      });
      if (outcome.kind === "extended" && below(3) === 0) {
        await undoAct(stage.world, actor, { actId: outcome.actId, saidAt: stage.clock.now() });
      }
    }
    await remindOfPlans(stage.world);

    const rows = await stage.db.workPlan.findMany({ include: { extensions: true, trainingClass: true } });
    const column = (day: Date) => day.toISOString().slice(0, 10) as Day;
    const truth = new Map(
      rows.map((row) => [
        row.id,
        effectiveDeadline(
          column(row.trainingClass.plansDueOn),
          row.extensions.map(({ until }) => column(until)),
        ),
      ]),
    );
    const isLate = (id: number) => isOverdue("unwritten", truth.get(id) ?? today, today);
    const late = rows.filter(({ id }) => isLate(id)).length;
    const lateOf = (one: (typeof people)[number]) => one.plans.some(({ id }) => isLate(id));

    for (const plan of await stage.world.store.caseloads.plansOf(careOf(actor))) {
      expect(plan.dueOn, `a trainer's list, plan ${plan.planId}`).toBe(truth.get(plan.planId));
    }
    const overdue = await listOverdue(stage.world, actor);
    expect(overdue.total + overdue.askedOnly + overdue.resting).toBe(late);
    const listed = await listPeople(stage.world, actor, { filter: "late", search: "" });
    expect(listed.total).toBe(people.filter(lateOf).length);
    for (const one of people) {
      const found = await findPerson(stage.world, actor, { participantId: one.participant.id });
      if (found.kind !== "found") throw new Error("the person is there");
      for (const plan of found.person.plans) expect(plan.dueOn).toBe(truth.get(plan.planId));
      expect(found.person.late > 0).toBe(lateOf(one));
      for (const plan of await stage.world.store.plans.ofPerson(one.person.id)) {
        expect(plan.dueOn, "the participant's own page").toBe(truth.get(plan.id));
      }
      const own = await stage.world.store.ownData.collect(one.person.id, stage.clock.now());
      expect(own.work_plans.map(({ dueOn }) => dueOn).sort()).toEqual(one.plans.map(({ id }) => truth.get(id)).sort());
    }
    // What waits to leave names no day but that of its plans.
    const posts = await stage.db.outbox.findMany({ where: { kind: "plan_reminder", state: "waiting" } });
    for (const { message, subjects } of posts) {
      const days = subjects.flatMap((one) => truth.get(Number(/^plan:(\d+)$/.exec(one)?.[1])) ?? []);
      const named = [...((message as { text: string }).text.match(/\d{1,2} (Juli|Agustus) 2024/g) ?? [])];
      const meant = days.map((day) => plainDay("id", day));
      expect(named.filter((day) => !meant.includes(day))).toEqual([]);
    }
  },
);
