// A trainer gives an online session another link, and an office another room by its file: whoever knew the old ones is told, once.

import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/people/person.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { day, judgingOn, officeWorkbook } from "../../support/files/office-workbook.js";
import { type Act, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);

async function aClass(language: Language = "id") {
  const { id } = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Bimtek Kepri" });
  const session = { title: "Promosi", startsAt: new Date("2026-04-20T06:00:00Z"), mode: "online", place: "" } as const;
  const online = await buildSession(stage.db, id, session);
  const [siti, hasan, rina] = ["Siti", "Hasan", "Rina"].map((name) => stage.person({ name })) as [
    Person,
    Person,
    Person,
  ];
  await buildParticipant(stage.db, id, { name: "Siti", telegramId: siti.id, language });
  await buildParticipant(stage.db, id, { name: "Hasan", telegramId: hasan.id, language });
  await buildTrainer(stage.db, [id], { name: "Rina", telegramId: rina.id, language });
  // Siti has looked at the schedule; Hasan knows nothing of it yet.
  await inTurn(siti, says(language === "id" ? "/jadwal" : "/schedule"));
  await inTurn(hasan, says("halo"));
  await inTurn(rina, (p) => p.start());
  const opens =
    (button: string): Act =>
    (p) =>
      p.pressesOn(p.lastMessage()?.message_id ?? 0, button);
  return { classId: id, online, siti, hasan, rina, opens };
}

