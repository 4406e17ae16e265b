// The office lays out materials; a participant has them in the chat with two taps, and is answered before a trainer is asked.
import type { InlineKeyboardMarkup } from "grammy/types";
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const FAQ = "Bagaimana cara mengirim foto bersama laporan kegiatan?";
const ANSWER = "Tekan Lapor, pilih rencananya, lalu kirim fotonya satu per satu. Nama dan nomor tidak ikut terkirim.";

const LETTER = { name: "surat.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF-1.4") };

async function cast(language: "id" | "en" = "id") {
  const english = language === "en";
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const [siti, rina, dewi, budi] = ["Siti", "Rina", "Dewi", "Budi"].map((name) => stage.person({ name, english })) as [
    Person,
    Person,
    Person,
    Person,
  ];
  await buildParticipant(stage.db, id, { name: "Siti Rahmawati", telegramId: siti.id, language });
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, regionCode: "21", language });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, language });
  for (const phone of [siti, rina, dewi, budi]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { siti, rina, dewi, budi };
}

/** One of each kind, as the office finds the form. */
async function layOut(budi: Person) {
  const save = presses(/^✅ (Simpan|Save)/);
  await inTurn(
    budi,
    (p) => p.pressesOn(1, "programme"),
    presses(/^📚/),
    presses(/^➕/),
    presses(/^(Advokasi|Advocacy)/),
  );
  await inTurn(budi, says("Surat untuk kepala desa"), (p) => p.sendsDocument(LETTER), save);
  await inTurn(budi, presses(/^📚/), presses(/^➕/), presses(/^(Advokasi|Advocacy)/));
  await inTurn(budi, says("Contoh kegiatan"), says("http://perpusnas.go.id"), says("perpusnas.go.id/contoh"), save);
  await inTurn(
    budi,
    presses(/^📚/),
    presses(/^➕/),
    presses(/bot$/),
    says(FAQ),
    says("a".repeat(601)),
    says(ANSWER),
    save,
  );
}

/** Of the newest message. */
const keysOf = (phone: Person) =>
  (phone.lastMessage()?.reply_markup as InlineKeyboardMarkup | undefined)?.inline_keyboard.flat() ?? [];
const labelsOn = (phone: Person) => keysOf(phone).map(({ text }) => text);
const documents = (phone: Person) => phone.received().filter(({ document }) => document !== undefined);
const toTrainer = (rina: Person) =>
  rina.received().filter(({ text }) => /^💬 (Pesan dari|Message from)/.test(text ?? ""));
const menu = (language: "id" | "en") => says(language === "id" ? "/menu" : "/menu");

// Keeps P33.
test.each(["id", "en"] as const)(
  "two taps from the menu, and the files of a topic are in the chat, in %s",
  async (language) => {
    const { siti, budi } = await cast(language);
    // Nothing is laid out: no button, and the word is answered all the same.
    await inTurn(siti, menu(language));
    expect(siti.buttons().some((label) => label.includes("📚"))).toBe(false);
    await inTurn(siti, says("materi"));
    await layOut(budi);
    await inTurn(siti, menu(language));
    expect(documents(siti)).toHaveLength(0);
    await inTurn(siti, presses(/^📚/), presses(/^(Advokasi|Advocacy) \(2\)/));
    expect(documents(siti).map(({ caption }) => caption)).toEqual(["Surat untuk kepala desa"]);
    // The link opens from its button, and an answer is one tap more.
    await inTurn(siti, presses(/^📚/), presses(/bot \(1\)$/), presses(/^❓/), presses(/^⬅️/));
    await inTurn(
      budi,
      presses(/^📚/),
      presses(/^❓/),
      presses(/^✏️/),
      presses(/^✏️ .*(judul|title)/i),
      says("Cara mengirim foto?"),
    );
    await inTurn(budi, presses(/^✅ (Simpan|Save)/), presses(/^📚/), presses(/^❓/), presses(/^🗑/), presses(/^🗑/));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/materials-${language}.txt`);
    expect(await stage.db.material.count()).toBe(2);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps P33.
test.each(["id", "en"] as const)(
  "a frequent question is answered before a trainer is asked, in %s",
  async (language) => {
    const { siti, rina, budi } = await cast(language);
    await layOut(budi);
    stage.talk();
    const ask = says(language === "id" ? "/tanya" : "/ask");
    // Pressed before a word is written.
    await inTurn(siti, ask, presses(/^❓/), presses(/^📨/), presses(/^❓/), presses(/^✅/));
    // Found by what was written.
    await inTurn(siti, ask, says("Bu, gmn cara kirim foto lapran kegiatan ya?"), presses(/^✅/));
    expect(toTrainer(rina)).toHaveLength(0);
    // It is not the answer: one press, and it is sent as it was written.
    await inTurn(siti, ask, says("Foto laporan kegiatan tidak bisa dikirim, caranya?"), presses(/^📨/));
    expect(toTrainer(rina).map(({ text }) => text)).toEqual([
      expect.stringContaining("Foto laporan kegiatan tidak bisa dikirim, caranya?"),
    ]);
    await inTurn(budi, presses(/^📚/));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/materials-before-asking-${language}.txt`);
    expect(await stage.db.material.findFirst({ where: { kind: "answer" } })).toMatchObject({ helped: 2 });
    expect(stage.errors).toEqual([]);
  },
);

