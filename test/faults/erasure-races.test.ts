// Somebody is erased while somebody else posts to them or about them: two open transactions, in either order.
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { World } from "../../src/ports.js";
import {
  alertOverdueFollowUps,
  askTrainers,
  extendDeadline,
  moveTrainingSession,
  nudgeParticipant,
  publishAnnouncement,
  recordContact,
  remindOfPlans,
  remindOfSessions,
  replyInThread,
  summariseDay,
} from "../../src/use-cases/index.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../support/builders.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { actorOf, report } from "../support/plans.js";
import { openStage, type Stage } from "../support/stage.js";

const NAME = "Kanari Ismaya";
const TELEGRAM_ID = 7_912_345_678;

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-07-09T02:00:00Z");
});
afterAll(() => database.close());

/** A late plan of hers and of a colleague, a question, a session of which both were reminded. */
async function aClass() {
  const { db, world } = stage;
  const trainingClass = await buildClass(db);
  const trainer = await buildTrainer(db, [trainingClass.id]);
  const admin = await buildAdmin(db);
  const hers = await buildParticipant(db, trainingClass.id, { name: NAME, telegramId: TELEGRAM_ID });
  await buildParticipant(db, trainingClass.id, { name: "Budi Santoso" });
  const startsAt = new Date("2024-07-10T02:00:00Z");
  const session = await buildSession(db, trainingClass.id, { startsAt });
  await remindOfSessions(world);
  const author = await actorOf(world, hers.person.id);
  await askTrainers(world, author, { text: "rahasia-kanari", files: [], updateId: 1 });
  const planId = hers.plans[0]?.id ?? 0;
  await report(world, hers.person.id, planId, { state: "stuck", story: "rahasia-kanari" });
  return { personId: hers.person.id, planId, session, trainerId: trainer.id, adminId: admin.id };
}
type Scene = Awaited<ReturnType<typeof aClass>>;

const POSTERS: Record<string, (world: World, scene: Scene) => Promise<unknown>> = {
  "a nudge": async (world, { trainerId, planId }) =>
    nudgeParticipant(world, await actorOf(world, trainerId), { planId, saidAt: world.clock.now() }),
  "more time for a plan": async (world, { trainerId, planId }) =>
    extendDeadline(world, await actorOf(world, trainerId), {
      ...{ planId, until: "2024-08-20", reason: "rahasia-kanari", updateId: 2, saidAt: world.clock.now() },
    }),
  "the note of a talk": async (world, { trainerId, planId }) =>
    recordContact(world, await actorOf(world, trainerId), {
      ...{ planId, way: "telephoned", note: "rahasia-kanari", updateId: 3, saidAt: world.clock.now() },
    }),
  "an answer to their question": async (world, { trainerId }) =>
    replyInThread(world, await actorOf(world, trainerId), {
      ...{ threadId: 1, text: `rahasia-kanari ${NAME}`, files: [], updateId: 4 },
    }),
  "an announcement": async (world, { adminId }) =>
    publishAnnouncement(world, await actorOf(world, adminId), {
      draftId: 1,
      content: { text: "Halo {nama}", marks: [] },
      audience: { scope: { kind: "all" }, role: "everyone", plans: "any" },
    }),
  "a moved session": async (world, { trainerId, session }) =>
    moveTrainingSession(world, await actorOf(world, trainerId), {
      ...{ sessionId: session.id, revision: 0, startsAt: new Date("2024-07-10T05:00:00Z"), saidAt: world.clock.now() },
    }),
  "the trainer's alert": (world) => alertOverdueFollowUps(world),
  "the trainer's summary": (world) => summariseDay(world),
  "a reminder of plans": (world) => remindOfPlans(world),
};

/** Rows that still know who it was. */
async function leftOf(personId: number): Promise<string[]> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('_prisma_migrations', 'places', 'erasures')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await stage.db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    const knows = (row: string) => [NAME, "rahasia-kanari", String(TELEGRAM_ID)].some((word) => row.includes(word));
    found.push(
      ...rows
        .map(({ row }) => row)
        .filter(knows)
        .map((row) => `${name} ${row}`),
    );
  }
  const waiting = { personId, state: { in: ["waiting" as const, "claimed" as const] } };
  return [...found, ...(await stage.db.outbox.findMany({ where: waiting })).map(({ key }) => `waits: ${key}`)];
}

/** Everything up to the commit, which then waits for the sign. */
function heldOpen(world: World, act: (world: World) => Promise<unknown>) {
  let letCommit = () => {};
  const sign = new Promise<void>((resolve) => {
    letCommit = resolve;
  });
  let arrived = () => {};
  const done = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const committed = world.store.transaction(async (store) => {
    await act({ ...world, store });
    arrived();
    await sign;
  });
  return { done: Promise.race([done, committed]), commit: letCommit, committed };
}

const erase = (personId: number) => (world: World) => world.store.ownData.erase(personId, [], world.clock.now());

describe.skipIf(inject("database").kind !== "postgres")("erasing somebody at the same instant as", () => {
  test.each(Object.entries(POSTERS))("%s leaves nothing, when the erasure comes first", async (_name, post) => {
    const scene = await aClass();
    // In the evening the summary is due, too.
    stage.clock.set(new Date("2024-07-09T09:45:00Z"));
    const first = heldOpen(stage.world, erase(scene.personId));
    await first.done;
    const second = post(stage.world, scene);
    await delay(150);
    first.commit();
    await Promise.all([first.committed, second]);
    expect(await leftOf(scene.personId)).toEqual([]);
  });

  test.each(Object.entries(POSTERS))("%s leaves nothing, when the post comes first", async (_name, post) => {
    const scene = await aClass();
    stage.clock.set(new Date("2024-07-09T09:45:00Z"));
    const first = heldOpen(stage.world, (world) => post(world, scene));
    await first.done;
    const second = heldOpen(stage.world, erase(scene.personId));
    await delay(150);
    first.commit();
    await first.committed;
    second.commit();
    await second.committed;
    expect(await leftOf(scene.personId)).toEqual([]);
  });
});
