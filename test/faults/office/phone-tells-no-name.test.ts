// Whoever types a phone number into an invitation learns nothing about whose it is, unless that person is theirs to look after.

import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import {
  acceptInvitation,
  erasePerson,
  inviteStaff,
  listStaff,
  saveWorkbook,
  viewStaff,
} from "../../../src/use-cases/index.js";
import { officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const PHONE = "+6281377770001";
const REAL = "Veronika Lestaluhu";
const TYPED = "Bu Vero";

async function scene() {
  const own = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Kepri" });
  const foreign = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "81", name: "Maluku" });
  const admin = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  return { own, foreign, actor: await actorOf(stage.world, admin.id) };
}

const OUT_OF_REACH: Record<string, (foreignClass: number) => Promise<{ id: number }>> = {
  "a participant of another province": async (id) =>
    (await buildParticipant(stage.db, id, { name: REAL, phone: PHONE })).person,
  "a trainer of another province": (id) => buildTrainer(stage.db, [id], { name: REAL, phone: PHONE }),
  "a trainer of no class": () => buildTrainer(stage.db, [], { name: REAL, phone: PHONE }),
  "an admin of another province": () => buildAdmin(stage.db, { name: REAL, phone: PHONE, regionCode: "63" }),
  "an admin of the country": () => buildAdmin(stage.db, { name: REAL, phone: PHONE }),
  "somebody who agreed and is in no class yet": () => buildPerson(stage.db, { name: REAL, phone: PHONE }),
};

/** All that the admin is told and can look at, without what differs from one invitation to the next. */
async function told(actor: KnownActor, outcome: Awaited<ReturnType<typeof inviteStaff>>, classId: number) {
  if (outcome.kind !== "invited") throw new Error(outcome.kind);
  const { person, isNew, token } = outcome;
  const list = await listStaff(stage.world, actor, classId);
  const page = await viewStaff(stage.world, actor, person.id);
  if (list.kind !== "found" || page.kind !== "found") throw new Error("An invited trainer is not on the list.");
  const { person: shown, standing, classes, mayInvite, revocable } = page;
  return {
    ...{
      name: person.name,
      isNew,
      hasLink: token !== null,
      shown: [shown.name, shown.phone, shown.telegramId],
      standing,
      mayInvite,
    },
    list: list.staff.map(({ name, hasJoined }) => [name, hasJoined]),
    pages: [classes.map(({ name }) => name), revocable.map(({ role }) => role)],
  };
}

test.each(Object.entries(OUT_OF_REACH))(
  "inviting %s reads like inviting somebody whom nobody knows, and gives them nothing before they accept",
  async (_, build) => {
    const { own, foreign, actor } = await scene();
    const wish = { role: "trainer" as const, classId: own.id };
    const person = await build(foreign.id);
    const roles = await stage.world.store.people.rolesOf(person.id);
    const known = await inviteStaff(stage.world, actor, { name: TYPED, phone: PHONE, wish });
    const seen = await told(actor, known, own.id);
    // The same for a number of nobody, in a class of its own.
    const other = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Kepri" });
    const stranger = await inviteStaff(stage.world, actor, {
      ...{ name: TYPED, phone: "+6281377770009", wish: { role: "trainer", classId: other.id } },
    });
    const unknown = await told(actor, stranger, other.id);
    expect({ ...seen, shown: [] }).toEqual({ ...unknown, shown: [] });
    expect(seen.shown).toEqual([TYPED, PHONE, null]);
    expect(await stage.world.store.people.rolesOf(person.id)).toEqual(roles);
    expect(await stage.db.outbox.count()).toBe(0);
    // Invited twice it is the same row.
    const again = await inviteStaff(stage.world, actor, { name: "Ibu V.", phone: PHONE, wish });
    expect(again).toMatchObject({ isNew: false, person: { name: TYPED } });
    expect(await stage.db.person.count({ where: { phone: PHONE } })).toBe(2);
  },
);

test("who accepts by their own account is one person again, under their own name, and keeps what they had", async () => {
  const { own, foreign, actor } = await scene();
  const trainer = await buildTrainer(stage.db, [foreign.id], { name: REAL, phone: PHONE });
  const wish = { role: "trainer" as const, classId: own.id };
  const outcome = await inviteStaff(stage.world, actor, { name: TYPED, phone: PHONE, wish });
  const token = outcome.kind === "invited" ? (outcome.token ?? "") : "";
  const proof = { phone: PHONE };
  const accept = async () =>
    acceptInvitation(stage.world, await actorOf(stage.world, trainer.id), {
      ...{ token, proof, agrees: true, updateId: 1, saidAt: stage.clock.now() },
    });
  expect(await accept()).toMatchObject({ kind: "accepted", person: { name: REAL } });
  expect(await accept()).toMatchObject({ kind: "accepted", person: { name: REAL } });
  expect(await stage.db.classTrainer.count({ where: { personId: trainer.id } })).toBe(2);
  const list = await listStaff(stage.world, actor, own.id);
  expect(list).toMatchObject({ staff: [{ name: REAL, hasJoined: true }] });
  expect(
    await stage.db.person.count({ where: { OR: [{ name: TYPED }, { phone: PHONE, NOT: { id: trainer.id } }] } }),
  ).toBe(0);
});

