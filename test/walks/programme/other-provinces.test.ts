// Villages of another province than the class: a slip in the file comes back in words; who really belongs goes in by one answer.

import { expect, test } from "vitest";
import { readGrids } from "../../../src/files/read-grids.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { plainList } from "../../support/plain/plain-rosters.js";
import { type Act, presses } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);

async function twoClasses(language: "id" | "en" = "id") {
  const kepri = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Kepri" });
  const maluku = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "81", name: "Maluku" });
  const sri = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id, language });
  await inTurn(sri, (p) => p.start());
  const opens =
    (button: string): Act =>
    (p) =>
      p.pressesOn(p.lastMessage()?.message_id ?? 0, button);
  return { kepri, maluku, sri, opens };
}

const sends =
  (...lines: string[]): Act =>
  (phone) =>
    phone.sendsDocument({ name: "peserta.csv", mime: "text/csv", bytes: plainList(...lines) });

const WATI = "Wati;0812 7777 1111;21.01.08.2001;;";
const YOSEF = "Yosef;0812 7777 2222;81.01.01.2001;;";
const ANI = "Ani;0812 7777 3333;63.04.01.2001;;";
const names = async () => (await stage.db.rosterRow.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);

async function reasonsInFile(phone: Person): Promise<string[]> {
  const sent = phone.received().findLast(({ document }) => document !== undefined);
  const bytes = stage.sandbox.files.byId(sent?.document?.file_id ?? "")?.bytes;
  const reading = await readGrids(Buffer.from(bytes ?? []));
  if (!reading.ok) throw new Error(reading.because);
  return (reading.grids[0]?.rows ?? []).slice(1).map(({ cells }) =>
    cells
      .map((cell) => cell?.text ?? "")
      .slice(-2)
      .join(": "),
  );
}

test("lines of other provinces do not go in unless the office says that they belong, and come back as doubts in words", async () => {
  const { kepri, sri, opens } = await twoClasses();
  stage.talk();
  await inTurn(sri, opens(`roster:${kepri.id}`), sends(WATI, YOSEF, ANI));
  expect(sri.lastMessage()?.text).toContain("2 desa di luar provinsi kelas");
  expect(await reasonsInFile(sri)).toEqual(Array(2).fill("ragu: desa di luar provinsi kelas"));
  await inTurn(sri, presses("✏️ Provinsi lain"));
  expect(sri.lastMessage()?.text).toContain("Maluku, Kalimantan Selatan");
  await inTurn(sri, presses("Tidak, jangan disimpan"), presses("✅ Simpan 1 orang"));
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/other-provinces.txt");
  expect(await names()).toEqual(["Wati"]);
  expect(stage.errors).toEqual([]);
});

test("who belongs to a class that spans provinces goes in with one answer, which the summary says", async () => {
  const { kepri, sri, opens } = await twoClasses("en");
  await inTurn(
    sri,
    opens(`roster:${kepri.id}`),
    sends(WATI, YOSEF, ANI),
    presses("✏️ Other provinces"),
    presses("✅ Yes, they are"),
  );
  expect(sri.lastMessage()?.text).toContain("2 of them are from another province than their class");
  expect(sri.lastMessage()?.text).not.toContain("with a problem");
  await inTurn(sri, presses("✅ Save 3 people"));
  expect(await names()).toEqual(["Ani", "Wati", "Yosef"]);
  // Another file is asked about anew.
  await inTurn(sri, opens(`roster:${kepri.id}`), sends("Budi;0812 7777 4444;81.01.01.2001;;"));
  expect(sri.lastMessage()?.text).toContain("1 of another province than the class");
});

test("each line is measured by the class that it names, and by the class that is chosen where it names none", async () => {
  const { sri, opens } = await twoClasses();
  await inTurn(sri, opens("roster:0"), sends(`${YOSEF}Maluku`, `${WATI}Maluku`, `${ANI}Kepri`));
  expect(sri.lastMessage()?.text).toContain("2 desa di luar provinsi");
  await inTurn(sri, presses("✅ Simpan 1 orang"), opens("roster:0"), sends(WATI, ANI), presses(/Kepri/));
  expect(sri.lastMessage()?.text).toContain("1 desa di luar provinsi");
  await inTurn(sri, presses("✅ Simpan 1 orang"));
  expect(await names()).toEqual(["Wati", "Yosef"]);
});
