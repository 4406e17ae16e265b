import { expect, test } from "vitest";
import { percentOf } from "../../../src/domain/numbers/percent.js";
import {
  allPlans,
  causesIn,
  lightOfArea,
  type Numbers,
  noNumbers,
  sumOf,
  worstFirst,
} from "../../../src/domain/overview/numbers.js";

function numbers(people: Partial<Numbers["people"]>): Numbers {
  const all = noNumbers();
  return { ...all, people: { ...all.people, ...people } };
}

test("percents are whole, and are 0 or 100 only for none and for all", () => {
  expect([percentOf(0, 9), percentOf(1, 1000), percentOf(999, 1000), percentOf(9, 9), percentOf(1, 3)]).toEqual([
    0, 1, 99, 100, 33,
  ]);
  expect(percentOf(0, 0)).toBeNull();
});

test("an area's light is of those who are well on their way, at the bounds too", () => {
  expect(lightOfArea(numbers({ people: 4, finished: 1, on_course: 1, awaiting_review: 1, silent: 1 }))).toBe("green");
  expect(lightOfArea(numbers({ people: 100, on_course: 74, silent: 26 }))).toBe("yellow");
  expect(lightOfArea(numbers({ people: 2, paused: 1, blocked: 1 }))).toBe("yellow");
  expect(lightOfArea(numbers({ people: 100, on_course: 49, not_joined: 51 }))).toBe("red");
  expect(lightOfArea(numbers({}))).toBeNull();
});

test("sums add up everything, and the three kinds of plan together are all plans", () => {
  const one = numbers({ people: 2, silent: 2 });
  one.plans.advocacy = { plans: 3, written: 2, reported: 1, reviewed: 1, done: 0, late: 1 };
  one.plans.information_services = { plans: 1, written: 1, reported: 1, reviewed: 0, done: 1, late: 0 };
  const sum = sumOf([one, one, numbers({ people: 5, joined: 1 })]);
  expect(sum.people).toMatchObject({ people: 9, silent: 4, joined: 1 });
  expect(allPlans(sum)).toEqual({ plans: 8, written: 6, reported: 4, reviewed: 2, done: 2, late: 2 });
  // What was summed is as it was.
  expect(one.people.people).toBe(2);
});

test("those that need help most come first, those with nobody last, and causes by how common they are", () => {
  const areas = [
    { name: "none", numbers: numbers({}) },
    { name: "half", numbers: numbers({ people: 2, on_course: 1, silent: 1 }) },
    { name: "bad", numbers: numbers({ people: 9, silent: 9 }) },
    { name: "good", numbers: numbers({ people: 9, finished: 9 }) },
    { name: "half too", numbers: numbers({ people: 4, on_course: 2, blocked: 2 }) },
  ];
  expect(worstFirst(areas).map(({ name }) => name)).toEqual(["bad", "half", "half too", "good", "none"]);
  expect(causesIn(numbers({ people: 9, silent: 2, blocked: 5, obstacle: 2 }))).toEqual([
    "blocked",
    "obstacle",
    "silent",
  ]);
});
