// Whoever has just asked for help may add something: it reaches the trainer in the same thread, and thanks do not.

import { expect, test } from "vitest";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildTrainer } from "../../support/world/builders.js";
import { berakit } from "../../support/world/plans.js";

// Monday 10 June 2024, 09:00 in Bintan.
const stage = stageAt("2024-06-10T02:00:00Z");

const inTurn = actsOn(stage, 2000);

async function cast(english = false) {
  const language = english ? ("en" as const) : ("id" as const);
  const { personId, trainingClass } = await berakit(stage.db);
  const person = await stage.db.person.update({ where: { id: personId }, data: { language } });
  const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", language });
  const siti = stage.person({ id: Number(person.telegramId), name: "Siti", english });
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina", english });
  await inTurn(
    () => siti.start(),
    () => rina.start(),
  );
  const help = () => siti.pressesOn(siti.lastMessage()?.message_id ?? 0, "need_help:3");
  stage.talk();
  return { siti, rina, help };
}

const written = () => stage.db.threadMessage.findMany({ orderBy: { id: "asc" } });

test("what is added to a plea reaches the trainer in its thread, and thanks stay here", async () => {
  const { siti, rina, help } = await cast();
  await inTurn(
    help,
    () => siti.says("Makasih ya"),
    () => siti.says("Oke siap"),
    () => siti.says("Kepala desa belum menyetujui anggarannya."),
    help,
    () => siti.sendsPhoto(),
    help,
    () => siti.sendsVoice(),
    help,
    () => siti.sendsDocument({ name: "surat.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF-1.4") }),
    help,
    () => siti.presses("Tidak ada lagi"),
    () => rina.presses("Jawab"),
    () => rina.says("Saya telepon beliau besok, Bu."),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/adding-to-help.txt");
  expect(await stage.db.questionThread.count()).toBe(1);
  expect(
    (await written()).map(({ text, files }) => [text.slice(0, 24), (files as { kind: string }[])[0]?.kind]),
  ).toEqual([
    ["Mohon bantuan untuk renc", undefined],
    ["Kepala desa belum menyet", undefined],
    ["", "photo"],
    ["", "voice"],
    ["", "document"],
    ["Saya telepon beliau besok", undefined].map((one) => one?.slice(0, 24)),
  ]);
  expect(await stage.db.draft.count({ where: { form: "question", savedAt: { not: null } } })).toBe(0);
  expect(stage.errors).toEqual([]);
});

test("it is the same in English", async () => {
  const { siti, rina, help } = await cast(true);
  await inTurn(
    help,
    () => siti.says("thank you!"),
    () => siti.says("The village head has not agreed to the budget."),
    help,
    () => siti.says("done"),
    () => rina.presses("Answer"),
    () => rina.says("I will call tomorrow."),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/adding-to-help-in-english.txt");
  expect(await written()).toHaveLength(3);
  expect(stage.errors).toEqual([]);
});

test.each(["batal", "Tidak ada lagi", "lewati", "selesai", "cancel", "NEXT"])(
  "typed, “%s” leaves the invitation with nothing sent and nothing to come back to",
  async (word) => {
    const { siti, help } = await cast();
    await inTurn(help, () => siti.says(word));
    expect(siti.lastMessage()?.text).toContain("Jawaban pelatih akan muncul di sini");
    await inTurn(() => siti.says("menu"));
    expect(siti.buttons().slice(0, 6).join()).not.toContain("Isian tersimpan");
    expect(await written()).toHaveLength(1);
    await inTurn(() => siti.says("lapor"));
    expect(siti.lastMessage()?.text).toContain("Rencana mana");
    expect(stage.errors).toEqual([]);
  },
);

test("a greeting is given back, and the invitation stands again", async () => {
  const { siti, help } = await cast();
  await inTurn(help, () => siti.says("Assalamualaikum"));
  expect(siti.lastMessage()?.text).toContain("ingin ditambahkan");
  expect(await written()).toHaveLength(1);
});

test("pressed twice and handled twice there is one thread, one plea and one answer to it", async () => {
  const { siti, rina, help } = await cast();
  stage.handlesTwice = true;
  await inTurn(help, help);
  stage.handlesTwice = false;
  await inTurn(() => siti.says("Anggarannya belum turun"));
  expect(await stage.db.questionThread.count()).toBe(1);
  expect(await written()).toHaveLength(2);
  expect(rina.received().filter(({ text }) => text?.split("Sebelumnya")[0]?.includes("Mohon bantuan"))).toHaveLength(1);
  expect(rina.lastMessage()?.text).toContain("Anggarannya belum turun");
});

test("an album added to a plea arrives whole, with one word to each side", async () => {
  const { siti, rina, help } = await cast();
  await inTurn(help);
  const [heard, got] = [siti.received().length, rina.received().length];
  await inTurn(() => siti.sendsAlbum([{ caption: "Ruang baca" }, {}, {}]));
  expect(siti.received().length - heard).toBe(1);
  const arrived = rina.received().slice(got);
  expect(arrived.map(({ photo }) => photo !== undefined)).toEqual([true, true, true]);
  expect(arrived.filter(({ reply_markup: below }) => below !== undefined)).toHaveLength(1);
  expect(await written()).toHaveLength(2);
  expect(stage.errors).toEqual([]);
});
