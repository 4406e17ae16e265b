// What a workbook of rules comes to, on top of the rules in force.
import type { Question } from "../../domain/reports/questionnaire.js";
import { clashesIn, judgeRules } from "../../domain/rules/judge-rules.js";
import { rebased } from "../../domain/rules/rebase-rules.js";
import { differencesBetween } from "../../domain/rules/rule-differences.js";
import { questionsIn, type Rules } from "../../domain/rules/rules.js";
import type { RuleSheets } from "../../domain/rules/sheets/read-rule-sheets.js";
import { readSimValue } from "../../domain/sim/sim-mapping.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { KeptVersion } from "../../ports/rules.js";
import type { Settings, World } from "../../ports.js";
import { shippedOf } from "./rules-now.js";
import { numberInForce, rulesIn } from "./view-rules.js";

/** What the workbook changes of the version that it was made of, on top of the one in force. */
export function judged(
  { settings, clock }: Pick<World, "settings" | "clock">,
  versions: readonly KeptVersion[],
  sheets: RuleSheets,
) {
  const { rules: shipped } = shippedOf(settings);
  const inForce = rulesIn(shipped, versions.at(-1));
  const made = versions.find(({ number }) => number === sheets.base);
  const base = made === undefined && sheets.base !== 0 ? numberInForce(versions) : (sheets.base ?? 0);
  const start = base === 0 ? shipped : rulesIn(shipped, made ?? versions.at(-1));
  const kinds = kindsIn(settings, versions);
  const needed = neededIn(settings);
  const today = dayIn("Asia/Jakarta", clock.now());
  // What a colleague has brought back since is missed in no file that never had it.
  const before = { kinds, neededQuestions: needed.filter((one) => isAskedIn(start, one)) };
  const { rules: mine, faults: own, missing } = judgeRules(sheets, { start, inForce, before, today });
  const rules = rebased(start, mine, inForce);
  // What was changed meanwhile may not go with it.
  const isMoved = differencesBetween(start, inForce).length > 0;
  const clashes = isMoved && own.length === 0 ? clashesIn(rules, { kinds, neededQuestions: needed }, today) : [];
  const differences = differencesBetween(inForce, rules);
  return {
    ...{ rules, missing, differences, faults: [...own, ...clashes], isClash: clashes.length > 0 },
    /** Versions that were put in force after it was made, where they come to something. */
    since: isMoved ? versions.filter(({ number }) => number > base) : [],
    /** It says something else than the rules in force, and nothing of that is a change. */
    isOlder: differences.length === 0 && differencesBetween(mine, inForce).length > 0,
  };
}

function kindsIn({ questions }: Settings, versions: readonly KeptVersion[]): ReadonlyMap<string, Question["kind"]> {
  const asked = [...questions.all, ...versions.flatMap(({ changes }) => changes.asked ?? [])];
  return new Map(
    asked.flatMap((one) => questionsIn(one).map(({ question }) => [question.key, question.kind] as const)),
  );
}

/** What files for SIM are made of, as far as it is asked now. */
function neededIn({ sim, questions }: Settings): string[] {
  const inForce = questionsIn(questions.current).map(({ type, question }) => `${type}.${question.key}`);
  const values = sim.columns.flatMap(({ value }) => {
    const read = readSimValue(value, questions);
    return read?.of === "answer" ? [`${read.type}.${read.question.key}`] : [];
  });
  return [...new Set(values)].filter((value) => inForce.includes(value));
}

function isAskedIn({ asked }: Rules, question: string): boolean {
  return questionsIn(asked).some((one) => `${one.type}.${one.question.key}` === question);
}
