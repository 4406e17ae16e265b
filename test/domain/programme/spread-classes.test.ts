// Who gets which class when those without a trainer are given out together.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClassToTeach, spreadClasses } from "../../../src/domain/programme/spread-classes.js";
import { addDays, type Day } from "../../../src/domain/time/calendar.js";

const TRAINERS = [1, 2, 3, 4];
const day = (n: number): Day => addDays("2026-05-01", n - 1);
const classes = fc
  .array(
    fc.record({
      start: fc.integer({ min: 1, max: 20 }),
      length: fc.integer({ min: 0, max: 5 }),
      trainerIds: fc.subarray(TRAINERS, { maxLength: 2 }),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(
      ({ start, length, trainerIds }, n): ClassToTeach => ({
        ...{ id: n + 1, startsOn: day(start), endsOn: day(start + length), trainerIds },
      }),
    ),
  );

test("nobody gets more than the most, nobody two at once, and no class that has a trainer another", () => {
  fc.assert(
    fc.property(classes, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const { given, left } = spreadClasses(all, TRAINERS, { most });
      const open = all.filter(({ trainerIds }) => trainerIds.length === 0).map(({ id }) => id);
      expect([...given.map(({ classId }) => classId), ...left].sort()).toEqual(open.sort());
      for (const id of TRAINERS) {
        const had = all.filter(({ trainerIds }) => trainerIds.includes(id));
        const got = all.filter((one) => given.some(({ classId, personId }) => classId === one.id && personId === id));
        if (got.length > 0) expect(had.length + got.length).toBeLessThanOrEqual(most);
        for (const one of got) {
          const others = [...had, ...got].filter((other) => other !== one);
          expect(others.filter((other) => one.startsOn <= other.endsOn && other.startsOn <= one.endsOn)).toEqual([]);
        }
      }
    }),
  );
});

test("spread once, nothing is left that could be given", () => {
  fc.assert(
    fc.property(classes, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const first = spreadClasses(all, TRAINERS, { most });
      const after = all.map((one) => {
        const got = first.given.find(({ classId }) => classId === one.id);
        return got === undefined ? one : { ...one, trainerIds: [got.personId] };
      });
      expect(spreadClasses(after, TRAINERS, { most })).toEqual({ given: [], left: first.left });
    }),
  );
});

test("classes one after the other go round: the loads differ by one at most", () => {
  const all = Array.from({ length: 10 }, (_, n) => ({
    ...{ id: n + 1, startsOn: day(n * 2 + 1), endsOn: day(n * 2 + 2), trainerIds: [] },
  }));
  const { given } = spreadClasses(all, TRAINERS, { most: 5 });
  const loads = TRAINERS.map((id) => given.filter(({ personId }) => personId === id).length);
  expect(given).toHaveLength(10);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
});
