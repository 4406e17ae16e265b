// When the province helps with somebody: the edges of the rule.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_PROVINCE_RULE,
  isNewWithProvince,
  type ProvinceFacts,
  withProvinceFrom,
  withProvinceSince,
} from "../../../src/domain/caseload/with-province.js";
import { addDays, type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";

const ZONE = "Asia/Jakarta" as const;
const DUE: Day = "2024-07-07";
const at = (day: Day, time = "09:00") => instantAt(ZONE, day, time);

/** Late since 7 July, reminded on the 10th and the 15th, never heard of. */
const facts = (given: Partial<ProvinceFacts> = {}): ProvinceFacts => ({
  ...{ state: "not_started", dueOn: DUE, putOffTo: null, lastHeardAt: null, zone: ZONE },
  triedAt: [at("2024-07-10"), at("2024-07-15")],
  ...given,
});
const from = (given: Partial<ProvinceFacts> = {}, rule = DEFAULT_PROVINCE_RULE) => withProvinceFrom(facts(given), rule);

const isHelped = (today: Day, given: Partial<ProvinceFacts> = {}) =>
  withProvinceSince({ hasJoined: true, pausedTo: null, plans: [facts(given)] }, today, DEFAULT_PROVINCE_RULE) !== null;

test("somebody reminded twice is with the province on the fourteenth day after the deadline, and not on the thirteenth", () => {
  expect(isHelped("2024-07-20")).toBe(false);
  expect(isHelped("2024-07-21")).toBe(true);
});

test("one try is not enough, and two on one day are one", () => {
  expect(from({ triedAt: [] })).toBeNull();
  expect(from({ triedAt: [at("2024-07-10")] })).toBeNull();
  expect(from({ triedAt: [at("2024-07-10"), at("2024-07-10", "23:00")] })).toBeNull();
  // Half past eleven in the west is the next day in the east.
  const east = { zone: "Asia/Jayapura", triedAt: [at("2024-07-10"), at("2024-07-10", "23:30")] } as const;
  expect(from(east)).toBe("2024-07-21");
});

test("after the last try that is needed there are three days to answer, in whichever order they were noted", () => {
  const late = [at("2024-07-30"), at("2024-07-10")];
  expect(from({ triedAt: late })).toBe("2024-08-02");
  // A third try puts nothing off.
  expect(from({ triedAt: [...late, at("2024-08-01")] })).toBe("2024-08-02");
});

test("a word in between makes the tries before it count no longer", () => {
  expect(from({ lastHeardAt: at("2024-07-12") })).toBeNull();
  expect(from({ lastHeardAt: at("2024-07-09") })).toBe("2024-07-21");
  // An answer on the day of a reminder, after it.
  expect(from({ lastHeardAt: at("2024-07-10", "18:00") })).toBeNull();
  const again = [at("2024-07-10"), at("2024-07-15"), at("2024-07-20")];
  expect(from({ lastHeardAt: at("2024-07-12"), triedAt: again })).toBe("2024-07-23");
});

test("more time, and what was put off, come first", () => {
  expect(from({ dueOn: "2024-07-28" })).toBe("2024-08-11");
  expect(isHelped("2024-07-25", { dueOn: "2024-07-28" })).toBe(false);
  // They are reminded on the 25th, and have that day to answer.
  expect(from({ putOffTo: "2024-07-25" })).toBe("2024-07-26");
  expect(from({ putOffTo: "2024-07-12" })).toBe("2024-07-21");
});

test("what is done is nobody's care, and of those not joined or on a pause nobody is with the province", () => {
  expect(from({ state: "done" })).toBeNull();
  const person = { hasJoined: true, pausedTo: null, plans: [facts()] };
  const since = (given: Partial<Parameters<typeof withProvinceSince>[0]>) =>
    withProvinceSince({ ...person, ...given }, "2024-08-01", DEFAULT_PROVINCE_RULE);
  expect(since({})).toBe("2024-07-21");
  expect(since({ hasJoined: false })).toBeNull();
  expect(since({ plans: [] })).toBeNull();
  expect(since({ pausedTo: "2024-08-02" })).toBeNull();
  expect(since({ pausedTo: "2024-08-01" })).toBe("2024-07-21");
  // By the first of the plans that is.
  expect(since({ plans: [facts({ dueOn: "2024-07-14" }), facts(), facts({ state: "done" })] })).toBe("2024-07-21");
});

test("the programme says after how many days and tries", () => {
  expect(from({}, { lateDays: 7, tries: 2 })).toBe("2024-07-18");
  expect(from({}, { lateDays: 7, tries: 1 })).toBe("2024-07-14");
  expect(from({}, { lateDays: 14, tries: 3 })).toBeNull();
});

test("it is new for a week", () => {
  expect(isNewWithProvince("2024-07-21", "2024-07-21")).toBe(true);
  expect(isNewWithProvince("2024-07-21", "2024-07-27")).toBe(true);
  expect(isNewWithProvince("2024-07-21", "2024-07-28")).toBe(false);
});

describe("whatever happened", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2024-07-01", n));
  const moment = fc
    .tuple(day, fc.integer({ min: 0, max: 23 }))
    .map(([on, hour]) => at(on, `${String(hour).padStart(2, "0")}:00`));
  const anything = fc.record({
    state: fc.constantFrom("unwritten", "not_started", "in_progress", "stuck", "done"),
    dueOn: day,
    putOffTo: fc.option(day),
    lastHeardAt: fc.option(moment),
    triedAt: fc.array(moment, { maxLength: 6 }),
    zone: fc.constantFrom("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
  }) as fc.Arbitrary<ProvinceFacts>;
  const rules = fc.record({ lateDays: fc.integer({ min: 1, max: 30 }), tries: fc.integer({ min: 1, max: 4 }) });

  test("nobody is with the province sooner than the rule says, nor right after a word of theirs", () => {
    let met = 0;
    fc.assert(
      fc.property(anything, rules, (plan, rule) => {
        const since = withProvinceFrom(plan, rule);
        if (since === null) return;
        met += 1;
        expect(since >= addDays(plan.dueOn, rule.lateDays)).toBe(true);
        const days = new Set(
          plan.triedAt
            .filter((one) => plan.lastHeardAt === null || one > plan.lastHeardAt)
            .map((one) => dayIn(plan.zone, one))
            .filter((one) => addDays(one, 3) <= since),
        );
        expect(days.size).toBeGreaterThanOrEqual(rule.tries);
        expect(withProvinceFrom({ ...plan, lastHeardAt: at(addDays(since, 99)) }, rule)).toBeNull();
      }),
    );
    expect(met).toBeGreaterThan(10);
  });

  test("a stricter rule brings nobody there sooner, and another try puts nobody off", () => {
    fc.assert(
      fc.property(anything, rules, moment, (plan, rule, more) => {
        const since = withProvinceFrom(plan, rule) ?? "9999-12-31";
        const stricter = { lateDays: rule.lateDays + 1, tries: rule.tries + 1 };
        expect((withProvinceFrom(plan, stricter) ?? "9999-12-31") >= since).toBe(true);
        const last = plan.triedAt.reduce((latest, one) => (one > latest ? one : latest), more);
        const later = withProvinceFrom({ ...plan, triedAt: [...plan.triedAt, last] }, rule) ?? "9999-12-31";
        expect(later <= since).toBe(true);
      }),
    );
  });
});
