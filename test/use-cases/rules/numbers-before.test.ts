// What is said before rules are put in force, held to what happens then: the same people, each counted once.
import { expect, test } from "vitest";
import type { Rules } from "../../../src/domain/rules/rules.js";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import { addDays, type Day, dayIn } from "../../../src/domain/time/calendar.js";
import { readGrids } from "../../../src/files/read-grids.js";
import {
  changeRules,
  eraseByAge,
  previewRules,
  previewTakeBack,
  refreshRules,
  remindOfPlans,
  takeRulesBack,
  withRulesNow,
} from "../../../src/use-cases/index.js";
import { changedWorkbook, withValues } from "../../support/files/rules-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildPerson } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 25 June, 10:00 in Jakarta. Plans of the class are due on 7 July: the step of two weeks before spoke on the 23rd.
const stage = stageAt("2024-06-25T03:00:00Z");

async function sheetsOf(change: (rules: Rules) => Rules) {
  const reading = await readGrids(await changedWorkbook(change));
  if (!reading.ok) throw new Error(reading.because);
  return readRuleSheets(reading.grids);
}

async function admin() {
  return actorOf(stage.world, (await buildAdmin(stage.db)).id);
}

async function told(change: (rules: Rules) => Rules) {
  const actor = await admin();
  const sheets = await sheetsOf(change);
  const preview = await previewRules(stage.world, actor, sheets);
  if (preview.kind !== "planned") throw new Error(preview.kind);
  expect(preview.faults).toEqual([]);
  expect((await changeRules(stage.world, actor, { sheets, seen: preview.inForce })).kind).toBe("changed");
  return { effects: preview.effects, actor };
}

const remind = async () => remindOfPlans(await withRulesNow(stage.world));

/** Each morning until that day; then who is reminded on it. Who stopped reminders has theirs taken back when it would leave. */
async function remindedOn(day: Day): Promise<number> {
  for (let on = addDays(dayIn("Asia/Jakarta", stage.clock.now()), 1); on <= day; on = addDays(on, 1)) {
    stage.clock.set(new Date(`${on}T00:30:00Z`));
    await remind();
  }
  const posts = await stage.db.outbox.findMany({ where: { kind: "plan_reminder" } });
  const stopped = await stage.db.person.findMany({ where: { optedOut: { has: "reminders" } } });
  const ofDay = posts.filter(({ dueAt }) => dueAt.toISOString().startsWith(day));
  const ids = ofDay.map(({ personId }) => personId).filter((id) => !stopped.some((one) => one.id === id));
  return new Set(ids).size;
}

async function people() {
  const { id: early } = await buildClass(stage.db, { name: "Kelas awal", startsOn: "2024-06-03" });
  const { id: late } = await buildClass(stage.db, { name: "Kelas akhir", startsOn: "2024-06-10" });
  const ordinary = await buildParticipant(stage.db, early, { name: "Siti" });
  // A colleague of the same library, and somebody whose plans are due on two days.
  await buildParticipant(stage.db, early, { name: "Ani", libraryName: ordinary.library.name });
  const extended = await buildParticipant(stage.db, early, { name: "Budi" });
  const [first] = extended.plans;
  await stage.db.workPlan.update({ where: { id: first?.id ?? 0 }, data: { dueOn: new Date("2024-07-10") } });
  await buildParticipant(stage.db, late, { name: "Rina" });
  // Nobody writes to these.
  const away = await buildParticipant(stage.db, early, { name: "Dodi" });
  await stage.db.person.update({ where: { id: away.person.id }, data: { unreachableSince: stage.clock.now() } });
  const stopped = await buildParticipant(stage.db, early, { name: "Eko" });
  await stage.db.person.update({ where: { id: stopped.person.id }, data: { optedOut: ["reminders"] } });
  const done = await buildParticipant(stage.db, early, { name: "Fitri" });
  await stage.db.workPlan.updateMany({ where: { libraryId: done.library.id }, data: { state: "done" } });
}

// Keeps A19.
test("as many are reminded on the new day as was said, each counted once", async () => {
  await people();
  await remind();
  const { effects } = await told(withValues({ before2: 5 }));
  expect(effects).toEqual([{ of: "step", name: "before2", from: -7, to: -5, told: 4, past: 0 }]);
  const [early, moved, late] = [
    await remindedOn("2024-07-02"),
    await remindedOn("2024-07-05"),
    await remindedOn("2024-07-09"),
  ];
  // Siti, Ani and Budi; Budi's other plan; Rina, and Budi on the last day of that plan.
  expect([early, moved, late]).toEqual([3, 1, 2]);
});

