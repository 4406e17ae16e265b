// Two years after a class its people are forgotten; who is needed longer stays.

import { expect, test } from "vitest";
import type { World } from "../../../src/ports.js";
import { eraseByAge } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

const stage = stageAt("2026-06-09T02:00:00Z");

const names = async () => (await stage.db.person.findMany({ orderBy: { id: "asc" } })).map(({ name }) => name);

test("a class that ended two years ago is forgotten, its invited people too, and the operators are told once", async () => {
  const old = await buildClass(stage.db, { startsOn: "2024-06-03", days: 5 });
  const young = await buildClass(stage.db, { startsOn: "2024-06-05", days: 5, name: "Muda" });
  await buildParticipant(stage.db, old.id, { name: "Siti" });
  const both = await buildParticipant(stage.db, old.id, { name: "Tono" });
  await stage.db.participant.create({
    data: { number: "X-1", personId: both.person.id, classId: young.id, kind: "desa", joinedAt: stage.clock.now() },
  });
  await buildParticipant(stage.db, young.id, { name: "Rahma" });
  const helper = await buildParticipant(stage.db, old.id, { name: "Dewi" });
  await stage.db.roleBinding.create({ data: { personId: helper.person.id, role: "trainer", grantedAt: old.startsOn } });
  await buildTrainer(stage.db, [old.id], { name: "Rina" });
  await buildAdmin(stage.db, { name: "Budi" });
  await buildRosterRow(stage.db, old.id, { name: "Undangan Lama", libraryName: "TBM Ibu Undangan" });
  await buildRosterRow(stage.db, young.id, { name: "Undangan Muda" });

  expect(await eraseByAge(stage.world)).toMatchObject({ classes: 1, people: 1, invited: 1 });
  expect(await names()).toEqual(["", "Tono", "Rahma", "Dewi", "Rina", "Budi"]);
  expect(await stage.db.rosterRow.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { name: "–", phone: null, libraryName: null },
    { name: "Undangan Muda" },
  ]);
  expect(await stage.db.audit.findMany({ where: { action: "retention.erase" } })).toMatchObject([
    { subject: `class:${old.id}`, details: { people: 1, invited: 1 } },
  ]);
  const told = await stage.db.outbox.findMany({ where: { kind: "operator_alarm" } });
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told[0]?.message)).toContain("Kepulauan Riau");

  expect(await eraseByAge(stage.world)).toMatchObject({ classes: 0, people: 0, invited: 0 });
  expect(await stage.db.outbox.count({ where: { kind: "operator_alarm" } })).toBe(1);
});

test("people who took a story of theirs along are told that its time is over", async () => {
  const { db, clock } = stage;
  const old = await buildClass(db, { startsOn: "2024-06-03", days: 5 });
  const { participant } = await buildParticipant(db, old.id, { name: "Siti" });
  const dewi = await buildAdmin(db, { name: "Dewi", regionCode: "21" });
  const facts = { sentAt: old.startsOn, answers: {}, awaitsTyping: false, photos: [], showsChildren: false };
  const story = await db.story.create({
    data: { ...facts, participantId: participant.id, updateId: 1, consent: "name", listedAt: old.startsOn },
  });
  const taken = { storyId: story.id, updateId: 9, byId: dewi.id, form: "pdf", at: clock.now() } as const;
  await db.storyExport.create({ data: taken });
  expect(await eraseByAge(stage.world)).toMatchObject({ people: 1 });
  const told = await db.outbox.findMany({ where: { kind: "story_withdrawn" } });
  expect(told).toMatchObject([{ personId: dewi.id, message: { text: expect.stringContaining("masa simpannya") } }]);
  expect(JSON.stringify(told.map(({ message }) => message))).not.toContain("Siti");
  expect(await db.story.count()).toBe(0);
});