test("what is meant by nothing frequent goes to the trainer at once, as without frequent questions", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  await inTurn(siti, says("/tanya"), says("Bolehkah kegiatan saya diundur sampai bulan depan?"));
  expect(toTrainer(rina)).toHaveLength(1);
});

test("nothing typed is lost: more words, a photo and thanks stay with the question until one press sends it", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  const written = "Cara mengirim foto laporan kegiatan?";
  await inTurn(siti, says("/tanya"), says(written), says("terima kasih"), says("sudah selesai"), (p) => p.sendsPhoto());
  expect(toTrainer(rina)).toHaveLength(0);
  await inTurn(siti, says("/menu"), says("/tanya"));
  expect(screen(siti)).toContain(ANSWER);
  await inTurn(siti, says("Foto saya terlalu besar."));
  const sent = rina.received().filter(({ caption, text }) => /Siti Rahmawati/.test(caption ?? text ?? ""));
  expect(sent).toHaveLength(1);
  const [{ text, files } = { text: "", files: [] }] = await stage.db.threadMessage.findMany();
  expect(text).toBe(`${written}\n\nFoto saya terlalu besar.`);
  expect(files).toHaveLength(1);
  expect(await stage.db.material.findFirst({ where: { kind: "answer" } })).toMatchObject({ helped: 0 });
});

test("the button's words, typed, do what it does", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  await inTurn(siti, says("/tanya"), says("cara kirim foto laporan kegiatan"), says("sudah terjawab"));
  expect(toTrainer(rina)).toHaveLength(0);
  await inTurn(siti, says("/tanya"), says("cara kirim foto laporan kegiatan"), says("tetap kirim"));
  expect(toTrainer(rina)).toHaveLength(1);
  expect(await stage.db.material.findFirst({ where: { kind: "answer" } })).toMatchObject({ helped: 1 });
});

test("an answer removed while it is on the screen leaves the question, and the way to send it", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  await inTurn(siti, says("/tanya"), presses(/^❓/));
  const faq = siti.lastMessage();
  const [solved] = keysOf(siti) as { callback_data: string }[];
  await stage.db.material.deleteMany({ where: { kind: "answer" } });
  await inTurn(siti, says("/menu"), says("/tanya"));
  expect(screen(siti)).not.toContain(ANSWER);
  await inTurn(siti, (p) => p.pressesOn(faq?.message_id ?? 0, solved?.callback_data ?? ""));
  expect(screen(siti)).toMatch(/Senang bisa membantu/);
  await stage.db.material.create({ data: { topic: "other", title: FAQ, kind: "answer", content: ANSWER } });
  await inTurn(siti, says("/menu"), says("/tanya"), says("cara kirim foto laporan kegiatan"));
  expect(screen(siti)).toContain(ANSWER);
  await stage.db.material.deleteMany({ where: { kind: "answer" } });
  await inTurn(siti, says("/menu"), says("/tanya"));
  expect(screen(siti)).toMatch(/sudah tidak ada/);
  await inTurn(siti, presses(/^📨/));
  expect(toTrainer(rina).map(({ text }) => text)).toEqual([
    expect.stringContaining("cara kirim foto laporan kegiatan"),
  ]);
  expect(stage.errors).toEqual([]);
});

test("an old button of what is gone answers politely, with what is there", async () => {
  const { siti, budi } = await cast();
  await layOut(budi);
  const { id } = await stage.db.material.findFirstOrThrow({ where: { kind: "answer" } });
  await inTurn(
    budi,
    (p) => p.pressesOn(1, `confirm_remove_material:${id}`),
    (p) => p.pressesOn(1, `confirm_remove_material:${id}`),
  );
  expect(screen(budi)).toMatch(/sudah tidak ada/);
  await inTurn(siti, (p) => p.pressesOn(1, `material:${id}`));
  expect(screen(siti)).toMatch(/sudah tidak ada.*Pilih topiknya/s);
  await inTurn(siti, (p) => p.pressesOn(1, "materials:reporting"));
  expect(screen(siti)).toMatch(/sudah tidak ada/);
  for (const name of ["desk_material", "write_material", "remove_material"]) {
    await inTurn(budi, (p) => p.pressesOn(1, `${name}:${id}`));
    expect(screen(budi)).toMatch(/sudah tidak ada/);
  }
  expect(stage.errors).toEqual([]);
});

