// An announcement with a time leaves at that time in each zone, can be changed until the last one, and its card follows it.
import { expect, test } from "vitest";
import { DAY_PLAN } from "../../../src/domain/time/day-plan.js";
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { sendScheduled, updateAnnouncementCards } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

// Friday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-05T03:00:00Z");

async function admin(name: string, { english = false, regionCode }: { english?: boolean; regionCode?: string } = {}) {
  const phone = stage.person({ name, english });
  await buildAdmin(stage.db, {
    ...{ name, telegramId: phone.id, language: english ? "en" : "id" },
    ...(regionCode !== undefined && { regionCode }),
  });
  phone.start();
  await stage.settle();
  return phone;
}

/** One in each of three zones. */
async function threeZones() {
  const people: Record<string, Phone> = {};
  for (const [name, provinceCode] of [
    ["Siti", "21"],
    ["Norma", "63"],
    ["Maria", "81"],
  ] as const) {
    const { id } = await buildClass(stage.db, { provinceCode, name: `Kelas ${name}` });
    const phone = stage.person({ name });
    // Of an office, so that no reminder of a plan spends the message of that day.
    await buildParticipant(stage.db, id, { name, telegramId: phone.id, provinceCode, kind: "province_office" });
    phone.start();
    people[name] = phone;
  }
  await stage.settle();
  return people as { Siti: Phone; Norma: Phone; Maria: Phone };
}

async function does(...acts: (() => unknown)[]) {
  for (const act of acts) {
    stage.clock.advance(1500);
    act();
    await stage.settle();
  }
}

/** The two jobs of an announcement, as the timetable wakes them. */
async function itIs(instant: string) {
  stage.clock.set(new Date(instant));
  await sendScheduled(stage.world);
  await updateAnnouncementCards(stage.world);
  await stage.settle();
  stage.clock.advance(3000);
  await updateAnnouncementCards(stage.world);
}

const heard = (phone: Phone, text: string) => phone.received().filter((message) => message.text === text).length;

// Keeps A12.
test("“Senin 08.00” leaves at eight in each zone, is changed between two of them, and the card follows by itself", async () => {
  const { Siti, Norma, Maria } = await threeZones();
  const budi = await admin("Budi");
  stage.talk();

  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Bapak/Ibu {nama}, laporan ditunggu Jumat."),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("✅ Selesai"),
    () => budi.presses("🕗 Waktu"),
    () => budi.says("Minggu 08.00"),
    () => budi.says("Senin jam 9 malam"),
    () => budi.says("Senin 08.00"),
    () => budi.presses("✅ Jadwalkan: 3 orang"),
    () => budi.presses("✅ Ya"),
  );
  // 07:59 in Maluku, then 08:00: 06:00 in Jakarta.
  await itIs("2024-07-07T22:59:00Z");
  expect(heard(Maria, "Bapak/Ibu Maria, laporan ditunggu Jumat.")).toBe(0);
  await itIs("2024-07-07T23:00:30Z");
  expect(heard(Maria, "Bapak/Ibu Maria, laporan ditunggu Jumat.")).toBe(1);
  expect(heard(Norma, "Bapak/Ibu Norma, laporan ditunggu Jumat.")).toBe(0);
  await does(
    () => budi.presses("✏️ Ubah"),
    () => budi.presses("✏️ Isi"),
    () => budi.says("Bapak/Ibu {nama}, laporan ditunggu Sabtu."),
    () => budi.presses("✅ Simpan perubahan"),
    () => budi.presses("✅ Ya"),
  );
  await itIs("2024-07-08T00:00:30Z");
  expect(heard(Norma, "Bapak/Ibu Norma, laporan ditunggu Sabtu.")).toBe(1);
  await itIs("2024-07-08T01:00:30Z");
  await itIs("2024-07-08T01:02:00Z");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/announcing-on-monday.txt");
  expect(heard(Siti, "Bapak/Ibu Siti, laporan ditunggu Sabtu.")).toBe(1);
  expect(heard(Maria, "Bapak/Ibu Maria, laporan ditunggu Sabtu.")).toBe(0);
  expect(budi.lastMessage()?.text).toContain("selesai");
  expect(budi.lastMessage()?.text).toContain("Terkirim: 3 dari 3 orang");
  expect(stage.errors).toEqual([]);
});

test("an office with hours of its own is offered those days and times alone that it may choose", async () => {
  await threeZones();
  const { rest } = stage.world.settings;
  stage.world.settings.rest = { ...rest, hours: { ...DAY_PLAN, workingHours: { from: "09:00", until: "15:00" } } };
  const budi = await admin("Budi", { english: true });
  await does(
    () => budi.says("/announce"),
    () => budi.says("Please report by Friday."),
    () => budi.presses("👥 Recipients"),
    () => budi.presses("✅ Done"),
    () => budi.presses("🕗 Time"),
  );
  expect(budi.lastMessage()?.text).toContain("Monday 10:00");
  const offered = (phone: Phone) =>
    phone
      .lastMessage()
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text);
  expect(offered(budi)?.filter((label) => label.endsWith("10:00"))).toHaveLength(4);
  await does(() => budi.says("Monday"));
  expect(offered(budi)?.filter((label) => /^\d\d:\d\d$/.test(label))).toEqual(["10:00", "13:00"]);
  await does(() => budi.presses("13:00"));
  expect(budi.lastMessage()?.text).toContain("13:00");
  expect(budi.lastMessage()?.text).not.toContain("Messages leave between");
});

