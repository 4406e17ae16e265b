// An office writes names otherwise by its workbook: the file that goes out has codes, and by them what comes back is known again.

import { expect, test } from "vitest";
import type { CellOut } from "../../src/domain/files/workbook.js";
import type { Language } from "../../src/domain/people/person.js";
import { readGrids } from "../../src/files/read-grids.js";
import type { Person } from "../../src/sandbox/shapes.js";
import { day, judgingOn, type OfficeRows, officeWorkbook, sendsWorkbook } from "../support/files/office-workbook.js";
import { type Act, presses } from "../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../support/stage/stage-at.js";
import { WALKED_IN } from "../support/walked-in.js";
import { buildAdmin, buildClass, buildSession, buildTrainer } from "../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);
const rostersOfAll: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "roster:0");

const PHONE = "+6281234567890";

async function anOffice(language: Language = "id") {
  const kepri = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Bimtek Kepri" });
  const session = await buildSession(stage.db, kepri.id, {
    title: "Pembukan",
    startsAt: new Date("2026-04-20T01:00:00Z"),
  });
  const trainer = await buildTrainer(stage.db, [kepri.id], { name: "Mahmut", phone: PHONE });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21", language });
  await inTurn(budi, (p) => p.start());
  return { kepri, session, trainer, budi };
}

const classLine = (name: string, code: CellOut, province = "Kepulauan Riau"): CellOut[] => [
  ...["2026", "1", name, province, "Hotel Bintan, Tanjungpinang", day("2026-04-20"), day("2026-04-24"), null, code],
];
const sessionLine = (of: string, title: string, code: CellOut): CellOut[] => [
  ...[of, title, day("2026-04-20"), "08.00", null, null, null, code],
];
const names = async () => ({
  classes: (await stage.db.trainingClass.findMany({ orderBy: { id: "asc" } })).map(({ name }) => name),
  sessions: (await stage.db.trainingSession.findMany({ orderBy: { id: "asc" } })).map(({ title }) => title),
});

async function textsIn(phone: Person, file: RegExp): Promise<string[][]> {
  const message = phone.received().findLast(({ document }) => file.test(document?.file_name ?? ""));
  const bytes = stage.sandbox.files.byId(message?.document?.file_id ?? "")?.bytes;
  const reading = await readGrids(Buffer.from(bytes ?? []));
  if (!reading.ok) throw new Error(reading.because);
  return reading.grids.flatMap(({ rows }) => rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? "")));
}

test.each(WALKED_IN)(
  "what is named by its code gets the name of the file, seen before it is saved (%s)",
  async (language) => {
    const { kepri, session, trainer, budi } = await anOffice(language);
    const [example = "", save = /^$/] = {
      id: ["📄 Unduh contoh Excel", /^✅ Simpan 4/],
      en: ["📄 Example workbook", /^✅ Save 4/],
    }[language];
    stage.talk();
    await inTurn(budi, rostersOfAll, presses(example));
    const out = await textsIn(budi, /contoh-program/);
    expect(out.find((cells) => cells.includes(`K${kepri.id}`))?.slice(2, 4)).toEqual([
      "Bimtek Kepri",
      "Kepulauan Riau",
    ]);
    expect(out.find((cells) => cells.includes(`S${session.id}`))?.slice(0, 5)).toEqual([
      ...["Bimtek Kepri", "Pembukan", "2026-04-20", "08.00", "09.30"],
    ]);
    const rows: OfficeRows = {
      classes: [classLine("Bimtek Kepri 1", `K${kepri.id}`)],
      // The other sheets may call the class as it was called.
      sessions: [sessionLine("Bimtek Kepri", "Pembukaan", `S${session.id}`)],
      trainers: [["Mahmud Hidayat", PHONE, "Bimtek Kepri 1", null]],
      participants: [
        [
          "Siti",
          "081277771111",
          "Perpustakaan desa",
          "Kepulauan Riau",
          "Kab. Bintan",
          "Teluk Bintan",
          "Pangkil",
          "",
          "Bimtek Kepri",
        ],
      ],
    };
    await inTurn(budi, sendsWorkbook(await officeWorkbook(rows)));
    const details = await textsIn(budi, /rincian-berkas|details-of-file/);
    expect(
      details.filter((cells) => cells.includes("Nama") || cells.includes("Name")).map((cells) => cells.slice(-2)),
    ).toEqual([
      ["Bimtek Kepri", "Bimtek Kepri 1"],
      ["Pembukan", "Pembukaan"],
      ["Mahmut", "Mahmud Hidayat"],
    ]);
    await inTurn(budi, presses(save));
    await expect(stage.talk()).toMatchFileSnapshot(`transcripts/workbook-renames-${language}.txt`);
    expect(await names()).toEqual({ classes: ["Bimtek Kepri 1"], sessions: ["Pembukaan"] });
    expect((await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id } })).name).toBe("Mahmud Hidayat");
    // Sent once more it changes nothing.
    await inTurn(budi, rostersOfAll, sendsWorkbook(await officeWorkbook(rows)));
    expect(budi.buttons().flat().join()).not.toMatch(save);
    expect(stage.errors).toEqual([]);
  },
);

