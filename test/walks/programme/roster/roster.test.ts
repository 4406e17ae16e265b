// An admin fills the roster of a class from a file, resolves a doubt, mends what is wrong, and takes it back.

import { expect, test } from "vitest";
import { previewImport, saveImport, undoImport } from "../../../../src/use-cases/index.js";
import { plainList } from "../../../support/plain/plain-rosters.js";
import { type Act, presses } from "../../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildRosterRow } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);
const sends =
  (...lines: string[]): Act =>
  (phone) =>
    phone.sendsDocument({ name: "peserta-kepri.csv", mime: "text/csv", bytes: plainList(...lines) });

async function aClass() {
  const trainingClass = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Kepri" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21" });
  budi.start();
  await stage.settle();
  return { trainingClass, budi };
}

const FIRST = ["Siti Rahmawati;0812-7777-1111;21.01.08.2001;;", "Hasan;0812 7777 2222;21.01.08.2002!;Taman Baca;"];

// Keeps A02.
test("a file fills a roster: the doubt is asked about, the wrong line comes back, the rest goes in, and can be taken back", async () => {
  const { trainingClass, budi } = await aClass();
  stage.talk();
  await inTurn(
    budi,
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `set_up_class:${trainingClass.id}`),
    presses("📄 Peserta"),
    (p) => p.says("ini daftarnya"),
    sends(...FIRST, "Tanpa Desa;0812 7777 3333;21.99.99.2001;;", ";0812 7777 4444;21.01.08.2001;;"),
    presses("Bintan Buyu, Teluk Bintan"),
    presses("✅ Simpan 2 orang"),
  );
  expect(await stage.db.rosterRow.count()).toBe(2);
  await inTurn(budi, presses("↩️ Urungkan"));
  await expect(stage.talk()).toMatchFileSnapshot("../../transcripts/roster.txt");
  expect(await stage.db.rosterRow.count()).toBe(0);
  expect(stage.errors).toEqual([]);
});

