// A list of people where there is no class to put them into: on an office's first day, and for admins who make no class.

import { expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { plainList } from "../../../support/plain/plain-rosters.js";
import type { Act } from "../../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);

const opens =
  (button: string): Act =>
  (p) =>
    p.pressesOn(p.lastMessage()?.message_id ?? 0, button);

const sends: Act = (p) =>
  p.sendsDocument({
    name: "peserta.csv",
    mime: "text/csv",
    bytes: plainList("Siti;0812 7777 1111;21.01.08.2001;;Kepri"),
  });

async function admin(regionCode?: string): Promise<Person> {
  const phone = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri", telegramId: phone.id, ...(regionCode !== undefined && { regionCode }) });
  await inTurn(phone, (p) => p.start());
  return phone;
}

// Keeps A02.
test("before there is a class a list of people is told so at once, and the first steps offer none", async () => {
  const sri = await admin();
  const year = { year: 2026, name: "Bimtek SPP-TIK 2026" };
  const cohort = await stage.db.cohort.create({ data: year });
  const days = { startsOn: new Date("2026-05-18"), endsOn: new Date("2026-05-22") };
  await stage.db.wave.create({ data: { cohortId: cohort.id, number: 1, ...days } });
  stage.talk();
  await inTurn(sri, opens("beginning"));
  expect(sri.buttons()).not.toContain("[▶️ Daftar peserta]");
  await inTurn(sri, sends);
  expect(sri.lastMessage()?.text).toContain("hanya memuat peserta");
  expect(sri.lastMessage()?.text).toContain("Belum ada kelas");
  expect(sri.buttons()).toContain("[📄 Unduh contoh Excel]");
  await expect(stage.talk()).toMatchFileSnapshot("../../transcripts/roster-before-classes.txt");
  // With the first class the same list goes in.
  await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Kepri" });
  await inTurn(sri, sends);
  expect(sri.lastMessage()?.text).toContain("1 baru");
  await inTurn(sri, opens("beginning"));
  expect(sri.buttons()).toContain("[▶️ Daftar peserta]");
  expect(stage.errors).toEqual([]);
});

// Keeps A01.
test("an admin of a kabupaten, who makes no class, is offered no list of people", async () => {
  await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Kepri" });
  const bintan = await admin("21.01");
  await inTurn(bintan, opens("programme"));
  expect(bintan.buttons().join()).not.toContain("📄 Peserta");
  await inTurn(bintan, opens("beginning"));
  expect(bintan.buttons()).not.toContain("[▶️ Daftar peserta]");
  for (const act of [opens("roster:0"), sends]) {
    await inTurn(bintan, act);
    expect(bintan.lastMessage()?.text).not.toMatch(/daftar peserta|kelas mana/i);
  }
  expect(stage.errors).toEqual([]);
});
