// Rules that are changed while messages wait and jobs run: each job by the new ones, and twice is once.
import { expect, test } from "vitest";
import type { Rules } from "../../../src/domain/rules/rules.js";
import { runAllJobs } from "../../../src/jobs/run-jobs.js";
import { refreshRules, remindOfPlans, withRulesNow } from "../../../src/use-cases/index.js";
import { putInForce as putRulesInForce, withValues } from "../../support/files/rules-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { berakit } from "../../support/world/plans.js";

// 01:00 in Jakarta on Monday, 24 June; the plans are due on 7 July, the rung of two weeks before was the day before.
const stage = stageAt("2024-06-23T18:00:00Z");

const putInForce = (change: (rules: Rules) => Rules) => putRulesInForce(stage, change);

const posts = () => stage.db.outbox.findMany({ where: { kind: "plan_reminder" }, orderBy: { id: "asc" } });
const remind = async () => (await remindOfPlans(await withRulesNow(stage.world))).reminders;

/** Siti of Berakit, with a phone that takes messages. */
async function sitiWithPhone(): Promise<void> {
  const siti = stage.person({ name: "Siti" });
  await berakit(stage.db);
  await stage.db.person.updateMany({ data: { telegramId: siti.id } });
  siti.start();
  await stage.settle();
}

const at = (text: string) => stage.clock.set(new Date(text));

// Keeps A19.
test("a moved step reminds on the new day, once; twice is once", async () => {
  await berakit(stage.db);
  expect(await remind()).toBe(1);
  at("2024-06-28T03:00:00Z");
  await putInForce(withValues({ before2: 5 }));
  at("2024-06-30T18:00:00Z");
  expect(await remind()).toBe(0);
  at("2024-07-01T18:00:00Z");
  expect([await remind(), await remind()]).toEqual([1, 0]);
  expect((await posts()).map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual(["2024-06-24", "2024-07-02"]);
});

// Keeps A19.
test("a step that was put where all are past it sends no heap of old reminders", async () => {
  const { trainingClass } = await berakit(stage.db);
  await remind();
  at("2024-06-29T03:00:00Z");
  await putInForce(withValues({ before2: 10, before4: 12 }));
  expect([await remind(), await remind()]).toEqual([0, 0]);
  expect(trainingClass.id).toBe(1);
  at("2024-07-05T18:00:00Z");
  expect(await remind()).toBe(1);
});

// Keeps A19.
test("an hour that is moved holds from the next reminder on; what was written leaves as it was", async () => {
  await berakit(stage.db);
  at("2024-06-29T18:00:00Z");
  expect(await remind()).toBe(1);
  await putInForce(withValues({ planReminder: "10:00" }));
  expect(await remind()).toBe(0);
  at("2024-07-05T18:00:00Z");
  expect(await remind()).toBe(1);
  // The first was owed on a Sunday, and leaves when Monday begins.
  expect((await posts()).map(({ dueAt }) => dueAt.toISOString().slice(5, 16))).toEqual(["07-01T00:48", "07-06T03:00"]);
});

// Keeps A19.
test("a holiday that is added on a day with waiting messages puts them off to the next working day", async () => {
  await sitiWithPhone();
  at("2024-06-30T18:00:00Z");
  await remind();
  await putInForce((rules) => ({ ...rules, holidays: { ...rules.holidays, "2024-07-01": "Libur daerah" } }));
  await refreshRules(stage.world);
  at("2024-07-01T01:30:00Z");
  await stage.settle();
  const [put] = await posts();
  expect(put).toMatchObject({ state: "waiting" });
  expect(put?.dueAt.toISOString().slice(0, 10)).toBe("2024-07-02");
  at("2024-07-02T02:30:00Z");
  await stage.settle();
  expect((await posts())[0]?.state).toBe("sent");
});

// Keeps A19.
test("working hours that begin later hold messages until then", async () => {
  await sitiWithPhone();
  at("2024-06-30T18:00:00Z");
  await remind();
  await putInForce((rules) =>
    withValues({
      workFrom: "10:00",
      planReminder: "10:00",
      alert: "10:00",
      questionRepeat: "10:00",
      beforeClass: "10:00",
      weekOfProvince: "10:00",
    })(rules),
  );
  await refreshRules(stage.world);
  at("2024-07-01T01:30:00Z");
  await stage.settle();
  expect((await posts())[0]?.state).toBe("waiting");
  at("2024-07-01T03:45:00Z");
  await stage.settle();
  expect((await posts())[0]?.state).toBe("sent");
});

// Keeps A19.
test("a lower limit holds from the next message on", async () => {
  await putInForce(withValues({ perWeek: 2, perDay: 2 }));
  await refreshRules(stage.world);
  expect(stage.world.settings.budget).toEqual({ perDay: 2, perWeek: 2, perClassDay: 1 });
});

// Keeps A19.
test("what is kept for less goes by the new age the next night; twice is once", async () => {
  const kept = (days: number) => new Date(stage.clock.now().getTime() - days * 86_400_000);
  for (const [n, days] of [20, 40].entries()) {
    const text = { chatId: 5n, kind: "nudge", priority: 1, message: { text: "halo" }, state: "sent" as const };
    const times = { dueAt: kept(days), createdAt: kept(days), settledAt: kept(days), leftAt: kept(days) };
    await stage.db.outbox.create({ data: { ...text, ...times, key: `old:${n}` } });
  }
  const texts = async () => {
    const [row] = await stage.db.$queryRaw<{ count: number }[]>`
      SELECT count(message)::int AS count FROM (SELECT message FROM outbox UNION ALL SELECT message FROM outbox_archive) p`;
    return row?.count;
  };
  const log = { error: (event: string) => stage.errors.push(event), warn: () => {}, info: () => {}, debug: () => {} };
  await runAllJobs(stage.world, log);
  expect(await texts()).toBe(2);
  await putInForce(withValues({ sentTexts: 30 }));
  await runAllJobs(stage.world, log);
  await runAllJobs(stage.world, log);
  expect(stage.world.settings.ages?.sentTexts).toBe(30);
  expect(await texts()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("two processes have a change at their next tick, and a copy that is behind takes nothing back", async () => {
  const other = { ...stage.world, settings: { ...stage.world.settings } };
  await putInForce(withValues({ perWeek: 6 }));
  await withRulesNow(other);
  await withRulesNow(stage.world);
  expect([other.settings.budget?.perWeek, stage.world.settings.budget?.perWeek]).toEqual([6, 6]);
  await stage.db.ruleVersion.deleteMany();
  await withRulesNow(other);
  expect(other.settings.budget?.perWeek).toBe(6);
});
