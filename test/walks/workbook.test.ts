// An office sets up its programme by one workbook: the example out, filled in and sent back, once more, and taken back.

import { expect, test } from "vitest";
import { readGrids } from "../../src/files/read-grids.js";
import { writeXlsx } from "../../src/files/xlsx-out/write-xlsx.js";
import type { Person } from "../../src/sandbox/shapes.js";
import { ensureNationalAdmins } from "../../src/use-cases/index.js";
import { day, judgingOn, type OfficeRows, officeWorkbook, sendsWorkbook } from "../support/files/office-workbook.js";
import { presses, says } from "../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildSession } from "../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);

/** The latest file that the bot gave, by the end of its name. */
function fileFor(phone: Person, name: string): Uint8Array {
  const message = phone.received().findLast(({ document }) => document?.file_name?.endsWith(name));
  const file = stage.sandbox.files.byId(message?.document?.file_id ?? "");
  if (file === undefined) throw new Error(`No file ${name} was given.`);
  return file.bytes;
}

const put = (cells: readonly string[], at: number, text: string) => cells.map((cell, n) => (n === at ? text : cell));

const KEPRI = "Bimtek Kepri 1";
const JAMBI = "Bimtek Jambi 1";

const PROGRAMME: OfficeRows = {
  classes: [
    ["2026", "1", KEPRI, "Kepulauan Riau", "Hotel Bintan", day("2026-05-18"), day("2026-05-22"), null],
    ["2026", "1", JAMBI, "Jambi", "Hotel Odua", day("2026-05-25"), day("2026-05-29"), day("2026-07-15")],
    ["2026", "1", "Bimtek Entah", "Jambii", "Hotel", day("2026-05-25"), day("2026-05-29"), null],
  ],
  sessions: [
    [KEPRI, "Pembukaan", day("2026-05-18"), "08.30", "10.00", "Tatap muka", ""],
    [KEPRI, "Promosi", day("2026-05-19"), "10:00", null, "Daring", "https://zoom.us/j/123"],
    [JAMBI, "Pembukaan", day("2026-05-25"), "8.30", "10.00", null, null],
    ["Bimtek Lain", "Pembukaan", day("2026-05-25"), "8.30", "10.00", null, null],
  ],
  trainers: [
    ["Mahmud Hidayat", "081234567890", `${KEPRI}; ${JAMBI}`, null],
    ["Baharuddin", "0812 3456 7892", null, "Jambi"],
    ["Tanpa Nomor", "12", KEPRI, null],
  ],
  participants: [
    [
      "Siti Rahmawati",
      "081277771111",
      "Perpustakaan desa",
      "Kepulauan Riau",
      "Kab. Bintan",
      "Teluk Bintan",
      "Pangkil",
      "",
      KEPRI,
    ],
    ["Hasan", "081277772222", "TBM", "Kepulauan Riau", "Kab. Bintan", "Teluk Bintan", "Entah", "Taman Baca", KEPRI],
  ],
};

async function anOffice(english = false) {
  const sri = stage.person({ name: "Sri", english });
  await ensureNationalAdmins(stage.world, [sri.id]);
  await inTurn(sri, (p) => p.start());
  if (english) await inTurn(sri, presses("🌐 English"));
  await inTurn(sri, presses(english ? "✅ I agree" : "✅ Setuju"), says("Sri Mulyati"));
  return sri;
}

async function counts() {
  const { cohort, wave, trainingClass, trainingSession, rosterRow, classTrainer, invitation } = stage.db;
  return {
    ...{ cohorts: await cohort.count(), waves: await wave.count(), classes: await trainingClass.count() },
    ...{
      sessions: await trainingSession.count(),
      people: await rosterRow.count(),
      teaching: await classTrainer.count(),
    },
    invitations: await invitation.count({ where: { revokedAt: null } }),
  };
}

const NOTHING = { cohorts: 0, waves: 0, classes: 0, sessions: 0, people: 0, teaching: 0, invitations: 0 };
const ALL = { cohorts: 1, waves: 1, classes: 2, sessions: 3, people: 1, teaching: 3, invitations: 2 };

