// When a trainer hears of a late plan. July 2024: the 7th is a Sunday (and a holiday), the 8th a Monday.

import { describe, expect, test } from "vitest";
import {
  type FollowUpFacts,
  followUpsToRaise,
  latenessOf,
  latestDueDayToAlert,
  needsTrainer,
} from "../../../src/domain/caseload/follow-up.js";
import { effectiveDeadline, isOverdue } from "../../../src/domain/plans/deadline.js";
import type { Day } from "../../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";
import { addWorkingDays } from "../../../src/domain/time/working-hours.js";

const REST = restDaysOf(DEFAULT_HOLIDAYS);

function plan(facts: Partial<FollowUpFacts> = {}): FollowUpFacts {
  return {
    planId: 17,
    state: "not_started",
    dueOn: "2024-07-05",
    lastReportOn: null,
    restUntil: null,
    putOffTo: null,
    isOpen: false,
    ...facts,
  };
}

const given = (until: Day) => ({ until, givenOn: "2024-06-20" }) as const;

describe("a deadline", () => {
  test("is the class's day without extensions, and the latest of them with", () => {
    expect(effectiveDeadline("2024-07-07", [])).toBe("2024-07-07");
    expect(effectiveDeadline("2024-07-07", [given("2024-07-21"), given("2024-07-14")])).toBe("2024-07-21");
  });

  test("is never brought forward by an extension", () => {
    expect(effectiveDeadline("2024-07-07", [given("2024-07-01")])).toBe("2024-07-07");
  });

  test("is past from the morning after, and never for what is done", () => {
    expect(isOverdue("in_progress", "2024-07-07", "2024-07-07")).toBe(false);
    expect(isOverdue("in_progress", "2024-07-07", "2024-07-08")).toBe(true);
    expect(isOverdue("done", "2024-07-07", "2024-12-31")).toBe(false);
  });
});

describe("a trainer is told", () => {
  test.each<[what: string, facts: Partial<FollowUpFacts>, today: Day, told: boolean]>([
    ["not on the due day", {}, "2024-07-05", false],
    ["not on the first working day after, when the participant is asked", {}, "2024-07-06", false],
    ["not on the Sunday and holiday after that", {}, "2024-07-07", false],
    ["on the second working day after the due day", {}, "2024-07-08", true],
    ["on every day after as well", {}, "2024-07-20", true],
    ["never of what is done", { state: "done" }, "2024-07-20", false],
    ["of a plan that nobody has written", { state: "unwritten" }, "2024-07-08", true],
    ["not within a week of a report after the due day", { lastReportOn: "2024-07-08" }, "2024-07-14", false],
    ["again a week after such a report", { lastReportOn: "2024-07-08" }, "2024-07-15", true],
    ["whatever was reported before the due day", { lastReportOn: "2024-07-05" }, "2024-07-08", true],
    ["not while the follow-up rests", { restUntil: "2024-07-16" }, "2024-07-15", false],
    ["from the day on which the rest ends", { restUntil: "2024-07-16" }, "2024-07-16", true],
    ["not while its people put off the reminder", { putOffTo: "2024-07-11" }, "2024-07-10", false],
    ["not on the day on which they are reminded again", { putOffTo: "2024-07-11" }, "2024-07-11", false],
    ["on the day after that", { putOffTo: "2024-07-11" }, "2024-07-12", true],
    ["by the later of report and rest", { restUntil: "2024-07-10", lastReportOn: "2024-07-08" }, "2024-07-12", false],
  ])("%s", (_what, facts, today, told) => {
    expect(needsTrainer(plan(facts), today, REST)).toBe(told);
    expect(followUpsToRaise([plan(facts)], today, REST)).toHaveLength(told ? 1 : 0);
  });

  test("and what is open already is not raised again", () => {
    expect(followUpsToRaise([plan({ isOpen: true })], "2024-07-08", REST)).toEqual([]);
  });

  test("under one key a plan and deadline, and a new one after each rest", () => {
    const keys = (facts: Partial<FollowUpFacts>) =>
      followUpsToRaise([plan(facts)], "2024-08-20", REST).map(({ key }) => key);

    expect(keys({})).toEqual(["overdue:17:2024-07-05"]);
    expect(keys({ dueOn: "2024-07-19" })).toEqual(["overdue:17:2024-07-19"]);
    expect(keys({ restUntil: "2024-07-16" })).toEqual(["overdue:17:2024-07-05:2024-07-16"]);
    expect(keys({ dueOn: "2024-07-19", restUntil: "2024-07-16" })).toEqual(["overdue:17:2024-07-19"]);
  });
});

test("a late plan is asked about, then owed to its trainer, and rests whenever somebody acts", () => {
  const at = (facts: Partial<FollowUpFacts>, today: Day) => latenessOf(plan(facts), today, REST);
  expect(at({}, "2024-07-05")).toBe("in_time");
  expect(at({}, "2024-07-06")).toBe("asked");
  expect(at({}, "2024-07-08")).toBe("owed");
  expect(at({ restUntil: "2024-07-11" }, "2024-07-10")).toBe("resting");
  expect(at({ restUntil: "2024-07-11" }, "2024-07-11")).toBe("owed");
  // Rung up on the first morning: nobody asks once more.
  expect(at({ restUntil: "2024-07-13" }, "2024-07-06")).toBe("resting");
  expect(at({ state: "done" }, "2024-07-20")).toBe("in_time");
});

test("the latest due day to alert is the last one whose second working day has come", () => {
  for (const today of ["2024-07-08", "2024-07-09", "2024-07-15", "2024-06-18"] as const) {
    const latest = latestDueDayToAlert(today, REST);
    expect(needsTrainer(plan({ dueOn: latest }), today, REST), today).toBe(true);
    const next = addWorkingDays(latest, 1, REST);
    expect(needsTrainer(plan({ dueOn: next }), today, REST), today).toBe(false);
  }
});
