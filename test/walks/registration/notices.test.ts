// The notices about personal data: what is read before agreeing, and what a no leaves behind.
import { Api } from "grammy";
import { expect, test } from "vitest";
import { publishDescriptions } from "../../../src/bot/talk/command-menu.js";
import { inProcessFetch } from "../../../src/sandbox/in-process.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildInvitation,
  buildParticipant,
  buildTrainer,
  TEST_NOTICE,
} from "../../support/world/builders.js";

const stage = stageAt("2024-06-02T02:00:00Z");

const inTurn = actsOn(stage);

/** Every row of every table that holds one of these words, as "table: row". */
async function rowsWith(...words: string[]): Promise<string[]> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('places', '_prisma_migrations')`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const found = await stage.db.$queryRawUnsafe<{ row: string }[]>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
      );
      return found.map(({ row }) => `${name}: ${row}`);
    }),
  );
  return rows.flat().filter((row) => words.some((word) => row.includes(word)));
}

const traceOf = ({ id }: Person) => rowsWith(String(id), "Wulandari", "628990000777");

test("somebody who reads the notice, its explanation and the other language, and refuses, leaves no trace of the account; until then only the link is remembered", async () => {
  const trainingClass = await buildClass(stage.db);
  const dewi = stage.person({ name: "Wulandari", phone: "628990000777" });
  const acts = [
    () => dewi.start(trainingClass.joinToken),
    () => dewi.presses("📄 Penjelasan lengkap"),
    () => dewi.presses("⬅️ Kembali"),
    () => dewi.presses("🌐 English"),
    () => dewi.presses("📄 Full explanation"),
    () => dewi.presses("⬅️ Back"),
    () => dewi.says("what is this?"),
    () => dewi.sharesContact(),
    () => dewi.presses("🌐 English"),
  ];
  for (const act of acts) {
    await inTurn(act);
    // But for the class of the link and which notice stands on the screen, so that what comes next leads there.
    const { form, answers } = (await stage.db.draft.findFirst()) ?? {};
    expect([form, Object.keys(answers ?? {})], String(act)).toEqual(["joining", ["shown"]]);
    const rows = (await traceOf(dewi)).filter((row) => !row.startsWith("drafts:"));
    expect([rows, await stage.db.draft.count()], String(act)).toEqual([[], 1]);
  }
  await inTurn(() => dewi.presses("No"));
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/refusing.txt");
  expect(await traceOf(dewi)).toEqual([]);
  expect(await stage.db.counter.findMany()).toEqual([{ name: "consent.refused", count: 1 }]);
  expect(stage.errors).toEqual([]);
});

test("of an invited trainer who has not agreed only that the number matched and which notice they see is kept, and a no removes that too", async () => {
  const trainer = await buildTrainer(stage.db, [], { name: "Rina", phone: "+628990000900", telegramId: null });
  await stage.db.consentReceipt.deleteMany();
  const { token } = await buildInvitation(stage.db, trainer.id);
  const rina = stage.person({ name: "Wulandari", phone: "628990000900" });
  await inTurn(
    () => rina.start(token),
    () => rina.sharesContact(),
  );
  expect((await stage.db.draft.findMany({ orderBy: { form: "asc" } })).map(({ answers }) => answers)).toEqual([
    { matched: true },
    { shown: { token, isInvitation: true, version: "staff-2024-1", language: "id" } },
  ]);
  expect(rina.lastMessage()?.text).toContain("Sebelum bertugas");

  await inTurn(() => rina.presses("Tidak"));

  expect(rina.lastMessage()?.text).toContain("tidak ada yang kami simpan");
  expect(await traceOf(rina)).toEqual([]);
});

test.each([
  ["ya", "staff"],
  ["Setuju.", "staff"],
  ["yes", "staff"],
  ["saya setuju", "staff"],
  ["ya", "a participant"],
])(
  "an invited trainer who types %s, being %s, has agreed; the same word later agrees to nothing",
  async (word, who) => {
    const trainer = await buildTrainer(stage.db, [], { name: "Rina", phone: "+628990000900", telegramId: null });
    await stage.db.consentReceipt.deleteMany();
    const { token } = await buildInvitation(stage.db, trainer.id);
    const rina = stage.person({ name: "Rina", phone: "628990000900" });
    if (who === "a participant") {
      const { id } = await buildClass(stage.db);
      await buildParticipant(stage.db, id, { name: "Rina", telegramId: rina.id });
    }
    await inTurn(
      () => rina.start(token),
      // Said to the question for the number, not to a notice.
      () => rina.says(word),
    );
    expect(await stage.db.consentReceipt.count({ where: { noticeVersion: "staff-2024-1" } })).toBe(0);
    await inTurn(
      () => rina.sharesContact(),
      () => rina.says(word),
    );
    expect(rina.lastMessage()?.text).toContain("Rina");
    expect(rina.lastMessage()?.text).not.toContain("Sebelum bertugas");
    expect(await stage.db.consentReceipt.count({ where: { noticeVersion: "staff-2024-1" } })).toBe(1);
    expect(await stage.db.draft.count()).toBe(0);
    const receipt = await stage.db.consentReceipt.findMany();
    await inTurn(() => rina.says(word));
    expect(rina.lastMessage()?.text).not.toContain("Selamat datang");
    expect(await stage.db.consentReceipt.findMany()).toEqual(receipt);
    expect(stage.errors).toEqual([]);
  },
);

test("an invited admin who types tidak leaves no trace, and their link still works", async () => {
  const admin = await buildAdmin(stage.db, { name: "Budi", phone: "+628990000900", telegramId: null });
  await stage.db.consentReceipt.deleteMany();
  const { token } = await buildInvitation(stage.db, admin.id);
  const budi = stage.person({ name: "Wulandari", phone: "628990000900" });
  await inTurn(
    () => budi.start(token),
    () => budi.sharesContact(),
    () => budi.says("tidak"),
  );
  expect(await traceOf(budi)).toEqual([]);
  await inTurn(
    () => budi.start(token),
    () => budi.sharesContact(),
    () => budi.says("saya setuju"),
  );
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: admin.id } })).telegramId).toBe(BigInt(budi.id));
});

test("a trainer who reads the notice in English is spoken to in English from then on", async () => {
  const trainer = await buildTrainer(stage.db, [], { name: "Rina", phone: "+628990000900", telegramId: null });
  await stage.db.consentReceipt.deleteMany();
  const { token } = await buildInvitation(stage.db, trainer.id);
  const rina = stage.person({ name: "Rina", phone: "628990000900" });
  await inTurn(
    () => rina.start(token),
    () => rina.sharesContact(),
    () => rina.presses("🌐 English"),
    () => rina.presses("✅ I agree"),
  );
  expect(await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id } })).toMatchObject({
    language: "en",
    telegramId: BigInt(rina.id),
  });
  expect(stage.errors).toEqual([]);
});

test("an invitation whose number never matched is not accepted by a button made by hand", async () => {
  const trainer = await buildTrainer(stage.db, [], { name: "Rina", phone: "+628990000900", telegramId: null });
  const { token } = await buildInvitation(stage.db, trainer.id);
  const stranger = stage.person({ name: "Wulandari", phone: "628990000777" });
  await inTurn(
    () => stranger.start(token),
    () => stranger.pressesOn(stranger.lastMessage()?.message_id ?? 0, `accept:${token}:id:staff-2024-1`),
  );
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: trainer.id } })).telegramId).toBeNull();
  expect(stranger.lastMessage()?.text).toContain("Bagikan nomor saya");
});

test("agreeing on a notice that has changed since shows the new one and records nothing", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(() => siti.start(trainingClass.joinToken));
  stage.world.settings.notices = { ...stage.world.settings.notices, participant: "2031-1" };

  await inTurn(() => siti.presses({ data: `consent:${trainingClass.joinToken}:id:${TEST_NOTICE}` }));
  expect(await stage.db.person.count()).toBe(0);
  expect(siti.lastMessage()?.text).toContain("Apakah Bapak/Ibu setuju?");

  await inTurn(() => siti.presses("✅ Setuju"));
  expect(await stage.db.consentReceipt.findMany()).toMatchObject([{ noticeVersion: "2031-1" }]);
});

test("what is kept of a form that waits holds no name, text or contact of the phone's profile", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Wulandari", phone: "628990000777" });
  const acts = [
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact(),
    () => siti.says("Siti Rahmawati"),
    () => siti.says("/bantuan"),
    () => siti.presses("📂 Isian tersimpan (1)"),
    () => siti.presses("▶️ 1. Lanjutkan"),
    () => siti.sendsPhoto({ caption: "Wulandari" }),
    () => siti.presses("Perpustakaan desa"),
  ];
  for (const act of acts) {
    await inTurn(act);
    expect(await rowsWith("Wulandari"), String(act)).toEqual([]);
    const states = await stage.db.conversationState.findMany();
    expect(JSON.stringify(states)).not.toMatch(/Siti Rahmawati|628990000777|first_name|"text"|reply_markup/);
  }
  expect(siti.lastMessage()?.text).toContain("Langkah");
  expect(stage.errors).toEqual([]);
});

test("what the bot is stands in the empty chat, in each language", async () => {
  const api = new Api(stage.sandbox.token, { fetch: inProcessFetch(stage.sandbox) as never });
  await publishDescriptions(api);
  await publishDescriptions(api);
  expect((await api.getMyDescription()).description).toContain("Tekan MULAI");
  expect((await api.getMyDescription({ language_code: "en" })).description).toContain("Press START");
  expect((await api.getMyShortDescription()).short_description).toContain("tanya pelatih");
  expect((await api.getMyShortDescription({ language_code: "en" })).short_description).toContain("work plans");
});
