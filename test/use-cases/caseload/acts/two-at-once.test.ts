// Two trainers act on the same people at one instant, somebody is erased in the middle, a process dies in it: each thing happens once or not at all.

import { expect, test } from "vitest";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import type { World } from "../../../../src/ports.js";
import { erasePerson, extendDeadlines, remindPeople, undoAct, writeFirst } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { knownActor } from "../../../support/world/known-actor.js";

const stage = stageAt("2024-07-09T02:00:00Z");

const actorOf = (one: { telegramId: bigint | null }) => knownActor(stage.world, one);

async function aClass() {
  const { id: classId } = await buildClass(stage.db);
  const trainers = [await buildTrainer(stage.db, [classId]), await buildTrainer(stage.db, [classId], { name: "Joko" })];
  const people = [];
  for (let n = 0; n < 12; n += 1) people.push(await buildParticipant(stage.db, classId));
  const [rina, joko] = (await Promise.all(trainers.map(actorOf))) as [KnownActor, KnownActor];
  return { scope: { kind: "class", classId } as const, rina, joko, people };
}

const said = (updateId: number) => ({ updateId, saidAt: stage.clock.now() });

test("two trainers who remind one class at once send one message to each", async () => {
  const { scope, rina, joko } = await aClass();

  const outcomes = await Promise.all([
    remindPeople(stage.world, rina, { scope, ...said(1) }),
    remindPeople(stage.world, joko, { scope, ...said(2) }),
  ]);

  const sent = outcomes.map((one) =>
    one.kind === "reminded" ? [one.counts.now ?? 0, one.counts.already_today ?? 0] : [],
  );
  expect(sent.map(([now = 0, already = 0]) => now + already)).toEqual([12, 12]);
  expect(sent.reduce((sum, [now = 0]) => sum + now, 0)).toBe(12);
  expect(await stage.db.outbox.count({ where: { kind: "nudge" } })).toBe(12);
});

test("two trainers who extend one class at once leave the later day, whoever comes first", async () => {
  const { scope, rina, joko } = await aClass();

  await Promise.all([
    extendDeadlines(stage.world, rina, { scope, until: "2024-07-16", reason: "a", ...said(1) }),
    extendDeadlines(stage.world, joko, { scope, until: "2024-07-23", reason: "b", ...said(2) }),
  ]);

  const due = await stage.db.workPlan.findMany({ select: { dueOn: true } });
  expect(new Set(due.map(({ dueOn }) => dueOn.toISOString().slice(0, 10)))).toEqual(new Set(["2024-07-23"]));
});

test("an act pressed twice to be undone at one instant is undone once", async () => {
  const { scope, rina } = await aClass();
  const outcome = await extendDeadlines(stage.world, rina, { scope, until: "2024-07-16", reason: "a", ...said(1) });
  const wish = { actId: outcome.kind === "extended" ? outcome.actId : 0, saidAt: stage.clock.now() };

  const undone = await Promise.all([undoAct(stage.world, rina, wish), undoAct(stage.world, rina, wish)]);

  expect(undone.map(({ kind }) => kind).sort()).toEqual(["undone", "undone_already"]);
  expect(await stage.db.deadlineExtension.count()).toBe(0);
});

test("somebody who is erased while a class is acted on is written to by nobody, and nobody waits for ever", async () => {
  const { scope, rina, joko, people } = await aClass();
  const gone = await actorOf(people[5]?.person ?? { telegramId: null });

  await Promise.all([
    erasePerson(stage.world, gone, { personId: gone.person.id }),
    remindPeople(stage.world, rina, { scope, ...said(1) }),
    writeFirst(stage.world, joko, { scope, text: "Halo {nama}", ...said(2) }),
  ]);

  const person = await stage.db.person.findUniqueOrThrow({ where: { id: gone.person.id } });
  expect(person.erasedAt).not.toBeNull();
  const waiting = await stage.db.outbox.count({
    where: {
      personId: gone.person.id,
      state: { in: ["waiting", "claimed"] },
      kind: { in: ["nudge", "class_message"] },
    },
  });
  expect(waiting).toBe(0);
});

test("killed in the middle, nothing of it is there; handled again it happens once", async () => {
  const { scope, rina } = await aClass();
  const dying: World = {
    ...stage.world,
    transaction: (work) =>
      stage.world.transaction(async (inside) => {
        await work(inside);
        throw new Error("the process died");
      }),
  };
  const wish = { scope, until: "2024-07-16" as const, reason: "a", ...said(1) };

  await expect(extendDeadlines(dying, rina, wish)).rejects.toThrow("the process died");
  expect([await stage.db.deadlineExtension.count(), await stage.db.careAct.count()]).toEqual([0, 0]);
  await extendDeadlines(stage.world, rina, wish);
  await extendDeadlines(stage.world, rina, wish);

  expect([await stage.db.deadlineExtension.count(), await stage.db.careAct.count()]).toEqual([36, 1]);
});

test("reminding a whole class asks the database a number of times that does not grow with its people", async () => {
  const { scope, rina } = await aClass();
  const small = await asks((world) => remindPeople(world, rina, { scope, ...said(1) }));
  await stage.db.outbox.deleteMany();
  for (let n = 0; n < 20; n += 1) await buildParticipant(stage.db, scope.classId);
  const large = await asks((world) => remindPeople(world, rina, { scope, ...said(2) }));

  expect([small > 5, large]).toEqual([true, small]);
});

/** How often the store is asked for something; each of its answers is one statement or a few. */
async function asks(by: (world: World) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counted = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...parameters: unknown[]) => {
          count += 1;
          return Reflect.apply(value, target, parameters);
        };
      },
    });
  const world: World = {
    ...stage.world,
    transaction: (work) =>
      stage.world.transaction((inside) => {
        const ports = Object.entries(inside.store).map(([name, port]) => [
          name,
          typeof port === "object" ? counted(port) : port,
        ]);
        return work({ ...inside, store: Object.fromEntries(ports) as World["store"] });
      }),
  };
  await by(world);
  return count;
}
