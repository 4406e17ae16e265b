// Whoever holds a role can be forgotten by their own word: nobody above has to agree, and what they looked after goes on with others.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { erasePerson, greetTrainers, inviteStaff, passOnAnew } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { everything } from "../../support/stage/phone.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
/** A Tuesday, 22:00 in Tanjungpinang: what is asked now reaches a trainer in the morning. */
const NIGHT = "2024-06-11T15:00:00Z";
const MORNING = "2024-06-12T02:00:00Z";
beforeEach(async () => {
  stage = await openStage(database, NIGHT);
});
afterAll(() => database.close());

async function inTurn(...acts: (() => unknown)[]): Promise<void> {
  for (const act of acts) {
    stage.clock.advance(5000);
    act();
    await stage.settle();
  }
}
const at = async (instant: string) => {
  stage.clock.set(new Date(instant));
  await stage.tick();
};
const phoneOf = async (name: string, { telegramId }: { telegramId: bigint | null }) => {
  const phone = stage.person({ name, id: Number(telegramId) });
  await inTurn(() => phone.says("/bantuan"));
  return phone;
};
const erased = (id: number) => stage.db.person.count({ where: { id, erasedAt: { not: null } } });

const QUESTION = "Apakah laporan boleh dikirim bulan depan?";

test("a trainer is told what ends and where it goes, and is forgotten with one confirm; the class goes on", async () => {
  const { id } = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina" });
  const dodi = await phoneOf("Dodi", await buildTrainer(stage.db, [id], { name: "Dodi Saputra" }));
  const siti = await phoneOf("Siti", (await buildParticipant(stage.db, id, { name: "Siti" })).person);
  const phone = await phoneOf("Rina", rina);
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says(QUESTION),
  );
  stage.talk();
  await inTurn(
    () => phone.says("/hapus"),
    () => phone.presses("Ya, akhiri tugas dan hapus"),
    () => phone.says("/hapus"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-trainer-is-forgotten.txt");
  expect(await erased(rina.id)).toBe(1);
  expect(await stage.db.classTrainer.count({ where: { personId: rina.id } })).toBe(0);
  expect(await stage.db.roleBinding.count({ where: { personId: rina.id, revokedAt: null } })).toBe(0);
  const before = everything(phone);
  await at(MORNING);
  await at("2024-06-12T02:02:00Z");
  expect(everything(phone)).toBe(before);
  expect(everything(dodi)).toContain(QUESTION);
  const { alerted } = await greetTrainers(stage.world);
  expect(alerted).toBe(0);
  expect(stage.errors).toEqual([]);
});

test.each([
  ["the province, where nobody teaches the class any more", false],
  ["a trainer who came since", true],
])("a question that waited for a trainer who is forgotten goes to %s, and its asker knows", async (_, comes) => {
  const { id } = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina" });
  const phone = await phoneOf("Rina", rina);
  const budi = await phoneOf("Budi", await buildAdmin(stage.db, { name: "Budi Santoso", regionCode: "21" }));
  const siti = await phoneOf("Siti", (await buildParticipant(stage.db, id, { name: "Siti" })).person);
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says(QUESTION),
    () => phone.says("/hapus"),
    () => phone.presses("Ya, akhiri tugas dan hapus"),
  );
  const wati = comes ? await phoneOf("Wati", await buildTrainer(stage.db, [id], { name: "Wati" })) : budi;
  await at(MORNING);
  await at("2024-06-12T02:02:00Z");
  expect(everything(wati).split(QUESTION)).toHaveLength(2);
  expect(everything(siti)).toContain(comes ? "sekarang ada pada Wati" : "sudah kami teruskan kepada dinas provinsi");
  expect(everything(phone)).not.toContain(QUESTION);
  expect(await passOnAnew(stage.world)).toEqual({ passedOn: 0 });
  expect(stage.errors).toEqual([]);
});

