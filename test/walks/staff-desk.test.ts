// Admins invite trainers and admins, take roles from them and give them back.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person } from "../../src/sandbox/people.js";
import { ensureNationalAdmins, giveBackRole, revokeRole } from "../../src/use-cases/index.js";
import { buildAdmin, buildClass, buildTrainer } from "../support/builders.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { actorOf } from "../support/plans.js";
import { openStage, type Stage } from "../support/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // Monday, 09:00 in Jakarta.
  stage = await openStage(database, "2026-04-06T02:00:00Z");
});
afterAll(() => database.close());

type Act = (phone: Person) => unknown;

async function inTurn(phone: Person, ...acts: Act[]): Promise<void> {
  for (const act of acts) {
    stage.clock.advance(2000);
    act(phone);
    await stage.settle();
  }
}
const presses =
  (choice: string | RegExp): Act =>
  (phone) =>
    phone.presses(choice);
const says =
  (text: string): Act =>
  (phone) =>
    phone.says(text);

const linkIn = (phone: Person) => /start=([\w-]+)/.exec(phone.lastMessage()?.text ?? "")?.[1] ?? "";

test("an admin invites a trainer, who takes up the role; the admin takes it away and gives it back", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21" });
  const [budi, mahmud] = [stage.person({ name: "Budi" }), stage.person({ name: "Mahmud", phone: "+6281277778888" })];
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21" });
  await inTurn(
    budi,
    (p) => p.start(),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `set_up_class:${trainingClass.id}`),
    presses("👤 Pelatih (0)"),
    presses("➕ Pelatih baru"),
    says("Mahmud Hidayat"),
    says("0778 123"),
    says("0812-7777-8888"),
    presses("✅ Buat undangan"),
    presses("✉️ Undangan WhatsApp"),
  );
  const token = linkIn(budi);
  await inTurn(
    mahmud,
    (p) => p.start(token),
    (p) => p.sharesContact(),
    presses("✅ Setuju"),
    says("/kelas"),
  );
  expect(mahmud.lastMessage()?.text).toContain(trainingClass.name);
  await inTurn(
    budi,
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "staff:0"),
    presses(/Mahmud Hidayat/),
    presses("⛔ Cabut: Pelatih"),
    presses("⛔ Ya, cabut"),
  );
  await inTurn(mahmud, says("/kelas"));
  expect(mahmud.lastMessage()?.text).not.toContain(trainingClass.name);
  await inTurn(budi, presses("⬅️ Kembali"), presses("↩️ Kembalikan: Pelatih"));
  await inTurn(mahmud, says("/kelas"));
  expect(mahmud.lastMessage()?.text).toContain(trainingClass.name);
  await expect(stage.talk()).toMatchFileSnapshot("transcripts/staff-desk.txt");
  const actions = (await stage.db.audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);
  expect(actions.filter((action) => /^(role|invitation)/.test(action))).toEqual([
    ...["role.grant", "invitation.renew", "role.revoke", "role.give-back"],
  ]);
  expect(stage.errors).toEqual([]);
});

test("an admin of a province makes and unmakes those below alone: nobody of the same reach, nobody of another province", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri" });
  const foreign = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel" });
  const budi = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const peer = await buildAdmin(stage.db, { name: "Rekan", regionCode: "21" });
  const below = await buildAdmin(stage.db, { name: "Bintan", regionCode: "21.01" });
  const national = await buildAdmin(stage.db, { name: "Sri" });
  const mine = await buildTrainer(stage.db, [own.id], { name: "Rina" });
  const theirs = await buildTrainer(stage.db, [foreign.id], { name: "Dodi" });
  const shared = await buildTrainer(stage.db, [own.id, foreign.id], { name: "Eko" });
  const actor = await actorOf(stage.world, budi.id);
  const revoked = async (personId: number) => {
    const binding = await stage.db.roleBinding.findFirstOrThrow({ where: { personId } });
    return (await revokeRole(stage.world, actor, { personId, bindingId: binding.id })).kind;
  };
  expect(await revoked(mine.id)).toBe("revoked");
  expect(await revoked(mine.id)).toBe("revoked");
  expect(await revoked(below.id)).toBe("revoked");
  for (const { id } of [budi, peer, national, theirs, shared]) expect(await revoked(id)).toBe("not_allowed");
  const binding = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: mine.id } });
  const input = { personId: mine.id, bindingId: binding.id };
  expect((await giveBackRole(stage.world, actor, input)).kind).toBe("given_back");
  expect((await giveBackRole(stage.world, actor, input)).kind).toBe("given_back");
  expect(await stage.db.roleBinding.count({ where: { personId: mine.id } })).toBe(1);
  // Nobody's role is taken through the number of somebody else's.
  const other = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: national.id } });
  expect((await revokeRole(stage.world, actor, { personId: mine.id, bindingId: other.id })).kind).toBe("not_allowed");
});

test("the last admin of the country stays, also when two revoke each other at once; the named one is named in the settings", async () => {
  const [sri, budi] = [await buildAdmin(stage.db, { name: "Sri" }), await buildAdmin(stage.db, { name: "Budi" })];
  const roleOf = (personId: number) => stage.db.roleBinding.findFirstOrThrow({ where: { personId } });
  const [ofSri, ofBudi] = [await roleOf(sri.id), await roleOf(budi.id)];
  const [first, second] = [await actorOf(stage.world, sri.id), await actorOf(stage.world, budi.id)];
  const outcomes = await Promise.all([
    revokeRole(stage.world, first, { personId: budi.id, bindingId: ofBudi.id }),
    revokeRole(stage.world, second, { personId: sri.id, bindingId: ofSri.id }),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["not_allowed", "revoked"]);
  expect(await stage.db.roleBinding.count({ where: { role: "admin", revokedAt: null } })).toBe(1);

  const named = stage.person({ name: "Kepala" });
  await ensureNationalAdmins(stage.world, [named.id]);
  const kepala = await stage.db.person.findUniqueOrThrow({ where: { telegramId: named.id } });
  const left = (await stage.db.roleBinding.findFirstOrThrow({ where: { role: "admin", revokedAt: null } })).personId;
  const world = { ...stage.world, settings: { ...stage.world.settings, namedAdmins: [named.id] } };
  const input = { personId: kepala.id, bindingId: (await roleOf(kepala.id)).id };
  expect(await revokeRole(world, await actorOf(world, left), input)).toEqual({ kind: "named_in_configuration" });
});
