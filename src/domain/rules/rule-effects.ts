// Whom a change of the rules would concern, in numbers: what is shown before it is put in force.
import { addDays, type Day } from "../time/calendar.js";
import type { RuleDifference } from "./rule-differences.js";
import { STEPS_BEFORE, type Value, type ValueName } from "./rule-values.js";

export type RuleEffect =
  /** Reports that were begun and go on with the questions they began with. */
  | { of: "begun"; reports: number }
  /** Which day of a plan it is, before and after. `told`: people who are reminded on the new day. `past`: for whom that day is over. */
  | { of: "step"; name: ValueName; from: number | null; to: number | null; told: number; past: number }
  /** Messages that wait, and leave by the new hours. */
  | { of: "hours"; waiting: number }
  | { of: "holiday"; day: Day; waiting: number; sessions: number }
  | { of: "budget"; people: number }
  /** People who are forgotten the next night. */
  | { of: "forgotten"; people: number; years: number };

interface OpenPlans {
  dueOn: Day;
  people: number;
}

const STEPS: readonly string[] = [...STEPS_BEFORE, "after"];

/** What becomes of a step that is moved, added or taken out. */
export function stepEffects(
  differences: readonly RuleDifference[],
  plans: readonly OpenPlans[],
  today: Day,
): RuleEffect[] {
  return differences.flatMap((one): RuleEffect[] => {
    if (one.of !== "value" || !STEPS.includes(one.name)) return [];
    const [from, to] = [offset(one.name, one.from), offset(one.name, one.to)];
    const count = (isMeant: (dueOn: Day) => boolean) =>
      plans.filter(({ dueOn }) => isMeant(dueOn)).reduce((sum, { people }) => sum + people, 0);
    const isAhead = (dueOn: Day, days: number | null) => days !== null && addDays(dueOn, days) > today;
    return [
      {
        of: "step",
        ...{ name: one.name, from, to },
        told: count((dueOn) => isAhead(dueOn, to)),
        past: count((dueOn) => to !== null && isAhead(dueOn, from) && !isAhead(dueOn, to)),
      },
    ];
  });
}

function offset(name: ValueName, value: Value): number | null {
  if (value === null) return null;
  return name === "after" ? Number(value) : -Number(value);
}
