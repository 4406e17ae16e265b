// How a participant asks their trainers something, and hears back, without anybody's number.
import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { askTrainers, unansweredQuestions } from "../../../src/use-cases/index.js";
import { openQuestions } from "./question-scene.js";

const { stage, inTurn, onStage, messageWith, stateOfThread } = openQuestions();

test("an update that asks is handled twice and asks once", async () => {
  const { asker } = await onStage();
  const person = await stage.world.store.people.find(asker.person.id);
  if (person === null) throw new Error("Siti is gone");
  const actor: KnownActor = {
    telegramId: person.telegramId ?? 0,
    language: "id",
    person,
    roles: [],
    agreed: [],
    takesPart: false,
  };
  const input = { text: "Sekali saja", files: [], updateId: 77 };
  const first = await askTrainers(stage.world, actor, input);
  expect(await askTrainers(stage.world, actor, input)).toEqual(first);
  expect(await stage.db.questionThread.count()).toBe(1);
  expect(await stage.db.threadMessage.count()).toBe(1);
  expect(await stage.db.outbox.count({ where: { kind: "question" } })).toBe(2);
});

// Keeps P31.
test("a question goes to the trainers and the answer comes back, in threads, without numbers", async () => {
  const { siti, rina, dodi, trainer } = await onStage();

  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah kegiatan saya diundur ke bulan Juli?"),
  );
  expect(await stateOfThread()).toBe("unread");
  expect(await unansweredQuestions(stage.world.store, [trainer.id], stage.clock.now())).toMatchObject(
    new Map([[trainer.id, { count: 1, since: expect.stringMatching(/^2024-/) }]]),
  );
  await inTurn(() => rina.presses("Jawab"));
  expect(await stateOfThread()).toBe("read");
  await inTurn(() => rina.says("Boleh, Bu. Tulis tanggal barunya di laporan."));
  expect(await stateOfThread()).toBe("answered");
  expect(await unansweredQuestions(stage.world.store, [trainer.id], stage.clock.now())).toEqual(new Map());
  await inTurn(
    () => siti.repliesTo(messageWith(siti, "Jawaban dari"), "Baik, terima kasih. Apakah perlu surat?"),
    () => dodi.repliesTo(messageWith(dodi, "Apakah perlu surat?"), "Tidak perlu."),
  );

  const talk = stage.talk();
  await expect(talk).toMatchFileSnapshot("../transcripts/asking-a-trainer.txt");
  expect(siti.received().some(({ text }) => text?.includes("Tidak perlu."))).toBe(true);
  expect(rina.received().some(({ text }) => text?.includes("Dodi Saputra menjawab Siti Rahmawati"))).toBe(true);
  expect(talk).not.toMatch(/62899|@/);
  expect(await stage.db.questionThread.count()).toBe(1);
  expect(await stage.db.threadMessage.count()).toBe(4);
  expect(stage.errors).toEqual([]);
});

// Keeps P31.
test("a question asked at night waits for the trainer's morning, and the asker is told when", async () => {
  const { siti, rina } = await onStage();
  stage.clock.set(new Date("2024-06-04T15:00:00Z"));
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Apakah foto boleh lebih dari satu?"),
  );
  expect(siti.lastMessage()?.text).toMatch(/menerimanya Rabu, 5 Juni 2024 pukul 07\.\d\d WIB/);
  expect(rina.received().some(({ text }) => text?.includes("Pesan dari"))).toBe(false);
  await stage.moveTo("2024-06-05T01:15:00Z");
  expect(rina.received().some(({ text }) => text?.includes("Apakah foto boleh"))).toBe(true);
});

// Keeps P31.
test("a photo is passed on with its words", async () => {
  const { siti, rina } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.sendsSticker(),
    () => siti.sendsPhoto({ caption: "Apakah rak ini sudah benar?" }),
  );
  const received = rina.lastMessage();
  expect(received?.photo).toBeDefined();
  expect(received?.caption).toContain("Apakah rak ini sudah benar?");
  await inTurn(
    () => rina.presses("Jawab"),
    () => rina.presses("Boleh, silakan."),
  );
  expect(siti.lastMessage()?.text).toContain("Boleh, silakan.");
});

