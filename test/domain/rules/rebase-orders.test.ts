// Two admins change what stands in an order: each plan has one of its own, and so has each question with choices.
import { expect, test } from "vitest";
import type { PlanType } from "../../../src/domain/plans/work-plan.js";
import { rebased } from "../../../src/domain/rules/rebase-rules.js";
import type { Rules } from "../../../src/domain/rules/rules.js";
import { askedOf, rowsOf } from "../../../src/domain/rules/sheets/asked-rows.js";
import { rulesOfProgram } from "../../support/files/rules-workbook.js";

const turned = (rules: Rules, type: PlanType): Rules => ({
  ...rules,
  asked: { ...rules.asked, sets: { ...rules.asked.sets, [type]: rules.asked.sets[type].toReversed() } },
});

function withChoicesTurned(rules: Rules, code: string): Rules {
  const { choices, ...rows } = rowsOf(rules.asked);
  const own = choices.filter(({ question }) => question === code).toReversed();
  const others = choices.filter(({ question }) => question !== code);
  return { ...rules, asked: askedOf({ ...rows, choices: [...others, ...own] }) };
}

const keysOf = ({ asked }: Rules, type: PlanType) => asked.sets[type].map(({ key }) => key);
const choicesOf = ({ asked }: Rules, code: string) =>
  rowsOf(asked).choices.flatMap(({ question, code: choice }) => (question === code ? [choice] : []));

// Keeps A19.
test("who moves questions of one plan leaves those of another as a colleague has put them", async () => {
  const base = await rulesOfProgram();
  const [mine, theirs] = [turned(base, "community_engagement"), turned(base, "advocacy")];
  const both = rebased(base, mine, theirs);
  expect(keysOf(both, "advocacy")).toEqual(keysOf(theirs, "advocacy"));
  expect(keysOf(both, "community_engagement")).toEqual(keysOf(mine, "community_engagement"));
  expect(keysOf(both, "information_services")).toEqual(keysOf(base, "information_services"));
});

// Keeps A19.
test("who moves choices of one question leaves those of another as a colleague has put them", async () => {
  const base = await rulesOfProgram();
  const [one = "", other = ""] = new Set(rowsOf(base.asked).choices.map(({ question }) => question));
  const [mine, theirs] = [withChoicesTurned(base, one), withChoicesTurned(base, other)];
  const both = rebased(base, mine, theirs);
  expect(choicesOf(both, one)).toEqual(choicesOf(base, one).toReversed());
  expect(choicesOf(both, other)).toEqual(choicesOf(base, other).toReversed());
});
