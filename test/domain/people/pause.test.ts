// How long a pause may be, whom it holds, and how it moves the deadlines of plans.
// Keeps P24.
import { describe, expect, test } from "vitest";
import {
  canPauseUntil,
  canUndoPause,
  type DaySpan,
  isGrief,
  isPaused,
  isQuiet,
  lastDayOf,
  pausedSpans,
  pauseEndsAt,
  spansSince,
} from "../../../src/domain/people/pause.js";
import { effectiveDeadline, isOverdue, RETURN_DAYS } from "../../../src/domain/plans/deadline.js";
import { addDays, type Day, daysBetween } from "../../../src/domain/time/calendar.js";
import { chanceOf } from "../../simulation/random.js";

const TODAY = "2024-06-10";

test("a pause ends in the morning after its last day, by the person's own clock", () => {
  expect(pauseEndsAt("Asia/Jakarta", "2024-06-16")).toEqual(new Date("2024-06-17T01:00:00Z"));
  expect(pauseEndsAt("Asia/Jayapura", "2024-06-16")).toEqual(new Date("2024-06-16T23:00:00Z"));
  const pausedUntil = new Date("2024-06-17T01:00:00Z");
  const person = { pausedUntil, quietUntil: pausedUntil };
  expect(isPaused(person, new Date("2024-06-17T00:59:59Z"))).toBe(true);
  expect(isPaused(person, pausedUntil)).toBe(false);
  expect(isQuiet(person, new Date("2024-06-17T00:59:59Z"))).toBe(true);
  expect(isPaused({ pausedUntil: null }, pausedUntil)).toBe(false);
});

test("it has from one to sixty days", () => {
  expect(canPauseUntil(TODAY, addDays(TODAY, -1), TODAY)).toBe(false);
  expect(canPauseUntil(TODAY, TODAY, TODAY)).toBe(true);
  expect(canPauseUntil(TODAY, lastDayOf(TODAY, 60), TODAY)).toBe(true);
  expect(canPauseUntil(TODAY, lastDayOf(TODAY, 61), TODAY)).toBe(false);
  expect(canPauseUntil(addDays(TODAY, -30), lastDayOf(TODAY, 31), TODAY)).toBe(false);
});

test("it can be taken back for a day", () => {
  const at = new Date("2024-06-10T03:00:00Z");
  expect(canUndoPause({ at, undoneAt: null }, new Date("2024-06-11T03:00:00Z"))).toBe(true);
  expect(canUndoPause({ at, undoneAt: null }, new Date("2024-06-11T03:00:01Z"))).toBe(false);
  expect(canUndoPause({ at, undoneAt: at }, at)).toBe(false);
});

test("only a plan that does not move because of illness, mourning or disaster is grief", () => {
  expect(isGrief({ state: "stuck", obstacle: "illness" })).toBe(true);
  expect(isGrief({ state: "stuck", obstacle: "budget" })).toBe(false);
  expect(isGrief({ state: "done", obstacle: "illness" })).toBe(false);
});

const span = (fromOn: Day, untilOn: Day): DaySpan => ({ fromOn, untilOn });
const acting = (fromOn: Day, untilOn: Day | null, ...pauses: DaySpan[]) => ({ fromOn, untilOn, pauses });

describe("the plans of a library pause", () => {
  const week = span("2024-06-10", "2024-06-16");
  test("on the days of the one who acts for it", () => {
    expect(pausedSpans([], [acting("2024-06-03", null, week)])).toEqual([week]);
  });

  test("not while a colleague works, and only on the days that both pause", () => {
    expect(pausedSpans([], [acting("2024-06-03", null, week), acting("2024-06-03", null)])).toEqual([]);
    const both = [acting("2024-06-03", null, week), acting("2024-06-03", null, span("2024-06-14", "2024-06-20"))];
    expect(pausedSpans([], both)).toEqual([span("2024-06-14", "2024-06-16")]);
  });

  test("until a colleague comes, and after one has left", () => {
    expect(pausedSpans([], [acting("2024-06-03", null, week), acting("2024-06-13", null)])).toEqual([
      span("2024-06-10", "2024-06-12"),
    ]);
    expect(pausedSpans([], [acting("2024-06-03", null, week), acting("2024-06-03", "2024-06-13")])).toEqual([
      span("2024-06-13", "2024-06-16"),
    ]);
  });

  test("with their place, no matter who works", () => {
    expect(pausedSpans([week, span("2024-06-15", "2024-06-20")], [acting("2024-06-03", null)])).toEqual([
      span("2024-06-10", "2024-06-20"),
    ]);
  });

  test("not on a day of a pause that was ended before it began", () => {
    expect(pausedSpans([span("2024-06-10", "2024-06-09")], [])).toEqual([]);
  });
});

describe("a deadline", () => {
  test("moves by as many days as the pause has", () => {
    expect(effectiveDeadline("2024-07-07", [], [span("2024-06-10", "2024-06-16")])).toBe("2024-07-14");
  });

  test("that a trainer sets while knowing of the pause is the day that they say", () => {
    const pauses = [span("2024-06-10", "2024-06-16")];
    expect(effectiveDeadline("2024-07-07", [{ until: "2024-07-20", givenOn: "2024-06-12" }], pauses)).toBe(
      "2024-07-20",
    );
    expect(effectiveDeadline("2024-07-07", [{ until: "2024-07-20", givenOn: "2024-06-09" }], pauses)).toBe(
      "2024-07-27",
    );
  });

  test("does not move by days before the class began", () => {
    const pauses = [
      span("2023-12-01", "2024-01-29"),
      span("2024-05-30", "2024-06-04"),
      span("2024-06-10", "2024-06-16"),
    ];
    const since = spansSince(pauses, "2024-06-03");
    expect(since).toEqual([span("2024-06-03", "2024-06-04"), span("2024-06-10", "2024-06-16")]);
    expect(effectiveDeadline("2024-07-07", [], since)).toBe("2024-07-16");
  });

  test("that was past when the pause began is three days behind its end", () => {
    expect(effectiveDeadline("2024-06-01", [], [span("2024-06-10", "2024-06-16")])).toBe("2024-06-19");
  });

  test.each(Array.from({ length: 300 }, (_, seed) => seed))(
    "never passes during a pause, nor before it would have (%i)",
    (seed) => {
      const chance = chanceOf(seed);
      const day = (from: number, to: number) => addDays("2024-06-01", from + chance.below(to - from));
      const pauses: DaySpan[] = [];
      for (let from = chance.below(20); pauses.length < 4; from += 2 + chance.below(30)) {
        const length = chance.below(20);
        pauses.push(span(addDays("2024-06-01", from), addDays("2024-06-01", from + length)));
        from += length;
      }
      const classDueOn = day(0, 60);
      const extensions = Array.from({ length: chance.below(3) }, () => ({ until: day(20, 90), givenOn: day(0, 40) }));
      const dueOn = effectiveDeadline(classDueOn, extensions, pauses);
      expect(dueOn >= effectiveDeadline(classDueOn, extensions)).toBe(true);
      for (const { fromOn, untilOn } of pauses) {
        for (let n = 0; n <= daysBetween(fromOn, untilOn) + RETURN_DAYS; n += 1) {
          const known = pauses.filter((one) => one.fromOn <= fromOn);
          const then = effectiveDeadline(classDueOn, extensions, known);
          expect(isOverdue("stuck", then, addDays(fromOn, n))).toBe(false);
        }
      }
    },
  );
});
