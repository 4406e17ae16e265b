// The ages of what is kept stand in one table, and the README shows it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AGES, KEPT_YEARS, yearsBefore } from "../../../src/domain/own-data/keeping.js";

const README = readFileSync(join(import.meta.dirname, "..", "..", "..", "README.md"), "utf8");

test("the README shows every age, and no other", () => {
  const section = README.split("## What is kept, and how long")[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => /^\| .* \| \d+ \| .* \|$/.test(line));
  expect(rows).toEqual(Object.values(AGES).map(({ what, days, from }) => `| ${what} | ${days} | ${from} |`));
  expect(section).toContain(`\`KEEP_YEARS\` (${KEPT_YEARS})`);
});

test("years are counted by the calendar", () => {
  expect(yearsBefore(new Date("2026-11-28T02:00:00Z"), 2).toISOString()).toBe("2024-11-28T02:00:00.000Z");
});
