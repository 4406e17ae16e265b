// A question or an answer whose receiver cannot be reached, and one who may not read it.
import { expect, test } from "vitest";
import { passAnswersOn, tellOfUndelivered, unansweredQuestions } from "../../../src/use-cases/index.js";
import { buildClass, buildTrainer } from "../../support/world/builders.js";
import { openQuestions } from "./question-scene.js";

const { stage, inTurn, onStage, stateOfThread } = openQuestions();

// Keeps P31.
test("when every trainer has blocked the bot the asker hears it at once, and the question stays", async () => {
  const { siti, rina, dodi, trainer } = await onStage();
  await inTurn(
    () => rina.blocks(),
    () => dodi.blocks(),
    () => siti.says("/tanya"),
    () => siti.says("Halo, Bu Rina?"),
  );
  expect(siti.lastMessage()?.text).toContain("tidak bisa dihubungi");
  expect(await stage.db.threadMessage.findFirst()).toMatchObject({ delivery: "failed" });
  expect(await unansweredQuestions(stage.world.store, [trainer.id], stage.clock.now())).toMatchObject(
    new Map([[trainer.id, { count: 1, since: expect.stringMatching(/^2024-/) }]]),
  );
  await inTurn(
    () => rina.start(),
    () => rina.says("/tanya"),
  );
  expect(rina.buttons()[0]).toContain("Siti Rahmawati: Halo, Bu R…");
});

// Keeps P31.
test("a question that turns out undeliverable on the way is told to the asker once", async () => {
  const { siti, rina, dodi } = await onStage();
  // Telegram says nothing about an account that is gone until one writes to it.
  rina.deactivates();
  dodi.deactivates();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Apakah ada yang membaca?"),
  );
  expect(siti.lastMessage()?.text).toContain("Terkirim");
  await stage.tick();
  expect(siti.lastMessage()?.text).toContain("tidak bisa dihubungi");
  const heard = siti.received().length;
  await stage.tick();
  expect(siti.received()).toHaveLength(heard);
  expect(await tellOfUndelivered(stage.world)).toEqual({ arrived: 0, failed: 0 });
});

// Keeps P31.
test("an answer to somebody who has blocked the bot says so, and is there when they are back", async () => {
  const { siti, rina } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah diundur?"),
    () => siti.blocks(),
    () => rina.presses("Jawab"),
    () => rina.says("Boleh."),
  );
  expect(rina.lastMessage()?.text).toContain("Jawaban untuk Siti Rahmawati belum sampai");
  await inTurn(
    () => siti.start(),
    () => siti.says("/tanya"),
  );
  expect(siti.lastMessage()?.text).toContain("Jawaban terakhir, dari Rina Marlina: “Boleh.”");
});

// Keeps P31.
test("a long answer and its file are brought whole and once when somebody is back", async () => {
  const { siti, rina } = await onStage();
  const long = `Boleh, Bu. ${"Caranya begini. ".repeat(30)}Selesai.`;
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah diundur?"),
    () => siti.blocks(),
    () => rina.presses("Jawab"),
    () => rina.sendsPhoto({ caption: long }),
  );
  expect(await passAnswersOn(stage.world)).toEqual({ passedOn: 0 });
  const before = siti.received().length;
  await inTurn(() => siti.start());
  expect(await passAnswersOn(stage.world)).toEqual({ passedOn: 1 });
  await stage.settle();
  expect(await passAnswersOn(stage.world)).toEqual({ passedOn: 0 });
  await stage.settle();
  const heard = siti.received().slice(before);
  const brought = heard.filter(({ text, caption }) => (text ?? caption ?? "").includes("Selesai."));
  expect(brought).toHaveLength(1);
  expect(brought[0]?.photo).toBeDefined();
});

// Keeps P31.
test("a trainer of another class can neither open nor answer a thread", async () => {
  const { siti } = await onStage();
  const elsewhere = await buildClass(stage.db, { name: "Riau" });
  const eko = stage.person({ name: "Eko" });
  await buildTrainer(stage.db, [elsewhere.id], { name: "Eko", telegramId: eko.id });
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah diundur?"),
    () => eko.start(),
  );
  const heard = siti.received().length;
  await inTurn(() => eko.pressesOn(eko.lastMessage()?.message_id ?? 0, "question:1"));
  expect(eko.lastMessage()?.text).toContain("bukan dari kelas Bapak/Ibu");
  await inTurn(() => eko.says("Boleh saja"));
  expect(siti.received()).toHaveLength(heard);
  expect(await stateOfThread()).toBe("unread");
});
