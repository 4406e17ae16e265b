// What begins with thanks or a greeting is an answer in a form; thanks and greetings alone are one where others read it.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10:00 in Tanjungpinang, after the class.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const SAID = {
  id: {
    ...{ thanks: "Terima kasih", greeting: "Selamat pagi Bu", begins: "Terima kasih laporannya, Bu" },
    ...{ welcome: "Sama-sama", activity: "Pagi membaca", this: "sore ini", plan: "Apa kegiatannya?" },
  },
  en: {
    ...{ thanks: "Thank you", greeting: "Good morning", begins: "Thank you for reporting" },
    ...{ welcome: "You are welcome", activity: "Hello reading", this: "this afternoon", plan: "What is the activity?" },
  },
};

async function cast(language: "id" | "en") {
  const { id: classId } = await buildClass(stage.db, { name: "Kepri 1", joinToken: "masuk-kepri" });
  const [siti, rina, tono] = ["Siti", "Rina", "Tono"].map((name) =>
    stage.person({ name, english: language === "en" }),
  ) as [Person, Person, Person];
  await buildTrainer(stage.db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  const { participant } = await buildParticipant(stage.db, classId, { name: "Siti", telegramId: siti.id, language });
  for (const phone of [siti, rina]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { siti, rina, tono, one: participant.id, classId };
}

const open = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

test.each(WALKED_IN)(
  "a trainer's message that says thanks leaves, and so does one that is thanks, in %s",
  async (language) => {
    const { rina, one } = await cast(language);
    const { thanks, greeting, begins, welcome } = SAID[language];
    for (const text of [begins, thanks, greeting]) await inTurn(rina, open(`write:participant-${one}`), says(text));
    const written = await stage.db.threadMessage.findMany({ orderBy: { id: "asc" } });
    expect(written.map(({ text }) => text)).toEqual([begins, thanks, greeting]);
    expect(everything(rina)).not.toContain(welcome);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)("it is kept as a ready answer, a note and a story too, in %s", async (language) => {
  const { siti, rina, one } = await cast(language);
  const { thanks, begins, welcome } = SAID[language];
  await inTurn(rina, open("write_answer"), says(thanks), open("write_answer"), says(begins));
  const answers = await stage.db.quickAnswer.findMany({ orderBy: { id: "asc" } });
  expect(answers.map(({ text }) => text)).toEqual([thanks, begins]);
  await inTurn(rina, open(`person:${one}`), presses(/^✅/), presses(/^📞/), presses(/^📝/), says(begins));
  await inTurn(rina, open(`person:${one}`));
  expect(screen(rina)).toContain(begins);
  await inTurn(siti, open("write_story"), says(thanks), says(begins));
  const { answers: told } = await stage.db.draft.findFirstOrThrow({ where: { form: "story" } });
  expect(told).toMatchObject({ who: { text: thanks }, before: { text: begins } });
  for (const phone of [siti, rina]) expect(everything(phone)).not.toContain(welcome);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)("a name may begin with a greeting or be one, and a greeting is none, in %s", async (language) => {
  const { tono } = await cast(language);
  await inTurn(tono, (p) => p.start("masuk-kepri"), presses(/^✅/), presses(/Lewati|Skip/));
  const question = screen(tono);
  await inTurn(tono, says("Assalamualaikum"));
  expect(everything(tono)).toContain("Waalaikumsalam");
  expect(screen(tono)).toBe(question);
  for (const name of ["Bapak Horas", "Shalom Pangaribuan", "Bapak Horas Simanjuntak"]) {
    await inTurn(tono, says(name));
    const { answers } = await stage.db.draft.findFirstOrThrow({ where: { form: "registration" } });
    expect(answers).toMatchObject({ name });
    await inTurn(tono, says(language === "id" ? "kembali" : "back"));
  }
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)("days and activities that sound like a greeting are read, in %s", async (language) => {
  const { siti, rina } = await cast(language);
  const { thanks, activity, welcome, this: today } = SAID[language];
  if (language === "id") {
    await inTurn(rina, open("say_away"), says(today));
    const { answers } = await stage.db.draft.findFirstOrThrow({ where: { form: "away" } });
    expect(answers).toMatchObject({ from: "2024-06-11" });
  }
  await inTurn(siti, open("plan:1"));
  const question = screen(siti);
  // Nobody's activity: they thank us.
  await inTurn(siti, says(thanks));
  expect(screen(siti)).toContain(welcome);
  await inTurn(siti, says("Assalamualaikum"));
  expect(screen(siti)).toBe(question);
  await inTurn(siti, says(activity));
  expect((await stage.db.draft.findFirstOrThrow({ where: { form: "plan" } })).answers).toMatchObject({ activity });
  expect(stage.errors).toEqual([]);
});
