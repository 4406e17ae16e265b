// Who answers in a trainer's stead reads all that was asked, however long, with what was sent along.
import { expect, test } from "vitest";
import { escalateQuestions } from "../../../src/use-cases/index.js";
import { buildAdmin } from "../../support/world/builders.js";
import { openQuestions } from "./question-scene.js";

const { stage, inTurn, onStage } = openQuestions();

const LONG = `${"Kepala desa belum setuju dengan anggaran kami. ".repeat(20)}Apa yang harus kami lakukan?`;

async function withAdmin() {
  const people = await onStage();
  const kepala = stage.person({ name: "Kepala", phone: "628990000009" });
  await buildAdmin(stage.db, { name: "Kepala Dinas", telegramId: kepala.id, regionCode: "21" });
  await inTurn(() => kepala.start());
  return { ...people, kepala };
}
async function twoDaysLater() {
  stage.clock.set(new Date("2024-06-06T04:00:00Z"));
  await escalateQuestions(stage.world);
  await stage.settle();
}
const texts = (phone: { received(): { text?: string; caption?: string }[] }) =>
  phone.received().map(({ text, caption }) => text ?? caption ?? "");

// Keeps P30.
test("an admin who opens what was told to the province reads it whole, with its photo, once", async () => {
  const { siti, kepala } = await withAdmin();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.sendsPhoto({ caption: LONG }),
  );
  await twoDaysLater();
  const told = kepala.lastMessage();
  expect(told?.text).toContain("Belum dijawab lebih dari");
  const before = kepala.received().length;
  await inTurn(() => kepala.presses("Jawab"));
  const shown = kepala.received().slice(before);
  expect(shown[0]?.text).toContain(LONG);
  expect(shown[1]).toMatchObject({ photo: expect.anything() });
  expect(shown).toHaveLength(3);
  await inTurn(() => kepala.pressesOn(told?.message_id ?? 0, "question:1"));
  expect(texts(kepala).filter((text) => text.includes(LONG))).toHaveLength(1);
  await inTurn(() => kepala.says("Saya hubungi beliau."));
  expect(texts(siti).at(-1)).toContain("Saya hubungi beliau.");
});

// Keeps P30.
test("a long question of a class without trainers reaches its admins whole, and one told again says that it goes on", async () => {
  const { siti, kepala } = await withAdmin();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says(LONG),
  );
  await twoDaysLater();
  expect(texts(kepala).at(-1)).toMatch(/“Kepala desa [^”]*…”/);
  await stage.db.classTrainer.deleteMany();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says(`Sekali lagi: ${LONG}`),
  );
  await stage.settle();
  expect(texts(kepala).some((text) => text.includes(`Sekali lagi: ${LONG}`))).toBe(true);
});
