// An admin is offered what they may give, and nothing that is refused after the last question.

import { expect, test } from "vitest";
import { type Act, presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");
const inTurn = phoneActsOn(stage, 2000);
const opens =
  (data: string): Act =>
  (phone) =>
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

async function adminOf(regionCode: string) {
  const budi = stage.person({ name: "Budi" });
  const { id } = await buildAdmin(stage.db, { telegramId: budi.id, regionCode });
  return { budi, id };
}

test("an admin of a province is asked for the kabupaten alone, and makes its admin", async () => {
  const { budi } = await adminOf("21");
  await inTurn(budi, says("/kelola"), opens("staff:0"));
  await inTurn(budi, presses("➕ Admin"), says("Mahmud Hidayat"), says("0812 7777 8888"), says("Bintan"));
  expect(budi.lastMessage()?.text).toContain("Bintan");
  await inTurn(budi, presses("✅ Buat undangan"));
  expect(await stage.db.roleBinding.count({ where: { role: "admin", regionCode: "21.01" } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

test.each([
  ["a kabupaten", "21.01", false],
  ["a province in one cohort", "21", true],
])("an admin of %s is offered no other admin to add", async (_what, regionCode, isOfCohort) => {
  const { budi, id } = await adminOf(regionCode);
  const { waveId } = await buildClass(stage.db, { startsOn: "2026-05-18" });
  const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: waveId } });
  if (isOfCohort) await stage.db.roleBinding.updateMany({ where: { personId: id }, data: { cohortId } });
  await inTurn(budi, says("/kelola"), opens("staff:0"));
  expect(budi.buttons()).not.toContain("[➕ Admin]");
  await inTurn(budi, says("/kelola"), opens("invite_admin"));
  expect(await stage.db.draft.count()).toBe(0);
});

test("an admin of two provinces makes a class in one of the two", async () => {
  const { budi, id } = await adminOf("21");
  const role = { role: "admin", regionCode: "63", grantedAt: stage.clock.now() } as const;
  await stage.db.roleBinding.create({ data: { personId: id, ...role } });
  const { waveId } = await buildClass(stage.db, { startsOn: "2026-05-18" });
  await inTurn(budi, says("/kelola"), opens(`new_class:${waveId}`));
  const provinces = (await stage.db.place.findMany({ where: { level: "province" } })).map(({ name }) => name);
  expect(provinces.length).toBeGreaterThan(2);
  const offered = budi.buttons().filter((label) => /^\[(Kep\. Riau|Kalimantan|Sumatera|Jawa|Jambi|Maluku)/.test(label));
  expect(offered.toSorted()).toEqual(["[Kalimantan Selatan]", "[Kep. Riau]"]);
});
