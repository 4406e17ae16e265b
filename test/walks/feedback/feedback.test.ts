// After the last day of a class its people are asked what they think of it; trainers and admins read it from five answers on.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { inviteToFeedback } from "../../../src/use-cases/index.js";
import { type Act, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Saturday, 10:30 in Tanjungpinang, the day after a class of five days.
const stage = stageAt("2024-06-08T03:30:00Z");
const inTurn = phoneActsOn(stage, 3000);

const NAMES = ["Siti", "Tono", "Yusuf", "Asnah", "Halimah", "Hartati"];

const WORDS = {
  id: {
    ...{ plan: "Latihan menulis rencana", tooShort: "Waktunya kurang", patient: "Pelatihnya sabar" },
    ...{ all: "Semuanya", place: "Tempatnya" },
  },
  en: {
    ...{ plan: "Writing the plan", tooShort: "There was too little time", patient: "The trainers were patient" },
    ...{ all: "All of it", place: "The place" },
  },
};

async function cast(language: "id" | "en") {
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const phones = NAMES.map((name) => stage.person({ name }));
  const [rina, dewi] = ["Rina", "Dewi"].map((name) => stage.person({ name })) as [Person, Person];
  for (const [at, phone] of phones.entries()) {
    await buildParticipant(stage.db, id, { name: NAMES[at] ?? "", telegramId: phone.id, language });
  }
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, language });
  for (const phone of [...phones, rina, dewi]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { phones, rina, dewi, classId: id };
}

const answers = (steps: string, best: string): Act[] => [
  (p) => p.pressesOn(1, "feedback:1"),
  ...[...steps].map((step) => presses(new RegExp(`^${step} ·`))),
  says(best),
  presses(/^(Lewati|⏭ Lewati|Skip|⏭ Skip)/),
];
const sends = presses(/^✅/);