// Keeps T10.
test("Telegram's own reply goes to its thread in the middle of a form, which stays open", async () => {
  const { siti, rina } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Pertanyaan pertama"),
    () => siti.says("/tanya"),
    () => siti.says("Pertanyaan kedua"),
    () => rina.pressesOn(messageWith(rina, "Pertanyaan pertama"), "question:1"),
    () => rina.repliesTo(messageWith(rina, "Pertanyaan kedua"), "Jawaban kedua"),
    () => rina.says("Jawaban pertama"),
  );
  const messages = await stage.db.threadMessage.findMany({ orderBy: { id: "asc" } });
  expect(messages.map(({ threadId, text }) => [threadId, text])).toEqual([
    [1, "Pertanyaan pertama"],
    [2, "Pertanyaan kedua"],
    [2, "Jawaban kedua"],
    [1, "Jawaban pertama"],
  ]);
});

// Keeps T10.
test("what needs no answer is put aside without a message to the asker", async () => {
  const { siti, rina, trainer } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Terima kasih, Bu!"),
  );
  const heard = siti.received().length;
  await inTurn(
    () => rina.presses("Jawab"),
    () => rina.presses("Tidak perlu dijawab"),
  );
  expect(rina.lastMessage()?.text).toContain("saya tandai selesai");
  expect(siti.received()).toHaveLength(heard);
  await inTurn(() => siti.says("/tanya"));
  expect(siti.lastMessage()?.text).toContain("Pertanyaan terakhir: sudah dijawab.");
  expect(await unansweredQuestions(stage.world.store, [trainer.id], stage.clock.now())).toEqual(new Map());
});

test("a trainer is asked and answers in English", async () => {
  const { siti, rina } = await onStage({ english: true });
  await inTurn(
    () => siti.says("/ask"),
    () => siti.says("May I report next week?"),
    () => rina.says("/ask"),
    () => rina.presses("1. Siti Rahmawati: May I repo…"),
    () => rina.presses("Yes, please go ahead."),
    () => siti.presses("Reply"),
    () => siti.says("Thank you!"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/asking-a-trainer-in-english.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps P31.
test("who adds to an answer reads whose it was, and not that its asker wrote it", async () => {
  const { siti, rina, dodi } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah diundur?"),
    () => rina.presses("Jawab"),
    () => rina.says("Boleh, Bu."),
    () => dodi.presses("Tambah jawaban"),
    () => rina.pressesOn(messageWith(rina, "Bolehkah diundur?"), "question:1"),
  );
  expect(dodi.lastMessage()?.text).toMatch(/^Rina Marlina sudah menulis kepada Siti Rahmawati:\n\n“Boleh, Bu.”/);
  expect(rina.lastMessage()?.text).toMatch(/^Bapak\/Ibu sudah menulis kepada Siti Rahmawati:/);
});

test("a promise to look into what is answered already does not say that it still waits", async () => {
  const { siti, rina, dodi } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah diundur?"),
    () => rina.presses("Jawab"),
    () => rina.presses("Terima kasih, saya cek dulu."),
  );
  expect(rina.lastMessage()?.text).toContain("tetap menunggu jawaban");
  await inTurn(
    () => dodi.repliesTo(messageWith(dodi, "Bolehkah diundur?"), "Boleh, Bu."),
    () => rina.pressesOn(messageWith(rina, "Boleh, Bu."), "question:1"),
    () => rina.presses("Terima kasih, saya cek dulu."),
  );
  expect(rina.lastMessage()?.text).toContain("Terkirim");
  expect(rina.lastMessage()?.text).not.toContain("tetap menunggu jawaban");
  expect(await stateOfThread()).toBe("answered");
});
