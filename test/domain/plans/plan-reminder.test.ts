import { describe, expect, test } from "vitest";
import { DEFAULT_LADDER, openRung, rungClosesOn } from "../../../src/domain/plans/plan-reminder.js";
import { addDays, type Day } from "../../../src/domain/time/calendar.js";

// A class of 3 to 7 June 2024, plans due on 7 July.
const facts = { dueOn: "2024-07-07", classEndsOn: "2024-06-07" } as const;

describe("the ladder of reminders", () => {
  test.each([
    ["2024-06-07", null],
    ["2024-06-08", null],
    ["2024-06-22", null],
    ["2024-06-23", { kind: "due", on: "2024-06-23" }],
    ["2024-06-29", { kind: "due", on: "2024-06-23" }],
    ["2024-06-30", { kind: "due", on: "2024-06-30" }],
    ["2024-07-06", { kind: "due", on: "2024-07-06" }],
    ["2024-07-07", { kind: "due", on: "2024-07-06" }],
    ["2024-07-08", { kind: "ask", on: "2024-07-08" }],
    ["2024-07-14", { kind: "ask", on: "2024-07-08" }],
    ["2024-07-15", null],
  ] as const)("of a written plan is on %s: %o", (today, rung) => {
    const open = openRung({ ...facts, state: "in_progress" }, today, DEFAULT_LADDER);
    expect(open === null ? null : { kind: open.kind, on: open.on }).toEqual(rung);
  });

  test("asks for an unwritten plan from the morning after the class", () => {
    expect(openRung({ ...facts, state: "unwritten" }, "2024-06-07", DEFAULT_LADDER)).toBeNull();
    expect(openRung({ ...facts, state: "unwritten" }, "2024-06-10", DEFAULT_LADDER)).toEqual({
      kind: "write",
      on: "2024-06-08",
    });
    expect(openRung({ ...facts, state: "none_yet" }, "2024-06-10", DEFAULT_LADDER)).toBeNull();
  });

  test("is silent about what is done", () => {
    expect(openRung({ ...facts, state: "done" }, "2024-06-30", DEFAULT_LADDER)).toBeNull();
  });

  test("does not begin before the class is over, however short the deadline", () => {
    const short = { dueOn: "2024-06-15", classEndsOn: "2024-06-07", state: "not_started" } as const;
    expect(openRung(short, "2024-06-05", DEFAULT_LADDER)).toBeNull();
    expect(openRung(short, "2024-06-08", DEFAULT_LADDER)).toMatchObject({ kind: "due", on: "2024-06-08" });
  });

  test("closes each rung on the day on which the next opens", () => {
    let open = openRung({ ...facts, state: "unwritten" }, "2024-06-08", DEFAULT_LADDER);
    for (let today: Day = "2024-06-08"; open !== null; today = addDays(today, 1)) {
      const now = openRung({ ...facts, state: "unwritten" }, today, DEFAULT_LADDER);
      if (now?.on !== open.on) expect(rungClosesOn(open, facts.dueOn, DEFAULT_LADDER)).toBe(today);
      open = now;
    }
  });
});
