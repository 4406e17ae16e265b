// Why nothing is heard from somebody: everybody who does not report has exactly one diagnosis.
import { expect, test } from "vitest";
import { type Diagnosis, type DiagnosisFacts, diagnose } from "../../../src/domain/caseload/diagnosis.js";

type Plan = DiagnosisFacts["plans"][number];

function plan(facts: Partial<Plan> = {}): Plan {
  return { state: "not_started", lastHeardOn: null, helpSince: null, isStuck: false, ...facts };
}

function person(facts: Partial<DiagnosisFacts> = {}): DiagnosisFacts {
  return {
    hasJoined: true,
    isReachable: true,
    hasDraft: false,
    plans: [plan(), plan(), plan()],
    classEndsOn: "2024-06-07",
    ...facts,
  };
}

test.each<[what: string, facts: Partial<DiagnosisFacts>, diagnosis: Diagnosis | null]>([
  ["on the roster only", { hasJoined: false, isReachable: false }, "not_joined"],
  ["who blocked the bot, whatever they reported", { isReachable: false, plans: [plan({ isStuck: true })] }, "blocked"],
  [
    "with a stuck plan, though they reported today",
    { plans: [plan({ state: "stuck", lastHeardOn: "2024-07-01" })] },
    "obstacle",
  ],
  ["who asks for help", { plans: [plan({ helpSince: "2024-06-28" })] }, "obstacle"],
  ["who began a report and did not send it", { hasDraft: true }, "stopped_midway"],
  ["who never said a word", {}, "silent"],
  ["whose last word was a fortnight ago", { plans: [plan({ lastHeardOn: "2024-06-17" })] }, "silent"],
  ["who reported thirteen days ago", { plans: [plan({ lastHeardOn: "2024-06-18" }), plan()] }, null],
  ["who has finished", { plans: [plan({ state: "done" })] }, null],
  ["of an office, which has no plans", { plans: [] }, null],
  ["in the week after the class", { classEndsOn: "2024-06-25" }, null],
  ["when that week is over", { classEndsOn: "2024-06-24" }, "silent"],
])("somebody %s", (_what, facts, diagnosis) => {
  expect(diagnose(person(facts), "2024-07-01")).toBe(diagnosis);
});
