// Whatever happens to somebody's accounts, in any order: at any moment they have one, and nothing that waits goes to another.

import { expect, test } from "vitest";
import { contestMove, decideMove, moveAccount } from "../../../src/use-cases/index.js";
import { chanceOf } from "../../simulation/random.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-04T03:00:00Z");
const NUMBER = "+628990000001";

/** A new account that agreed to the notice and shared the number a moment ago. */
async function arrives(): Promise<number> {
  const now = stage.clock.now();
  const { telegramId } = await buildPerson(stage.db, { name: "" });
  await stage.db.draft.create({
    data: {
      ...{ telegramId: telegramId ?? 0, form: "registration", subject: "new", version: 1 },
      ...{ answers: { phone: NUMBER }, createdAt: now, updatedAt: now },
    },
  });
  return Number(telegramId);
}

// Keeps P10.
test.each([1, 2, 3, 4])(
  "moves, objections and decisions in any order leave one account each time (%i)",
  async (seed) => {
    const chance = chanceOf(seed);
    const { world, db, clock } = stage;
    const trainingClass = await buildClass(db);
    const trainer = await buildTrainer(db, [trainingClass.id]);
    const { person } = await buildParticipant(db, trainingClass.id, { name: "Siti Rahmawati", phone: NUMBER });
    const decider = await actorOf(world, trainer.id);
    const accounts = [Number(person.telegramId)];
    for (let step = 0; step < 12; step++) {
      clock.advance(3_600_000);
      const updateId = 1000 + step;
      const moves = await db.accountMove.findMany();
      const moveId = moves.length === 0 ? 0 : chance.oneOf(moves).id;
      const what = chance.below(3);
      // Each is done twice, as an update that is handled again.
      if (what === 0) {
        const account = await arrives();
        accounts.push(account);
        for (const _ of [1, 2]) {
          const now = await world.store.people.speaker(account);
          if (now === null) throw new Error("Nobody speaks from the account.");
          const actor = { telegramId: account, language: "id" as const, ...now };
          await moveAccount(world, actor, { personId: person.id, updateId });
        }
      } else if (what === 1) {
        const telegramId = chance.oneOf(accounts);
        for (const _ of [1, 2]) {
          const now = await world.store.people.speaker(telegramId);
          const nobody = { person: null, roles: [], agreed: [], takesPart: false };
          await contestMove(world, { telegramId, language: "id", ...(now ?? nobody) }, { moveId, updateId });
        }
      } else {
        const verdict = chance.happens(0.5) ? "new" : "old";
        for (const _ of [1, 2]) await decideMove(world, decider, { moveId, verdict, updateId });
      }
      const active = await db.accountBinding.findMany({ where: { personId: person.id, unboundAt: null } });
      const { telegramId } = await db.person.findUniqueOrThrow({ where: { id: person.id } });
      expect(active.map((one) => one.telegramId)).toEqual([telegramId]);
      const waiting = await db.outbox.findMany({ where: { personId: person.id, state: "waiting" } });
      expect(waiting.every(({ chatId }) => chatId === telegramId)).toBe(true);
      // Nobody has two people behind one account, and each account's former time has its end.
      const open = await db.accountBinding.groupBy({ by: ["telegramId"], where: { unboundAt: null }, _count: true });
      expect(open.every(({ _count }) => _count === 1)).toBe(true);
    }
  },
);

// Keeps P10.
test("two accounts that say yes at one moment, each of them twice, leave one account and nobody beside it", async () => {
  const { world, db } = stage;
  const trainingClass = await buildClass(db);
  const { person } = await buildParticipant(db, trainingClass.id, { name: "Siti Rahmawati", phone: NUMBER });
  const actors = [];
  for (const account of [await arrives(), await arrives()]) {
    const now = await world.store.people.speaker(account);
    if (now === null) throw new Error("Nobody speaks from the account.");
    actors.push({ telegramId: account, language: "id" as const, ...now });
  }
  const asks = [...actors, ...actors].map((actor, updateId) =>
    moveAccount(world, actor, { personId: person.id, updateId: 3000 + updateId }),
  );
  await Promise.allSettled(asks);
  const { telegramId } = await db.person.findUniqueOrThrow({ where: { id: person.id } });
  expect(actors.map((one) => BigInt(one.telegramId))).toContain(telegramId);
  const active = await db.accountBinding.findMany({ where: { personId: person.id, unboundAt: null } });
  expect(active.map((one) => one.telegramId)).toEqual([telegramId]);
  const open = await db.accountBinding.groupBy({ by: ["telegramId"], where: { unboundAt: null }, _count: true });
  expect(open.every(({ _count }) => _count === 1)).toBe(true);
  // The former accounts are told once for each time that somebody left them.
  const moves = await db.accountMove.findMany({ where: { state: "moved" } });
  expect(await db.outbox.count({ where: { kind: "account" } })).toBe(moves.length);
});