test.each<[string, (classId: number) => Promise<{ id: number }>]>([
  [
    "a participant of their province",
    async (id) => (await buildParticipant(stage.db, id, { name: REAL, phone: PHONE })).person,
  ],
  ["a trainer of a class of theirs", (id) => buildTrainer(stage.db, [id], { name: REAL, phone: PHONE })],
  ["an admin below them", () => buildAdmin(stage.db, { name: REAL, phone: PHONE, regionCode: "21.01" })],
])("%s is known by name, and takes the role at once", async (_, build) => {
  const { own, actor } = await scene();
  const person = await build(own.id);
  const wish = { role: "trainer" as const, classId: own.id };
  expect(await inviteStaff(stage.world, actor, { name: TYPED, phone: PHONE, wish })).toMatchObject({
    ...{ kind: "invited", token: null, person: { id: person.id, name: REAL } },
  });
});

test("a workbook with the numbers of others says the same of them as of numbers of nobody, twice", async () => {
  const { own, foreign, actor } = await scene();
  await buildTrainer(stage.db, [foreign.id], { name: REAL, phone: PHONE });
  await buildParticipant(stage.db, foreign.id, { name: "Yosef", phone: "+6281377770002" });
  const rows = [PHONE, "+6281377770002", "+6281377770003"].map((phone, n) => [
    `Nama ${n}`,
    phone.replace("+62", "0"),
    "Kepri",
    null,
  ]);
  const judged = await judgeRosterFile(await officeWorkbook({ trainers: rows }), {}, await officeJudges("2026-04-06"));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const input = { lines: judged.lines, entriesFor: async () => [], cohortName: String, saidAt: stage.clock.now() };
  for (const draftId of [1, 2])
    expect((await saveWorkbook(stage.world, actor, { draftId, ...input })).kind).toBe("saved");
  const list = await listStaff(stage.world, actor, own.id);
  expect(list).toMatchObject({ staff: ["Nama 0", "Nama 1", "Nama 2"].map((name) => ({ name, hasJoined: false })) });
  expect(await stage.db.person.count()).toBe(6);
});

test("somebody who is forgotten is forgotten under the invitations to their number too, and those to others stay", async () => {
  const { own, foreign, actor } = await scene();
  const hers = await buildParticipant(stage.db, foreign.id, { name: REAL, phone: PHONE });
  for (const phone of [PHONE, "+6281377770005"]) {
    await inviteStaff(stage.world, actor, { name: TYPED, phone, wish: { role: "trainer", classId: own.id } });
  }
  const self = await actorOf(stage.world, hers.person.id);
  expect((await erasePerson(stage.world, self, { personId: hers.person.id })).kind).toBe("erased");
  expect(await stage.db.person.count({ where: { phone: PHONE } })).toBe(0);
  expect(await listStaff(stage.world, actor, own.id)).toMatchObject({ staff: [{ name: TYPED }] });
  expect(await stage.db.person.count({ where: { name: TYPED } })).toBe(1);
  expect(await stage.db.invitation.count()).toBe(1);
});

test("in the chat the one who is invited from another province is named as the admin wrote, on every screen", async () => {
  const { own, foreign } = await scene();
  const real = stage.person({ name: REAL, phone: PHONE });
  await buildParticipant(stage.db, foreign.id, { name: REAL, phone: PHONE, telegramId: real.id });
  const sri = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id, regionCode: "21" });
  const acts: ((p: Person) => unknown)[] = [
    (p) => p.start(),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `invite_trainer:${own.id}`),
    (p) => p.says(TYPED),
    (p) => p.says("0813-7777-0001"),
    (p) => p.presses("✅ Buat undangan"),
    (p) => p.presses("✉️ Undangan WhatsApp"),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `class_staff:${own.id}:0`),
    (p) => p.presses(/Bu Vero/),
  ];
  for (const act of acts) {
    stage.clock.advance(2000);
    act(sri);
    await stage.settle();
  }
  const said = JSON.stringify(sri.received());
  expect(said).toContain(TYPED);
  expect(said).not.toContain(REAL);
  expect(real.received()).toEqual([]);
  expect(stage.errors).toEqual([]);
});
