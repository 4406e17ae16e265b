// A list with a column of classes, sent on the page of one of them: nobody is put into it whose line names another.

import { expect, test } from "vitest";
import { plainList } from "../../../support/plain/plain-rosters.js";
import { type Act, presses } from "../../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);

async function twoClasses(language: "id" | "en" = "id") {
  const first = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Kepri 1" });
  const second = await buildClass(stage.db, { startsOn: "2026-05-04", provinceCode: "21", name: "Kepri 2" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21", language });
  await inTurn(budi, (p) => p.start());
  const toPage: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `roster:${first.id}`);
  return { first, second, budi, toPage };
}

const LINES = [
  "Ani;0812 7777 1111;21.01.08.2001;;KEPRI 1",
  "Beni;0812 7777 2222;21.01.08.2001;Taman Baca;",
  "Cici;0812 7777 3333;21.01.08.2001;TBM Pelita;Kepri-2",
  "Dodi;0812 7777 4444;21.01.08.2001;TBM Ceria;Gelombang II",
];
const sends: Act = (p) => p.sendsDocument({ name: "peserta.csv", mime: "text/csv", bytes: plainList(...LINES) });

async function rosters() {
  const rows = await stage.db.rosterRow.findMany({ orderBy: { name: "asc" } });
  return rows.map(({ name, classId }) => [name, classId]);
}

// Keeps A02.
test("who is named for another class is left out and asked about, and goes into it with one answer", async () => {
  const { first, second, budi, toPage } = await twoClasses();
  stage.talk();
  await inTurn(budi, toPage, sends);
  expect(budi.lastMessage()?.text).toContain("1 tertulis untuk kelas lain");
  await inTurn(budi, presses("✅ Simpan 3 orang"));
  const own = ["Ani", "Beni", "Dodi"].map((name) => [name, first.id]);
  expect(await rosters()).toEqual(own);
  await inTurn(budi, toPage, sends, presses("✏️ Kelas lain"));
  expect(budi.lastMessage()?.text).toContain("kelas lain: Kepri-2");
  await inTurn(budi, presses("✅ Ke kelasnya masing-masing"), presses("✅ Simpan 1 orang"));
  await expect(stage.talk()).toMatchFileSnapshot("../../transcripts/roster-other-class.txt");
  expect(await rosters()).toEqual([...own.slice(0, 2), ["Cici", second.id], ...own.slice(2)]);
  expect(stage.errors).toEqual([]);
});

// Keeps A02.
test("who is named for another class goes into that of the page where the admin says so", async () => {
  const { first, budi, toPage } = await twoClasses("en");
  await inTurn(budi, toPage, sends, presses("✏️ Other classes"), presses("✅ Into Kepri 1"));
  expect(budi.lastMessage()?.text).toContain("1 of them are named for other classes");
  await inTurn(budi, presses("✅ Save 4 people"));
  expect((await rosters()).map(([, classId]) => classId)).toEqual(Array(4).fill(first.id));
});
