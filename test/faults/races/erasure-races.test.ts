// Somebody is erased while somebody else posts to them or about them: two open transactions, in either order; and both at once.

import { describe, expect, inject, test } from "vitest";
import type { World } from "../../../src/ports.js";
import { erasePerson } from "../../../src/use-cases/index.js";
import { heldOpen, untilWaiting } from "../../support/held-open.js";
import { takeSnapshot } from "../../support/stage/snapshot.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { actorOf } from "../../support/world/plans.js";
import { aClass, BEFORE, DUE_AT, NAME, RACERS, type Scene, SECRET, TELEGRAM_ID } from "./erasure-racers.js";

const stage = stageAt("2024-07-09T02:00:00Z");

/** Rows that still know who it was. */
async function leftOf(personId: number): Promise<string[]> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('_prisma_migrations', 'places', 'erasures')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await stage.db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    const knows = (row: string) => [NAME, SECRET, String(TELEGRAM_ID)].some((word) => row.includes(word));
    found.push(
      ...rows
        .map(({ row }) => row)
        .filter(knows)
        .map((row) => `${name} ${row}`),
    );
  }
  found.push(...(await rightsOf(personId)));
  const waiting = { personId, state: { in: ["waiting" as const, "claimed" as const] } };
  return [...found, ...(await stage.db.outbox.findMany({ where: waiting })).map(({ key }) => `waits: ${key}`)];
}

/** Also whoever is brought in anew is somebody new. */
async function rightsOf(personId: number): Promise<string[]> {
  const teaching = await stage.db.classTrainer.findMany({ where: { personId } });
  const invitations = await stage.db.invitation.findMany({ where: { personId } });
  return [
    ...teaching.map(({ classId }) => `teaches ${classId}`),
    ...invitations.map(({ token }) => `invited ${token}`),
  ];
}

const erase = (personId: number) => async (world: World) =>
  erasePerson(world, await actorOf(world, personId), { personId, endsRoles: true });

/** In the evening the summary is due, too. */
async function sceneFor(name: string): Promise<Scene> {
  const scene = await aClass(stage);
  stage.clock.set(new Date(DUE_AT[name] ?? "2024-07-09T09:45:00Z"));
  await BEFORE[name]?.(stage.world, scene);
  return scene;
}

const noKnot = (outcome: unknown) => expect(JSON.stringify(outcome) ?? "").not.toMatch(/deadlock|40P01|P2034/);

describe.skipIf(inject("database").kind !== "postgres")("erasing somebody at the same instant as", () => {
  test.each(RACERS)("%s leaves nothing, when the erasure comes first", async (name, { run, bringsAnew }) => {
    const scene = await sceneFor(name);
    const first = heldOpen(stage.world, erase(scene.personId));
    await first.done;
    const second = run(stage.world, scene, stage.db).catch(String);
    await untilWaiting(stage.db, 1);
    first.commit();
    await first.committed;
    // It may find nobody any more, and be handled again as of a stranger; what it must not do is end in a knot.
    noKnot(await second);
    expect(await (bringsAnew ? rightsOf : leftOf)(scene.personId)).toEqual([]);
  });

  test.each(RACERS)("%s leaves nothing, when the erasure comes second", async (name, { run }) => {
    const scene = await sceneFor(name);
    const before = await takeSnapshot(stage.db);
    const first = heldOpen(stage.world, (world) => run(world, scene, stage.db));
    await first.done;
    const second = heldOpen(stage.world, erase(scene.personId));
    await untilWaiting(stage.db, 1);
    first.commit();
    await first.committed;
    const after = await takeSnapshot(stage.db);
    second.commit();
    await second.committed;
    // It has something to do here, or it would prove nothing.
    expect(after).not.toEqual(before);
    expect(await leftOf(scene.personId)).toEqual([]);
  });

  // Both wait for the same person: whoever has locked anything else of theirs before makes a knot now.
  test.each(RACERS)("%s makes no knot, when both find the person locked", async (name, { run, bringsAnew }) => {
    const scene = await sceneFor(name);
    const other = heldOpen(stage.world, (world) => world.store.people.change(scene.personId, { optedOut: [] }));
    await other.done;
    const erased = stage.world.store.transaction((store) => erase(scene.personId)({ ...stage.world, store }));
    await untilWaiting(stage.db, 1);
    const posted = run(stage.world, scene, stage.db).catch(String);
    await untilWaiting(stage.db, 2);
    other.commit();
    const outcome = await Promise.all([other.committed, erased.then(() => "erased", String), posted]);
    expect(outcome[1]).toBe("erased");
    noKnot(outcome[2]);
    expect(await (bringsAnew ? rightsOf : leftOf)(scene.personId)).toEqual([]);
  });
});
