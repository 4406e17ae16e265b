import { describe, expect, test } from "vitest";
import { excessIn, faultsBetween, faultsOf, type QuestionSets } from "../../../src/domain/reports/questionnaire.js";

const ONE = [{ key: "visitors", kind: "amount", max: 10 }] as const;
const sets = (changed: Partial<QuestionSets["sets"]>): QuestionSets => ({
  version: 1,
  obstacles: ["budget", "other"],
  sets: { information_services: ONE, community_engagement: ONE, advocacy: ONE, ...changed },
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
    ["no way to say something else", { ...sets({}), obstacles: ["budget"] }, "other"],
    [
      "a part of what is not asked",
      sets({ advocacy: [{ key: "value", kind: "amount", max: 9, partOf: "visitors" }] }),
      "no number is asked as visitors",
    ],
    ["an obstacle twice", { ...sets({}), obstacles: ["other", "other"] }, "stands twice"],
    ["no version", { ...sets({}), version: 0 }, "version"],
  ])("%s", (_, broken, fault) => {
    expect(faultsOf(broken).join(" ")).toContain(fault);
  });
});

test("a key keeps its kind from version to version", () => {
  const second = { ...sets({ advocacy: [{ key: "visitors", kind: "text" }] as const }), version: 2 };
  expect(faultsBetween([sets({}), { ...sets({}), version: 2 }])).toEqual([]);
  expect(faultsBetween([sets({}), second]).join(" ")).toContain("visitors is of another kind in version 2");
});

describe("parts beside their whole", () => {
  const parts = [
    { part: "women", whole: "participants" },
    { part: "children", whole: "participants" },
    { part: "users", whole: "visitors" },
  ];
  const excess = (amounts: Record<string, number>) => excessIn(parts, (key) => amounts[key] ?? null);

  test("fit while they are no more than it, alone and together", () => {
    expect(excess({ participants: 25, women: 20, children: 5, visitors: 3, users: 3 })).toBeNull();
    expect(excess({ participants: 0, women: 0 })).toBeNull();
  });

  test("fit while too little is known", () => {
    expect(excess({ women: 20, children: 30 })).toBeNull();
    expect(excess({ participants: 25 })).toBeNull();
  });

  test("exceed it alone or together, in whichever pair", () => {
    expect(excess({ participants: 25, children: 26, women: 1 })).toEqual({
      parts: ["children"],
      whole: "participants",
      sum: 26,
      all: 25,
    });
    expect(excess({ participants: 25, women: 20, children: 6 })).toEqual({
      parts: ["women", "children"],
      whole: "participants",
      sum: 26,
      all: 25,
    });
    expect(excess({ participants: 25, women: 20, visitors: 4, users: 5 })).toMatchObject({
      parts: ["users"],
      whole: "visitors",
    });
  });
});
