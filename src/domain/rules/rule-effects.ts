// Whom a change of the rules would concern, in numbers: what is shown before it is put in force.
import { isOfEarlierLadder, type Ladder } from "../plans/plan-reminder.js";
import { addDays, type Day, instantAt } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";
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
  | { of: "forgotten"; people: number; years: number }
  /** Something is kept for fewer days. */
  | { of: "shorter" };

/** Plans that are not done, alike in all that a reminder asks of them, and the people who hear of them. */
export interface OpenPlans {
  dueOn: Day;
  classEndsOn: Day;
  zone: Zone;
  /** When somebody was last reminded of them, or would have been. */
  remindedOn: Day | null;
  personIds: readonly number[];
}

const STEPS: readonly string[] = [...STEPS_BEFORE, "after"];

/** What becomes of a step that is moved, added or taken out: by the rule of the reminders themselves. `hour`: at which they speak. */
export function stepEffects(
  differences: readonly RuleDifference[],
  plans: readonly OpenPlans[],
  { ladder, hour, now }: { ladder: Ladder; hour: string; now: Date },
): RuleEffect[] {
  return differences.flatMap((one): RuleEffect[] => {
    if (one.of !== "value" || !STEPS.includes(one.name)) return [];
    const [from, to] = [offset(one.name, one.from), offset(one.name, one.to)];
    const rung = ladder.find(({ name }) => name === one.name);
    const morningOf = ({ dueOn, zone }: OpenPlans, days: number) => instantAt(zone, addDays(dueOn, days), hour);
    const isSaid = (plan: OpenPlans, days: number) => addDays(plan.dueOn, days) > plan.classEndsOn;
    const isAhead = (plan: OpenPlans, days: number | null) =>
      days !== null && isSaid(plan, days) && morningOf(plan, days) > now;
    const isTold = (plan: OpenPlans) => {
      if (rung === undefined || !isAhead(plan, rung.days)) return false;
      const on = addDays(plan.dueOn, rung.days);
      if (plan.remindedOn !== null && plan.remindedOn >= on) return false;
      const morning = morningOf(plan, rung.days);
      return !isOfEarlierLadder({ kind: "due", on, rung }, plan.dueOn, plan.remindedOn, morning);
    };
    const told = plans.filter(isTold);
    const past = plans.filter((plan) => to !== null && isAhead(plan, from) && !isAhead(plan, to));
    return [{ of: "step", ...{ name: one.name, from, to }, told: peopleIn(told), past: peopleIn(past) }];
  });
}

/** Each once, however many plans of theirs are due, and on however many days. */
function peopleIn(plans: readonly OpenPlans[]): number {
  return new Set(plans.flatMap(({ personIds }) => personIds)).size;
}

function offset(name: ValueName, value: Value): number | null {
  if (value === null) return null;
  return name === "after" ? Number(value) : -Number(value);
}
