// Why nothing is heard from somebody: everybody who does not report has exactly one diagnosis.
import { describe, expect, test } from "vitest";
import {
  DIAGNOSES,
  type DiagnosisFacts,
  isDiagnosis,
  type PersonStanding,
  STANDINGS,
  standingOf,
} from "../../../src/domain/caseload/diagnosis.js";
import { PLAN_STATES } from "../../../src/domain/plans/plan-state.js";
import { addDays, type Day } from "../../../src/domain/time/calendar.js";
import { chanceOf } from "../../simulation/random.js";

type Plan = DiagnosisFacts["plans"][number];

function plan(facts: Partial<Plan> = {}): Plan {
  return { state: "not_started", lastHeardOn: null, helpSince: null, isStuck: false, awaitsReview: false, ...facts };
}

function person(facts: Partial<DiagnosisFacts> = {}): DiagnosisFacts {
  return {
    hasJoined: true,
    isReachable: true,
    pausedTo: null,
    hasDraft: false,
    plans: [plan(), plan(), plan()],
    classEndsOn: "2024-06-07",
    ...facts,
  };
}

test.each<[what: string, facts: Partial<DiagnosisFacts>, standing: PersonStanding]>([
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
  ["who reported thirteen days ago", { plans: [plan({ lastHeardOn: "2024-06-18" }), plan()] }, "on_course"],
  [
    "who has finished, though they blocked the bot since",
    { plans: [plan({ state: "done" })], isReachable: false },
    "finished",
  ],
  ["who asked for quiet until tomorrow", { pausedTo: "2024-07-02", plans: [plan({ state: "stuck" })] }, "paused"],
  ["whose quiet is over", { pausedTo: "2024-07-01" }, "silent"],
  [
    "who reported a month ago, unread by any trainer",
    { hasDraft: true, plans: [plan({ lastHeardOn: "2024-06-01", awaitsReview: true })] },
    "awaiting_review",
  ],
  [
    "whose only unread report is of a finished plan",
    { plans: [plan({ state: "done", awaitsReview: true }), plan()] },
    "silent",
  ],
  [
    "whose report of yesterday is unread",
    { plans: [plan({ lastHeardOn: "2024-06-30", awaitsReview: true })] },
    "on_course",
  ],
  ["of an office, which has no plans", { plans: [] }, "on_course"],
  ["in the week after the class", { classEndsOn: "2024-06-25" }, "on_course"],
  ["when that week is over", { classEndsOn: "2024-06-24" }, "silent"],
])("somebody %s", (_what, facts, standing) => {
  expect(standingOf(person(facts), "2024-07-01")).toBe(standing);
});

const TODAY = "2024-07-01";

/** Somebody of whom anything may be so. */
function anybody(chance: ReturnType<typeof chanceOf>): DiagnosisFacts {
  const dayAround = (from: number, to: number): Day => addDays(TODAY, from + chance.below(to - from + 1));
  return {
    hasJoined: chance.happens(0.8),
    isReachable: chance.happens(0.9),
    pausedTo: chance.happens(0.1) ? dayAround(-2, 2) : null,
    hasDraft: chance.happens(0.2),
    classEndsOn: dayAround(-40, 2),
    plans: Array.from({ length: chance.happens(0.1) ? 0 : 3 }, () => ({
      state: chance.oneOf(PLAN_STATES),
      lastHeardOn: chance.happens(0.5) ? dayAround(-20, 0) : null,
      helpSince: chance.happens(0.05) ? dayAround(-9, 0) : null,
      isStuck: chance.happens(0.05),
      awaitsReview: chance.happens(0.3),
    })),
  };
}

/** What each standing says of its people, read without the order in which they are looked for. */
const SAYS: Record<PersonStanding, (facts: DiagnosisFacts) => boolean> = {
  not_joined: ({ hasJoined }) => !hasJoined,
  blocked: ({ isReachable }) => !isReachable,
  paused: ({ pausedTo }) => pausedTo !== null && pausedTo > TODAY,
  obstacle: ({ plans }) =>
    plans.some(({ state, helpSince, isStuck }) => state === "stuck" || helpSince !== null || isStuck),
  awaiting_review: ({ plans }) => plans.some(({ awaitsReview }) => awaitsReview),
  stopped_midway: ({ hasDraft }) => hasDraft,
  silent: ({ plans }) => plans.some(({ state }) => state !== "done"),
  on_course: ({ hasJoined, isReachable }) => hasJoined && isReachable,
  finished: ({ plans }) => plans.length > 0 && plans.every(({ state }) => state === "done"),
};

describe("in ten thousand classes by chance", () => {
  // Keeps T07.
  test("each of a class stands in one place that is true of them, and the places add up to the class", () => {
    const chance = chanceOf(13);
    const met = new Map<PersonStanding, number>(STANDINGS.map((standing) => [standing, 0]));
    for (let n = 0; n < 10_000; n++) {
      const people = Array.from({ length: 1 + chance.below(9) }, () => anybody(chance));
      const sums = new Map<PersonStanding, number>();
      for (const one of people) {
        const standing = standingOf(one, TODAY);
        expect(SAYS[standing](one), `${standing} of ${JSON.stringify(one)}`).toBe(true);
        sums.set(standing, (sums.get(standing) ?? 0) + 1);
        met.set(standing, (met.get(standing) ?? 0) + 1);
      }
      const causes = DIAGNOSES.reduce((sum, cause) => sum + (sums.get(cause) ?? 0), 0);
      expect(causes + (sums.get("on_course") ?? 0) + (sums.get("finished") ?? 0)).toBe(people.length);
    }
    expect([...met].filter(([, count]) => count === 0)).toEqual([]);
    expect(STANDINGS.filter(isDiagnosis)).toEqual([...DIAGNOSES]);
  });
});