// Keeps A02.
test("the same file sent twice changes nothing the second time; a changed line says so; who is missing stays", async () => {
  const { trainingClass, budi } = await aClass();
  await buildRosterRow(stage.db, trainingClass.id, { name: "Orang Lama" });
  const toPage: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `roster:${trainingClass.id}`);
  await inTurn(budi, toPage, sends(FIRST[0] ?? ""), presses("✅ Simpan 1 orang"));
  await inTurn(budi, toPage, sends(FIRST[0] ?? ""));
  expect(budi.lastMessage()?.text).toContain("0 baru · ✏️ 0 berubah · ➖ 1 sama");
  expect(budi.lastMessage()?.text).toContain("1 orang di daftar lama tidak ada di berkas ini");
  expect(budi.buttons()[0]).not.toContain("Simpan");
  await inTurn(budi, presses("✏️ Berkas"), sends("Siti Rahmawati, S.Pd.;0812-7777-1111;21.01.08.2001;;"));
  expect(budi.lastMessage()?.text).toContain("0 baru · ✏️ 1 berubah");
  await inTurn(budi, presses("✅ Simpan 1 orang"));
  const names = (await stage.db.rosterRow.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);
  expect(names).toEqual(["Orang Lama", "Siti Rahmawati, S.Pd."]);
  // Taken back, she is as she was, and the first import is still there.
  await inTurn(budi, presses("↩️ Urungkan"));
  expect(await stage.db.rosterRow.count({ where: { name: "Siti Rahmawati" } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A02.
test("an import is saved once, by two at once as well; it is undone for a day, by its author; who has joined stays", async () => {
  const { trainingClass, budi } = await aClass();
  const admin = await stage.db.person.findUniqueOrThrow({ where: { telegramId: budi.id } });
  const other = await buildAdmin(stage.db, { name: "Rekan", regionCode: "21" });
  const [first, second] = [await actorOf(stage.world, admin.id), await actorOf(stage.world, other.id)];
  const entries = ["Siti", "Hasan", "Rina"].map((name, n) => ({
    ...{ classId: trainingClass.id, line: n + 2, name, phone: `+62812777700${n}`, kind: "desa" as const },
    ...{ placeCode: "21.01.08.2001", libraryName: null },
  }));
  const outcomes = await Promise.all([
    saveImport(stage.world, first, { draftId: 1, classId: null, entries }),
    saveImport(stage.world, second, { draftId: 2, classId: null, entries }),
    saveImport(stage.world, first, { draftId: 1, classId: null, entries }),
  ]);
  expect(await stage.db.rosterRow.count()).toBe(3);
  const inserted = outcomes.map((one) => (one.kind === "saved" ? one.saved.inserted : -1)).sort();
  expect([JSON.stringify([0, 3, 3]), JSON.stringify([0, 0, 3])]).toContain(JSON.stringify(inserted));
  const row = await stage.db.rosterRow.findFirstOrThrow({ where: { name: "Siti" } });
  const participant = await stage.db.participant.create({
    data: {
      ...{
        number: "21-26-1",
        personId: other.id,
        classId: trainingClass.id,
        kind: "desa",
        joinedAt: stage.clock.now(),
      },
    },
  });
  await stage.db.rosterRow.update({ where: { id: row.id }, data: { participantId: participant.id } });
  const saved = await stage.db.rosterImport.findFirstOrThrow({ where: { inserted: 3 } });
  const author = saved.authorId === admin.id ? first : second;
  const stranger = saved.authorId === admin.id ? second : first;
  expect(await undoImport(stage.world, stranger, saved.id)).toEqual({ kind: "not_allowed" });
  expect(await undoImport(stage.world, author, saved.id)).toEqual({
    ...{ kind: "undone", undone: 2, stayed: ["Siti"], made: null },
  });
  expect(await undoImport(stage.world, author, saved.id)).toEqual({ kind: "undone_before" });
  expect((await stage.db.rosterRow.findMany()).map(({ name }) => name)).toEqual(["Siti"]);
  const late = await saveImport(stage.world, first, { draftId: 9, classId: null, entries });
  stage.clock.advance(25 * 3_600_000);
  expect(await undoImport(stage.world, first, late.kind === "saved" ? late.saved.id : 0)).toEqual({ kind: "too_late" });
});

// Keeps A02.
test("a column that names no class that is there, such as a wave, leaves the class to be asked for", async () => {
  const { trainingClass, budi } = await aClass();
  await buildClass(stage.db, { startsOn: "2026-05-04", provinceCode: "21", name: "Kepri 2" });
  const toPage: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "roster:0");
  await inTurn(budi, toPage, sends("Siti Rahmawati;0812-7777-1111;21.01.08.2001;;Gelombang II"));
  await inTurn(budi, presses("Kepri · Sen 20 Apr"), presses("✅ Simpan 1 orang"));
  expect((await stage.db.rosterRow.findMany()).map(({ classId }) => classId)).toEqual([trainingClass.id]);
  // One class that is there is enough: then the lines say it.
  await inTurn(budi, toPage, sends("Hasan;0812 7777 2222;21.01.08.2001;Taman Baca;kepri 2"));
  expect(budi.lastMessage()?.text).toContain("1 baru");
  expect(stage.errors).toEqual([]);
});

// Keeps A02.
test("of classes of one name a line means the one that is not over; where that is several, the class is asked for", async () => {
  const { trainingClass, budi } = await aClass();
  await buildClass(stage.db, { startsOn: "2025-04-21", provinceCode: "21", name: "Kepri" });
  const toPage: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "roster:0");
  await inTurn(budi, toPage, sends("Siti Rahmawati;0812-7777-1111;21.01.08.2001;;KEPRI"), presses("✅ Simpan 1 orang"));
  const soon = await buildClass(stage.db, { startsOn: "2026-05-04", provinceCode: "21", name: "Kepri-2" });
  const { waveId, startsOn, endsOn } = soon;
  const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: waveId } });
  const wave = await stage.db.wave.create({ data: { cohortId, number: 2, startsOn, endsOn } });
  await stage.db.trainingClass.update({ where: { id: soon.id }, data: { waveId: wave.id, name: "Kepri" } });
  const other = "Hasan;0812 7777 2222;21.01.08.2001;Taman Baca;";
  // With its code it is named; who is named by the name alone comes back.
  await inTurn(budi, toPage, sends(`${other}Kepri (K${soon.id})`, "Rina;0812 7777 5555;21.01.08.2001;;Kepri"));
  expect(budi.lastMessage()?.text).toContain("1 nama kelas dipakai lebih dari satu kelas");
  await inTurn(budi, presses("✅ Simpan 1 orang"));
  const rows = await stage.db.rosterRow.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ classId }) => classId)).toEqual([trainingClass.id, soon.id]);
  // Each is told by its first day, and the summary says which was chosen.
  await inTurn(budi, toPage, sends(`${other}kepri`));
  expect(budi.lastMessage()?.text).toContain("untuk kelas mana");
  expect(budi.buttons().slice(0, 3)).toEqual(["[Kepri · Sen 4 Mei]", "[Kepri · Sen 20 Apr]", "[Kepri · 21/4/2025]"]);
  await inTurn(budi, presses("Kepri · 21/4/2025"));
  expect(budi.lastMessage()?.text).toContain("Kelas Kepri, 21–25 April 2025");
  await inTurn(budi, presses("✏️ Kelas"), presses("Kepri · Sen 20 Apr"));
  expect(budi.lastMessage()?.text).toContain("Kelas Kepri, 20–24 April 2026");
});

