// Who needs the trainer most: asked for help > close to the deadline and not begun > silent > late but moving.
import { describe, expect, test } from "vitest";
import { byUrgency, type Urgency, type UrgencyFacts, urgencyOf } from "../../../src/domain/caseload/urgency.js";
import type { Day } from "../../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";

const TODAY: Day = "2024-07-10";

const REST = restDaysOf(DEFAULT_HOLIDAYS);
/** Due on a Friday; the 7th is a Sunday and a holiday, so its trainer hears of it on the 8th. */
const NOTHING: UrgencyFacts = {
  ...{ state: "not_started", dueOn: "2024-07-05", lastReportOn: null, restUntil: null, putOffTo: null },
  ...{ lastHeardOn: null, helpSince: null, isStuck: false },
};

function plan(facts: Partial<UrgencyFacts> = {}): UrgencyFacts {
  return { ...NOTHING, ...facts };
}

describe("a plan", () => {
  test.each<[what: string, facts: Partial<UrgencyFacts>, urgency: Urgency | null]>([
    [
      "whose people ask for help comes first",
      { helpSince: "2024-07-02", isStuck: true },
      { kind: "help", since: "2024-07-02" },
    ],
    ["that is stuck counts as a plea for help", { isStuck: true, dueOn: "2024-08-30" }, { kind: "stuck" }],
    ["due today and not begun is close", { dueOn: "2024-07-10" }, { kind: "close", days: 0 }],
    ["due in a week and not begun is close", { dueOn: "2024-07-17" }, { kind: "close", days: 7 }],
    ["due in eight days is nobody's worry", { dueOn: "2024-07-18" }, null],
    ["close but begun is nobody's worry", { dueOn: "2024-07-12", state: "in_progress" }, null],
    ["close and unwritten is not begun", { dueOn: "2024-07-12", state: "unwritten" }, { kind: "close", days: 2 }],
    ["late without a word is silent", {}, { kind: "silent", days: 5, heardOn: null }],
    [
      "late and last heard of a fortnight ago is silent, and says when",
      { lastHeardOn: "2024-06-26" },
      { kind: "silent", days: 5, heardOn: "2024-06-26" },
    ],
    [
      "late and heard of thirteen days ago is moving",
      { lastHeardOn: "2024-06-27" },
      { kind: "moving", days: 5, heardOn: "2024-06-27" },
    ],
    ["late since yesterday was asked about: it is not the trainer's turn", { dueOn: "2024-07-09" }, null],
    ["late and reported two days ago rests", { lastReportOn: "2024-07-08", lastHeardOn: "2024-07-08" }, null],
    ["late and nudged rests", { restUntil: "2024-07-11" }, null],
    ["close and rung up rests", { dueOn: "2024-07-12", restUntil: "2024-07-14" }, null],
    ["stuck and rung up rests", { isStuck: true, restUntil: "2024-07-14" }, null],
    [
      "whose people ask for help comes first though they were nudged",
      { helpSince: "2024-07-09", restUntil: "2024-07-14" },
      { kind: "help", since: "2024-07-09" },
    ],
    ["that is done needs nobody, whatever was asked", { state: "done", helpSince: "2024-07-02" }, null],
  ])("%s", (_what, facts, urgency) => {
    expect(urgencyOf(plan(facts), TODAY, REST)).toEqual(urgency);
  });
});

// Keeps T06.
test("the most urgent comes first; within a kind the nearest deadline, then the longest late", () => {
  const plans = {
    moving: plan({ lastHeardOn: "2024-07-01" }),
    silent: plan(),
    longSilent: plan({ dueOn: "2024-06-01" }),
    closeLater: plan({ dueOn: "2024-07-15" }),
    close: plan({ dueOn: "2024-07-11" }),
    fine: plan({ dueOn: "2024-09-01" }),
    stuck: plan({ isStuck: true }),
    help: plan({ helpSince: "2024-07-08" }),
    helpLonger: plan({ helpSince: "2024-07-02" }),
  };
  const named = Object.entries(plans).map(([name, facts]) => ({ name, ...facts }));

  const ranked = byUrgency(named, () => TODAY, REST).map((one) => one.plan.name);

  expect(ranked).toEqual(["helpLonger", "help", "stuck", "close", "closeLater", "longSilent", "silent", "moving"]);
});
