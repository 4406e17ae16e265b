// Somebody acts for two libraries, which may bear the very same name: two villages both have a "Perpustakaan Melati". Whatever the bot lists or
// asks says whose plans it means, also where it speaks of one of them alone.
import { expect, test } from "vitest";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";

// Tuesday 2 July, 10:00 in Jakarta: the plans are due on Sunday, and the reminder of a week before it is open.
const stage = stageAt("2024-07-02T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const WORDS = {
  id: { later: "⏰ Nanti saja", tomorrow: /^Besok/, report: "/lapor", plan: "/rencana", progress: "/kemajuan" },
  en: { later: "⏰ Later", tomorrow: /^Tomorrow/, report: "/report", plan: "/plan", progress: "/progress" },
};
const PAUSE = {
  id: ["/jeda", /Sakit/, /^1 minggu/],
  en: ["/pause", /Illness/, /^1 week/],
} as const;

const IN_BINTAN = { provinceCode: "21", villages: ["21.01.10.2001", "21.01.10.2002"] } as const;
/** Both are called Karya Baru; they lie in two districts of Barito Kuala. */
const KARYA_BARU = { provinceCode: "63", villages: ["63.04.01.2006", "63.04.14.2008"] } as const;

/** Eko acts for both libraries; Ani for the second alone. */
async function cast(
  language: "id" | "en",
  names: readonly [string, string],
  { provinceCode, villages }: { provinceCode: string; villages: readonly [string, string] } = IN_BINTAN,
) {
  const english = language === "en";
  const [eko, ani] = [stage.person({ name: "Eko", english }), stage.person({ name: "Ani", english })] as const;
  const { id } = await buildClass(stage.db, { name: "Kelas 1", provinceCode });
  const first = await buildParticipant(stage.db, id, {
    ...{ name: "Eko Prasetyo", telegramId: eko.id, language, libraryName: names[0], placeCode: villages[0] },
  });
  const second = await buildParticipant(stage.db, id, {
    ...{ name: "Ani Suryani", telegramId: ani.id, language, libraryName: names[1], placeCode: villages[1] },
  });
  await stage.db.libraryMember.create({
    data: { libraryId: second.library.id, personId: first.person.id, fromAt: first.person.createdAt },
  });
  await stage.db.workPlan.updateMany({
    data: { state: "not_started", activity: "Kelas mendongeng", writtenAt: new Date("2024-06-08") },
  });
  for (const one of [eko, ani]) await inTurn(one, (p) => p.start());
  const places = await stage.db.place.findMany({ where: { code: { in: [...villages] } }, orderBy: { code: "asc" } });
  const [berakit = "", other = ""] = places.map(({ name }) => name);
  return { eko, ani, first, second, berakit, other };
}

/** How often each of these stands as a line of its own. */
const linesOf = (text: string, lines: readonly string[]) =>
  lines.map((line) => text.split("\n").filter((one) => one === line).length);

