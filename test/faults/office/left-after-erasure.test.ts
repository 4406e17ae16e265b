// What offices' files and lists leave of somebody who asked to be forgotten.

import { expect, test } from "vitest";
import type { RosterEntry } from "../../../src/domain/roster/import-plan.js";
import { erasePerson, inviteStaff, saveImport, undoImport } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const NAME = "Kanari Ismaya";
const PHONE = "+6281299887766";

async function everything(): Promise<string> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('places', '_prisma_migrations')`;
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await stage.db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows.join("\n");
}

/** Staff are forgotten once their roles are taken. */
async function forget(personId: number): Promise<void> {
  await stage.db.roleBinding.updateMany({ where: { personId }, data: { revokedAt: stage.clock.now() } });
  const outcome = await erasePerson(stage.world, await actorOf(stage.world, personId), { personId });
  expect(outcome.kind).toBe("erased");
}

/** Two classes; she has joined the first, and is on the list of the second too. */
async function scene() {
  const [first, second] = [await buildClass(stage.db, { name: "Satu" }), await buildClass(stage.db, { name: "Dua" })];
  const admin = await buildAdmin(stage.db, { regionCode: "21" });
  const hers = await buildParticipant(stage.db, first.id, { name: NAME, phone: PHONE });
  return { second, hers, actor: await actorOf(stage.world, admin.id) };
}

const entry = (classId: number, name: string, phone: string): RosterEntry => ({
  ...{ classId, line: 2, name, phone, kind: "desa", placeCode: "21.01.08.2001", libraryName: null },
});

test.each([
  { what: "her number", name: NAME, phone: "+6281200000001" },
  { what: "how her name is written", name: "Kanari Ismaya, S.Pd.", phone: PHONE },
])("a file that changed $what keeps nothing of how her row was, and undoing it brings nothing back", async (after) => {
  const { second, hers, actor } = await scene();
  await saveImport(stage.world, actor, {
    ...{ draftId: 1, classId: null, entries: [entry(second.id, NAME, PHONE)] },
  });
  // Known again by their place and name, or number.
  const changed = await saveImport(stage.world, actor, {
    ...{ draftId: 2, classId: null, entries: [entry(second.id, after.name, after.phone)] },
  });
  expect(changed).toMatchObject({ saved: { changed: 1 } });
  await forget(hers.person.id);
  const left = await everything();
  if (after.phone !== PHONE) expect(left).not.toContain(PHONE);
  await undoImport(stage.world, actor, changed.kind === "saved" ? changed.saved.id : 0);
  expect(await stage.db.rosterRow.count({ where: { name: NAME, phone: PHONE } })).toBe(0);
});

test("a participant whom an office made a trainer leaves no class, no open invitation and no number", async () => {
  const { second, hers, actor } = await scene();
  await inviteStaff(stage.world, actor, {
    ...{ name: NAME, phone: PHONE, wish: { role: "trainer", classId: second.id } },
  });
  await forget(hers.person.id);
  const left = await everything();
  for (const word of [NAME, PHONE]) expect(left).not.toContain(word);
  expect(await stage.db.classTrainer.count({ where: { personId: hers.person.id } })).toBe(0);
  expect(await stage.db.invitation.count({ where: { personId: hers.person.id } })).toBe(0);
});

test("an author who is forgotten leaves an import without a name; nobody else can take it back", async () => {
  const { second, actor } = await scene();
  const saved = await saveImport(stage.world, actor, {
    ...{ draftId: 1, classId: null, entries: [entry(second.id, "Siti", "+6281200000001")] },
  });
  const other = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Budi", regionCode: "21" })).id);
  await forget(actor.person.id);
  expect(await undoImport(stage.world, other, saved.kind === "saved" ? saved.saved.id : 0)).toEqual({
    kind: "not_allowed",
  });
  expect(await stage.db.rosterRow.count()).toBe(1);
  expect(await everything()).not.toContain(actor.person.phone);
});
