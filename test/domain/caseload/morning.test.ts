// A trainer's morning: who is needed first, and what is new.
import { expect, test } from "vitest";
import { dealtWith, type NeedFacts, needsOf, newNeeds } from "../../../src/domain/caseload/morning.js";
import type { RestDays } from "../../../src/domain/time/working-hours.js";

const REST: RestDays = { holidays: new Set() };
const TODAY = "2024-07-10";

function plan(facts: Partial<NeedFacts>): NeedFacts {
  return {
    ...{ libraryId: 1, cohortId: 1, state: "not_started", dueOn: "2024-07-01", lastReportOn: null, restUntil: null },
    ...{ putOffTo: null, lastHeardOn: null, helpSince: null, isStuck: false },
    ...facts,
  };
}

const asker = (libraryId: number | null, participantId: number, since: "2024-07-08" | "2024-07-09") => ({
  ...{ libraryId, participantId, since, cohortId: 1 },
});

const needs = (plans: NeedFacts[], questions: ReturnType<typeof asker>[] = []) =>
  needsOf(plans, questions, () => TODAY, REST);

test("who asks for help comes first, then who wrote, then what is late; a library stands there once", () => {
  const plans = [
    plan({ libraryId: 1 }),
    plan({ libraryId: 1, dueOn: "2024-07-02" }),
    plan({ libraryId: 2, isStuck: true }),
    plan({ libraryId: 3, helpSince: "2024-07-09" }),
    plan({ libraryId: 4, lastHeardOn: "2024-07-09" }),
    plan({ libraryId: 5, dueOn: "2024-07-12" }),
    plan({ libraryId: 6, dueOn: "2024-08-12" }),
  ];
  const questions = [asker(4, 40, "2024-07-08"), asker(null, 70, "2024-07-09"), asker(3, 30, "2024-07-08")];
  expect(needs(plans, questions).map((one) => [one.libraryId, one.participantId, one.reason.kind])).toEqual([
    [3, null, "help"],
    [4, 40, "question"],
    [null, 70, "question"],
    [2, null, "stuck"],
    [5, null, "close"],
    [1, null, "silent"],
  ]);
});

test("two who wrote from no library are two, and two years of one library are two", () => {
  expect(needs([], [asker(null, 1, "2024-07-08"), asker(null, 2, "2024-07-08")])).toHaveLength(2);
  expect(needs([plan({ cohortId: 1 }), plan({ cohortId: 2 })])).toHaveLength(2);
});

test("new is who was not needed yesterday, or for another reason", () => {
  const yesterday = needs([plan({ libraryId: 1 }), plan({ libraryId: 2 })]);
  const today = needs([
    plan({ libraryId: 1 }),
    plan({ libraryId: 2, helpSince: "2024-07-10" }),
    plan({ libraryId: 3 }),
  ]);
  expect(newNeeds(today, yesterday).map(({ libraryId }) => libraryId)).toEqual([2, 3]);
  expect(newNeeds(yesterday, yesterday)).toEqual([]);
  expect(newNeeds(yesterday, null)).toEqual(yesterday);
});

test("a plan that became late is new; one that moves, or got more time, is not", () => {
  const close = needs([plan({ dueOn: "2024-07-12" })]);
  const silent = needs([plan({})]);
  const moving = needs([plan({ lastHeardOn: "2024-07-09" })]);
  expect(newNeeds(silent, close)).toEqual(silent);
  expect(newNeeds(moving, silent)).toEqual([]);
  expect(newNeeds(close, silent)).toEqual([]);
});

test("who is close to their day is not new when only their question, plea or obstacle was dealt with", () => {
  const close = plan({ dueOn: "2024-07-12" });
  const asked = needs([close], [asker(1, 10, "2024-07-09")]);
  expect(asked.map(({ reason }) => reason.kind)).toEqual(["question"]);
  expect(newNeeds(needs([close]), asked)).toEqual([]);
  expect(newNeeds(needs([close]), needs([plan({ dueOn: "2024-07-12", isStuck: true })]))).toEqual([]);
  // Late meanwhile, or another library's: that is news.
  expect(newNeeds(needs([plan({})]), asked)).toHaveLength(1);
  expect(newNeeds(needs([plan({ dueOn: "2024-07-12", libraryId: 2 })]), asked)).toHaveLength(1);
});

test("dealt with is who is needed for that reason no more", () => {
  const shown = needs([
    plan({ libraryId: 1 }),
    plan({ libraryId: 2, helpSince: "2024-07-09" }),
    plan({ libraryId: 3 }),
  ]);
  const now = needs([plan({ libraryId: 1, lastHeardOn: "2024-07-10" }), plan({ libraryId: 2 })]);
  expect(shown.map(({ libraryId }) => libraryId)).toEqual([2, 1, 3]);
  // Answered, and late still; heard of, and late still; gone.
  expect(dealtWith(shown, now)).toEqual([0, 2]);
});