// Keeps A23.
test("an empty office takes the example, fills it in, sends it twice, and takes it back", async () => {
  const sri = await anOffice();
  stage.talk();
  const bytes = await officeWorkbook(PROGRAMME);
  await inTurn(sri, presses("📄 Unduh contoh Excel"));
  await inTurn(sri, sendsWorkbook(fileFor(sri, "contoh-program.xlsx")), presses("Batal"), presses("🗑 Buang isian"));
  await inTurn(sri, says("/impor"), sendsWorkbook(bytes));
  expect(await counts()).toEqual(NOTHING);
  await inTurn(sri, presses(/^✅ Simpan/));
  expect(await counts()).toEqual(ALL);
  await inTurn(sri, says("/impor"), sendsWorkbook(bytes));
  expect(sri.buttons().some((label) => label.startsWith("✅ Simpan"))).toBe(false);
  await inTurn(sri, presses("Batal"), presses("🗑 Buang isian"));
  const undo = (await stage.db.rosterImport.findFirstOrThrow()).id;
  await inTurn(sri, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `undo_import:${undo}`));
  await expect(stage.talk()).toMatchFileSnapshot("transcripts/workbook.txt");
  expect(await counts()).toEqual(NOTHING);
  expect(stage.errors).toEqual([]);
});

test("what was filled in is there as it was written, by each class's own clock", async () => {
  const sri = await anOffice();
  await inTurn(sri, says("/impor"), sendsWorkbook(await officeWorkbook(PROGRAMME)), presses(/^✅ Simpan/));
  const classes = await stage.db.trainingClass.findMany({
    orderBy: { startsOn: "asc" },
    include: { wave: { include: { cohort: true } }, sessions: { orderBy: { startsAt: "asc" } }, roster: true },
  });
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  expect(
    classes.map((one) => [
      ...[one.name, one.wave.cohort.year, one.wave.number, one.zone, dayOf(one.endsOn), dayOf(one.plansDueOn)],
      one.sessions.map(({ title, startsAt, endsAt, mode, place }) => [
        ...[title, startsAt.toISOString().slice(5, 16), endsAt.toISOString().slice(11, 16), mode, place],
      ]),
      one.roster.map(({ name, phone, placeCode }) => [name, phone, placeCode]),
    ]),
  ).toEqual([
    [
      ...[KEPRI, 2026, 1, "Asia/Jakarta", "2026-05-22", "2026-06-21"],
      [
        ["Pembukaan", "05-18T01:30", "03:00", "in_person", "Hotel Bintan"],
        ["Promosi", "05-19T03:00", "04:30", "online", "https://zoom.us/j/123"],
      ],
      [["Siti Rahmawati", "+6281277771111", "21.01.08.2002"]],
    ],
    [
      ...[JAMBI, 2026, 1, "Asia/Jakarta", "2026-05-29", "2026-07-15"],
      [["Pembukaan", "05-25T01:30", "03:00", "in_person", "Hotel Odua"]],
      [],
    ],
  ]);
  const trainers = await stage.db.person.findMany({
    where: { classesTaught: { some: {} } },
    include: { classesTaught: { include: { trainingClass: true } }, invitations: true },
    orderBy: { name: "asc" },
  });
  expect(
    trainers.map(({ name, phone, classesTaught, invitations }) => [
      ...[name, phone, invitations.length],
      classesTaught.map(({ trainingClass }) => trainingClass.name).sort(),
    ]),
  ).toEqual([
    ["Baharuddin", "+6281234567892", 1, [JAMBI]],
    ["Mahmud Hidayat", "+6281234567890", 1, [JAMBI, KEPRI]],
  ]);
});