test("somebody who gets a role while they are asked is asked anew with what ends, and no further role can hold them", async () => {
  const { id } = await buildClass(stage.db);
  const { person } = await buildParticipant(stage.db, id, { name: "Siti", phone: "+6281277778888" });
  const siti = await phoneOf("Siti", person);
  const admin = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Sri" })).id);
  const give = (wish: Parameters<typeof inviteStaff>[2]["wish"]) =>
    inviteStaff(stage.world, admin, { name: "Siti", phone: "+6281277778888", wish });
  await inTurn(() => siti.says("/hapus"));
  await give({ role: "trainer", classId: id });
  await inTurn(() => siti.presses("Ya, hapus data saya"));
  expect(await erased(person.id)).toBe(0);
  expect(siti.lastMessage()?.text).toContain("Bapak/Ibu bertugas sebagai Pelatih.");
  await give({ role: "admin", regionCode: "21" });
  await inTurn(() => siti.presses("Ya, akhiri tugas dan hapus"));
  expect(await erased(person.id)).toBe(1);
  expect(await stage.db.roleBinding.count({ where: { personId: person.id, revokedAt: null } })).toBe(0);
  expect(stage.errors).toEqual([]);
});

test("who keeps their data keeps their role", async () => {
  const budi = await buildAdmin(stage.db, { name: "Budi", regionCode: "21", language: "en" });
  const phone = await phoneOf("Budi", budi);
  await inTurn(() => phone.says("/erase"));
  expect(phone.lastMessage()?.text).toMatch(/You serve as .*Kepulauan Riau/);
  await inTurn(() => phone.presses("No, keep it"));
  expect(await erased(budi.id)).toBe(0);
  expect((await stage.world.store.people.rolesOf(budi.id)).length).toBe(1);
});

test("the last national admin is told to make another first, by a button; then they can go", async () => {
  const sri = await buildAdmin(stage.db, { name: "Sri" });
  await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const invited = await buildAdmin(stage.db, { name: "Undangan", telegramId: null });
  const phone = await phoneOf("Sri", sri);
  await inTurn(() => phone.says("/hapus"));
  expect(phone.lastMessage()?.text).toContain("satu-satunya admin nasional");
  await inTurn(() => phone.presses("➕ Admin"));
  expect(phone.lastMessage()?.text).toContain("Siapa nama lengkapnya?");
  const actor = await actorOf(stage.world, sri.id);
  const go = () => erasePerson(stage.world, actor, { personId: sri.id, endsRoles: true });
  expect(await go()).toEqual({ kind: "last_admin" });
  await stage.db.person.update({ where: { id: invited.id }, data: { telegramId: 7_000_000_042n } });
  expect((await go()).kind).toBe("erased");
  expect(await erased(sri.id)).toBe(1);
});

test("of two last national admins who go at the same instant one stays; twice is once", async () => {
  const people = [await buildAdmin(stage.db, { name: "Sri" }), await buildAdmin(stage.db, { name: "Budi" })];
  const actors = await Promise.all(people.map(({ id }) => actorOf(stage.world, id)));
  const both = () =>
    Promise.all(actors.map((actor) => erasePerson(stage.world, actor, { personId: actor.person.id, endsRoles: true })));
  expect((await both()).map(({ kind }) => kind).sort()).toEqual(["erased", "last_admin"]);
  const left = await stage.db.person.findFirstOrThrow({ where: { erasedAt: null } });
  const still = await actorOf(stage.world, left.id);
  expect(await erasePerson(stage.world, still, { personId: left.id, endsRoles: true })).toEqual({ kind: "last_admin" });
  expect(await stage.db.erasure.count()).toBe(1);
});

test("whom the server's settings name as an admin is told whom to ask", async () => {
  const sri = await buildAdmin(stage.db, { name: "Sri" });
  await buildAdmin(stage.db, { name: "Budi" });
  const phone = await phoneOf("Sri", sri);
  stage.world.settings.namedAdmins = [phone.id];
  await inTurn(() => phone.says("/hapus"));
  expect(phone.lastMessage()?.text).toContain("pengaturan server");
  expect(phone.buttons().length).toBeGreaterThan(0);
  await inTurn(() => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `erase:${sri.id}:roles`));
  expect(await erased(sri.id)).toBe(0);
});
