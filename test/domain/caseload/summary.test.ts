// A trainer's page of the day: what changed since the last one, and who needs them.
import { expect, test } from "vitest";
import { isWorthSending, pictureOf, type SummaryPlan, spanSince } from "../../../src/domain/caseload/summary.js";
import type { Day } from "../../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";

const REST = restDaysOf(DEFAULT_HOLIDAYS);
const SPAN = { fromAt: new Date("2024-07-09T09:30:00Z"), toAt: new Date("2024-07-10T09:30:00Z") };

function plan(facts: Partial<SummaryPlan> = {}): SummaryPlan {
  return {
    libraryId: 1,
    // Of each library somebody else, unless a test says otherwise.
    personIds: [facts.libraryId ?? 1],
    rosterRowIds: [],
    zone: "Asia/Jakarta",
    state: "not_started",
    dueOn: "2024-07-09",
    lastReportOn: null,
    lastHeardOn: null,
    helpSince: null,
    restUntil: null,
    putOffTo: null,
    isStuck: false,
    ...facts,
  };
}

test("a plan is newly overdue in the one span in which its due day ended", () => {
  const plans = [plan(), plan({ libraryId: 2, dueOn: "2024-07-08" }), plan({ libraryId: 3, dueOn: "2024-07-10" })];

  expect(pictureOf(plans, [], SPAN, REST)).toMatchObject({ late: { owed: 1, asked: 1, resting: 0 }, newlyOverdue: 1 });
  const next = { fromAt: SPAN.toAt, toAt: new Date("2024-07-11T09:30:00Z") };
  expect(pictureOf(plans, [], next, REST)).toMatchObject({ late: { owed: 2, asked: 1, resting: 0 }, newlyOverdue: 1 });
});

test("a span over a weekend counts each plan that became overdue in it once", () => {
  const plans = ([12, 13, 14] as const).map((day) => plan({ libraryId: day, dueOn: `2024-07-${day}` }));
  const friday = new Date("2024-07-12T09:30:00Z");
  const saturday = new Date("2024-07-13T09:30:00Z");
  const monday = new Date("2024-07-15T09:30:00Z");

  const counts = [
    { fromAt: friday, toAt: saturday },
    { fromAt: saturday, toAt: monday },
  ].map((span) => pictureOf(plans, [], span, REST).newlyOverdue);

  expect(counts).toEqual([1, 2]);
});

test("people are counted, not their plans: each once, by what is most their trainer's turn", () => {
  const help = { dueOn: "2024-08-01", helpSince: "2024-07-08" } as const;
  const plans = [
    // Two who share a library, with three late plans.
    ...["2024-07-01", "2024-07-01", "2024-07-09"].map((day) => plan({ dueOn: day as Day, personIds: [11, 12] })),
    // One of them acts for another, which rests.
    plan({ libraryId: 2, dueOn: "2024-07-01", restUntil: "2024-07-12", personIds: [12] }),
    // For this one nobody acts any more.
    plan({ libraryId: 3, dueOn: "2024-07-01", personIds: [] }),
    plan({ libraryId: 4, dueOn: "2024-07-01", restUntil: "2024-07-12", personIds: [14] }),
    plan({ ...help, libraryId: 5, personIds: [15, 16] }),
    plan({ ...help, libraryId: 5, personIds: [15, 16] }),
  ];
  const { late, newlyOverdue, waiting } = pictureOf(plans, [], SPAN, REST);
  expect(late).toEqual({ owed: 3, asked: 0, resting: 1 });
  expect(newlyOverdue).toBe(2);
  expect(waiting.help.count).toBe(2);
});

test("a library is named once, with its most urgent plan", () => {
  const plans = [plan(), plan({ isStuck: true }), plan({ libraryId: 2 }), plan({ libraryId: 2, dueOn: "2024-06-01" })];

  const { inNeed } = pictureOf(plans, [], SPAN, REST);

  expect(inNeed.map((one) => [one.plan.libraryId, one.urgency])).toEqual([
    [1, { kind: "stuck" }],
    [2, { kind: "silent", days: 39, heardOn: null }],
  ]);
});

test("what has been late for days is not worth a message; news, the newly late and what newly waits too long for a review are", () => {
  const old = [plan({ dueOn: "2024-07-01" })];

  const isWorth = (plans: SummaryPlan[], events: string[], newlyUnreviewed = 0) =>
    isWorthSending({ ...pictureOf(plans, events, SPAN, REST), newlyUnreviewed });

  expect(isWorth(old, [])).toBe(false);
  expect(isWorth(old, ["news"])).toBe(true);
  expect(isWorth([plan()], [])).toBe(true);
  expect(isWorth(old, [], 1)).toBe(true);
});

test("a summary begins where the last one ended, and the first looks back one day", () => {
  const now = new Date("2024-07-10T09:30:00Z");

  expect(spanSince(null, now)).toEqual({ fromAt: new Date("2024-07-09T09:30:00Z"), toAt: now });
  expect(spanSince(new Date("2024-07-05T09:31:02Z"), now).fromAt).toEqual(new Date("2024-07-05T09:31:02Z"));
});

test("who was nudged, rung up or asked just now is counted, and not among those in need; who asks for help is", () => {
  const late = { dueOn: "2024-07-01" } as const;
  const plans = [
    plan({ ...late, libraryId: 1 }),
    plan({ ...late, libraryId: 2, restUntil: "2024-07-12" }),
    plan({ ...late, libraryId: 3, putOffTo: "2024-07-11" }),
    plan({ libraryId: 4, dueOn: "2024-07-12", restUntil: "2024-07-17" }),
    plan({ libraryId: 5, dueOn: "2024-07-09" }),
    plan({ ...late, libraryId: 6, restUntil: "2024-07-12", helpSince: "2024-07-08" }),
  ];

  const { inNeed, late: counts, waiting } = pictureOf(plans, [], SPAN, REST);

  expect(inNeed.map(({ plan: { libraryId } }) => libraryId)).toEqual([6, 1]);
  expect(counts).toEqual({ owed: 1, asked: 1, resting: 3 });
  expect(waiting.help).toEqual({ count: 1, since: "2024-07-08" });
});

test("who waits for an answer since an earlier day is no news again", () => {
  const help = plan({ dueOn: "2024-08-01", helpSince: "2024-07-02" });
  const { waiting, ...picture } = pictureOf([help], [], SPAN, REST);
  expect(waiting.help.count).toBe(1);
  expect(isWorthSending({ ...picture, newlyUnreviewed: 0 })).toBe(false);
});
