// Audiences saved by name: taken again within the reach of that day, and nobody else's.
import { beforeEach, expect, test } from "vitest";
import { type Audience, EVERYBODY } from "../../../src/domain/announcements/audience.js";
import { adminReach } from "../../../src/domain/people/admin-reach.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import {
  audienceOptions,
  countAudience,
  describeAudience,
  forgetSavedAudience,
  saveAudience,
  savedAudiences,
  takeSavedAudience,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-07-09T03:00:00Z");
let world: World;
let budi: KnownActor;
beforeEach(async () => {
  world = stage.world;
  const kepri = await buildClass(stage.db, { provinceCode: "21", name: "Kepri 1" });
  const kalsel = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel 1" });
  for (const { id } of [kepri, kepri, kalsel]) await buildParticipant(stage.db, id);
  await buildTrainer(stage.db, [kalsel.id], { name: "Rina Marlina" });
  budi = await anAdmin("Budi");
});

async function anAdmin(name: string, regionCode?: string): Promise<KnownActor> {
  const { id } = await buildAdmin(stage.db, { name, ...(regionCode !== undefined && { regionCode }) });
  return actorOf(world, id);
}

const total = async (actor: KnownActor, audience: Audience) =>
  (await countAudience(world, actor, audience)).reachable.reduce((sum, { count }) => sum + count, 0);

const BOTH: Audience = { ...EVERYBODY, places: ["21", "63"] };

// Keeps A06.
test("one is saved under a name, once, taken again, and deleted by its owner alone", async () => {
  const saved = await saveAudience(world, budi, { name: "Dua provinsi", audience: BOTH });
  expect(await saveAudience(world, budi, { name: "Dua provinsi", audience: BOTH })).toEqual(saved);
  if (saved.kind !== "saved") throw new Error("Not saved.");
  const other = await anAdmin("Dewi");
  expect(await takeSavedAudience(world, other, saved.id)).toBeNull();
  expect(await forgetSavedAudience(world, other, saved.id)).toBe(false);
  expect(await savedAudiences(world, other)).toEqual([]);
  stage.clock.advance(1000);
  await saveAudience(world, budi, { name: "Kepri", audience: { ...EVERYBODY, places: ["21"] } });
  stage.clock.advance(1000);
  expect((await takeSavedAudience(world, budi, saved.id))?.audience).toEqual(BOTH);
  // The one that was taken last is first.
  expect((await savedAudiences(world, budi)).map(({ name }) => name)).toEqual(["Dua provinsi", "Kepri"]);
  expect(await forgetSavedAudience(world, budi, saved.id)).toBe(true);
  expect(await takeSavedAudience(world, budi, saved.id)).toBeNull();
});

// Keeps A01, A06.
test("whose reach has shrunk counts, names and is offered nothing beyond it, with an audience saved before too", async () => {
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow({ where: { provinceCode: "63" } });
  const { id: trainerId } = await stage.db.person.findFirstOrThrow({ where: { name: "Rina Marlina" } });
  const wide: Audience = { ...BOTH, classes: [classId], trainers: [trainerId] };
  for (const [name, audience] of [
    ["Dua", BOTH],
    ["Kalsel", wide],
  ] as const) {
    await saveAudience(world, budi, { name, audience });
  }
  expect(await total(budi, BOTH)).toBe(3);
  await stage.db.roleBinding.updateMany({ where: { personId: budi.person.id }, data: { regionCode: "21" } });
  const now = await actorOf(world, budi.person.id);
  const reach = adminReach(now.roles);
  const [kalsel, dua] = await savedAudiences(world, now);
  expect(await total(now, dua?.audience ?? EVERYBODY)).toBe(2);
  expect(await total(now, kalsel?.audience ?? EVERYBODY)).toBe(0);
  const { names } = await describeAudience(world, wide, reach);
  expect(names).toMatchObject({ places: ["Kepulauan Riau"], classes: [], trainers: [], others: 3 });
  const wish = { places: [], typed: "", skip: 0, most: 9 };
  for (const list of ["places", "classes", "waves", "cohorts", "trainers"] as const) {
    const { shown } = await audienceOptions(world, now, list, wish);
    expect(shown.map(({ name }) => name).join()).not.toMatch(/Kalimantan|Kalsel|Rina/);
  }
});

test("one of a practice is nobody's but its owner's, and gone with it", async () => {
  const audience: Audience = { ...EVERYBODY, scope: { kind: "practice", cohortId: 99 } };
  const saved = await saveAudience(world, budi, { name: "Latihan", audience });
  if (saved.kind !== "saved") throw new Error("Not saved.");
  expect(await takeSavedAudience(world, budi, saved.id)).toBeNull();
  expect(await total(budi, audience)).toBe(0);
});

test("lists are read a page at a time, and searched by a part of a name", async () => {
  for (let n = 0; n < 12; n++)
    await buildClass(stage.db, { provinceCode: "21", name: `Kelas ${String(n).padStart(2, "0")}` });
  const wish = { places: ["21"], typed: "", skip: 8, most: 8 };
  const second = await audienceOptions(world, budi, "classes", wish);
  expect([second.total, second.shown.length]).toEqual([13, 5]);
  const found = await audienceOptions(world, budi, "classes", { ...wish, skip: 0, typed: "kelas 03" });
  expect(found.shown.map(({ name }) => name)).toEqual(["Kelas 03"]);
  const regencies = await audienceOptions(world, budi, "places", { ...wish, places: [], skip: 0, province: "21" });
  expect(regencies.shown.map(({ name }) => name)).toEqual(["Kab. Bintan"]);
  const trainer = await audienceOptions(world, budi, "trainers", { ...wish, places: [], skip: 0, typed: "marl" });
  expect(trainer.shown.map(({ name }) => name)).toEqual(["Rina Marlina"]);
});