test("a code of nobody, of another province or twice, and a name that is taken, change nothing and say why", async () => {
  const { kepri, session, budi } = await anOffice();
  const other = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Bimtek Kepri B" });
  const foreign = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "63", name: "Bimtek Kalsel" });
  const away = await buildSession(stage.db, foreign.id, {
    title: "Sesi Kalsel",
    startsAt: new Date("2026-04-20T01:00:00Z"),
  });
  const rows: OfficeRows = {
    classes: [
      classLine("Bimtek Kepri 1", "K999"),
      classLine("Bimtek Kepri 2", `K${foreign.id}`),
      classLine("Bimtek Kepri B", `K${kepri.id}`),
      classLine("Bimtek Kepri C", `K${other.id}`),
      classLine("Bimtek Kepri D", `K${other.id}`),
      classLine("Bimtek Kepri E", "kode"),
    ],
    sessions: [
      sessionLine("Bimtek Kepri", "Lain", `S${away.id}`),
      sessionLine("Bimtek Kepri B", "Lain", `S${session.id}`),
      sessionLine("Bimtek Kepri", "Satu", `S${session.id}`),
      sessionLine("Bimtek Kepri", "Dua", `S${session.id}`),
    ],
  };
  await inTurn(budi, sendsWorkbook(await officeWorkbook(rows)));
  const reasons = (await textsIn(budi, /rincian-berkas/)).filter(([sheet]) => sheet === "Kelas" || sheet === "Sesi");
  expect(reasons.filter(({ length }) => length === 4).map(([sheet, line, , reason]) => [sheet, line, reason])).toEqual([
    ["Kelas", "2", "kode tidak dikenal"],
    ["Kelas", "3", "kode tidak dikenal"],
    ["Kelas", "4", "nama sudah dipakai kelas lain"],
    ["Kelas", "6", "tertulis dua kali"],
    ["Kelas", "7", "kode tidak dikenal"],
    ["Sesi", "2", "kode tidak dikenal"],
    ["Sesi", "3", "kode milik kelas lain"],
    ["Sesi", "4", "kode tidak dikenal"],
    ["Sesi", "5", "kode tidak dikenal"],
  ]);
  await inTurn(budi, presses("✅ Simpan 1 baris"));
  expect(await names()).toEqual({
    classes: ["Bimtek Kepri", "Bimtek Kepri C", "Bimtek Kalsel"],
    sessions: ["Pembukan", "Sesi Kalsel"],
  });
  expect(stage.errors).toEqual([]);
});

test("a trainer who is in other hands too keeps the name by which those know them", async () => {
  const { kepri, budi } = await anOffice();
  const foreign = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "63", name: "Bimtek Kalsel" });
  const shared = await buildTrainer(stage.db, [kepri.id, foreign.id], { name: "Rina", phone: "+6281299990001" });
  await inTurn(
    budi,
    sendsWorkbook(await officeWorkbook({ trainers: [["Rina Marlina", "+6281299990001", "Bimtek Kepri", null]] })),
  );
  expect(budi.lastMessage()?.text).toContain("0 berubah · ➖ 1 sama");
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: shared.id } })).name).toBe("Rina");
  expect(stage.errors).toEqual([]);
});
