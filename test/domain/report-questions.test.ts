import { describe, expect, test } from "vitest";
import { faultsOf, type QuestionSets, questionsOf, REPORT_QUESTIONS } from "../../src/domain/report-questions.js";
import { PLAN_TYPES } from "../../src/domain/work-plan.js";
import { textsFor } from "../../src/texts/index.js";

const ONE = [{ key: "visitors", kind: "amount", max: 10 }] as const;
const sets = (changed: Partial<QuestionSets["sets"]>): QuestionSets => ({
  version: 1,
  sets: { information_services: ONE, community_engagement: ONE, advocacy: ONE, ...changed },
});

test("the questions in force can be asked", () => {
  expect(faultsOf(REPORT_QUESTIONS)).toEqual([]);
});

test.each(["id", "en"] as const)("every question is asked in %s, with an example where it is typed", (language) => {
  const words = textsFor(language).reportQuestions;
  for (const question of PLAN_TYPES.flatMap(questionsOf)) {
    expect(words.ask(question.key)).toMatch(/\?$/);
    if (question.kind === "amount" || question.kind === "text" || question.kind === "day") {
      expect(words.example(question.key)).not.toBe("");
    }
  }
});

describe("a broken set is refused", () => {
  test.each<[string, QuestionSets, string]>([
    ["an empty set", sets({ advocacy: [] }), "advocacy has no question."],
    ["a key twice", sets({ advocacy: [...ONE, ...ONE] }), "advocacy.visitors stands twice."],
    ["one key of two kinds", sets({ advocacy: [{ key: "visitors", kind: "text" }] }), "visitors is of two kinds."],
    ["a maximum of zero", sets({ advocacy: [{ key: "value", kind: "amount", max: 0 }] }), "above 0"],
    ["a single choice", sets({ advocacy: [{ key: "met", kind: "choice", choices: ["bpd"] }] }), "nothing to choose"],
    [
      "a choice twice",
      sets({ advocacy: [{ key: "met", kind: "choice", choices: ["a", "a"] }] }),
      "choice stands twice",
    ],
    ["a key that fits no button", sets({ advocacy: [{ key: "Met whom?", kind: "text" }] }), "snake_case"],
    ["no version", { ...sets({}), version: 0 }, "version"],
  ])("%s", (_, broken, fault) => {
    expect(faultsOf(broken).join(" ")).toContain(fault);
  });
});