// Keeps P33.
test.each(WALKED_IN)(
  "people say without a name what they think of their class, and it is read five at a time, in %s",
  async (language) => {
    const { phones, rina, dewi } = await cast(language);
    const said = WORDS[language];
    const [siti, tono] = phones as [Person, Person];
    expect(await inviteToFeedback(stage.world)).toEqual({ invited: 6 });
    await stage.settle();
    const results: Act = (p) => p.pressesOn(1, "class_files:1");
    await inTurn(siti, presses(/^📝/), presses(/^5/), presses(/^4/), presses(/^5/), presses(/^3/));
    await inTurn(siti, says(said.plan), says(said.tooShort));
    await inTurn(siti, presses(/^✍️/), presses(/^🔒/), sends);
    // Once is enough, and nothing can be changed afterwards.
    await inTurn(siti, (p) => p.pressesOn(1, "feedback:1"));
    await inTurn(rina, results, presses(/^📝/));
    for (const phone of phones.slice(1, 4)) await inTurn(phone, ...answers("4433", said.patient), sends);
    await inTurn(rina, results, presses(/^📝/));
    expect(screen(rina)).toMatch(/4 (dari|of) 5/);
    await inTurn(phones[4] as Person, ...answers("5555", said.all), sends);
    await inTurn(phones[5] as Person, ...answers("2222", said.place), presses(/^✍️/), presses(/^✍️/), sends);
    await inTurn(rina, results, presses(/^📝/), presses(/^💬/), presses(/^⬅️/), presses(/^🖼/), presses(/^📊|Excel/));
    await inTurn(dewi, (p) => p.pressesOn(1, "feedback_results:all"), presses(/^📊|Excel/));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/feedback-${language}.txt`);
    expect(tono.lastMessage()?.text).toMatch(/Terima kasih|Thank you/);
    const [named] = await stage.db.namedFeedback.findMany();
    // Who took the answers with a name along stands in the account, for the one whose answers they are.
    expect(await stage.db.audit.findMany({ where: { action: "feedback.export" } })).toMatchObject([
      { subject: "class:1", details: { shown: [`person:${named?.personId}`] } },
    ]);
    expect(await stage.db.namedFeedback.count()).toBe(1);
    expect(stage.errors).toEqual([]);
  },
);

test("everybody is invited once, however often the job runs, and nobody before their class is over", async () => {
  const { phones, classId } = await cast("id");
  await buildParticipant(stage.db, (await buildClass(stage.db, { startsOn: "2024-06-05" })).id);
  await inTurn(phones[0] as Person, ...answers("4433", "Semuanya"), sends);
  expect(await inviteToFeedback(stage.world)).toEqual({ invited: 5 });
  expect(await inviteToFeedback(stage.world)).toEqual({ invited: 0 });
  await stage.db.outbox.updateMany({ data: { state: "sent" } });
  expect(await inviteToFeedback(stage.world)).toEqual({ invited: 0 });
  // It takes its turn in the budget, and can be stopped with the reminders.
  expect(await stage.db.outbox.count({ where: { kind: "feedback_invitation", exempt: false } })).toBe(5);
  expect(await stage.db.feedbackPool.findMany({ select: { classId: true } })).toEqual([{ classId }]);
});

test("somebody else's class is neither judged nor read, whatever button is pressed", async () => {
  const { phones, rina } = await cast("id");
  const other = await buildClass(stage.db, { provinceCode: "81", name: "Maluku 1" });
  const area = `c${other.id}`;
  for (const data of [`feedback_results:${area}`, `feedback_words:${other.id}`, `feedback_file:xlsx:${area}`]) {
    await inTurn(rina, (p) => p.pressesOn(1, data));
    expect(screen(rina)).not.toContain("Maluku");
    expect(rina.lastMessage()?.document).toBeUndefined();
  }
  // A trainer has no area.
  await inTurn(rina, (p) => p.pressesOn(1, "feedback_results:21"));
  expect(screen(rina)).not.toContain("Kepulauan Riau");
  await inTurn(phones[0] as Person, (p) => p.pressesOn(1, `feedback:${other.id}`));
  expect(await stage.db.draft.count({ where: { form: "feedback" } })).toBe(0);
});

test.each([
  ["id", /^Masukan peserta: Kepulauan Riau/, "Menu utama"],
  ["en", /^Feedback: Kepulauan Riau/, "Main menu"],
] as const)(
  "an admin of a province reads its name before anybody has answered, and finds the way out, in %s",
  async (language, title, out) => {
    await cast(language);
    const wati = stage.person({ name: "Wati" });
    await buildAdmin(stage.db, { name: "Wati Lestari", telegramId: wati.id, regionCode: "21", language });
    await inTurn(wati, (p) => p.start());
    for (const page of ["feedback_results:all", "feedback_results:21"]) {
      await inTurn(wati, (p) => p.pressesOn(1, page));
      expect(screen(wati)).toMatch(title);
      await inTurn(wati, presses(out));
      expect(screen(wati)).toMatch(/Wati Lestari/);
    }
  },
);

test("answers given twice at once count once", async () => {
  const { phones } = await cast("id");
  const siti = phones[0] as Person;
  await inTurn(siti, ...answers("4433", "Semuanya"));
  sends(siti);
  sends(siti);
  await stage.settle();
  expect(await stage.db.feedbackPool.findFirstOrThrow()).toMatchObject({ waiting: 1, released: 0 });
});

test("an admin of a kabupaten has no way to what people said of a class, which is of the whole province", async () => {
  const { classId } = await cast("id");
  const [bintan, riau] = [stage.person({ name: "Ani" }), stage.person({ name: "Wati" })];
  await buildAdmin(stage.db, { name: "Ani Bintan", telegramId: bintan.id, regionCode: "21.01" });
  await buildAdmin(stage.db, { name: "Wati Lestari", telegramId: riau.id, regionCode: "21" });
  for (const one of [bintan, riau])
    await inTurn(
      one,
      (p) => p.start(),
      (p) => p.pressesOn(1, `overview:c${classId}`),
    );
  expect(screen(bintan)).toContain("Kepri 1");
  expect(bintan.buttons().join()).not.toContain("Masukan peserta");
  expect(riau.buttons().join()).toContain("Masukan peserta");
  await inTurn(riau, presses(/Masukan peserta/));
  expect(screen(riau)).toContain("Kepri 1");
});
