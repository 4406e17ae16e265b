// Two admins hold the same workbook; each looks at it before either has saved it.

import { expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { day, judgingOn, officeWorkbook } from "../../../support/files/office-workbook.js";
import { phoneActsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);

const NAME = "Bimtek Kepri 1";
const SITI = [
  ...["Siti Rahmawati", "081277771111", "Perpustakaan desa", "Kepulauan Riau", "Kab. Bintan", "Teluk Bintan"],
  ...["Pangkil", "", NAME],
];
const FILES = {
  workbook: () =>
    officeWorkbook({
      classes: [["2026", "1", NAME, "Kepulauan Riau", "Hotel", day("2026-05-18"), day("2026-05-22"), null]],
      participants: [SITI],
    }),
  roster: () => officeWorkbook({ participants: [SITI] }),
};

async function twoAdmins() {
  const [sri, budi] = [stage.person({ name: "Sri" }), stage.person({ name: "Budi", english: true })];
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, language: "en" });
  return { sri, budi };
}

const counts = async () => [
  ...[await stage.db.trainingClass.count(), await stage.db.rosterRow.count()],
  await stage.db.rosterChange.count(),
];

test.each(["workbook", "roster"] as const)("the second to save the %s is told that it was saved", async (kind) => {
  const { sri, budi } = await twoAdmins();
  if (kind === "roster") await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: NAME });
  const bytes = await FILES[kind]();
  for (const phone of [sri, budi]) {
    await inTurn(phone, (p) => p.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes }));
  }
  stage.handlesTwice = true;
  await inTurn(sri, (p) => p.presses(/^✅ Simpan/));
  await inTurn(budi, (p) => p.presses(/^✅ Save/));
  expect(sri.lastMessage()?.text).toMatch(kind === "workbook" ? /Kelas: 1 baru/ : /1 orang baru/);
  expect(budi.lastMessage()?.text).toBe("✅ What this file holds was saved before, so nothing has changed.");
  expect(budi.buttons().join()).not.toContain("Undo");
  expect(await counts()).toEqual([1, 1, 1]);
  expect(stage.errors).toEqual([]);
});

test("an admin who presses the button twice has saved once, and is told so once", async () => {
  const { sri } = await twoAdmins();
  const bytes = await FILES.workbook();
  await inTurn(sri, (p) => p.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes }));
  const question = sri.lastMessage();
  const save = question?.reply_markup?.inline_keyboard.flat().find(({ text }) => text.startsWith("✅ Simpan"));
  const data = save !== undefined && "callback_data" in save ? save.callback_data : "";
  const again = (p: Person) => p.pressesOn(question?.message_id ?? 0, data);
  await inTurn(sri, again, again);
  expect(await counts()).toEqual([1, 1, 1]);
  expect(await stage.db.rosterImport.count()).toBe(1);
  expect(sri.received().filter(({ text }) => text?.includes("✅ Tersimpan"))).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});
