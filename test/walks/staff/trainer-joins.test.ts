// How a trainer takes up their role: an invitation of their own, their own phone, consent; a forwarded link helps nobody.

import { expect, test } from "vitest";
import { revokeRole } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildInvitation,
  buildParticipant,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-02T02:00:00Z");

const RINA = { name: "Rina Marlina", phone: "+628990000900", telegramId: null };

// Keeps T01.
test("a trainer takes up an invitation with the phone on the list, and a forwarded link fails", async () => {
  const trainingClass = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id], RINA);
  await stage.db.consentReceipt.deleteMany();
  const { token } = await buildInvitation(stage.db, trainer.id, { token: "undangan-untuk-rina-01" });
  const rina = stage.person({ name: "Rina", phone: "628990000900" });
  const neighbour = stage.person({ name: "Dewi", phone: "628990000901" });

  neighbour.start(token);
  await stage.settle();
  neighbour.sharesContact();
  await stage.settle();
  rina.start(token);
  await stage.settle();
  rina.sharesContact({ phone: "628990000901", user_id: neighbour.id });
  await stage.settle();
  rina.sharesContact();
  await stage.settle();
  rina.presses("✅ Setuju");
  await stage.settle();
  rina.start(token);
  await stage.settle();
  neighbour.start(token);
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/trainer-invitation.txt");
  const bound = await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id }, include: { consents: true } });
  expect(Number(bound.telegramId)).toBe(rina.id);
  expect(bound.consents).toHaveLength(1);
  expect(await stage.db.person.count()).toBe(1);
  expect(await stage.db.draft.count()).toBe(0);
  expect(stage.errors).toEqual([]);
});

// Keeps T01.
test.each([
  ["expired", { expiresAt: new Date("2024-06-01T00:00:00Z") }, "Masa berlaku"],
  ["revoked", { revokedAt: new Date("2024-06-01T00:00:00Z") }, "ditarik"],
])("an invitation that is %s is answered kindly and binds nobody", async (_what, options, words) => {
  const trainer = await buildTrainer(stage.db, [], RINA);
  const { token } = await buildInvitation(stage.db, trainer.id, options);
  const rina = stage.person({ name: "Rina", phone: "628990000900" });

  rina.start(token);
  await stage.settle();

  expect(rina.lastMessage()?.text).toContain(words);
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id } })).telegramId).toBeNull();
});

// Keeps T01.
test("somebody who refuses consent leaves nothing behind, not even the number they shared", async () => {
  const trainer = await buildTrainer(stage.db, [], RINA);
  await stage.db.consentReceipt.deleteMany();
  const { token } = await buildInvitation(stage.db, trainer.id);
  const rina = stage.person({ name: "Rina", phone: "628990000900" });
  rina.start(token);
  await stage.settle();
  rina.sharesContact();
  await stage.settle();

  rina.presses("Tidak");
  await stage.settle();

  expect(await stage.db.draft.count()).toBe(0);
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id } })).telegramId).toBeNull();
});

// Keeps T01.
test("an invitation that is revoked between the link and the number binds nobody", async () => {
  const trainer = await buildTrainer(stage.db, [], RINA);
  const { token } = await buildInvitation(stage.db, trainer.id);
  const rina = stage.person({ name: "Rina", phone: "628990000900" });
  rina.start(token);
  await stage.settle();
  await stage.db.invitation.update({ where: { token }, data: { revokedAt: stage.clock.now() } });

  rina.sharesContact();
  await stage.settle();

  expect(rina.lastMessage()?.text).toContain("ditarik");
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id } })).telegramId).toBeNull();
});

// Keeps T01.
test("somebody who takes part in a class stays one person when they become a trainer", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti", phone: "628990000900" });
  const { person } = await buildParticipant(stage.db, trainingClass.id, { telegramId: siti.id });
  const trainer = await buildTrainer(stage.db, [trainingClass.id], RINA);
  const { token } = await buildInvitation(stage.db, trainer.id);

  siti.start(token);
  await stage.settle();
  siti.sharesContact();
  await stage.settle();
  siti.presses("✅ Setuju");
  await stage.settle();

  const kept = await stage.db.person.findUniqueOrThrow({
    where: { id: person.id },
    include: { roles: true, classesTaught: true, participations: true },
  });
  expect(kept).toMatchObject({ telegramId: BigInt(siti.id), roles: [{ role: "trainer" }] });
  expect([kept.classesTaught.length, kept.participations.length]).toEqual([1, 1]);
  expect(stage.errors).toEqual([]);
});

test("a trainer who takes up the invitation of another province holds the role once, and loses it whole", async () => {
  const own = await buildClass(stage.db);
  const other = await buildClass(stage.db, { provinceCode: "31" });
  const rina = stage.person({ name: "Rina", phone: "628990000900" });
  const known = await buildTrainer(stage.db, [own.id], { name: "Rina", telegramId: rina.id });
  const invited = await buildTrainer(stage.db, [other.id], RINA);
  const { token } = await buildInvitation(stage.db, invited.id);
  rina.start(token);
  await stage.settle();
  rina.sharesContact();
  await stage.settle();

  const held = { personId: known.id, role: "trainer", revokedAt: null } as const;
  const [role, ...twice] = await stage.db.roleBinding.findMany({ where: held });
  expect(twice).toEqual([]);
  expect(await stage.db.classTrainer.count({ where: { personId: known.id } })).toBe(2);

  // As many as were left by invitations that were accepted before.
  await stage.db.roleBinding.create({ data: { ...held, grantedAt: stage.clock.now() } });
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  await revokeRole(stage.world, admin, { personId: known.id, bindingId: role?.id ?? 0 });
  expect(await stage.db.roleBinding.count({ where: held })).toBe(0);
  expect(stage.errors).toEqual([]);
});
