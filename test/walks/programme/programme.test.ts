// An office begins with nothing: from the first /start of its admin to classes with sessions, and what is changed about them later.

import { expect, test } from "vitest";
import type { PosterSheet } from "../../../src/domain/files/paper.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { ensureNationalAdmins } from "../../../src/use-cases/index.js";
import { presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);

// Keeps A04.
test("an office opens a cohort, a wave, a class and its sessions, and copies the class", async () => {
  const sri = stage.person({ name: "Sri" });
  await ensureNationalAdmins(stage.world, [sri.id]);
  await inTurn(
    sri,
    (p) => p.start(),
    presses("✅ Setuju"),
    says("Sri Mulyati"),
    presses("▶️ Angkatan dan gelombang"),
    presses("2026"),
    presses("Bimtek SPP-TIK 2026"),
    presses("➕ Gelombang"),
    says("18 Mei"),
    presses("Jum 22 Mei"),
    presses("➕ Kelas"),
    says("Jambi"),
    says("20 Mei"),
    says("18 Mei"),
    says("23 Mei"),
    presses("Bimtek SPP-TIK Jambi"),
    says("Hotel Odua, Jambi"),
    presses("✅ Buat kelas"),
    presses("➕ Sesi"),
    presses("Pembukaan"),
    presses("Rab 20 Mei"),
    says("08.30"),
    presses("1,5 jam"),
    presses("Tatap muka"),
    presses("Hotel Odua, Jambi"),
    presses("✅ Tambah sesi"),
    presses("➕ Sesi"),
    says("Promosi perpustakaan"),
    presses("Kam 21 Mei"),
    presses("10.00"),
    presses("1 jam"),
    presses("Daring"),
    says("zoom, kode 123"),
    says("zoom.us/j/123"),
    presses("✅ Tambah sesi"),
    presses("⬅️ Atur kelas"),
    presses("📋 Salin kelas"),
    presses("Rab 27 Mei"),
    presses("Bimtek SPP-TIK Jambi 2"),
    presses("✅ Salin"),
    presses("⚙️ Atur kelas"),
    says("/kelola"),
    presses(/^Bimtek SPP-TIK 2026/),
    presses(/^Gelombang 1/),
    presses(/^Jambi/),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/programme-begins.txt");
  const classes = await stage.db.trainingClass.findMany({ include: { sessions: { orderBy: { startsAt: "asc" } } } });
  expect(
    classes.map(({ name, zone, startsOn, plansDueOn, sessions }) => [
      ...[name, zone, startsOn.toISOString().slice(0, 10), plansDueOn.toISOString().slice(0, 10)],
      ...sessions.map(({ title, startsAt, endsAt, place }) => [
        title,
        startsAt.toISOString(),
        endsAt.toISOString(),
        place,
      ]),
    ]),
  ).toEqual([
    [
      ...["Bimtek SPP-TIK Jambi", "Asia/Jakarta", "2026-05-20", "2026-06-22"],
      ["Pembukaan", "2026-05-20T01:30:00.000Z", "2026-05-20T03:00:00.000Z", "Hotel Odua, Jambi"],
      ["Promosi perpustakaan", "2026-05-21T03:00:00.000Z", "2026-05-21T04:00:00.000Z", "https://zoom.us/j/123"],
    ],
    [
      ...["Bimtek SPP-TIK Jambi 2", "Asia/Jakarta", "2026-05-27", "2026-06-29"],
      ["Pembukaan", "2026-05-27T01:30:00.000Z", "2026-05-27T03:00:00.000Z", "Hotel Odua, Jambi"],
      ["Promosi perpustakaan", "2026-05-28T03:00:00.000Z", "2026-05-28T04:00:00.000Z", ""],
    ],
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps A04.
test("an admin who shifts a class and changes its venue tells those who know the old ones, once each", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21" });
  await buildSession(stage.db, trainingClass.id, { startsAt: new Date("2026-04-20T01:00:00Z") });
  await buildSession(stage.db, trainingClass.id, { startsAt: new Date("2026-04-21T01:00:00Z") });
  const [siti, rahma, budi] = ["Siti", "Rahma", "Budi"].map((name) => stage.person({ name })) as [
    Person,
    Person,
    Person,
  ];
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti", telegramId: siti.id });
  await buildParticipant(stage.db, trainingClass.id, { name: "Rahma", telegramId: rahma.id });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21" });
  // Siti has looked at the schedule; Rahma knows nothing of it yet.
  await inTurn(siti, says("/jadwal"));
  await inTurn(rahma, says("halo"));
  stage.talk();
  await inTurn(
    budi,
    says("/kelola"),
    presses(/^TPBIS 2026/),
    presses(/^Gelombang 1/),
    presses(/^Kepulauan Riau/),
    presses(/^Kepulauan Riau/),
    presses("⏩ Geser semua sesi"),
    presses("Sen 27 Apr"),
    presses("✅ Geser"),
    presses("⬅️ Atur kelas"),
    presses("📍 Tempat"),
    says("Hotel Aston, Tanjungpinang"),
    presses("⬅️ Atur kelas"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/programme-shifts.txt");
  const sessions = await stage.db.trainingSession.findMany({ orderBy: { startsAt: "asc" } });
  expect(sessions.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    "2026-04-27T01:00:00.000Z",
    "2026-04-28T01:00:00.000Z",
  ]);
  expect(stage.errors).toEqual([]);
});

test.each([
  { language: "id", words: ["🖨 Poster PDF", "🖨 Semua poster", "Berikutnya ➡️"] },
  { language: "en", words: ["🖨 Poster PDF", "🖨 All posters", "Next ➡️"] },
] as const)(
  "trainers print the poster of their class, and admins all of a wave: $language",
  async ({ language, words }) => {
    const [page, many, more] = words;
    const open = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", joinToken: "masuk-kepri" });
    const closed = await buildClass(stage.db, { startsOn: "2026-05-25", provinceCode: "21", name: "Kepri 2" });
    await stage.db.trainingClass.update({ where: { id: closed.id }, data: { joinClosedAt: stage.clock.now() } });
    for (let n = 1; n <= 14; n++)
      await buildRosterRow(stage.db, open.id, { name: `Undangan ${String(n).padStart(2, "0")}` });
    const [rina, budi] = [stage.person({ name: "Rina" }), stage.person({ name: "Budi" })];
    await buildTrainer(stage.db, [open.id], { name: "Rina Kartika", telegramId: rina.id, language });
    await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21", language });
    const links = (phone: Person) => {
      const { document } = phone.lastMessage() ?? {};
      const bytes = stage.sandbox.files.byId(document?.file_id ?? "")?.bytes ?? [];
      return (JSON.parse(Buffer.from(bytes).toString()) as PosterSheet[]).map(({ link }) => link);
    };
    const onlyLink = [`https://t.me/${stage.sandbox.bot.username}?start=masuk-kepri`];
    await inTurn(rina, says("/kelas"), presses(more), presses(page));
    expect(links(rina)).toEqual(onlyLink);
    await inTurn(rina, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `poster:${open.id}:picture`));
    expect(rina.lastMessage()?.photo).toBeDefined();
    await inTurn(rina, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `joining_text:${open.id}`));
    await inTurn(budi, says("/kelola"), presses(/^TPBIS 2026/), presses(/1/), presses(many));
    expect(links(budi)).toEqual(onlyLink);
    await inTurn(
      budi,
      (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `wave_province:${open.waveId}:21:0`),
      presses(many),
      (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `set_up_class:${closed.id}`),
      presses(page),
    );
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/posters-${language}.txt`);
    expect(stage.errors).toEqual([]);
  },
);

test("an admin of a province sets up its classes alone: not the cohort, and no other province's class", async () => {
  const own = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: "Kepri" });
  const foreign = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "63", name: "Kalsel" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21" });
  budi.start();
  await stage.settle();
  const screenAfter = async (data: string) => {
    await inTurn(budi, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, data));
    return budi.lastMessage()?.text ?? "";
  };
  for (const data of [
    ...["new_cohort", `new_wave:${own.waveId}`, `set_up_class:${foreign.id}`, `copy_class:${foreign.id}`],
    ...[`shift_class:${foreign.id}`, `add_session:${foreign.id}`, `change_class:${foreign.id}:name`],
    ...[`ask_remove_class:${foreign.id}`, `remove_class:${foreign.id}`, `new_class:${own.waveId}:63`],
    `wave_province:${own.waveId}:63:0`,
  ]) {
    expect(await screenAfter(data), data).not.toMatch(/Kalsel|Kalimantan|Langkah|Hapus kelas/);
  }
  expect(await screenAfter(`set_up_class:${own.id}`)).toContain("Kepri");
  expect(await screenAfter(`wave:${own.waveId}:0`)).not.toContain("Kalimantan");
  expect(await stage.db.trainingClass.count()).toBe(2);
  // The region of a class that is made by hand is the admin's own: it is not asked.
  await inTurn(budi, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `new_class:${own.waveId}`));
  expect(budi.lastMessage()?.text).toContain("Langkah 1 dari 4");
  expect(stage.errors).toEqual([]);
});

// Keeps A01.
test("an admin of a kabupaten reads its waves, and makes no class: a class belongs to a whole province", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri 1", startsOn: "2026-05-18" });
  const phone = stage.person({ name: "Bintan" });
  await buildAdmin(stage.db, { name: "Bintan", telegramId: phone.id, regionCode: "21.01" });
  const { waveId } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id: own.id } });
  await inTurn(
    phone,
    (p) => p.start(),
    (p) => p.pressesOn(1, `wave:${waveId}:0`),
  );
  const labels = phone
    .lastMessage()
    ?.reply_markup?.inline_keyboard?.flat()
    .map(({ text }) => text);
  expect(labels).not.toContain("➕ Kelas");
  for (const province of ["", ":21", ":21.01", ":63"]) {
    await inTurn(phone, (p) => p.pressesOn(1, `new_class:${waveId}${province}`));
    expect(phone.lastMessage()?.text, province).not.toContain("hari pertama");
  }
  expect(await stage.db.trainingClass.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A17.
test.each([
  ["id", "/kelas", "kelas demi kelas, ada di /statistik"],
  ["en", "/classes", "class by class, are under /statistics"],
] as const)(
  "an admin of a kabupaten who looks for classes is led to their people, in %s",
  async (language, command, words) => {
    const phone = stage.person({ name: "Bintan" });
    await buildAdmin(stage.db, { name: "Bintan", telegramId: phone.id, regionCode: "21.01", language });
    await inTurn(
      phone,
      (p) => p.start(),
      (p) => p.says(command),
    );
    expect(phone.lastMessage()?.text).toContain(words);
  },
);
