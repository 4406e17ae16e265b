// Somebody who joined by hand and plainly is on the roster; and a class whose trainer is no trainer any more.

import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { matchRoster, registerParticipant } from "../../../src/use-cases/index.js";
import { everything, screen } from "../../support/stage/phone.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-04T03:00:00Z");

const VILLAGE = "21.01.10.2001";

const turn = actsOn(stage, 5000);

async function onTheirPhone(name: string, { telegramId }: { telegramId: bigint | null }): Promise<Person> {
  const phone = stage.person({ name, id: Number(telegramId) });
  await turn(() => phone.says("/bantuan"));
  return phone;
}

async function joinsByHand(classId: number, name: string) {
  const person = await buildPerson(stage.db, { name });
  await registerParticipant(stage.world, await actorOf(stage.world, person.id), {
    ...{ name, phone: null, kind: "desa", classId, placeCode: VILLAGE },
    ...{ libraryName: "Perpustakaan Berakit", rosterRowId: null },
  });
  return person;
}

test("a trainer says that they are one, the not-joined list follows, and it can be undone", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await onTheirPhone("Rina", await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" }));
  await buildRosterRow(stage.db, trainingClass.id, { name: "Hj. Siti Rahmawati, S.Pd", placeCode: VILLAGE });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Tono Susilo", placeCode: VILLAGE });
  const siti = await joinsByHand(trainingClass.id, "siti rahmawati");
  await stage.settle();
  expect(screen(rina)).toContain("Apakah mereka orang yang sama?");
  await turn(() => rina.presses("✅ Ya, orang yang sama"));
  const participant = await stage.db.participant.findFirstOrThrow({
    where: { personId: siti.id },
    include: { rosterRow: true },
  });
  expect([participant.admission, participant.rosterRow?.name]).toEqual(["admitted", "Hj. Siti Rahmawati, S.Pd"]);
  await turn(() => rina.says("/kelas"));
  expect(screen(rina)).toContain("1 dari 2 sudah bergabung");
  expect(screen(rina)).not.toContain("Hj. Siti");
  await turn(() => rina.presses("↩️ Batalkan, bukan dia"));
  await turn(() => rina.says("/kelas"));
  expect(screen(rina)).toContain("0 dari 2 undangan, dan 1 yang tidak ada di daftar undangan");
  expect(stage.errors).toEqual([]);
});

/** Two trainers, a library with its manager, and somebody without an invitation who waits for it and plainly is on the roster. */
async function openQuestions() {
  const trainingClass = await buildClass(stage.db);
  const rina = await onTheirPhone("Rina", await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" }));
  const dodi = await onTheirPhone("Dodi", await buildTrainer(stage.db, [trainingClass.id], { name: "Dodi Saputra" }));
  await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Ani", placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" },
  });
  const row = await buildRosterRow(stage.db, trainingClass.id, {
    name: "Hj. Siti Rahmawati, S.Pd",
    placeCode: VILLAGE,
  });
  const siti = await joinsByHand(trainingClass.id, "siti rahmawati");
  await stage.settle();
  const now = async () => {
    const found = await stage.db.participant.findFirstOrThrow({
      where: { personId: siti.id },
      include: { rosterRow: true },
    });
    return [found.admission, found.rosterRow?.id ?? null];
  };
  return { rina, dodi, row, now };
}

test("who was turned away by one trainer is not let in by another's yes to the older question, who reads of the no", async () => {
  const { rina, dodi, now } = await openQuestions();
  await turn(() => rina.presses("Tidak"));
  await turn(() => dodi.presses("✅ Ya, orang yang sama"));
  expect(await now()).toEqual(["refused", null]);
  expect(screen(dodi)).toContain("Ditolak oleh Rina Marlina.");
  expect(screen(dodi)).not.toContain("Hj. Siti");
  expect(stage.errors).toEqual([]);
});

test("a yes by a colleague to the request stands in no one's way: the place on the roster is still given", async () => {
  const { rina, dodi, row, now } = await openQuestions();
  await turn(() => rina.presses("✅ Ya, terima"));
  await turn(() => dodi.presses("✅ Ya, orang yang sama"));
  expect(await now()).toEqual(["admitted", row.id]);
  expect(stage.errors).toEqual([]);
});

test("what one trainer said to be one is parted by a button for it alone, and the trainer reads who still acts for the library", async () => {
  const { rina, dodi, row, now } = await openQuestions();
  await turn(() => rina.presses("✅ Ya, orang yang sama"));
  await turn(() => dodi.presses("Bukan"));
  expect(screen(dodi)).toContain("sudah dicatat sebagai Hj. Siti Rahmawati, S.Pd");
  expect(await now()).toEqual(["admitted", row.id]);
  await turn(() => dodi.presses("↩️ Batalkan, bukan dia"));
  expect(await now()).toEqual(["admitted", null]);
  expect(screen(dodi)).toContain("tetap ikut mengisi untuk Perpustakaan Berakit");
  await turn(() => dodi.presses("↩️ Batalkan, tolak"));
  expect(await now()).toEqual(["refused", null]);
  expect(stage.errors).toEqual([]);
});

