// What is wrong with a workbook of rules, in words.
import { expect, test } from "vitest";
import type { RuleFault } from "../../src/domain/rules/rule-fault.js";
import { textsFor } from "../../src/texts/index.js";

const said = (fault: RuleFault) => textsFor("en").ruleWords.fault(fault);

test("a question keeps its code in what is said of it, though an hour is called the same", () => {
  expect(said({ sheet: "questions", line: 3, reason: "twice", about: "summary" })).toContain(
    "“summary” is there twice",
  );
  expect(said({ sheet: "hours", line: 3, reason: "twice", about: "summary" })).toContain("“daily summary to trainers”");
});

test("what stands in a row is found by it, and what stands in none by its plan and code", () => {
  const about = { sheet: "questions", reason: "no_part", about: "women" } as const;
  const of = { plan: "advocacy", code: "widows" } as const;
  expect(said({ ...about, line: 4, of })).toMatch(/^Questions row 4: no number/);
  expect(said({ ...about, line: null, of })).toMatch(/^Questions \(Advocacy, “widows”\): no number/);
});
