// The hours of the day fit each other: what would never leave at its hour is found at the start, not by those who wait for it.
import { describe, expect, test } from "vitest";
import { DAY_PLAN, dayPlan } from "../../../src/domain/time/day-plan.js";

const { workingHours, speaking, nightly } = DAY_PLAN;

describe("the day plan", () => {
  test("refuses in words a reminder before working hours begin", () => {
    const early = { workingHours, nightly, speaking: { ...speaking, planReminder: "07:00" } };
    expect(() => dayPlan(early)).toThrow(
      "The hours of the day do not fit: planReminder is set to 07:00, and nothing leaves outside of 07:30 to 20:00.",
    );
  });

  test("counts the first minute of working hours in, and the last one out", () => {
    expect(() => dayPlan({ workingHours, nightly, speaking: { alert: "07:30", summary: "19:59" } })).not.toThrow();
    expect(() => dayPlan({ workingHours, nightly, speaking: { summary: "20:00" } })).toThrow("summary is set to 20:00");
  });

  test("refuses what is for the night at an hour at which people are served", () => {
    expect(() => dayPlan({ workingHours, speaking, nightly: { eraseByAge: "09:00" } })).toThrow(
      "eraseByAge is set to 09:00, when people are served: it is for the night",
    );
  });

  test("refuses working hours that end before they begin, and what is no time", () => {
    expect(() => dayPlan({ workingHours: { from: "20:00", until: "07:30" }, speaking: {}, nightly })).toThrow(
      "working hours end at 07:30, before they begin at 20:00",
    );
    expect(() => dayPlan({ workingHours, nightly, speaking: { alert: "8 pagi" } })).toThrow("Not a time of day");
  });
});
