import { describe, expect, test } from "vitest";
import { effectiveDeadline, isOverdue, latestTarget, targetProblem } from "../../../src/domain/plans/deadline.js";
import { PLAN_STATES } from "../../../src/domain/plans/plan-state.js";
import { lightOf, nextStep, type PlanFacts } from "../../../src/domain/plans/work-plan.js";
import type { Day } from "../../../src/domain/time/calendar.js";

const DUE = "2024-07-07";
const CLASS_ENDS = "2024-06-07";

describe("the light of a plan", () => {
  test.each([
    ["unwritten", "yellow", "red"],
    ["none_yet", "yellow", "red"],
    ["not_started", "yellow", "red"],
    ["in_progress", "green", "red"],
    ["stuck", "yellow", "red"],
    ["done", "green", "green"],
  ] as const)("%s is %s until the due day, and %s after it", (state, inTime, after) => {
    expect(lightOf({ state, dueOn: DUE, pausedUntil: null, classEndsOn: CLASS_ENDS }, "2024-06-10")).toBe(inTime);
    expect(lightOf({ state, dueOn: DUE, pausedUntil: null, classEndsOn: CLASS_ENDS }, DUE)).toBe(inTime);
    expect(lightOf({ state, dueOn: DUE, pausedUntil: null, classEndsOn: CLASS_ENDS }, "2024-07-08")).toBe(after);
  });

  test.each(PLAN_STATES)("of a plan that is %s is green while the class is still on", (state) => {
    for (const today of ["2024-06-03", "2024-06-06", CLASS_ENDS] as const) {
      expect(lightOf({ state, dueOn: DUE, pausedUntil: null, classEndsOn: CLASS_ENDS }, today)).toBe("green");
    }
  });

  test("is red exactly when the plan is overdue", () => {
    for (const state of PLAN_STATES) {
      for (const today of ["2024-07-06", "2024-07-07", "2024-07-08", "2024-08-01"] as const) {
        expect(lightOf({ state, dueOn: DUE, pausedUntil: null, classEndsOn: CLASS_ENDS }, today) === "red").toBe(
          isOverdue(state, DUE, today),
        );
      }
    }
  });
});

const given = (until: Day) => ({ until, givenOn: "2024-06-20" }) as const;

test("a plan that is paused has a light of its own until the last day, unless it is done", () => {
  const paused = { dueOn: DUE, pausedUntil: "2024-06-20", classEndsOn: CLASS_ENDS } as const;
  for (const state of PLAN_STATES) {
    expect(lightOf({ state, ...paused }, "2024-06-20")).toBe(state === "done" ? "green" : "paused");
    expect(lightOf({ state, ...paused }, "2024-06-21")).not.toBe("paused");
  }
});

test("an extension moves the due day, and never back", () => {
  expect(effectiveDeadline(DUE, [])).toBe(DUE);
  expect(effectiveDeadline(DUE, [given("2024-07-14"), given("2024-07-10")])).toBe("2024-07-14");
  expect(effectiveDeadline(DUE, [given("2024-07-01")])).toBe(DUE);
});

describe("the next step", () => {
  const today = "2024-06-20";
  const plan = (facts: Partial<PlanFacts>): PlanFacts => ({
    id: 1,
    state: "in_progress",
    dueOn: DUE,
    pausedUntil: null,
    lastReportOn: "2024-06-19",
    ...facts,
  });

  test("is to report what is late, before anything is written", () => {
    const plans = [plan({ id: 1, state: "unwritten" }), plan({ id: 2, dueOn: "2024-06-19" })];
    expect(nextStep(plans, today)).toEqual({ kind: "report", planId: 2 });
  });

  test("is to write what is unwritten", () => {
    expect(nextStep([plan({}), plan({ id: 2, state: "none_yet" })], today)).toEqual({ kind: "write", planId: 2 });
  });

  test("is to report on a plan without a word for a week", () => {
    const plans = [plan({ lastReportOn: "2024-06-14" }), plan({ id: 2, lastReportOn: "2024-06-13" })];
    expect(nextStep(plans, today)).toEqual({ kind: "report", planId: 2 });
    expect(nextStep([plan({ lastReportOn: null })], today)).toEqual({ kind: "report", planId: 1 });
  });

  test("is nothing when all is done or was told of this week", () => {
    expect(nextStep([plan({}), plan({ id: 2, state: "done", lastReportOn: "2024-05-01" })], today)).toBeNull();
    expect(nextStep([], today)).toBeNull();
  });
});

describe("the day that somebody sets themselves for a plan", () => {
  const of = { startsOn: "2024-06-03", dueOn: DUE } as const;

  test("lies between the class's first day and the plan's due day", () => {
    expect(targetProblem("2024-06-02", of, "2024-06-10")).toEqual({ kind: "too_early", earliest: "2024-06-03" });
    expect(targetProblem("2024-06-03", of, "2024-06-10")).toBeNull();
    expect(targetProblem(DUE, of, DUE)).toBeNull();
    expect(targetProblem("2024-07-08", of, DUE)).toEqual({ kind: "too_late", latest: DUE });
  });

  test("lies within thirty days from today once the due day is past", () => {
    expect(latestTarget(of, "2024-07-08")).toBe("2024-08-07");
    expect(targetProblem("2024-08-07", of, "2024-07-08")).toBeNull();
    expect(targetProblem("2024-08-08", of, "2024-07-08")).toEqual({ kind: "too_late", latest: "2024-08-07" });
  });
});
