// A week without reminders of plans and without cheer, for somebody in mourning.
import { expect, test } from "vitest";
import { afterQuiet, isGrief, isQuiet, quietEndFrom } from "../../../src/domain/people/quiet.js";

const NOW = new Date("2024-06-10T16:30:00Z");

test("a week of quiet ends at eight in the morning of the person's own seventh day", () => {
  // 23:30 on Monday in Jakarta; in Jayapura it is Tuesday already.
  expect(quietEndFrom({ zone: "Asia/Jakarta" }, NOW)).toEqual(new Date("2024-06-17T01:00:00Z"));
  expect(quietEndFrom({ zone: "Asia/Jayapura" }, NOW)).toEqual(new Date("2024-06-17T23:00:00Z"));
  expect(quietEndFrom({ zone: null }, NOW)).toEqual(new Date("2024-06-17T01:00:00Z"));
});

test("it is quiet until that instant, and nobody is quiet who never told of anything", () => {
  const quietUntil = new Date("2024-06-17T01:00:00Z");
  expect(isQuiet({ quietUntil }, new Date("2024-06-17T00:59:59Z"))).toBe(true);
  expect(isQuiet({ quietUntil }, quietUntil)).toBe(false);
  expect(isQuiet({ quietUntil: null }, NOW)).toBe(false);
  expect(afterQuiet({ quietUntil }, NOW)).toEqual(quietUntil);
  expect(afterQuiet({ quietUntil: NOW }, quietUntil)).toEqual(quietUntil);
  expect(afterQuiet({ quietUntil: null }, NOW)).toEqual(NOW);
});

test("only a plan that does not move because of illness, mourning or disaster is grief", () => {
  expect(isGrief({ state: "stuck", obstacle: "illness" })).toBe(true);
  expect(isGrief({ state: "stuck", obstacle: "budget" })).toBe(false);
  expect(isGrief({ state: "done", obstacle: "illness" })).toBe(false);
});
