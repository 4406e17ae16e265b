// Who looks after a class while its trainers are away.
import { describe, expect, test } from "vitest";
import { type Absence, type Colleague, lastDayOf, lookingAfter, spanOf } from "../../../src/domain/caseload/cover.js";

const [ANA, BUDI, CICI, DEDI] = [1, 2, 3, 4] as const;
const WELL: Colleague = { isTrainer: true, isReachable: true };
const COLLEAGUES = new Map([ANA, BUDI, CICI, DEDI].map((id) => [id, WELL]));
/** Thursday to Saturday in Jakarta. */
const away = (personId: number, coverId: number | null): Absence => ({
  ...{ personId, coverId },
  ...spanOf("Asia/Jakarta", "2024-07-04", "2024-07-06"),
});
const FRIDAY = new Date("2024-07-05T03:00:00Z");

const told = (trainers: number[], absences: Absence[], at = FRIDAY, colleagues: Map<number, Colleague> = COLLEAGUES) =>
  lookingAfter(trainers, absences, colleagues, at).flatMap((one) => (one.isAway ? [] : [one.personId]));

describe("who is told", () => {
  test("is every trainer of the class, while nobody is away", () => {
    expect(told([ANA, BUDI], [])).toEqual([ANA, BUDI]);
  });

  test("is the cover in place of the one who is away, and the other trainers", () => {
    expect(told([ANA, BUDI], [away(ANA, CICI)])).toEqual([BUDI, CICI]);
  });

  test("is the trainer again at the first moment after the last day, by their own clock, and not before the first", () => {
    expect(told([ANA], [away(ANA, CICI)], new Date("2024-07-03T16:59:59Z"))).toEqual([ANA]);
    expect(told([ANA], [away(ANA, CICI)], new Date("2024-07-03T17:00:00Z"))).toEqual([CICI]);
    expect(told([ANA], [away(ANA, CICI)], new Date("2024-07-06T16:59:59Z"))).toEqual([CICI]);
    expect(told([ANA], [away(ANA, CICI)], new Date("2024-07-06T17:00:00Z"))).toEqual([ANA]);
    expect(lastDayOf(away(ANA, null), "Asia/Jakarta")).toBe("2024-07-06");
  });

  test("is a trainer of the class who covers for the other one once, as their own", () => {
    expect(lookingAfter([ANA, BUDI], [away(ANA, BUDI)], COLLEAGUES, FRIDAY)).toEqual([
      { personId: ANA, forId: null, isAway: true },
      { personId: BUDI, forId: null, isAway: false },
    ]);
  });

  test("is one who covers for two of its trainers once", () => {
    expect(told([ANA, BUDI], [away(ANA, CICI), away(BUDI, CICI)])).toEqual([CICI]);
  });

  test("is nobody where two cover for each other and both are away", () => {
    expect(told([ANA], [away(ANA, BUDI), away(BUDI, ANA)])).toEqual([]);
  });

  test("is not the cover's cover: who agreed to one class did not agree to another", () => {
    expect(told([ANA], [away(ANA, BUDI), away(BUDI, CICI)])).toEqual([]);
  });

  test("is nobody where the cover is a trainer no more, cannot be reached, or was never chosen", () => {
    const without = (one: Partial<Colleague>) => new Map([...COLLEAGUES, [CICI, { ...WELL, ...one }]]);
    expect(told([ANA], [away(ANA, CICI)], FRIDAY, without({ isTrainer: false }))).toEqual([]);
    expect(told([ANA], [away(ANA, CICI)], FRIDAY, without({ isReachable: false }))).toEqual([]);
    expect(told([ANA], [away(ANA, null)])).toEqual([]);
  });

  test("is nobody of another class whose trainer is away", () => {
    expect(told([ANA], [away(BUDI, CICI)])).toEqual([ANA]);
  });
});
