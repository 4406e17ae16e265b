// An office moves and adds sessions by its workbook: what falls onto another session or outside the class's days is said before it is saved,
// as the buttons say it, and may be saved all the same.
import { expect, test } from "vitest";
import type { CellOut } from "../../src/domain/files/workbook.js";
import { readGrids } from "../../src/files/read-grids.js";
import type { Person } from "../../src/sandbox/shapes.js";
import { day, judgingOn, officeWorkbook, sendsWorkbook } from "../support/files/office-workbook.js";
import { type Act, everything, presses } from "../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../support/stage/stage-at.js";
import { WALKED_IN } from "../support/walked-in.js";
import { buildAdmin, buildClass, buildSession } from "../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);
const rostersOfAll: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "roster:0");

async function toCheck(phone: Person, sheet: string): Promise<string[][]> {
  const message = phone.received().findLast(({ document }) => /rincian|details/.test(document?.file_name ?? ""));
  const bytes = stage.sandbox.files.byId(message?.document?.file_id ?? "")?.bytes;
  const reading = await readGrids(Buffer.from(bytes ?? []));
  if (!reading.ok) throw new Error(reading.because);
  const grid = reading.grids.find(({ name }) => name === sheet);
  return (grid?.rows ?? []).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ""));
}

const WORDS = {
  id: {
    brief: "⚠️ 3 sesi di waktu yang janggal, mohon lihat rinciannya.",
    said: "⚠️ Mohon diperiksa: 2 sesi bersamaan dengan sesi lain, 1 sesi di luar hari kelas (Praktik; Penutupan; Evaluasi).",
    sheet: "Mohon diperiksa",
    reasons: ["bersamaan dengan Pembukaan", "bersamaan dengan Promosi", "di luar hari kelas"],
    save: /^✅ Simpan/,
  },
  en: {
    brief: "⚠️ 3 sessions at a strange time, please see the details.",
    said: "⚠️ Please check these sessions: 2 at the time of another session, 1 not on a day of the class (Praktik; Penutupan; Evaluasi).",
    sheet: "Please check",
    reasons: ["at the time of Pembukaan", "at the time of Promosi", "not on a day of the class"],
    save: /^✅ Save/,
  },
};

test.each(WALKED_IN)("a session that falls onto another, or outside, is named first (%s)", async (language) => {
  const words = WORDS[language];
  const kepri = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Bimtek Kepri" });
  const at = async (title: string, startsAt: string) =>
    (await buildSession(stage.db, kepri.id, { title, startsAt: new Date(startsAt) })).id;
  const ids = {
    opening: await at("Pembukaan", "2026-04-20T01:00:00Z"),
    promotion: await at("Promosi", "2026-04-21T01:00:00Z"),
    practice: await at("Praktik", "2026-04-22T01:00:00Z"),
    // On Sunday already, by somebody's choice: another hour of it is no news.
    sunday: await at("Ziarah", "2026-04-26T01:00:00Z"),
  };
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21", language });
  await inTurn(budi, (p) => p.start());

  const line = (title: string, on: string, from: string, code: CellOut): CellOut[] => [
    ...["Bimtek Kepri", title, day(on), from, null, null, null, code],
  ];
  const rows = {
    sessions: [
      line("Pembukaan", "2026-04-20", "08.00", `S${ids.opening}`),
      line("Praktik", "2026-04-20", "09.00", `S${ids.practice}`),
      line("Penutupan", "2026-04-21", "07.30", null),
      line("Evaluasi", "2026-04-25", "08.00", null),
      line("Ziarah", "2026-04-26", "10.00", `S${ids.sunday}`),
      // One that begins as another ends is fine.
      line("Tanya jawab", "2026-04-21", "09.30", null),
    ],
  };
  await inTurn(budi, rostersOfAll, sendsWorkbook(await officeWorkbook(rows)));
  expect(budi.lastMessage()?.text).toContain(words.brief);
  expect(everything(budi)).toContain(words.said);
  expect((await toCheck(budi, words.sheet)).slice(1).map((cells) => cells.at(-1))).toEqual(words.reasons);
  await inTurn(budi, presses(words.save));
  expect(await stage.db.trainingSession.count()).toBe(7);

  // What is there is not asked about again.
  await inTurn(budi, rostersOfAll, sendsWorkbook(await officeWorkbook(rows)));
  expect(budi.lastMessage()?.text).not.toContain("⚠️");
  expect(stage.errors).toEqual([]);
});
