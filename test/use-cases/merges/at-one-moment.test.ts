// Two admins at once, somebody who is just reporting, and a person who is merged in two ways: one of both comes first. On PostgreSQL alone:
// the embedded database has one connection.
import { expect, test } from "vitest";
import { erasePerson, mergeTwo, undoMerge } from "../../../src/use-cases/index.js";
import { postTo } from "../../../src/use-cases/posting.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildParticipant } from "../../support/world/builders.js";
import { actorOf, report } from "../../support/world/plans.js";
import { BERAKIT, everyRow, registeredTwice } from "./scene.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const onPostgres = test.runIf(process.env.TEST_DATABASE === "postgres");
const ROUNDS = 8;

/** Each round in a scene of its own: other accounts and another village class. */
async function scene(n: number) {
  const { db } = stage;
  const built = await registeredTwice(stage, { telegramId: null });
  await db.person.update({ where: { id: built.goes.person.id }, data: { telegramId: 8_000_000 + n } });
  await db.accountBinding.create({
    data: { personId: built.goes.person.id, telegramId: 8_000_000 + n, boundAt: stage.clock.now() },
  });
  await db.person.update({ where: { id: built.stays.person.id }, data: { telegramId: 9_000_000 + n } });
  await db.accountBinding.updateMany({
    where: { personId: built.stays.person.id },
    data: { telegramId: 9_000_000 + n },
  });
  return built;
}

onPostgres(
  "two admins who merge the same two, each the other way round, merge once",
  async () => {
    const { db, world } = stage;
    for (let n = 0; n < ROUNDS; n++) {
      const { adminId, pair } = await scene(n);
      const other = await buildAdmin(db);
      const turned = { ...pair, staysId: pair.goesId, goesId: pair.staysId };
      const outcomes = await Promise.all([
        mergeTwo(world, await actorOf(world, adminId), pair),
        mergeTwo(world, await actorOf(world, other.id), turned),
      ]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(["merged", "merged"]);
      expect(await db.merge.count()).toBe(n + 1);
    }
  },
  60_000,
);

onPostgres(
  "A into B while B is merged into C: the second finds what the first has done",
  async () => {
    const { db, world } = stage;
    for (let n = 0; n < ROUNDS; n++) {
      const { trainingClass, stays, goes, adminId } = await scene(n);
      const third = await buildParticipant(db, trainingClass.id, { ...BERAKIT, name: "Siti Amina" });
      const admin = await actorOf(world, adminId);
      const [a, b, c] = [goes.person.id, stays.person.id, third.person.id];
      const kinds = (
        await Promise.all([
          mergeTwo(world, admin, { kind: "people", staysId: b, goesId: a }),
          mergeTwo(world, admin, { kind: "people", staysId: c, goesId: b }),
        ])
      ).map(({ kind }) => kind);
      // Either A goes into B and B, with it, into C; or B is gone when A's turn comes.
      expect(["merged,merged", "problem,merged"]).toContain(kinds.join());
      const rows = await db.person.findMany({ where: { id: { in: [a, b, c] } }, orderBy: { id: "asc" } });
      expect(rows.find(({ id }) => id === b)?.mergedIntoId).toBe(c);
      expect(rows.find(({ id }) => id === a)?.mergedIntoId).toBe(kinds[0] === "merged" ? b : null);
      const owners = await db.participant.findMany({ where: { personId: b, leftAt: null } });
      expect(owners).toEqual([]);
    }
  },
  60_000,
);

onPostgres(
  "a report on its way when its author is merged is theirs who they are now",
  async () => {
    const { db, world } = stage;
    for (let n = 0; n < ROUNDS; n++) {
      const { stays, goes, adminId, pair } = await scene(n);
      const planId = goes.plans[n % 3]?.id ?? 0;
      const [outcome] = await Promise.all([
        report(world, goes.person.id, planId, { story: `cerita ${n}` }),
        mergeTwo(world, await actorOf(world, adminId), pair),
      ]);
      expect(outcome.kind).toBe("recorded");
      expect(await db.progressReport.findFirst({ where: { story: `cerita ${n}` } })).toMatchObject({
        authorId: stays.person.id,
      });
    }
  },
  60_000,
);

onPostgres(
  "forgotten while merged, and undone twice at once: nobody waits for ever, and nothing of them is left",
  async () => {
    const { db, world } = stage;
    for (let n = 0; n < ROUNDS; n++) {
      const { stays, goes, adminId, pair } = await scene(n);
      const admin = await actorOf(world, adminId);
      const victim = n % 2 === 0 ? goes.person.id : stays.person.id;
      const [erased, outcome] = await Promise.all([
        erasePerson(world, await actorOf(world, victim), { personId: victim }),
        mergeTwo(world, admin, pair),
      ]);
      if (outcome.kind === "merged" && (await db.merge.count({ where: { id: outcome.merge.id } })) > 0) {
        const undone = await Promise.all([
          undoMerge(world, admin, outcome.merge.id),
          undoMerge(world, admin, outcome.merge.id),
        ]);
        expect(undone.map(({ kind }) => kind)).toEqual(["undone", "undone"]);
      }
      expect(["erased", "nobody"]).toContain(erased.kind);
    }
    expect((await everyRow(db)).length).toBeGreaterThan(0);
  },
  60_000,
);

onPostgres(
  "what is posted to both at that moment waits for nobody for ever",
  async () => {
    const { db, world } = stage;
    for (let n = 0; n < ROUNDS; n++) {
      const { stays, goes, adminId } = await scene(n);
      // Each way round: whose number is the smaller makes no difference.
      const pair = { kind: "people", staysId: goes.person.id, goesId: stays.person.id } as const;
      const admin = await actorOf(world, adminId);
      const people = await world.store.people.findAll([stays.person.id, goes.person.id]);
      const post = (round: number) =>
        world.transaction((inside) =>
          postTo(
            inside,
            people.map((to) => ({
              ...{
                key: `colleague:${n}:${round}:${to.id}`,
                kind: "colleague" as const,
                to,
                names: people.map(({ id }) => id),
              },
              say: () => ({ text: "Halo", marks: [] }),
            })),
          ),
        );
      const [outcome] = await Promise.all([mergeTwo(world, admin, pair), post(1), post(2), post(3)]);
      expect(outcome.kind).toBe("merged");
      const waiting = await db.outbox.findMany({ where: { state: "waiting", personId: stays.person.id } });
      expect(waiting).toEqual([]);
    }
  },
  60_000,
);
