// A trainer keeps an answer and gives it again by one tap; thanks after an answer reach them, and wait for nothing.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { keepAnswer, writeAnswer } from "../../../src/use-cases/index.js";
import { presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

async function cast(language: "id" | "en") {
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const [siti, rina] = ["Siti", "Rina"].map((name) => stage.person({ name })) as [Person, Person];
  const trainer = await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildParticipant(stage.db, id, { name: "Siti Rahmawati", telegramId: siti.id, language });
  for (const phone of [siti, rina]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { siti, rina, trainer };
}

const asks = (language: "id" | "en", text: string) => [says(language === "id" ? "/tanya" : "/ask"), says(text)];
const LONG = "Laporan cukup diisi lewat tombol Lapor, fotonya boleh menyusul.";

// Keeps T10.
test.each(WALKED_IN)(
  "an answer is kept from its receipt, given again by one tap, and thrown away, in %s",
  async (language) => {
    const { siti, rina } = await cast(language);
    await inTurn(siti, ...asks(language, "Bagaimana cara melapor?"));
    await inTurn(rina, (p) => p.pressesOn(1, "question:1"), says(LONG), presses(/^⚡/));
    await inTurn(siti, ...asks(language, "Fotonya kapan?"));
    await inTurn(rina, (p) => p.pressesOn(1, "question:2"), presses(/^⚡ Laporan/));
    await inTurn(siti, says(language === "id" ? "Terima kasih banyak Bu" : "Thank you very much"));
    await inTurn(siti, says(language === "id" ? "terima kasih" : "thanks"));
    await inTurn(rina, says(language === "id" ? "/tanya" : "/ask"), presses(/^⚡/), presses(/^1\./), presses(/^🗑/));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/quick-answers-${language}.txt`);
    const answers = await stage.db.threadMessage.findMany({ where: { text: LONG }, orderBy: { id: "asc" } });
    expect(answers.map(({ threadId }) => threadId)).toEqual([1, 2]);
    // The thanks stand in the thread, once, and nobody owes an answer to them.
    const threads = await stage.db.questionThread.findMany({ include: { messages: true }, orderBy: { id: "asc" } });
    expect(threads.map(({ state }) => state)).toEqual(["answered", "answered"]);
    expect(threads.map(({ messages }) => messages.length)).toEqual([2, 3]);
    expect(rina.received().filter(({ text }) => /Terima kasih banyak|Thank you very/.test(text ?? ""))).toHaveLength(1);
    expect(await stage.db.quickAnswer.count()).toBe(0);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps T10.
test.each(WALKED_IN)(
  "answers are written before anybody asks, changed, and given by two taps, in %s",
  async (language) => {
    const { siti, rina, trainer } = await cast(language);
    await inTurn(
      rina,
      says(language === "id" ? "/tanya" : "/ask"),
      presses(/^⚡/),
      presses(/^➕/),
      says("Lewat Lapor."),
    );
    await inTurn(rina, presses(/^➕/), says("Nanti saya kirim contohnya."));
    // Too long, and then short enough; other words for the first, which are those of the second: only one stays.
    await inTurn(rina, presses(/^1\./), presses(/^✏️/), says("panjang ".repeat(40)), says("Cukup lewat tombol Lapor."));
    await inTurn(rina, presses(/^2\./), presses(/^✏️/), says("Cukup lewat tombol Lapor."));
    await inTurn(siti, ...asks(language, "Bagaimana cara melapor?"));
    await inTurn(rina, presses(/^(Jawab|Answer)$/), presses(/^⚡ Cukup/));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/quick-answers-written-${language}.txt`);
    expect(await stage.world.store.quickAnswers.of(trainer.id)).toMatchObject([{ text: "Cukup lewat tombol Lapor." }]);
    expect(siti.received().some(({ text }) => text?.includes("Cukup lewat tombol Lapor.") === true)).toBe(true);
    expect(stage.errors).toEqual([]);
  },
);

test("a ninth cannot be begun, one thrown away meanwhile is gone, and nobody changes another's", async () => {
  const { siti, rina, trainer } = await cast("id");
  const { store } = stage.world;
  const actor = await actorOf(stage.world, trainer.id);
  for (let n = 1; n <= 8; n++) await writeAnswer(stage.world, actor, { id: null, text: `Jawaban ${n}` });
  // Twice is once, and what two processes bring at once is no ninth.
  expect((await writeAnswer(stage.world, actor, { id: null, text: "Jawaban 8" })).kind).toBe("kept");
  const [first] = await store.quickAnswers.of(trainer.id);
  const id = first?.id ?? 0;
  await inTurn(rina, (p) => p.pressesOn(1, "write_answer"));
  expect(rina.lastMessage()?.text).toContain("Sudah ada 8");
  await inTurn(rina, (p) => p.pressesOn(1, `write_answer:${id}`));
  await store.quickAnswers.drop(trainer.id, id);
  await inTurn(rina, says("Jawaban lain"));
  expect(rina.lastMessage()?.text).not.toContain("Tersimpan");
  const both = ["sembilan", "sepuluh"].map((text) => writeAnswer(stage.world, actor, { id: null, text }));
  expect((await Promise.all(both)).map(({ kind }) => kind).sort()).toEqual(["full", "kept"]);
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow();
  const other = await actorOf(stage.world, (await buildTrainer(stage.db, [classId], { name: "Mahmud" })).id);
  const [theirs] = await store.quickAnswers.of(trainer.id);
  expect((await writeAnswer(stage.world, other, { id: theirs?.id ?? 0, text: "Milik saya" })).kind).toBe("gone");
  const asker = await actorOf(stage.world, (await stage.db.participant.findFirstOrThrow()).personId);
  expect((await writeAnswer(stage.world, asker, { id: null, text: "Milik saya" })).kind).toBe("not_yours");
  expect(await stage.db.quickAnswer.count({ where: { text: "Milik saya" } })).toBe(0);
  expect(siti.received()).not.toEqual([]);
  expect(stage.errors).toEqual([]);
});

test("eight are kept and no ninth, the same one once, and nobody sees or throws away another's", async () => {
  const { siti, rina, trainer } = await cast("id");
  await inTurn(siti, ...asks("id", "Bagaimana?"));
  const actor = await actorOf(stage.world, trainer.id);
  const { store } = stage.world;
  const kinds: string[] = [];
  for (let n = 1; n <= 9; n++) {
    await inTurn(rina, (p) => p.pressesOn(1, "question:1"), says(`Jawaban nomor ${n}`));
    kinds.push((await keepAnswer(stage.world, actor, 1)).kind, (await keepAnswer(stage.world, actor, 1)).kind);
  }
  expect(kinds.slice(0, 16)).toEqual(Array(16).fill("kept"));
  expect(kinds.slice(16)).toEqual(["full", "full"]);
  expect(await store.quickAnswers.of(trainer.id)).toHaveLength(8);
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow();
  const other = await buildTrainer(stage.db, [classId], { name: "Mahmud" });
  const [first] = await store.quickAnswers.of(trainer.id);
  expect(await store.quickAnswers.drop(other.id, first?.id ?? 0)).toBe(false);
  expect(await store.quickAnswers.of(other.id)).toEqual([]);
  // What a participant wrote is nobody's answer to keep, nor what is too long for a button.
  expect(
    (
      await keepAnswer(
        stage.world,
        await actorOf(stage.world, (await stage.db.participant.findFirstOrThrow()).personId),
        1,
      )
    ).kind,
  ).toBe("not_yours");
  await inTurn(rina, (p) => p.pressesOn(1, "question:1"), says("panjang ".repeat(40)));
  expect((await keepAnswer(stage.world, actor, 1)).kind).toBe("too_long");
});

test("thanks a day after an answer, or with nobody having answered, are only answered here", async () => {
  const { siti, rina } = await cast("id");
  await inTurn(siti, ...asks("id", "Bagaimana?"), says("terima kasih"));
  expect(await stage.db.threadMessage.count()).toBe(1);
  await inTurn(rina, (p) => p.pressesOn(1, "question:1"), says("Begini caranya."));
  stage.clock.advance(25 * 3_600_000);
  await inTurn(siti, says("terima kasih"));
  expect(await stage.db.threadMessage.count()).toBe(2);
  expect(stage.errors).toEqual([]);
});
