// A library that several people take over at one moment goes to one of them.
import { expect, test } from "vitest";
import { offerHandover, registerParticipant, takeOver } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T03:00:00Z");

async function openHandover() {
  const { db, world } = stage;
  const trainingClass = await buildClass(db);
  await buildTrainer(db, [trainingClass.id]);
  const built = await buildParticipant(db, trainingClass.id, { name: "Siti Rahmawati" });
  const siti = await actorOf(world, built.person.id);
  const page = await offerHandover(world, siti, built.participant.id);
  if (page.kind !== "found" || page.open === null) throw new Error("No code was made.");
  return { ...built, siti, code: page.open.code };
}

// Keeps P11.
test("of two who use a code at one moment one has the library, and the same person twice has it once", async () => {
  const { db, world } = stage;
  const { code, library, person, participant } = await openHandover();
  const people = [await buildPerson(db, { name: "Budi" }), await buildPerson(db, { name: "Ani" })];
  const actors = [];
  for (const { id } of people) actors.push(await actorOf(world, id));
  const outcomes = await Promise.all(
    [...actors, ...actors].map((actor) => takeOver(world, actor, { code, says: null })),
  );
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "taken")).toHaveLength(2);
  expect(kinds.filter((kind) => kind === "used")).toHaveLength(2);
  expect(kinds.slice(0, 2)).toEqual(kinds.slice(2));
  const { takenById } = await db.handover.findUniqueOrThrow({ where: { code } });
  const members = await db.libraryMember.findMany({ where: { libraryId: library.id, untilAt: null } });
  expect(members.map(({ personId }) => personId)).toEqual([takenById]);
  expect(await db.participant.count({ where: { libraryId: library.id, leftAt: null } })).toBe(1);
  // The one before keeps their history, and is told once; the trainer too.
  expect(await db.participant.findUniqueOrThrow({ where: { id: participant.id } })).toMatchObject({
    personId: person.id,
  });
  expect(await db.outbox.count({ where: { key: { startsWith: "handover:" } } })).toBe(2);
  expect(await db.audit.count({ where: { action: "handover.take" } })).toBe(1);
});

// Keeps P11.
test("a code asked for twice at one moment is one", async () => {
  const { db, world } = stage;
  const trainingClass = await buildClass(db);
  const { person, participant } = await buildParticipant(db, trainingClass.id);
  const actor = await actorOf(world, person.id);
  await Promise.all([1, 2].map(() => offerHandover(world, actor, participant.id)));
  expect(await db.handover.count()).toBe(1);
});

test("who has only begun in a library that nobody has proven theirs gives no better right than their own", async () => {
  const { db, world } = stage;
  const { code, participant } = await openHandover();
  await db.participant.update({ where: { id: participant.id }, data: { admission: "begun" } });
  const budi = await buildPerson(db, { name: "Budi" });
  const outcome = await takeOver(world, await actorOf(world, budi.id), { code, says: null });
  if (outcome.kind !== "taken") throw new Error(outcome.kind);
  expect(await db.participant.findUniqueOrThrow({ where: { id: outcome.participantId } })).toMatchObject({
    ...{ admission: "begun", personId: budi.id },
  });
});

// Keeps P11.
test("who gave a library away and gets it back takes part again, as themselves, and twice is once", async () => {
  const { db, world, clock } = stage;
  const { code, library, participant, siti, person } = await openHandover();
  const budi = await actorOf(world, (await buildPerson(db, { name: "Budi" })).id);
  const taken = await takeOver(world, budi, { code, says: null });
  if (taken.kind !== "taken") throw new Error(taken.kind);
  clock.advance(60_000);
  const page = await offerHandover(world, budi, taken.participantId);
  if (page.kind !== "found" || page.open === null) throw new Error("No code was made.");
  // What was said of them before is about another time.
  await db.participant.update({
    where: { id: participant.id },
    data: { admission: "begun", escalatedAt: clock.now(), decidedById: budi.person.id, decidedAt: clock.now() },
  });
  for (let time = 0; time < 2; time++) {
    expect(await takeOver(world, siti, { code: page.open.code, says: null })).toEqual({
      ...{ kind: "taken", participantId: participant.id },
    });
  }
  expect(await world.store.participants.ofPerson(budi.person.id)).toEqual([]);
  expect(await world.store.participants.ofPerson(person.id)).toMatchObject([
    { id: participant.id, number: participant.number, admission: "admitted", library: { id: library.id } },
  ]);
  expect(await db.participant.findUniqueOrThrow({ where: { id: participant.id } })).toMatchObject({
    ...{ leftAt: null, escalatedAt: null, decidedById: null, decidedAt: null },
  });
  expect(await world.store.handovers.givenAwayBy(person.id)).toBeNull();
  // The code that Budi used once brings him nothing back.
  expect(await takeOver(world, budi, { code, says: null })).toEqual({ kind: "passed_on" });
  expect(await db.outbox.count({ where: { key: { startsWith: "handover:" } } })).toBe(4);
});

// Keeps P07, P11.
test("who gave a library away and registers anew in the same class is registered, and twice is once", async () => {
  const { db, world } = stage;
  const { code, participant, siti } = await openHandover();
  const budi = await actorOf(world, (await buildPerson(db, { name: "Budi" })).id);
  await takeOver(world, budi, { code, says: null });
  await db.rosterRow.create({
    data: {
      ...{ classId: participant.classId, name: "Siti", kind: "desa", phone: "+628990000001" },
      participantId: participant.id,
    },
  });
  const mine = await db.rosterRow.create({
    data: { classId: participant.classId, name: "Siti", kind: "desa", phone: "+628990000009" },
  });
  const input = {
    ...({ name: "Siti", phone: "+628990000009", kind: "desa", classId: participant.classId } as const),
    ...{ placeCode: "21.01.10.2002", libraryName: "Perpustakaan Sebong", rosterRowId: mine.id },
  };
  const kinds = [];
  for (let time = 0; time < 2; time++) kinds.push(await registerParticipant(world, siti, input));
  expect(kinds).toEqual([
    { kind: "registered", participantId: participant.id },
    { kind: "already_registered", participantId: participant.id },
  ]);
  expect(await world.store.participants.ofPerson(siti.person.id)).toMatchObject([
    { number: participant.number, library: { name: "Perpustakaan Sebong" } },
  ]);
  // Nobody has two places on the list of those invited.
  expect(await db.rosterRow.count({ where: { participantId: participant.id } })).toBe(1);
});
