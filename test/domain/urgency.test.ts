// Who needs the trainer most: asked for help > close to the deadline and not begun > silent > late but moving.
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/calendar.js";
import { byUrgency, type Urgency, type UrgencyFacts, urgencyOf } from "../../src/domain/urgency.js";

const TODAY: Day = "2024-07-10";

function plan(facts: Partial<UrgencyFacts> = {}): UrgencyFacts {
  return { state: "not_started", dueOn: "2024-07-07", lastReportOn: null, asksHelp: false, isStuck: false, ...facts };
}

describe("a plan", () => {
  test.each<[what: string, facts: Partial<UrgencyFacts>, urgency: Urgency | null]>([
    ["whose people ask for help comes first", { asksHelp: true, isStuck: true }, { kind: "help" }],
    ["that is stuck counts as a plea for help", { isStuck: true, dueOn: "2024-08-30" }, { kind: "stuck" }],
    ["due today and not begun is close", { dueOn: "2024-07-10" }, { kind: "close", days: 0 }],
    ["due in a week and not begun is close", { dueOn: "2024-07-17" }, { kind: "close", days: 7 }],
    ["due in eight days is nobody's worry", { dueOn: "2024-07-18" }, null],
    ["close but begun is nobody's worry", { dueOn: "2024-07-12", state: "in_progress" }, null],
    ["close and unwritten is not begun", { dueOn: "2024-07-12", state: "unwritten" }, { kind: "close", days: 2 }],
    ["late without a word is silent", {}, { kind: "silent", days: 3 }],
    ["late and reported a week ago is silent", { lastReportOn: "2024-07-03" }, { kind: "silent", days: 3 }],
    ["late and reported six days ago is moving", { lastReportOn: "2024-07-04" }, { kind: "moving", days: 3 }],
    ["that is done needs nobody, whatever was asked", { state: "done", asksHelp: true }, null],
  ])("%s", (_what, facts, urgency) => {
    expect(urgencyOf(plan(facts), TODAY)).toEqual(urgency);
  });
});

test("the most urgent comes first; within a kind the nearest deadline, then the longest late", () => {
  const plans = {
    moving: plan({ lastReportOn: "2024-07-09" }),
    silent: plan(),
    longSilent: plan({ dueOn: "2024-06-01" }),
    closeLater: plan({ dueOn: "2024-07-15" }),
    close: plan({ dueOn: "2024-07-11" }),
    fine: plan({ dueOn: "2024-09-01" }),
    stuck: plan({ isStuck: true }),
    help: plan({ asksHelp: true }),
  };
  const named = Object.entries(plans).map(([name, facts]) => ({ name, ...facts }));

  const ranked = byUrgency(named, () => TODAY).map((one) => one.plan.name);

  expect(ranked).toEqual(["help", "stuck", "close", "closeLater", "longSilent", "silent", "moving"]);
});