/** As when the process is killed then: what was committed stays, and nothing after it happens. */
const dying = (at: "the second person" | "the line") => {
  let erased = 0;
  let isDead = false;
  const { store } = stage.world;
  const die = () => {
    isDead = true;
    return Promise.reject(new Error("killed"));
  };
  const isLast = at === "the second person" ? () => ++erased === 2 : () => false;
  const inside = (open: typeof store): typeof store => ({
    ...open,
    transaction: (work) => (isDead ? die() : open.transaction((tx) => work(inside(tx)))),
    ownData: {
      ...open.ownData,
      erase: (...args) => (isLast() ? die() : open.ownData.erase(...args)),
    },
    retention: {
      ...open.retention,
      forgetInvited: (id) => (at === "the line" ? die() : open.retention.forgetInvited(id)),
    },
  });
  return { ...stage.world, store: inside(store) };
};

test.each(["the second person", "the line"] as const)(
  "killed at %s of a class, the next run counts all whom the two have forgotten, in one line",
  async (at) => {
    const old = await buildClass(stage.db, { startsOn: "2024-06-03", days: 5 });
    for (const name of ["Siti", "Tono", "Rahma"]) await buildParticipant(stage.db, old.id, { name });
    await buildAdmin(stage.db, { name: "Budi" });
    await expect(eraseByAge(dying(at))).rejects.toThrow("killed");
    const forgotten = (await names()).filter((name) => name === "").length;
    expect(forgotten).toBe(at === "the line" ? 3 : 1);
    expect(await stage.db.audit.count({ where: { action: "retention.erase" } })).toBe(0);

    expect(await eraseByAge(stage.world)).toMatchObject({ classes: 1, people: 3 });
    const lines = () => stage.db.audit.findMany({ where: { action: "retention.erase" } });
    expect(await lines()).toMatchObject([{ subject: `class:${old.id}`, details: { people: 3, invited: 0 } }]);
    const told = await stage.db.outbox.findMany({ where: { kind: "operator_alarm" } });
    expect(told.map(({ message }) => JSON.stringify(message).includes("3 "))).toEqual([true]);
    expect(await stage.db.counter.findMany()).toEqual([{ name: "person.erased-by-age", count: 3 }]);
    expect(await eraseByAge(stage.world)).toMatchObject({ classes: 0, people: 0 });
    expect(await lines()).toHaveLength(1);
  },
);

test("one who cannot be erased keeps nobody else waiting, nor the audits, and is told at the end, each night anew", async () => {
  const old = await buildClass(stage.db, { startsOn: "2024-06-03", days: 5 });
  const other = await buildClass(stage.db, { startsOn: "2024-05-06", days: 5, name: "Mei" });
  const stuck = await buildParticipant(stage.db, other.id, { name: "Macet" });
  for (const name of ["Siti", "Tono"]) await buildParticipant(stage.db, old.id, { name });
  await buildParticipant(stage.db, other.id, { name: "Rahma" });
  await buildPerson(stage.db, { name: "Lewat" });
  await stage.db.audit.create({
    data: { at: new Date("2024-06-01T00:00:00Z"), action: "person.view", subject: "person:1" },
  });
  const failing = (open: World["store"]): World["store"] => ({
    ...open,
    transaction: (work) => open.transaction((inside) => work(failing(inside))),
    ownData: {
      ...open.ownData,
      erase: (id, ...more) =>
        id === stuck.person.id ? Promise.reject(new Error("stuck")) : open.ownData.erase(id, ...more),
    },
  });
  const world = { ...stage.world, store: failing(stage.world.store) };
  await expect(eraseByAge(world)).rejects.toThrow("stuck");
  expect(await names()).toEqual(["Macet", "", "", "", ""]);
  expect(await stage.db.audit.count({ where: { action: "person.view" } })).toBe(0);
  const lines = await stage.db.audit.findMany({ where: { action: "retention.erase" }, orderBy: { subject: "asc" } });
  expect(lines.map(({ details }) => details)).toEqual([2, 1, 1].map((people) => ({ people, invited: 0 })));
  await expect(eraseByAge(world)).rejects.toThrow("stuck");
  expect(await eraseByAge(stage.world)).toMatchObject({ classes: 1, people: 1 });
});