test.each(WALKED_IN)("a trainer changes the link, and then the way of a session (%s)", async (language) => {
  const { online, siti, hasan, rina, opens } = await aClass(language);
  const words = {
    id: ["🔗 Ubah tautan", "✅ Ya, ubah", "✏️ Cara", "Tatap muka"],
    en: ["🔗 Change link", "✅ Yes, change it", /^✏️ (How|Mode|Way|Format)/, /^(In person|Face)/i],
  }[language];
  const [change = "", yes = "", way = "", inPerson = ""] = words;
  stage.talk();
  await inTurn(
    rina,
    opens(`run_session:${online.id}`),
    presses(change),
    says("zoom, kode 123"),
    says("zoom.us/j/123"),
    presses(yes),
  );
  await stage.moveTo("2026-04-06T03:00:00Z");
  await inTurn(
    rina,
    opens(`place_session:${online.id}`),
    says("https://zoom.us/j/124"),
    presses(way),
    presses(inPerson),
  );
  await inTurn(rina, says("Aula lantai 2"), presses(yes));
  await stage.moveTo("2026-04-06T04:00:00Z");
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/placing-a-session-${language}.txt`);
  const told = (phone: Person) => phone.received().filter(({ text }) => /^📍/.test(text ?? "")).length;
  expect([told(siti), told(hasan)]).toEqual([2, 0]);
  const kept = await stage.db.trainingSession.findUniqueOrThrow({ where: { id: online.id } });
  expect([kept.mode, kept.place]).toEqual(["in_person", "Aula lantai 2"]);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)("a link sent where a room is asked is the link of a session online (%s)", async (language) => {
  const { classId, rina, opens } = await aClass(language);
  const room = { title: "Pembukaan", startsAt: new Date("2026-04-20T01:00:00Z"), place: "Gd.A/Lt.2" } as const;
  const { id } = await buildSession(stage.db, classId, room);
  const [yes = "", change = ""] = { id: ["✅ Ya, ubah", "✏️ Ruang"], en: ["✅ Yes, change it", "✏️ Room"] }[language];
  await inTurn(rina, opens(`place_session:${id}`), says("Gd.B/Lt.3"));
  expect(screen(rina)).toContain("📍 Gd.B/Lt.3");
  await inTurn(rina, presses(change), says("meet.example/kepri-2"));
  expect(screen(rina)).toContain("🔗 https://meet.example/kepri-2");
  expect(screen(rina)).not.toContain("Gd.B");
  await inTurn(rina, presses(yes));
  const kept = await stage.db.trainingSession.findUniqueOrThrow({ where: { id } });
  expect([kept.mode, kept.place]).toEqual(["online", "https://meet.example/kepri-2"]);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "opened again while it asks whether to leave, a form goes on with its question (%s)",
  async (language) => {
    const { online, rina, opens } = await aClass(language);
    const [cancel = "", ask = /x/, stop = /x/] = {
      id: ["Batal", /Tautan apa|tautan/i, /Simpan dulu|simpan/],
      en: ["Cancel", /link/i, /save your answers/],
    }[language] as [string, RegExp, RegExp];
    await inTurn(rina, opens(`place_session:${online.id}`), presses(cancel));
    expect(screen(rina)).toMatch(stop);
    await inTurn(rina, opens(`place_session:${online.id}`));
    expect(screen(rina)).not.toMatch(stop);
    expect(screen(rina)).toMatch(ask);
    await inTurn(rina, says("zoom.us/j/555"));
    expect(screen(rina)).toContain("https://zoom.us/j/555");
    expect(stage.errors).toEqual([]);
  },
);

test("a workbook says whom it would tell of new rooms and links, and tells them of all in one message", async () => {
  const { classId, siti, hasan } = await aClass();
  const rows = { title: "Pembukaan", startsAt: new Date("2026-04-20T01:00:00Z"), place: "Aula" };
  await buildSession(stage.db, classId, rows);
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21" });
  await inTurn(budi, says("halo"));
  const bytes = await officeWorkbook({
    sessions: [
      ["Bimtek Kepri", "Promosi", day("2026-04-20"), "13.00", null, "Daring", "https://zoom.us/j/9", null],
      ["Bimtek Kepri", "Pembukaan", day("2026-04-20"), "08.00", null, null, "Ruang B", null],
    ],
  });
  const sends: Act = (p) => p.sendsDocument({ name: "sesi.xlsx", mime: "application/octet-stream", bytes });
  await inTurn(budi, sends);
  expect(budi.lastMessage()?.text).toContain("Jadwal atau tempat baru diberitahukan ke 1 orang.");
  await inTurn(budi, presses(/^✅ Simpan/));
  await stage.moveTo("2026-04-06T03:00:00Z");
  const told = (phone: Person) => phone.received().flatMap(({ text }) => (/^📍/.test(text ?? "") ? [text] : []));
  expect(told(siti)).toHaveLength(1);
  expect(told(siti)[0]).toContain("→ Menjadi: 🔗 https://zoom.us/j/9");
  expect(told(siti)[0]).toContain("→ Menjadi: 📍 Ruang B");
  expect(told(hasan)).toEqual([]);
  await inTurn(budi, sends);
  expect(budi.buttons().flat().join()).not.toContain("Simpan");
  expect(stage.errors).toEqual([]);
});

test("a house with a long name, and one that the class has left since, are chosen by their button", async () => {
  const { classId, online, rina, opens } = await aClass();
  const long = "Hotel dan Gedung Serbaguena Perpustakaan Daerah Provinsi Kepulauan Riau, Tanjungpinang".padEnd(
    110,
    "g",
  );
  for (const [venue, later] of [
    [long, long],
    ["Aula Lama", "Aula Baru"],
  ] as const) {
    await stage.db.trainingClass.update({ where: { id: classId }, data: { venue } });
    await stage.db.trainingSession.update({ where: { id: online.id }, data: { mode: "in_person", place: "Ruang 1" } });
    await inTurn(rina, opens(`place_session:${online.id}`));
    await stage.db.trainingClass.update({ where: { id: classId }, data: { venue: later } });
    await inTurn(rina, presses(new RegExp(`^${venue.slice(0, 9)}`)), presses("✅ Ya, ubah"));
    const { place } = await stage.db.trainingSession.findUniqueOrThrow({ where: { id: online.id } });
    expect(place).toBe(venue);
  }
  expect(stage.errors).toEqual([]);
});

test.each(["12345", ".....", "batal", "Kembali", " "])("a forged button that says %j is no room", async (forged) => {
  const { online, rina, opens } = await aClass();
  await stage.db.trainingSession.update({ where: { id: online.id }, data: { mode: "in_person", place: "Ruang 1" } });
  await inTurn(rina, opens(`place_session:${online.id}`));
  const { id } = await stage.db.draft.findFirstOrThrow({ where: { form: "place_session" } });
  await inTurn(rina, opens(`f|${id.toString(36)}|place|${forged}`));
  const { answers } = await stage.db.draft.findUniqueOrThrow({ where: { id } });
  expect(answers).not.toHaveProperty("place");
  expect(stage.errors).toEqual([]);
});
