// The menu, the morning, the list of who is late, the reminder for all and the summary count the same people: not plans, nor lines.
import { expect, test } from "vitest";
import { countedMenu } from "../../../src/bot/talk/main-menu.js";
import { textsFor } from "../../../src/texts/index.js";
import { lateDaysNow } from "../../../src/use-cases/caseload/follow-up/late-days.js";
import {
  currentPicture,
  greetTrainers,
  listOverdue,
  listPeople,
  overdueMessage,
  previewReminder,
  summaryMessage,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 08:30 in Jakarta, the second working day after the plans were due.
const stage = stageAt("2024-07-09T01:30:00Z");

/** Two who share a library, and one alone; three late plans each library. */
async function aClass(language: "id" | "en") {
  const { id: classId } = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [classId], { language });
  const shared = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };
  const people = [
    await buildParticipant(stage.db, classId, { name: "Ana", ...shared }),
    await buildParticipant(stage.db, classId, { name: "Budi", ...shared }),
    await buildParticipant(stage.db, classId, { name: "Citra" }),
  ];
  await stage.db.workPlan.updateMany({ data: { state: "not_started" } });
  return { trainer, people, actor: await actorOf(stage.world, trainer.id), texts: textsFor(language) };
}

const labelsOf = (message: { buttons?: { label: string }[][] | undefined }) =>
  (message.buttons ?? []).flat().map(({ label }) => label);

async function morning(): Promise<{ text: string; labels: string[] }> {
  await greetTrainers(stage.world);
  const { message } = await stage.db.outbox.findFirstOrThrow({ where: { kind: "overdue_alert" } });
  const said = message as { text: string; buttons: { label: string }[][] };
  return { text: said.text, labels: labelsOf(said) };
}

const WORDS = {
  id: {
    late: "3 orang terlambat",
    summary: "Terlambat: 3 orang",
    remind: "🔔 Ingatkan semua (3)",
    menu: "⏰ Terlambat (3)",
  },
  en: { late: "Late: 3 people", summary: "Overdue: 3 people", remind: "🔔 Remind all (3)", menu: "⏰ Overdue (3)" },
};

// Keeps T04, T06.
test.each(WALKED_IN)("late people are one number wherever they are counted, in %s", async (language) => {
  const { actor, texts } = await aClass(language);
  const words = WORDS[language];

  const ctx = { actor, texts, world: stage.world } as Parameters<typeof countedMenu>[0];
  expect(labelsOf(await countedMenu(ctx))).toContain(words.menu);
  const list = overdueMessage(texts, await listOverdue(stage.world, actor));
  expect(list.text).toContain(words.late);
  expect(labelsOf(list)).toContain(words.remind);
  const saidAt = stage.clock.now();
  const preview = await previewReminder(stage.world, actor, {
    scope: { kind: "late" },
    chosen: null,
    line: null,
    saidAt,
  });
  expect(preview).toMatchObject({ total: 3, counts: { now: 3 } });
  const found = await currentPicture(stage.world, actor);
  if (found === null) throw new Error("a trainer has a summary");
  expect(summaryMessage(texts, { day: null, zone: "Asia/Jakarta", ...found }).text).toContain(words.summary);
  const { text, labels } = await morning();
  expect(labels).toContain(words.remind);
  expect(text).toContain(language === "id" ? "4 menit untuk 3 orang" : "4 minutes for 3 people");
});

// Keeps T08.
test.each(WALKED_IN)("nobody is offered a reminder that reaches none of them, in %s", async (language) => {
  const { actor, texts, people } = await aClass(language);
  const cutOff = async (n: number, how: object) =>
    stage.db.person.update({ where: { id: people[n]?.person.id ?? 0 }, data: how });
  const unreachableSince = stage.clock.now();
  await cutOff(0, { unreachableCause: "blocked", unreachableSince });
  await cutOff(1, { unreachableCause: "gone", unreachableSince });
  const offered = async () => overdueMessage(texts, await listOverdue(stage.world, actor));
  expect(labelsOf(await offered())).toContain(WORDS[language].remind);

  await cutOff(2, { optedOut: ["reminders"] });
  const beyond = texts.careActs.beyondReach().text;
  const list = await offered();
  const said = await morning();
  for (const [text, labels] of [
    [list.text, labelsOf(list)],
    [said.text, said.labels],
  ] as const) {
    expect(text).toContain(beyond);
    expect(text.length).toBeLessThanOrEqual(700);
    expect(labels.filter((label) => label.startsWith("🔔"))).toEqual([]);
    // What can be done: each of them by number, and the sheet to telephone by.
    expect(labels).toEqual(expect.arrayContaining(["1", "2", texts.peopleFiles.calls]));
  }
});