test("who joins again, agrees anew or is given a role between the list and their turn is not forgotten", async () => {
  const old = await buildClass(stage.db, { startsOn: "2024-06-03", days: 5 });
  const young = await buildClass(stage.db, { startsOn: "2026-06-08", days: 5, name: "Muda" });
  const [joins, teaches] = [
    await buildParticipant(stage.db, old.id, { name: "Siti" }),
    await buildParticipant(stage.db, old.id, { name: "Tono" }),
  ];
  await buildParticipant(stage.db, old.id, { name: "Rahma" });
  const agrees = await buildPerson(stage.db, { name: "Dewi" });
  await buildPerson(stage.db, { name: "Lewat" });
  const { store } = stage.world;
  const now = stage.clock.now();
  const retention: typeof store.retention = {
    ...store.retention,
    async dueClasses(...asked) {
      const listed = await store.retention.dueClasses(...asked);
      await stage.db.participant.create({
        data: { number: "X-1", personId: joins.person.id, classId: young.id, kind: "desa", joinedAt: now },
      });
      await stage.db.roleBinding.create({ data: { personId: teaches.person.id, role: "trainer", grantedAt: now } });
      return listed;
    },
    async duePeopleOfNoClass(...asked) {
      const listed = await store.retention.duePeopleOfNoClass(...asked);
      const receipt = { personId: agrees.id, noticeVersion: "9", givenAt: now, updateId: 5 };
      await stage.db.consentReceipt.create({ data: receipt });
      return listed;
    },
  };
  const world = { ...stage.world, store: { ...store, retention } };
  expect(await eraseByAge(world)).toMatchObject({ classes: 1, people: 2 });
  expect(await names()).toEqual(["Siti", "Tono", "", "Dewi", ""]);
});

test("who was in two classes of that time is forgotten, and counted, once", async () => {
  const old = await buildClass(stage.db, { startsOn: "2024-06-03", days: 5 });
  const other = await buildClass(stage.db, { startsOn: "2024-05-06", days: 5, name: "Mei" });
  const both = await buildParticipant(stage.db, old.id, { name: "Siti" });
  await stage.db.participant.create({
    data: { number: "X-1", personId: both.person.id, classId: other.id, kind: "desa", joinedAt: other.startsOn },
  });
  expect(await eraseByAge(stage.world)).toMatchObject({ people: 1 });
  expect(await stage.db.erasure.count()).toBe(1);
});

test("on the last day of the two years nobody is forgotten yet", async () => {
  const { id } = await buildClass(stage.db, { startsOn: "2024-06-05", days: 5 });
  await buildParticipant(stage.db, id, { name: "Siti" });
  expect(await eraseByAge(stage.world)).toMatchObject({ classes: 0, people: 0 });
  stage.clock.advance(86_400_000);
  expect(await eraseByAge(stage.world)).toMatchObject({ classes: 1, people: 1 });
});

test("the programme may keep longer", async () => {
  const { id } = await buildClass(stage.db, { startsOn: "2024-06-03", days: 5 });
  await buildParticipant(stage.db, id, { name: "Siti" });
  stage.world.settings.keptYears = 3;
  expect(await eraseByAge(stage.world)).toMatchObject({ classes: 0, people: 0 });
});

test("who agreed and never joined, and whose service ended, is forgotten after the same time", async () => {
  await buildPerson(stage.db, { name: "Lewat" });
  const ended = await buildTrainer(stage.db, [], { name: "Pensiun" });
  await stage.db.roleBinding.updateMany({ data: { revokedAt: new Date("2024-06-01T00:00:00Z") } });
  const recent = await buildTrainer(stage.db, [], { name: "Baru Pensiun" });
  await stage.db.roleBinding.updateMany({
    where: { personId: recent.id },
    data: { revokedAt: new Date("2024-07-01T00:00:00Z") },
  });
  expect(await eraseByAge(stage.world)).toMatchObject({ people: 2 });
  expect(await names()).toEqual(["", "", "Baru Pensiun"]);
  expect(ended.id).toBe(2);
  expect(await eraseByAge(stage.world)).toMatchObject({ people: 0 });
});

test("audits older than that are gone, younger ones stay", async () => {
  for (const at of ["2024-06-08T00:00:00Z", "2024-06-10T00:00:00Z"]) {
    await stage.db.audit.create({ data: { at: new Date(at), action: "person.view", subject: "person:1" } });
  }
  expect(await eraseByAge(stage.world)).toMatchObject({ audits: 1 });
  expect(await stage.db.audit.count()).toBe(1);
  expect(await eraseByAge(stage.world)).toMatchObject({ audits: 0 });
});