// Keeps A19.
test("who was reminded at the old step is not counted for the new one, and whose day is over is said", async () => {
  await people();
  stage.clock.set(new Date("2024-07-02T03:00:00Z"));
  await remind();
  const { effects } = await told(withValues({ before2: 4 }));
  // The early class was reminded at seven days, and only Budi's other plan and Rina are ahead.
  expect(effects).toEqual([{ of: "step", name: "before2", from: -7, to: -4, told: 2, past: 0 }]);
  const { effects: earlier } = await told(withValues({ before2: 13 }));
  expect(earlier).toEqual([{ of: "step", name: "before2", from: -4, to: -13, told: 0, past: 4 }]);
});

// Keeps A19.
test("reports that were begun are counted without what an admin practises on, and without those whose plan is gone", async () => {
  const { id } = await buildClass(stage.db);
  const { plans } = await buildParticipant(stage.db, id);
  const draft = (subject: string, n: number) => ({
    ...{ telegramId: BigInt(n), form: "report", subject, version: 1001, answers: {} },
    ...{ createdAt: stage.clock.now(), updatedAt: stage.clock.now() },
  });
  await stage.db.draft.create({ data: draft(`plan:${plans[0]?.id}`, 1) });
  await stage.db.draft.create({ data: draft("plan:999999", 2) });
  expect(await stage.world.store.rules.begunReports()).toBe(1);
  const cohort = await stage.db.cohort.create({ data: { year: 2024, name: "Latihan", practiceOf: 1 } });
  await stage.db.workPlan.updateMany({ data: { cohortId: cohort.id } });
  expect(await stage.world.store.rules.begunReports()).toBe(0);
});

// Keeps A19.
test("as many are forgotten the next night as was said", async () => {
  const { id: old } = await buildClass(stage.db, { startsOn: "2023-05-01" });
  const { id: young } = await buildClass(stage.db, { startsOn: "2024-06-03" });
  const long = new Date("2022-01-01T00:00:00Z");
  const forgotten = await buildParticipant(stage.db, old, { name: "Siti" });
  const stays = await buildParticipant(stage.db, old, { name: "Budi" });
  await buildParticipant(stage.db, young, { name: "Rina" });
  const trainer = await buildParticipant(stage.db, old, { name: "Dewi" });
  const nobody = await buildPerson(stage.db, { name: "Eko" });
  await stage.db.person.updateMany({ data: { createdAt: long } });
  await stage.db.consentReceipt.updateMany({ data: { givenAt: long } });
  await stage.db.participant.create({
    data: {
      ...{ number: "21-24-9-9", personId: stays.person.id, classId: young, libraryId: stays.library.id },
      ...{ kind: "desa", joinedAt: long },
    },
  });
  await stage.db.roleBinding.create({ data: { personId: trainer.person.id, role: "trainer", grantedAt: long } });
  const { effects } = await told(withValues({ keptYears: 1 }));
  expect(effects).toEqual([{ of: "forgotten", people: 2, years: 1 }]);
  stage.clock.set(new Date("2024-06-25T20:00:00Z"));
  expect(await eraseByAge(await withRulesNow(stage.world))).toMatchObject({ people: 2 });
  const erased = await stage.db.person.findMany({ where: { erasedAt: { not: null } }, select: { id: true } });
  expect(erased.map(({ id }) => id).sort()).toEqual([forgotten.person.id, nobody.id].sort());
});

// Keeps A19.
test("what was kept for less is said to be gone, and taking the version back says that it stays so", async () => {
  const { effects, actor } = await told(withValues({ sentTexts: 30 }));
  expect(effects).toEqual([{ of: "shorter" }]);
  expect(await previewTakeBack(stage.world, actor, 0)).toMatchObject({ differences: [], keepsLess: true });
  expect(await takeRulesBack(stage.world, actor, { number: 0, seen: 1 })).toEqual({ kind: "nothing", keepsLess: true });
});

// Keeps A19.
test("of two looks at the rules at once the slower one takes nothing back", async () => {
  await told(withValues({ perWeek: 3 }));
  const { rules } = stage.world.store;
  const first = await rules.all();
  await told(withValues({ perWeek: 2 }));
  const slow = {
    ...stage.world,
    store: { rules: { ...rules, newest: () => Promise.resolve(1), all: () => slowly() } },
  };
  // What it read lay on the way while the other one looked.
  async function slowly() {
    await refreshRules(stage.world);
    return first;
  }
  await refreshRules({ ...slow, settings: stage.world.settings });
  expect(stage.world.settings.budget?.perWeek).toBe(2);
});