// Keeps P11.
test.each(WALKED_IN)(
  "two libraries of one name are told apart by their villages wherever plans are listed, in %s",
  async (language) => {
    const { eko, berakit, other } = await cast(language, ["Perpustakaan Melati", "Perpustakaan Melati"]);
    const words = WORDS[language];
    const headings = [`Perpustakaan Melati, ${berakit}`, `Perpustakaan Melati, ${other}`];
    const expectBoth = () => expect(linesOf(screen(eko), headings), screen(eko)).toEqual([1, 1]);
    for (const command of [words.plan, words.report]) {
      await inTurn(eko, says(command));
      expectBoth();
      const labels = (eko.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
      expect(new Set(labels).size).toBe(6);
      for (const village of [berakit, other]) expect(labels.filter((one) => one.includes(village))).toHaveLength(3);
    }
    await inTurn(eko, says(words.progress));
    expectBoth();
    await stage.tick();
    expectBoth();
    await inTurn(eko, presses(words.later), presses(words.tomorrow));
    stage.clock.set(new Date("2024-07-03T01:30:00Z"));
    await stage.tick();
    expect(screen(eko)).toMatch(/^(Sesuai permintaan|As you asked)/);
    expectBoth();
    const [command, reason, week] = PAUSE[language];
    await inTurn(eko, says(command), presses(reason), presses(week));
    stage.clock.set(new Date("2024-07-10T01:30:00Z"));
    await stage.tick();
    expect(screen(eko)).toMatch(/^(Selamat datang kembali|Welcome back)/);
    expectBoth();
    expect(stage.errors).toEqual([]);
  },
);

// Keeps P11.
test.each(WALKED_IN)(
  "what is asked about one of two libraries says which one, and of the only one nothing more, in %s",
  async (language) => {
    const { eko, ani, first } = await cast(language, ["Perpustakaan Berakit", "Taman Baca Cahaya"]);
    const words = WORDS[language];
    // The first one is done with.
    await stage.db.workPlan.updateMany({ where: { libraryId: first.library.id }, data: { state: "done" } });
    const named = () => linesOf(screen(eko), ["Taman Baca Cahaya", "Perpustakaan Berakit"]);
    await stage.tick();
    expect(named(), screen(eko)).toEqual([1, 0]);
    expect(screen(ani)).toMatch(/Advokasi|Advocacy/);
    expect(screen(ani)).not.toContain("Taman Baca Cahaya");
    await inTurn(eko, presses(words.later), presses(words.tomorrow));
    stage.clock.set(new Date("2024-07-03T01:30:00Z"));
    await stage.tick();
    expect(named(), screen(eko)).toEqual([1, 0]);
    // The report that follows from it: its question, and its receipt.
    await inTurn(eko, presses(/^📝/), presses(/^📝 .*Cahaya/));
    expect(named(), screen(eko)).toEqual([1, 0]);
    await inTurn(eko, presses(/^🔄/), presses(/^✅/));
    expect(screen(eko)).toMatch(/LP-/);
    expect(named(), screen(eko)).toEqual([1, 0]);
    // And the page of a plan.
    await inTurn(eko, says(words.plan), presses(/^📄 .*Berakit/));
    expect(named(), screen(eko)).toEqual([0, 1]);
    await inTurn(ani, says(words.report), presses(/^📝/));
    expect(screen(ani)).not.toContain("Taman Baca Cahaya");
    expect(stage.errors).toEqual([]);
  },
);

test("a plan that is still to be written is asked for below the name of its library", async () => {
  const { eko, second, other } = await cast("id", ["Perpustakaan Melati", "Perpustakaan Melati"]);
  await stage.db.workPlan.updateMany({ where: { libraryId: second.library.id }, data: { state: "unwritten" } });
  await stage.db.workPlan.updateMany({ where: { libraryId: { not: second.library.id } }, data: { state: "done" } });
  // Before the ladder begins: the reminder to write.
  await stage.db.trainingClass.updateMany({ data: { plansDueOn: new Date("2024-07-30") } });
  await stage.db.workPlan.updateMany({ data: { dueOn: new Date("2024-07-30") } });
  await stage.tick();
  expect(screen(eko)).toContain("encana kerja yang belum kami terima");
  const named = () => linesOf(screen(eko), [`Perpustakaan Melati, ${other}`]);
  expect(named(), screen(eko)).toEqual([1]);
  await inTurn(eko, presses("📋 Rencana"), presses(/^✍️ Advokasi/));
  expect(named(), screen(eko)).toEqual([1]);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "two libraries of one name in two villages of one name are told apart by their districts, in %s",
  async (language) => {
    const { eko } = await cast(language, ["Perpustakaan Karya Baru", "Perpustakaan Karya Baru"], KARYA_BARU);
    const words = WORDS[language];
    const districts = await stage.db.place.findMany({
      where: { code: { in: ["63.04.01", "63.04.14"] } },
      orderBy: { code: "asc" },
    });
    const headings = districts.map(({ name }) => `Perpustakaan Karya Baru, Kec. ${name}`);
    for (const command of [words.plan, words.report, words.progress]) {
      await inTurn(eko, says(command));
      expect(linesOf(screen(eko), headings), screen(eko)).toEqual([1, 1]);
    }
    await stage.tick();
    expect(linesOf(screen(eko), headings), screen(eko)).toEqual([1, 1]);
    // The second of them, down to its question.
    await inTurn(eko, presses(/^📝/), presses(new RegExp(`^📝 .*Kec. ${districts[1]?.name}`)));
    expect(linesOf(screen(eko), headings), screen(eko)).toEqual([0, 1]);
    expect(stage.errors).toEqual([]);
  },
);