/** For eight tomorrow: the second admin reads it. */
const propose = (author: Phone, second: Phone) =>
  does(
    () => author.presses("🕗 Waktu"),
    () => author.says("besok jam 8"),
    () => author.presses("✅ Ajukan untuk 3 orang"),
    () => author.presses("✅ Ya"),
    () => second.presses("Check it"),
  );

// Keeps A12.
test("an approval that comes after the time in the east says so, nothing leaves, and a new time is asked for", async () => {
  stage.world.settings.approvalAbove = 1;
  const { Siti, Maria } = await threeZones();
  const budi = await admin("Budi");
  const dewi = await admin("Dewi", { english: true });
  stage.talk();
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Rapat hari ini."),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("✅ Selesai"),
    () => budi.presses("🕗 Waktu"),
    () => budi.says("hari ini pukul 11.30"),
  );
  // It is 12:00 in Maluku already.
  expect(budi.lastMessage()?.text).toContain("sudah lewat di WIT");
  await propose(budi, dewi);
  await itIs("2024-07-06T00:10:00Z");
  await does(() => dewi.presses("✅ Approve and send"));
  expect(dewi.lastMessage()?.text).toContain("is past in WITA and WIT");
  await does(
    () => budi.presses("🕗 Pilih waktu baru"),
    () => budi.presses("🕗 Waktu"),
    () => budi.says("Senin 08.00"),
    () => budi.presses("✅ Ajukan untuk 3 orang"),
    () => budi.presses("✅ Ya"),
    () => dewi.presses("Check it"),
    () => dewi.presses("✅ Approve and send"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/approving-too-late.txt");
  expect(heard(Maria, "Rapat hari ini.")).toBe(0);
  for (const at of ["2024-07-07T23:00:30Z", "2024-07-08T00:00:30Z", "2024-07-08T01:00:30Z"]) await itIs(at);
  expect([heard(Maria, "Rapat hari ini."), heard(Siti, "Rapat hari ini.")]).toEqual([1, 1]);
  expect(stage.errors).toEqual([]);
});

// Keeps A12.
test("where the author of one that is approved too late is no admin any more, the one who approves chooses the time", async () => {
  stage.world.settings.approvalAbove = 1;
  const { Siti, Maria } = await threeZones();
  const budi = await admin("Budi");
  const dewi = await admin("Dewi", { english: true });
  await does(
    () => budi.says("/pengumuman"),
    () => budi.says("Rapat hari ini."),
    () => budi.presses("👥 Kepada"),
    () => budi.presses("✅ Selesai"),
  );
  await propose(budi, dewi);
  await stage.db.roleBinding.updateMany({
    where: { person: { telegramId: budi.id } },
    data: { revokedAt: stage.clock.now() },
  });
  await itIs("2024-07-06T00:10:00Z");
  const said = budi.received().length;
  await does(() => dewi.presses("✅ Approve and send"));
  expect(dewi.lastMessage()?.text).toContain("its author can no longer be asked");
  await does(
    () => dewi.presses("🕗 Choose a new time"),
    () => dewi.presses("🕗 Time"),
    () => dewi.says("Monday 08.00"),
  );
  expect(dewi.lastMessage()?.text).toContain("Rapat hari ini.");
  expect(dewi.lastMessage()?.text).toContain("Monday, 8 July 2024");
  expect(budi.received().length).toBe(said);
  expect([heard(Maria, "Rapat hari ini."), heard(Siti, "Rapat hari ini.")]).toEqual([0, 0]);
  expect(stage.errors).toEqual([]);
});

test("a scheduled announcement that is stopped leaves nowhere, and one that is held leaves when it goes on", async () => {
  const { Siti, Maria } = await threeZones();
  const budi = await admin("Budi");
  const schedule = (text: string) =>
    does(
      () => budi.says("/pengumuman"),
      () => (budi.lastMessage()?.text?.includes("Silakan kirim isi") ? undefined : budi.presses("✍️ Buat baru")),
      () => budi.says(text),
      () => budi.presses("👥 Kepada"),
      () => budi.presses("✅ Selesai"),
      () => budi.presses("🕗 Waktu"),
      () => budi.presses("Sen 8 Jul 08.00"),
      () => budi.presses("✅ Jadwalkan: 3 orang"),
      () => budi.presses("✅ Ya"),
    );
  await schedule("Dihentikan");
  await does(
    () => budi.presses("⏹ Hentikan"),
    () => budi.presses("Ya, hentikan"),
  );
  await schedule("Dijeda");
  await does(() => budi.presses("⏸ Jeda"));
  await itIs("2024-07-08T02:00:00Z");
  expect([heard(Maria, "Dijeda"), heard(Siti, "Dijeda")]).toEqual([0, 0]);
  await does(() => budi.presses("▶️ Lanjutkan"));
  await itIs("2024-07-08T02:02:00Z");
  expect([heard(Maria, "Dijeda"), heard(Siti, "Dijeda")]).toEqual([1, 1]);
  expect([heard(Maria, "Dihentikan"), heard(Siti, "Dihentikan")]).toEqual([0, 0]);
  expect(stage.errors).toEqual([]);
});
