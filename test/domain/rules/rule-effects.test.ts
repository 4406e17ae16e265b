// Whom a change of the rules would concern, as an office reads it before it says yes.
import { expect, test } from "vitest";
import { DEFAULT_LADDER } from "../../../src/domain/plans/plan-reminder.js";
import { type OpenPlans, stepEffects } from "../../../src/domain/rules/rule-effects.js";
import type { Day } from "../../../src/domain/time/calendar.js";

/** Sunday 30 June, 10:00 in Jakarta. The plan is due two weeks later; before it the step of a week is moved to five days. */
const NOW = new Date("2024-06-30T03:00:00Z");
const plan = (remindedOn: Day | null, more: Partial<OpenPlans> = {}): OpenPlans => ({
  ...{ dueOn: "2024-07-14", classEndsOn: "2024-06-14", zone: "Asia/Jakarta", remindedOn, personIds: [1] },
  ...more,
});
const effectOn = (plans: OpenPlans[]) =>
  stepEffects([{ of: "value", name: "before2", from: 7, to: 5 }], plans, {
    ladder: DEFAULT_LADDER.map((rung) => (rung.name === "before2" ? { ...rung, days: -5 } : rung)),
    hour: "08:00",
    now: NOW,
  });

test.each<[what: string, plan: OpenPlans, told: number]>([
  ["was never reminded", plan(null), 1],
  ["was reminded before the new day", plan("2024-07-08"), 1],
  ["was reminded on the new day", plan("2024-07-09"), 0],
  ["was reminded after it", plan("2024-07-10"), 0],
  ["still has its class on the new day", plan(null, { classEndsOn: "2024-07-09" }), 0],
])("somebody whose plan %s is counted as it will be", (_, one, told) => {
  expect(effectOn([one])).toEqual([{ of: "step", name: "before2", from: -7, to: -5, told, past: 0 }]);
});

test("one person with two plans is counted once", () => {
  expect(effectOn([plan(null), plan(null, { personIds: [1, 2] })])).toMatchObject([{ told: 2 }]);
});
