// A manager takes over a second library. Its plans bear the same names as those of the first: every list says whose each one is.
import { expect, test } from "vitest";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday 2 July, 10:00 in Jakarta: the plans are due on Sunday.
const stage = stageAt("2024-07-02T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const WORDS = {
  id: { take: "✅ Ya, terima", plans: "/rencana", report: "/lapor", progress: "/kemajuan" },
  en: { take: "✅ Yes, take it over", plans: "/plan", report: "/report", progress: "/progress" },
};

async function cast(language: "id" | "en") {
  const english = language === "en";
  const [siti, eko, rina] = [
    stage.person({ name: "Siti", english }),
    stage.person({ name: "Eko", english }),
    stage.person({ name: "Rina" }),
  ] as const;
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const other = await buildClass(stage.db, { name: "Kepri 2" });
  const { participant } = await buildParticipant(stage.db, id, {
    ...{ name: "Siti Rahmawati", telegramId: siti.id, language, libraryName: "Perpustakaan Berakit" },
  });
  await buildParticipant(stage.db, other.id, {
    ...{ name: "Eko Prasetyo", telegramId: eko.id, language, libraryName: "Perpustakaan Lagoi" },
  });
  await stage.db.workPlan.updateMany({
    data: { state: "not_started", activity: "Kelas mendongeng", writtenAt: stage.clock.now() },
  });
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  for (const one of [siti, eko, rina]) await inTurn(one, (p) => p.start());
  await inTurn(siti, (p) => p.pressesOn(1, `hand_over_code:${participant.id}`));
  const [, code = ""] = /start=([A-Z2-9-]+)/.exec(screen(siti)) ?? [];
  await inTurn(eko, (p) => p.start(code), presses(WORDS[language].take));
  stage.talk();
  return { siti, eko, rina };
}

/** Each library's name stands once as a heading, with its three plans below. */
function expectBothNamed(text: string) {
  const lines = text.split("\n");
  for (const library of ["Perpustakaan Berakit", "Perpustakaan Lagoi"]) {
    expect(lines.filter((line) => line === library)).toHaveLength(1);
  }
}

// Keeps P11.
test.each(WALKED_IN)("who acts for two libraries reads whose each plan is, in %s", async (language) => {
  const { eko } = await cast(language);
  const words = WORDS[language];
  for (const command of [words.plans, words.report]) {
    await inTurn(eko, says(command));
    expectBothNamed(screen(eko));
    const labels = (eko.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
    expect(labels).toHaveLength(6);
    expect(new Set(labels).size).toBe(6);
    for (const library of ["Berakit", "Lagoi"]) {
      expect(labels.filter((label) => label.includes(library))).toHaveLength(3);
    }
  }
  await inTurn(eko, says(words.progress));
  expectBothNamed(screen(eko));
  // On Saturday, the day before.
  stage.clock.set(new Date("2024-07-06T01:30:00Z"));
  await stage.tick();
  expect(screen(eko)).toMatch(/besok|Tomorrow/);
  expectBothNamed(screen(eko));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/two-libraries-${language}.txt`);
  expect(stage.errors).toEqual([]);
});
