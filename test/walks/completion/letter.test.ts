// The letter that the three plans are carried out: how its owner gets it, and how anybody else checks it.
import { describe, expect, test } from "vitest";
import { everything, screen } from "../../support/stage/phone.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const turn = actsOn(stage, 5000);

const WORDS = {
  id: { plans: "/rencana", review: "📋 Tinjau", accept: "✅ Terima", open: "🎓 Surat selesai", whom: "/peserta" },
  en: { plans: "/plan", review: "📋 Review", accept: "✅ Accept", open: "🎓 Completion letter", whom: "/participants" },
};

/** Two plans are done and accepted, and the report about the third waits. */
async function openScene(language: "id" | "en") {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina", english: language === "en" });
  const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina", telegramId: rina.id, language });
  const siti = stage.person({ name: "Siti", english: language === "en" });
  const built = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", telegramId: siti.id, language },
    libraryName: "Perpustakaan Berakit",
  });
  const at = stage.clock.now();
  for (const [n, { id: planId }] of built.plans.entries()) {
    await stage.db.workPlan.update({
      where: { id: planId },
      data: { state: "done", activity: "Pojok baca anak", writtenAt: at, lastReportAt: at },
    });
    await stage.db.progressReport.create({
      data: {
        ...{
          number: `LP-241-000${n + 1}`,
          version: 1,
          planId,
          authorId: built.person.id,
          participantId: built.participant.id,
        },
        ...{ state: "done", reportedAt: at, updateId: 900 + n },
        ...(n < 2 && { verdict: "accepted" as const, reviewedAt: at, reviewedById: trainer.id }),
      },
    });
  }
  await turn(
    () => rina.start(),
    () => siti.start(),
  );
  return { rina, siti, ...built };
}

// Keeps P33.
describe.each(WALKED_IN)("the completion letter (%s)", (language) => {
  const words = WORDS[language];

  test("is offered with the last yes of the trainer, and whoever holds it can check its number", async () => {
    const { siti, rina } = await openScene(language);
    stage.talk();
    await turn(
      () => siti.says(words.plans),
      () => rina.says("/tinjau"),
      () => rina.presses(words.accept),
      () => siti.presses(words.open),
    );
    const [number = ""] = /SPP-[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(screen(siti) || everything(siti)) ?? [];
    const kades = stage.person({ name: "Pak Kades", english: language === "en" });
    await turn(
      () => siti.says(words.plans),
      () => kades.start(number),
      () => kades.says(number.toLowerCase()),
      () => kades.says("SPP-AAAAA-BBBBB"),
    );
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/completion-letter.${language}.txt`);
    expect(everything(kades)).toContain("Siti Rahmawati");
    expect(stage.errors).toEqual([]);
  }, 60_000);

  test("is on the page of the person too, for those who follow them up", async () => {
    const { rina, participant } = await openScene(language);
    await turn(() => rina.pressesOn(1, `person:${participant.id}`));
    expect(rina.buttons()).not.toContain(`[${words.open}]`);
    await turn(
      () => rina.pressesOn(1, "review"),
      () => rina.presses(words.accept),
      () => rina.pressesOn(1, `person:${participant.id}`),
      () => rina.presses(words.open),
    );
    expect(everything(rina)).toContain("SPP-");
    expect(stage.errors).toEqual([]);
  }, 60_000);

  test("is offered also to those who have not finished with a second library", async () => {
    const { siti, rina, person, plans } = await openScene(language);
    const { library, plans: open } = await buildParticipant(stage.db, plans[0]?.classId ?? 0, { name: "Budi Santoso" });
    await stage.db.libraryMember.create({
      data: { libraryId: library.id, personId: person.id, fromAt: stage.clock.now() },
    });
    await turn(
      () => rina.pressesOn(1, "review"),
      () => rina.presses(words.accept),
    );
    stage.talk();
    await turn(() => siti.says(words.plans));
    expect(open.every(({ state }) => state === "unwritten")).toBe(true);
    expect(stage.talk()).toContain(`[${words.open}]`);
    expect(stage.errors).toEqual([]);
  }, 60_000);
});

test.each(WALKED_IN)("who acts for two libraries finds a letter for each, by its name, in %s", async (language) => {
  const { siti, person } = await openScene(language);
  const other = await buildClass(stage.db, { name: "Kepri 2" });
  const second = await buildParticipant(stage.db, other.id, { name: "Ani", libraryName: "Perpustakaan Lagoi" });
  const at = stage.clock.now();
  await stage.db.participant.update({ where: { id: second.participant.id }, data: { personId: person.id } });
  await stage.db.libraryMember.updateMany({ where: { libraryId: second.library.id }, data: { personId: person.id } });
  for (const [n, { id: planId }] of second.plans.entries()) {
    await stage.db.workPlan.update({
      where: { id: planId },
      data: { state: "done", writtenAt: at, lastReportAt: at },
    });
    await stage.db.progressReport.create({
      data: {
        ...{ number: `LP-242-000${n + 1}`, version: 1, planId, authorId: person.id, state: "done", reportedAt: at },
        ...{ participantId: second.participant.id, updateId: 950 + n, verdict: "accepted", reviewedAt: at },
      },
    });
  }
  await stage.db.progressReport.updateMany({ data: { verdict: "accepted", reviewedAt: at } });
  await turn(() => siti.says(WORDS[language].plans));
  const labels = (siti.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(labels.filter((label) => label.startsWith("🎓")).sort()).toEqual([
    "🎓 Perpustakaan Berakit",
    "🎓 Perpustakaan Lagoi",
  ]);
  // Both called the same: by the village too.
  await stage.db.library.updateMany({ data: { name: "Perpustakaan Melati" } });
  await turn(() => siti.says(WORDS[language].plans));
  const alike = (siti.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  const letters = alike.filter((label) => label.startsWith("🎓"));
  expect(letters).toContain("🎓 Melati, Teluk Bakau");
  expect(new Set(letters).size).toBe(2);
  expect(stage.errors).toEqual([]);
});