test("each answer given twice at one moment is one", async () => {
  const { row, now } = await openQuestions();
  const rina = await actorOf(
    stage.world,
    (await stage.db.person.findFirstOrThrow({ where: { name: "Rina Marlina" } })).id,
  );
  const { id: participantId } = await stage.db.participant.findFirstOrThrow({ where: { admission: "waiting" } });
  const answers = async (input: { isSame: boolean; undoes?: boolean }) => {
    const said = { participantId, rosterRowId: row.id, ...input };
    const both = await Promise.all([1, 2].map(() => matchRoster(stage.world, rina, said)));
    return [...both.map(({ kind }) => kind), await now()];
  };
  expect(await answers({ isSame: true })).toEqual(["same", "same", ["admitted", row.id]]);
  expect(await answers({ isSame: false })).toEqual(["linked", "linked", ["admitted", row.id]]);
  expect(await answers({ isSame: false, undoes: true })).toEqual(["other", "other", ["admitted", null]]);
  for (const action of ["roster.link", "roster.unlink", "admission.yes"]) {
    expect(await stage.db.audit.count({ where: { action } }), action).toBe(1);
  }
});

test("of two who fit, of another village, or with a number of their own nobody is asked", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Siti Rahmawati", placeCode: VILLAGE });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Siti Rahmawatti", placeCode: VILLAGE });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Tono Susilo", placeCode: "21.01.10.2002" });
  await joinsByHand(trainingClass.id, "Siti Rahmawati");
  await joinsByHand(trainingClass.id, "Tono Susilo");
  const asked = await stage.db.outbox.findMany({ where: { key: { startsWith: "same-person:" } } });
  expect(asked).toEqual([]);
});

test("the number's owner takes the row that a trainer gave to somebody else, and is let in at once", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await onTheirPhone("Rina", await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" }));
  const row = await buildRosterRow(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" },
  });
  await joinsByHand(trainingClass.id, "Siti Rahmawati");
  await stage.settle();
  await turn(() => rina.presses("✅ Ya, orang yang sama"));
  const owner = stage.person({ name: "Siti", phone: "628990000001" });
  await turn(() => owner.start(trainingClass.joinToken));
  await turn(() => owner.presses("✅ Setuju"));
  await turn(() => owner.sharesContact());
  await turn(() => owner.presses("✅ Benar, daftarkan"));
  expect(everything(owner)).toContain("sudah terdaftar");
  expect(everything(owner)).not.toContain("Menunggu");
  const { participantId } = await stage.db.rosterRow.findUniqueOrThrow({ where: { id: row.id } });
  const taken = await stage.db.participant.findUniqueOrThrow({
    where: { id: participantId ?? 0 },
    include: { person: true },
  });
  expect([taken.person.phone, taken.admission]).toEqual(["+628990000001", "admitted"]);
  expect(stage.errors).toEqual([]);
});

test("a revoked trainer is named nowhere, hears no question and opens none; the province does, and the asker is told so", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildSession(stage.db, trainingClass.id, { startsAt: new Date("2024-06-05T02:00:00Z") });
  const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const rina = await onTheirPhone("Rina", trainer);
  const budi = await onTheirPhone("Budi", await buildAdmin(stage.db, { name: "Budi", regionCode: "21" }));
  const { person } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati", placeCode: VILLAGE });
  const siti = await onTheirPhone("Siti", person);
  await turn(() => siti.says("/tanya"));
  await turn(() => siti.says("Boleh ganti tanggal?"));
  expect(everything(rina)).toContain("Boleh ganti tanggal?");
  const { id: threadId } = await stage.db.questionThread.findFirstOrThrow();

  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  const before = everything(siti).length;
  for (const say of ["/jadwal", "/saya", "/tanya"]) await turn(() => siti.says(say));
  expect(everything(siti).slice(before)).not.toContain("Rina");
  await turn(() => siti.says("Pak, masih ada yang membaca?"));
  expect(screen(siti)).toContain("dinas provinsi");
  expect(everything(rina)).not.toContain("masih ada yang membaca");
  expect(everything(budi)).toContain("masih ada yang membaca");
  const read = everything(rina);
  for (const data of [`question:${threadId}`, `class:${trainingClass.id}`, `people:all:0`]) {
    await turn(() => rina.pressesOn(1, data));
  }
  for (const say of ["/tanya", "/kelas", "/peserta", "/jadwal"]) await turn(() => rina.says(say));
  expect(everything(rina).slice(read.length)).not.toContain("Siti");
  expect(stage.errors).toEqual([]);
});
