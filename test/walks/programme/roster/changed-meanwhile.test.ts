// What a colleague does between the summary of a file and its button: it is shown before it is taken back.

import { beforeEach, expect, test } from "vitest";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { inviteStaff, saveImport, shiftClass } from "../../../../src/use-cases/index.js";
import { day, judgingOn, officeWorkbook, sendsWorkbook } from "../../../support/files/office-workbook.js";
import { presses } from "../../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildSession } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });
const inTurn = phoneActsOn(stage, 2000);

const NAME = "Bimtek Kepri 1";
const SITI = ["Siti Rahmawati", "081277771111"];
const HASAN = ["Hasan", "081277772222"];
const PLACE = ["Perpustakaan desa", "Kepulauan Riau", "Kab. Bintan", "Teluk Bintan", "Pangkil", "", NAME];
const MEANWHILE = "Sementara itu data di sini sudah diubah orang lain";

/** The class as yesterday's file has it, with a new trainer below. */
const workbook = () =>
  officeWorkbook({
    classes: [["2026", "1", NAME, "Kepulauan Riau", "Hotel", day("2026-05-18"), day("2026-05-22"), null]],
    trainers: [["Mahmud", "081234567890", NAME, null]],
  });
const roster = () =>
  officeWorkbook({
    participants: [
      [...SITI, ...PLACE],
      [...HASAN, ...PLACE],
    ],
  });

let sri: Person;
let colleague: KnownActor;
let classId: number;

beforeEach(async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: NAME });
  classId = trainingClass.id;
  await stage.db.trainingClass.update({ where: { id: classId }, data: { venue: "Hotel" } });
  sri = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id });
  colleague = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Budi" })).id);
});

const shifted = () => {
  const wish = { classId, from: "2026-05-18", to: "2026-05-25", saidAt: stage.clock.now() } as const;
  return shiftClass(stage.world, colleague, wish);
};
const rename = (name: string, draftId: number) =>
  saveImport(stage.world, colleague, {
    ...{ draftId, classId },
    entries: [
      {
        ...{ classId, line: 2, name, phone: "+6281277771111", kind: "desa", placeCode: "21.01.08.2002" },
        libraryName: null,
      },
    ],
  });

const firstDay = async () => (await stage.db.trainingClass.findFirstOrThrow()).startsOn.toISOString().slice(0, 10);
const names = async () => (await stage.db.rosterRow.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);
const trainers = () => stage.db.classTrainer.count();
const saves = presses(/^✅ Simpan/);

// Handled again, a press shows the same screen without its sentence, and saves as little.
test.each([
  ["once", false],
  ["twice", true],
])(
  "a class that was moved after it was shown is not moved back before that was shown (handled %s)",
  async (_, twice) => {
    stage.handlesTwice = twice;
    await inTurn(sri, sendsWorkbook(await workbook()));
    expect(sri.lastMessage()?.text).toContain("Kelas: ✅ 0 baru · ✏️ 0 berubah · ➖ 1 sama");
    expect((await shifted()).kind).toBe("shifted");
    await inTurn(sri, saves);
    expect([await firstDay(), await trainers()]).toEqual(["2026-05-25", 0]);
    expect(sri.lastMessage()?.text?.includes(MEANWHILE)).toBe(!twice);
    expect(sri.lastMessage()?.text).toContain("Kelas: ✅ 0 baru · ✏️ 1 berubah · ➖ 0 sama");
    // Now they know, and want it so.
    await inTurn(sri, saves);
    expect([await firstDay(), await trainers()]).toEqual(["2026-05-18", 1]);
    expect(await stage.db.rosterImport.count()).toBe(1);
    expect(stage.errors).toEqual([]);
  },
);

test("a class that was moved before the file was looked at is moved back at once, and one moved afterwards stays", async () => {
  await shifted();
  await inTurn(sri, sendsWorkbook(await workbook()), saves);
  expect([await firstDay(), await trainers()]).toEqual(["2026-05-18", 1]);
  expect((await shifted()).kind).toBe("shifted");
  expect(await firstDay()).toBe("2026-05-25");
  expect(sri.received().some(({ text }) => text?.includes(MEANWHILE))).toBe(false);
  expect(stage.errors).toEqual([]);
});

test("somebody on a list who was written otherwise meanwhile keeps that until it was shown", async () => {
  await rename("Siti Rahmawati", 901);
  await inTurn(sri, sendsWorkbook(await roster()));
  await rename("Siti Rahmawati, S.Pd.", 902);
  expect(await names()).toEqual(["Siti Rahmawati, S.Pd."]);
  await inTurn(sri, saves);
  expect(await names()).toEqual(["Siti Rahmawati, S.Pd."]);
  expect(sri.lastMessage()?.text).toContain(MEANWHILE);
  await inTurn(sri, saves);
  expect(await names()).toEqual(["Hasan", "Siti Rahmawati"]);
  expect(stage.errors).toEqual([]);
});

test("a list of which a colleague has saved a part goes in at the first press", async () => {
  await inTurn(sri, sendsWorkbook(await roster()));
  await rename("Siti Rahmawati", 901);
  await inTurn(sri, saves);
  expect(await names()).toEqual(["Hasan", "Siti Rahmawati"]);
  expect(sri.lastMessage()?.text).toContain("1 orang baru");
});

test("a workbook of which a colleague has saved a part goes in at the first press", async () => {
  await shifted();
  await inTurn(sri, sendsWorkbook(await workbook()));
  const wish = { role: "trainer", classId: null } as const;
  await inviteStaff(stage.world, colleague, { name: "Mahmud", phone: "+6281234567890", wish });
  await inTurn(sri, saves);
  expect([await firstDay(), await trainers()]).toEqual(["2026-05-18", 1]);
});

test("people who come to know the old days meanwhile are counted before they are told", async () => {
  const { participant } = await buildParticipant(stage.db, classId, { name: "Siti" });
  await buildSession(stage.db, classId, { title: "Pembukaan", startsAt: new Date("2026-05-25T01:00:00Z") });
  await shifted();
  await inTurn(sri, sendsWorkbook(await workbook()));
  expect(sri.lastMessage()?.text).not.toContain("diberitahukan");
  await stage.db.participant.updateMany({ where: { id: participant.id }, data: { scheduleSeenAt: stage.clock.now() } });
  await inTurn(sri, saves);
  expect(await firstDay()).toBe("2026-05-25");
  expect(sri.lastMessage()?.text).toContain("diberitahukan ke 1 orang");
  await inTurn(sri, saves);
  expect(await firstDay()).toBe("2026-05-18");
});

test("a summary shown by the program of yesterday is shown once more", async () => {
  await inTurn(sri, sendsWorkbook(await roster()));
  const { id, asked } = await stage.db.draft.findFirstOrThrow({ where: { form: "roster" } });
  const { shown: _, ...before } = asked as Record<string, never>;
  await stage.db.draft.update({ where: { id }, data: { asked: before } });
  await inTurn(sri, saves);
  expect(await names()).toEqual([]);
  await inTurn(sri, saves);
  expect(await names()).toEqual(["Hasan", "Siti Rahmawati"]);
  expect(stage.errors).toEqual([]);
});
