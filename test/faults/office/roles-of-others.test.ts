// An admin of one province works on people whom others appointed: what those gave or took stays as they left it.

import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import {
  acceptInvitation,
  inviteStaff,
  renewInvitation,
  revokeRole,
  saveWorkbook,
  undoImport,
} from "../../../src/use-cases/index.js";
import { officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildInvitation, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const PHONE = "+6281234567890";
const OTHER_PHONE = "+6281234567899";

/** Riau's admin, who acts; a class of theirs, and one of Maluku. */
async function twoProvinces() {
  const own = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Kepri" });
  const foreign = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "81", name: "Maluku" });
  const admin = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  return { own, foreign, actor: await actorOf(stage.world, admin.id) };
}

async function byWorkbook(actor: KnownActor, phone: string, draftId = 1) {
  const bytes = await officeWorkbook({ trainers: [["Mahmud", phone, "Kepri", null]] });
  const judged = await judgeRosterFile(bytes, {}, await officeJudges("2026-04-06"));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const saidAt = stage.clock.now();
  const wish = { draftId, lines: judged.lines, entriesFor: async () => [], cohortName: String, saidAt };
  const outcome = await saveWorkbook(stage.world, actor, wish);
  return outcome.kind === "saved" ? outcome.saved.id : 0;
}

const asTrainer = (actor: KnownActor, classId: number, phone: string) =>
  inviteStaff(stage.world, actor, { name: "Mahmud", phone, wish: { role: "trainer", classId } });

async function accept(personId: number, phone: string) {
  const { token } = await stage.db.invitation.findFirstOrThrow();
  const wish = { token, proof: { phone }, agrees: true, updateId: 1, saidAt: stage.clock.now() };
  expect((await acceptInvitation(stage.world, await actorOf(stage.world, personId), wish)).kind).toBe("accepted");
}

/** Whom the admin of the province has invited by a number of somebody out of their sight. */
const invited = async (formerId: number) =>
  (await stage.db.person.findFirstOrThrow({ where: { phone: PHONE, NOT: { id: formerId } } })).id;

test.each([
  {
    way: "an invitation",
    again: async (actor: KnownActor, classId: number, trainerId: number) => {
      await asTrainer(actor, classId, PHONE);
      await accept(trainerId, PHONE);
    },
  },
  {
    way: "a workbook",
    again: async (actor: KnownActor, _: number, trainerId: number) => {
      await byWorkbook(actor, PHONE);
      await accept(trainerId, PHONE);
    },
  },
  {
    way: "an invitation to another number of theirs",
    again: async (actor: KnownActor, classId: number, trainerId: number) => {
      await asTrainer(actor, classId, OTHER_PHONE);
      await accept(trainerId, OTHER_PHONE);
    },
  },
])("$way makes a former trainer of another province one of this province alone", async ({ again }) => {
  const { own, foreign, actor } = await twoProvinces();
  const trainer = await buildTrainer(stage.db, [foreign.id], { name: "Mahmud", phone: PHONE });
  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  await again(actor, own.id, trainer.id);
  const teaching = await stage.db.classTrainer.findMany({ where: { personId: trainer.id } });
  expect(teaching.map(({ classId }) => classId)).toEqual([own.id]);
  expect((await stage.world.store.people.rolesOf(trainer.id)).map(({ role }) => role)).toEqual(["trainer"]);
});

test("a trainer in office in another province keeps the classes there when this one invites them too", async () => {
  const { own, foreign, actor } = await twoProvinces();
  const trainer = await buildTrainer(stage.db, [foreign.id], { name: "Mahmud", phone: PHONE });
  await asTrainer(actor, own.id, PHONE);
  expect(await stage.db.classTrainer.count({ where: { personId: trainer.id } })).toBe(1);
  await accept(trainer.id, PHONE);
  expect(await stage.db.classTrainer.count({ where: { personId: trainer.id } })).toBe(2);
});

test.each([
  {
    what: "making them a trainer",
    act: async (actor: KnownActor, classId: number) => asTrainer(actor, classId, PHONE),
  },
  {
    what: "sending them their invitation again",
    act: async (actor: KnownActor, classId: number, personId: number) => {
      await asTrainer(actor, classId, PHONE);
      expect(await renewInvitation(stage.world, actor, personId)).toEqual({ kind: "not_allowed" });
      expect((await renewInvitation(stage.world, actor, await invited(personId))).kind).toBe("renewed");
    },
  },
  {
    what: "taking the trainer's role again",
    act: async (actor: KnownActor, classId: number, nationalId: number) => {
      await asTrainer(actor, classId, PHONE);
      const personId = await invited(nationalId);
      const { id: bindingId } = await stage.db.roleBinding.findFirstOrThrow({ where: { personId, role: "trainer" } });
      expect(await revokeRole(stage.world, actor, { personId, bindingId })).toMatchObject({ kind: "revoked" });
    },
  },
  {
    what: "undoing a workbook that named them by mistake",
    act: async (actor: KnownActor) => {
      const id = await byWorkbook(actor, PHONE);
      expect(await undoImport(stage.world, actor, id)).toMatchObject({ kind: "undone", made: { removed: 1 } });
    },
  },
])("$what leaves the open invitation of an admin of the country as it was", async ({ act }) => {
  const { own, actor } = await twoProvinces();
  const national = await buildPerson(stage.db, { name: "Sri", phone: PHONE, telegramId: null });
  const role = { personId: national.id, role: "admin" as const, grantedAt: stage.clock.now() };
  await stage.db.roleBinding.create({ data: role });
  await buildInvitation(stage.db, national.id, { token: "undangan-pusat", expiresAt: new Date("2026-05-01") });
  await act(actor, own.id, national.id);
  expect(await stage.db.invitation.findMany({ where: { personId: national.id } })).toMatchObject([
    { token: "undangan-pusat", revokedAt: null },
  ]);
  expect((await stage.world.store.people.rolesOf(national.id)).map((one) => one.role)).toEqual(["admin"]);
});

test("the last role that is taken takes the open invitation with it, and a renewed one replaces the former", async () => {
  const { own, actor } = await twoProvinces();
  await asTrainer(actor, own.id, PHONE);
  const { id: personId } = await stage.db.person.findFirstOrThrow({ where: { phone: PHONE } });
  await renewInvitation(stage.world, actor, personId);
  expect(await stage.db.invitation.count({ where: { revokedAt: null } })).toBe(1);
  expect(await stage.db.invitation.count()).toBe(2);
  const { id: bindingId } = await stage.db.roleBinding.findFirstOrThrow({ where: { personId } });
  await revokeRole(stage.world, actor, { personId, bindingId });
  expect(await stage.db.invitation.count({ where: { revokedAt: null } })).toBe(0);
});
