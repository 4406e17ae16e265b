// What is said of a trainer taken from a class is said again when the button is pressed again, and to nobody else.

import { expect, test } from "vitest";
import { removeClass, revokeRole, teachClass } from "../../src/use-cases/index.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildTrainer } from "../support/world/builders.js";
import { actorOf } from "../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

test("a trainer is taken from their only class twice: the second press says what the first said, and changes nothing", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri" });
  const rina = await buildTrainer(stage.db, [own.id], { name: "Rina" });
  const actor = await actorOf(stage.world, (await buildAdmin(stage.db, { regionCode: "21" })).id);
  const wish = { classId: own.id, personId: rina.id, teaches: false };
  const first = await teachClass(stage.world, actor, wish);
  expect(first).toMatchObject({ kind: "done", person: { name: "Rina" } });
  expect(await teachClass(stage.world, actor, wish)).toEqual(first);
  expect(await stage.db.audit.count({ where: { action: "class.trainer-remove" } })).toBe(1);
});

test("a colleague who presses the same old button is told the same; of another class nothing is told", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri" });
  const other = await buildClass(stage.db, { provinceCode: "21", name: "Kepri 2" });
  const dodi = await buildTrainer(stage.db, [own.id], { name: "Dodi" });
  const [sri, budi] = await Promise.all(
    ["Sri", "Budi"].map(async (name) =>
      actorOf(stage.world, (await buildAdmin(stage.db, { name, regionCode: "21" })).id),
    ),
  );
  if (sri === undefined || budi === undefined) throw new Error("Two admins.");
  const first = await teachClass(stage.world, sri, { classId: own.id, personId: dodi.id, teaches: false });
  expect(await teachClass(stage.world, budi, { classId: own.id, personId: dodi.id, teaches: false })).toEqual(first);
  const elsewhere = { classId: other.id, personId: dodi.id, teaches: false };
  expect(await teachClass(stage.world, sri, elsewhere)).toEqual({ kind: "not_allowed" });
  // Nor are they given a class by whoever can no longer find them on the list.
  expect(await teachClass(stage.world, sri, { ...elsewhere, classId: own.id, teaches: true })).toEqual({
    kind: "not_allowed",
  });
});

test("trainers of a class that is removed hear that it is theirs no more, once each, and not the one who removed it", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri" });
  const [rina, dodi] = [
    await buildTrainer(stage.db, [own.id], { name: "Rina" }),
    await buildTrainer(stage.db, [own.id], { name: "Dodi" }),
  ];
  await stage.db.roleBinding.create({ data: { personId: dodi.id, role: "admin", grantedAt: stage.clock.now() } });
  const actor = await actorOf(stage.world, dodi.id);
  expect(await removeClass(stage.world, actor, own.id)).toMatchObject({ kind: "removed" });
  expect(await removeClass(stage.world, actor, own.id)).toEqual({ kind: "not_allowed" });
  const told = await stage.db.outbox.findMany();
  expect(told.map(({ personId, kind }) => [personId, kind])).toEqual([[rina.id, "role_change"]]);
  expect(told[0]?.message).toMatchObject({ text: expect.stringContaining("Kepri") });
});

test("a role is taken twice and given back twice with the same words", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21" });
  const eko = await buildTrainer(stage.db, [own.id], { name: "Eko" });
  const actor = await actorOf(stage.world, (await buildAdmin(stage.db, { regionCode: "21" })).id);
  const binding = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: eko.id } });
  const input = { personId: eko.id, bindingId: binding.id };
  const kinds = [await revokeRole(stage.world, actor, input), await revokeRole(stage.world, actor, input)].map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(["revoked", "revoked"]);
});