// Keeps A02.
test("somebody whose place was chosen is of the kind of that village, whatever the file said", async () => {
  const { trainingClass, budi } = await aClass();
  const toPage: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `roster:${trainingClass.id}`);
  await inTurn(budi, toPage, sends("Siti Rahmawati;0812-7777-1111;21.01.04.2002!;;"));
  await inTurn(budi, presses(/^Kawal/), presses("✅ Simpan 1 orang"));
  expect(await stage.db.rosterRow.findMany()).toMatchObject([{ placeCode: "21.01.04.1005", kind: "kelurahan" }]);
});

test("an admin fills no roster of another province", async () => {
  const { budi } = await aClass();
  const foreign = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel" });
  const admin = await stage.db.person.findUniqueOrThrow({ where: { telegramId: budi.id } });
  const actor = await actorOf(stage.world, admin.id);
  const entry = {
    classId: foreign.id,
    line: 2,
    name: "X",
    phone: null,
    kind: "desa",
    placeCode: "21.01.08.2001",
    libraryName: null,
  } as const;
  expect(await previewImport(stage.world, actor, [entry])).toEqual({ kind: "not_allowed" });
  expect(await saveImport(stage.world, actor, { draftId: 3, classId: null, entries: [entry] })).toEqual({
    kind: "not_allowed",
  });
  expect(await stage.db.rosterRow.count()).toBe(0);
});

test("of a couple with one number each is known again by the name", async () => {
  const { trainingClass, budi } = await aClass();
  const admin = await stage.db.person.findUniqueOrThrow({ where: { telegramId: budi.id } });
  const actor = await actorOf(stage.world, admin.id);
  const couple = ["Hasan Ahmad", "Siti Aminah"].map((name, n) => ({
    ...{ classId: trainingClass.id, line: n + 2, name, phone: "+6281277770001", kind: "desa" as const },
    ...{ placeCode: "21.01.08.2001", libraryName: null },
  }));
  await saveImport(stage.world, actor, { draftId: 1, classId: trainingClass.id, entries: couple });
  const planned = await previewImport(stage.world, actor, couple);
  expect(planned).toMatchObject({ kind: "planned", entries: [{ status: "same" }, { status: "same" }], missing: [] });
});