test("a file that Telegram has no longer is told of, and the rest of the topic is there", async () => {
  const { siti, budi } = await cast();
  await layOut(budi);
  const { id } = await stage.db.material.findFirstOrThrow({ where: { kind: "document" } });
  await stage.db.material.update({ where: { id }, data: { content: "BQAC-tidak-ada" } });
  await inTurn(siti, (p) => p.pressesOn(1, "materials:advocacy"));
  expect(screen(siti)).toMatch(/1 berkas tidak bisa dikirim lagi/);
  expect(labelsOn(siti).join()).toContain("Contoh kegiatan");
  await inTurn(siti, (p) => p.pressesOn(1, `material:${id}`));
  expect(screen(siti)).toMatch(/tidak bisa dikirim lagi/);
  expect(stage.errors).toEqual([]);
});

test("participants, trainers and admins of a province change nothing by any path; those of a province and trainers read", async () => {
  const { siti, rina, dewi, budi } = await cast();
  await layOut(budi);
  const before = await stage.db.material.findMany();
  const paths = [
    "write_material",
    ...before.flatMap(({ id }) => ["write", "remove", "confirm_remove"].map((name) => `${name}_material:${id}`)),
  ];
  for (const phone of [siti, rina, dewi]) {
    for (const path of paths) {
      await inTurn(phone, (p) => p.pressesOn(1, path));
      expect(screen(phone)).toMatch(/tidak tersedia untuk Bapak\/Ibu|atau tugas Bapak\/Ibu/);
    }
  }
  await inTurn(dewi, (p) => p.pressesOn(1, "materials_desk"), presses(/^❓/));
  expect(screen(dewi)).toContain(ANSWER);
  expect(labelsOn(dewi)).toEqual(["📚 Ke daftar materi"]);
  await inTurn(rina, says("materi"), presses(/^Advokasi/));
  expect(documents(rina)).toHaveLength(1);
  // The form that was open when the role went saves nothing.
  await inTurn(budi, (p) => p.pressesOn(1, "write_material"), presses("Lainnya"), says("Jadwal"), says("Menyusul."));
  await stage.db.roleBinding.updateMany({
    where: { role: "admin", regionCode: null },
    data: { revokedAt: stage.clock.now() },
  });
  await inTurn(budi, presses(/^✅ Simpan/));
  expect(await stage.db.material.findMany()).toEqual(before);
  expect(everything(budi)).not.toContain("Tersimpan: “Jadwal");
});

test("a title taken or a topic that is full is said, and only that is asked anew", async () => {
  const { budi } = await cast();
  await layOut(budi);
  await inTurn(
    budi,
    (p) => p.pressesOn(1, "write_material"),
    presses(/bot$/),
    says(FAQ),
    says("Jawaban lain."),
    presses(/^✅/),
  );
  expect(screen(budi)).toMatch(/berjudul sama/);
  await inTurn(budi, says("Kapan melapor?"), presses(/^✅/));
  expect(screen(budi)).toMatch(/Tersimpan: “Kapan melapor/);
  const rows = Array.from({ length: 10 }, (_, at) => ({
    topic: "other" as const,
    title: `Panjang ${"sekali ".repeat(7)}${at}`,
  }));
  await stage.db.material.createMany({
    data: rows.map((row) => ({ ...row, kind: "answer", content: "a".repeat(600) })),
  });
  await inTurn(
    budi,
    (p) => p.pressesOn(1, "write_material"),
    presses("Lainnya"),
    says("Satu lagi"),
    says("Begini."),
    presses(/^✅/),
  );
  expect(screen(budi)).toMatch(/sudah penuh/);
  await inTurn(budi, presses("Advokasi"), presses(/^✅/));
  expect(await stage.db.material.findFirst({ where: { title: "Satu lagi" } })).toMatchObject({ topic: "advocacy" });
});

test("long titles and answers fit, on every page of a full desk", async () => {
  const { siti, dewi } = await cast();
  const title = (at: number) => `${at} ${"Kepustakawanan ".repeat(4)}`.slice(0, 60);
  const data = Array.from({ length: 10 }, (_, at) => ({
    title: title(at),
    kind: "answer" as const,
    content: "a".repeat(600),
    helped: 1234,
  }));
  await stage.db.material.createMany({ data: data.map((one) => ({ ...one, topic: "community_engagement" as const })) });
  await inTurn(siti, (p) => p.pressesOn(1, "materials:community_engagement"), presses(/^❓ 1/));
  expect(screen(siti).length).toBeLessThanOrEqual(700);
  await inTurn(siti, says("/tanya"), says(title(3)));
  expect(screen(siti)).toContain("a".repeat(600));
  expect(screen(siti).length).toBeLessThanOrEqual(700);
  await inTurn(dewi, (p) => p.pressesOn(1, "materials_desk"));
  const labels = labelsOn(dewi);
  expect(labels.filter((label) => label.startsWith("❓"))).toHaveLength(8);
  expect(labels.every((label) => [...label].length <= 30)).toBe(true);
  await inTurn(dewi, presses(/^❓ 2/));
  expect(screen(dewi).length).toBeLessThanOrEqual(700);
});
