// A trainer says that they are away and who covers for them; on those days everything comes to the cover, and then returns by itself.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, says } from "../../support/stage/phone.js";
import { actsOn, phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Monday, 09:00 in Tanjungpinang, the day after the plans were due.
const stage = stageAt("2024-07-08T02:00:00Z");
const onPhone = phoneActsOn(stage, 5_000);
const inTurn = actsOn(stage, 5_000);

async function at(instant: string): Promise<void> {
  stage.clock.set(new Date(instant));
  for (let tick = 0; tick < 2; tick++) {
    await stage.tick();
    stage.clock.advance(60_000);
  }
}

async function cast(language: "id" | "en") {
  const { db } = stage;
  const kepri = await buildClass(db, { name: "Kepri 1" });
  const batam = await buildClass(db, { name: "Kepri 2", startsOn: "2024-06-10" });
  const phone = (name: string) => stage.person({ name });
  const [mahmud, rina, budi, siti] = ["Mahmud", "Rina", "Budi", "Siti"].map(phone) as [Person, Person, Person, Person];
  await buildTrainer(db, [kepri.id], { name: "Mahmud Hidayat", telegramId: mahmud.id, language });
  await buildTrainer(db, [batam.id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21", language });
  await buildParticipant(db, kepri.id, {
    ...{ name: "Siti Rahmawati", telegramId: siti.id, libraryName: "Perpustakaan Berakit", language },
  });
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  await inTurn(...[mahmud, rina, budi, siti].map((one) => () => one.start()));
  stage.talk();
  return { mahmud, rina, budi, siti };
}

// Keeps T14.
test.each(WALKED_IN)("a trainer is away for three days, and a colleague covers, in %s", async (language) => {
  const { mahmud, rina, budi, siti } = await cast(language);
  const words = {
    id: {
      away: "/cuti",
      day: "9 Juli 2024",
      last: "11 Juli 2024",
      save: "✅ Simpan",
      answer: "Jawab",
      list: "/peserta",
    },
    en: {
      away: "/away",
      day: "9 July 2024",
      last: "11 July 2024",
      save: "✅ Save",
      answer: "Answer",
      list: "/participants",
    },
  }[language];
  await onPhone(
    mahmud,
    says(words.away),
    presses(/^➕/),
    says(words.day),
    says(words.last),
    presses(/Rina/),
    presses(words.save),
  );
  await at("2024-07-09T01:00:00Z");
  await onPhone(siti, says(language === "id" ? "/tanya" : "/ask"), says("Boleh ganti tanggal kegiatan?"));
  await at("2024-07-09T02:00:00Z");
  await onPhone(rina, says(words.list), presses("1"), presses(/🔔/));
  await onPhone(rina, (one) => one.pressesOn(1, "question:1"));
  await onPhone(rina, says("Boleh, silakan."));
  // Who covers, and until when, is read by the trainer, the cover and the admin, where the class and its questions are.
  for (const phone of [mahmud, rina, budi]) {
    await onPhone(phone, (one) => one.pressesOn(1, "class:1"), says(language === "id" ? "/tanya" : "/ask"));
  }
  await at("2024-07-10T01:00:00Z");
  expect(mahmud.received().some(({ text }) => text?.startsWith("☀️"))).toBe(false);
  // The first working day after.
  await at("2024-07-12T01:00:00Z");
  await onPhone(rina, says(words.list));
  // Her old buttons say whom to ask.
  await onPhone(rina, (one) => one.pressesOn(1, "question:1"));
  await onPhone(mahmud, says(words.list));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/away-${language}.txt`);
  expect(mahmud.received().some(({ text }) => text?.startsWith("☀️"))).toBe(true);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "a cover who cannot says so, and the province is told when nobody is left, in %s",
  async (language) => {
    const { mahmud, rina, budi } = await cast(language);
    await onPhone(budi, (one) => one.pressesOn(1, "say_away:1"), says("9/7/2024"), says("10/7/2024"), presses(/Rina/));
    await onPhone(budi, presses(language === "id" ? "✅ Simpan" : "✅ Save"));
    await at("2024-07-08T03:00:00Z");
    await onPhone(rina, presses(/^🙏/));
    await at("2024-07-08T03:30:00Z");
    await at("2024-07-09T01:00:00Z");
    await onPhone(budi, presses(/Kepri 1/));
    await onPhone(mahmud, says(language === "id" ? "/cuti" : "/away"), presses(/^✅/));
    await at("2024-07-09T02:00:00Z");
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/away-alone-${language}.txt`);
    expect(stage.errors).toEqual([]);
  },
);
