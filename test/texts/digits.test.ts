// Counts of a thousand and more: written as readers of each language write them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digits } from "../../src/texts/digits.js";
import { textsFor } from "../../src/texts/index.js";

test.each([
  ["id", "12.475"],
  ["en", "12,475"],
] as const)(
  "lists and buttons of ten thousand people say so with the mark of their language, in %s",
  (language, written) => {
    const { caseload, careActs, morning, pauses } = textsFor(language);
    expect(digits[language](12_475)).toBe(written);
    expect(digits[language](475)).toBe("475");
    const said = [
      caseload.filter("all", 12_475, true),
      caseload.causesMenu(12_475),
      careActs.remindMenu(12_475),
      morning.all(12_475),
      pauses.places.begun({ place: "Aceh", untilOn: "2024-07-10", people: 12_475 }).text,
    ];
    for (const one of said) expect(one).toContain(written);
  },
);

test("no other text brings a way of its own to write counts", () => {
  const texts = join(import.meta.dirname, "../../src/texts");
  const files = readdirSync(texts, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(100);
  const own = files.filter((file) => readFileSync(join(texts, file), "utf8").includes("Intl.NumberFormat"));
  expect(own).toEqual(["digits.ts"]);
});
