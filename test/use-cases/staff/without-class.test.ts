// Trainers who have no class yet: in the hands of the whole country's admins, who give them one.

import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { listInvitations, listStaff, makePractice, spreadTrainers, viewSpread } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

test("trainers without a class are on the whole country's list, get their invitation, and are given classes; nobody of a province meets them", async () => {
  const taught = await buildClass(stage.db, { startsOn: "2026-04-20", name: "Kepri 1" });
  await buildClass(stage.db, { startsOn: "2026-05-04", name: "Kepri 2" });
  await buildTrainer(stage.db, [taught.id], { name: "Rina Kartika" });
  const baru = await buildTrainer(stage.db, [], { name: "Baharuddin", telegramId: null, phone: "+6281277770009" });
  const lama = await buildTrainer(stage.db, [], { name: "Lama" });
  await stage.db.roleBinding.updateMany({ where: { personId: lama.id }, data: { revokedAt: stage.clock.now() } });
  const sri = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Sri" })).id);
  const budi = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Budi", regionCode: "21" })).id);
  // Whoever practises has a trainer who does not exist, and gives nobody real a class there.
  const practice = await makePractice(stage.world, sri, "21");
  const names = async (actor: KnownActor) => {
    const list = await listStaff(stage.world, actor, null);
    return list.kind === "found" ? list.staff.filter(({ isTrainer }) => isTrainer).map(({ name }) => name) : [];
  };
  expect(await names(sri)).toEqual(["Baharuddin", "Rina Kartika"]);
  expect(await names(budi)).toEqual(["Rina Kartika"]);
  const invitations = await listInvitations(stage.world, sri, {
    waveId: null,
    provinceCode: null,
    purpose: "Mengirim",
  });
  expect(invitations.kind === "listed" && invitations.lines.map(({ person }) => person.name)).toContain("Baharuddin");
  const wish = { waveId: taught.waveId, provinceCode: "21", most: 2 };
  const seen = await viewSpread(stage.world, budi, wish);
  expect(seen.kind === "found" && seen.given.map(({ trainerName }) => trainerName)).toEqual(["Rina Kartika"]);
  const view = await viewSpread(stage.world, sri, wish);
  if (view.kind !== "found" || !("practice" in practice)) throw new Error("not allowed");
  expect(view.given.map(({ trainerName }) => trainerName)).toEqual(["Baharuddin"]);
  expect(view.loads.map(({ name, classes }) => [name, classes])).toEqual([
    ["Rina Kartika", 1],
    ["Baharuddin", 1],
  ]);
  for (let press = 0; press < 2; press += 1) {
    await spreadTrainers(stage.world, sri, { ...wish, mark: view.mark });
    expect(await stage.db.classTrainer.count({ where: { personId: baru.id } })).toBe(1);
  }
  expect(await names(budi)).toEqual(["Baharuddin", "Rina Kartika"]);
  const [first] = await stage.db.wave.findMany({ where: { cohortId: practice.practice.cohortId } });
  const own = await viewSpread(stage.world, sri, {
    ...wish,
    waveId: first?.id ?? 0,
    provinceCode: practice.practice.trainingClass.provinceCode,
  });
  expect(own.kind === "found" && own.loads.some(({ name }) => name === "Baharuddin")).toBe(false);
});