const TOLD = {
  id: { late: "4 orang", menu: "⏰ Terlambat (4)", summary: "Terlambat: 4 orang", morning: "6 menit untuk 4 orang" },
  en: { late: "4 people", menu: "⏰ Overdue (4)", summary: "Overdue: 4 people", morning: "6 minutes for 4 people" },
};

/** Dewi and Eko were invited from one village and Fitri from another; none has joined, and their plans were told of. Gita has joined. */
async function toldOf(language: "id" | "en") {
  const trainingClass = await buildClass(stage.db);
  const { id: classId, waveId } = trainingClass;
  const trainer = await buildTrainer(stage.db, [classId], { language });
  const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: waveId } });
  for (const [placeCode, names] of [
    ["21.01.10.2001", ["Dewi", "Eko"]],
    ["21.01.10.2002", ["Fitri"]],
  ] as const) {
    for (const name of names) await buildRosterRow(stage.db, classId, { name, placeCode });
    const library = await stage.db.library.create({ data: { kind: "desa", name: `Pustaka ${placeCode}`, placeCode } });
    for (const type of ["information_services", "community_engagement", "advocacy"] as const) {
      const plan = { libraryId: library.id, cohortId, classId, type, dueOn: trainingClass.plansDueOn };
      await stage.db.workPlan.create({ data: { ...plan, state: "not_started", onBehalf: true } });
    }
  }
  const gita = await buildParticipant(stage.db, classId, { name: "Gita" });
  await stage.db.workPlan.updateMany({ data: { state: "not_started" } });
  return { actor: await actorOf(stage.world, trainer.id), texts: textsFor(language), gita, classId };
}

// Keeps T03, T04, T05, T13.
test.each(WALKED_IN)(
  "who has not joined is late by what was told of for them, in every number, list and line, in %s",
  async (language) => {
    const { actor, texts, gita, classId } = await toldOf(language);
    const words = TOLD[language];
    const names = ["Dewi", "Eko", "Fitri", "Gita"];

    const ctx = { actor, texts, world: stage.world } as Parameters<typeof countedMenu>[0];
    expect(labelsOf(await countedMenu(ctx))).toContain(words.menu);
    const list = overdueMessage(texts, await listOverdue(stage.world, actor));
    expect(list.text).toContain(words.late);
    const found = await currentPicture(stage.world, actor);
    if (found === null) throw new Error("a trainer has a summary");
    const summary = summaryMessage(texts, { day: null, zone: "Asia/Jakarta", ...found });
    expect(summary.text).toContain(words.summary);
    const said = await morning();
    expect(said.text).toContain(words.morning);
    for (const text of [list.text, summary.text, said.text]) {
      for (const name of names) expect(text).toContain(name);
      expect(text).not.toContain("Pustaka");
    }

    const people = await listPeople(stage.world, actor, { filter: "late" });
    expect(people.shown.map(({ name }) => name).sort()).toEqual(names);
    expect(people.counts).toMatchObject({ late: 4, not_joined: 3, all: 4 });
    const everywhere = await countedPeople(stage.world, actor, classId);
    expect(everywhere).toEqual({ late: 4, not_joined: 3 });

    // A reminder reaches none of them: how many are passed over, and why, is said before.
    const wish = { chosen: null, line: null, saidAt: stage.clock.now() };
    for (const scope of [{ kind: "late" }, { kind: "filter", filter: "late" }] as const) {
      const preview = await previewReminder(stage.world, actor, { scope, ...wish });
      expect(preview).toMatchObject({ total: 4, counts: { now: 1, not_joined: 3 } });
    }

    await stage.db.workPlan.updateMany({ where: { libraryId: gita.library.id }, data: { state: "done" } });
    expect((await listOverdue(stage.world, actor)).total).toBe(3);
  },
);

/** As the statistics count the class. */
async function countedPeople(world: typeof stage.world, actor: Awaited<ReturnType<typeof actorOf>>, classId: number) {
  const care = { trainerId: actor.person.id, regions: [] };
  const parts = await world.store.overviews.parts(care, lateDaysNow(world), { part: "class", classId });
  const [{ numbers } = { numbers: null }] = parts;
  return { late: numbers?.people.late, not_joined: numbers?.people.not_joined };
}