test("the same in English", async () => {
  const sri = await anOffice(true);
  stage.talk();
  await inTurn(
    sri,
    presses("📄 Example workbook"),
    says("/import"),
    sendsWorkbook(await officeWorkbook(PROGRAMME)),
    presses(/^✅ Save/),
    presses("↩️ Undo"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("transcripts/workbook-english.txt");
  expect(await counts()).toEqual(NOTHING);
  expect(stage.errors).toEqual([]);
});

test("an admin of a province changes its classes alone; somebody who knows the old times is told, once", async () => {
  const own = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: KEPRI });
  await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "63", name: "Bimtek Kalsel" });
  await buildSession(stage.db, own.id, { title: "Pembukaan", startsAt: new Date("2026-04-20T01:00:00Z") });
  await buildSession(stage.db, own.id, { title: "Promosi", startsAt: new Date("2026-04-21T01:00:00Z") });
  const [siti, budi] = [stage.person({ name: "Siti" }), stage.person({ name: "Budi" })];
  await buildParticipant(stage.db, own.id, { name: "Siti", telegramId: siti.id });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21" });
  await inTurn(siti, says("/jadwal"));
  await inTurn(budi, says("halo"));
  stage.talk();
  const rows: OfficeRows = {
    classes: [
      ["2026", "1", KEPRI, "Kepulauan Riau", "Hotel Aston", day("2026-04-27"), day("2026-05-01"), null],
      ["2026", "1", "Bimtek Kalsel", "Kalimantan Selatan", "Hotel Lain", day("2026-04-20"), day("2026-04-24"), null],
      ["2026", "1", "Bimtek Riau", "Riau", "Hotel", day("2026-04-20"), day("2026-04-24"), null],
      ["2027", "1", "Bimtek Kepri 2", "Kepulauan Riau", "Hotel", day("2026-04-20"), day("2026-04-24"), null],
    ],
    sessions: [
      [KEPRI, "Pembukaan", day("2026-04-27"), "08.00", null, null, null],
      [KEPRI, "Promosi", day("2026-04-28"), "13.00", null, null, "Aula"],
      ["Bimtek Kalsel", "Pembukaan", day("2026-04-27"), "08.00", null, null, null],
    ],
    trainers: [["Mahmud", "081234567890", "Bimtek Kalsel", null]],
  };
  await inTurn(budi, sendsWorkbook(await officeWorkbook(rows)), presses(/^✅ Simpan/));
  await stage.moveTo("2026-04-06T06:00:00Z");
  await expect(stage.talk()).toMatchFileSnapshot("transcripts/workbook-of-a-province.txt");
  const sessions = await stage.db.trainingSession.findMany({ orderBy: { startsAt: "asc" } });
  expect(sessions.map(({ startsAt, place }) => [startsAt.toISOString().slice(5, 16), place])).toEqual([
    ["04-27T01:00", "Aula lantai 2"],
    ["04-28T06:00", "Aula"],
  ]);
  expect(await stage.db.trainingClass.count()).toBe(2);
  expect((await stage.db.trainingClass.findFirstOrThrow({ where: { provinceCode: "63" } })).venue).not.toBe(
    "Hotel Lain",
  );
  const details = await readGrids(fileFor(budi, "rincian-berkas.xlsx"));
  expect(details.ok && details.grids[0]?.rows.slice(1).map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
    ["Kelas", "3", "Bimtek Kalsel", "bukan wilayah Bapak/Ibu"],
    ["Kelas", "4", "Bimtek Riau", "bukan wilayah Bapak/Ibu"],
    ["Kelas", "5", "Bimtek Kepri 2", "bukan wilayah Bapak/Ibu"],
    ["Sesi", "4", "Pembukaan", "baris kelasnya bermasalah"],
    ["Pelatih", "2", "Mahmud", "baris kelasnya bermasalah"],
  ]);
  expect(stage.errors).toEqual([]);
});

test("the lines with problems come back in the sender's own columns; what is chosen in them is read", async () => {
  const own = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: KEPRI });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21" });
  await inTurn(budi, says("halo"), (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `roster:${own.id}`));
  // Eleven villages of the country are called so, two of them in this class's province.
  const list = ["HP;Desa;Nama", "0812 7777 1111;Air Putih;Siti", ";Pangkil;Hasan"].join("\n");
  await inTurn(budi, sendsWorkbook(Buffer.from(list), "peserta.csv"), presses("Lewati orang ini"));
  const back = await readGrids(fileFor(budi, "baris-bermasalah.xlsx"));
  if (!back.ok) throw new Error(back.detail);
  const [sheet, choices] = back.grids;
  const rows = sheet?.rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? "")) ?? [];
  expect(rows).toEqual([
    ["HP", "Desa", "Nama", "Kode desa", "Baris", "Hasil", "Sebab"],
    ["0812 7777 1111", "Air Putih", "Siti", "", "2", "ragu", "desa lebih dari satu"],
    ["", "Pangkil", "Hasan", "", "3", "salah", "tanpa telepon"],
  ]);
  expect(choices?.isHidden).toBe(true);
  const offered = choices?.rows[0]?.cells.map((cell) => cell?.text ?? "") ?? [];
  expect(offered).toEqual([
    "21.03.04.2005 Air Putih, Midai, Kab. Natuna, Kepulauan Riau",
    "21.05.03.2005 Air Putih, Siantan Timur, Kab. Kepulauan Anambas, Kepulauan Riau",
  ]);
  const [heading = [], siti = [], hasan = []] = rows;
  const mended = [put(siti, 3, offered[1] ?? ""), put(hasan, 0, "0812 7777 2222")];
  const columns = heading.map((one) => ({ heading: one, width: 20 }));
  const bytes = await writeXlsx({ sheets: [{ name: sheet?.name ?? "", columns, rows: mended }] });
  await inTurn(budi, presses("✏️ Berkas"), sendsWorkbook(bytes, "baris-bermasalah.xlsx"));
  await inTurn(budi, presses(/^✅ Simpan/));
  const people = await stage.db.rosterRow.findMany({ orderBy: { name: "asc" } });
  expect(people.map(({ name, placeCode }) => [name, placeCode])).toEqual([
    ["Hasan", "21.01.08.2002"],
    ["Siti", "21.05.03.2005"],
  ]);
  expect(stage.errors).toEqual([]);
});
