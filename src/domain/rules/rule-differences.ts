// What one set of rules has that another has not, one by one, as people are told before they put it in force.
import { PLAN_TYPES, type PlanType } from "../plans/work-plan.js";
import type { Day } from "../time/calendar.js";
import { VALUE_NAMES, type Value, type ValueName } from "./rule-values.js";
import { type AskedQuestions, isSame, questionsIn, type Rules } from "./rules.js";

export type RuleDifference =
  | { of: "value"; name: ValueName; from: Value; to: Value }
  | { of: "holiday"; day: Day; from: string | null; to: string | null }
  /** moved: another order, and nothing else. */
  | { of: "question"; type: PlanType; key: string; label: Labels; how: "added" | "removed" | "changed" }
  | { of: "order"; type: PlanType }
  | { of: "obstacle"; key: string; label: Labels; how: "added" | "removed" | "changed" }
  | { of: "obstacle_order" };

type Labels = Readonly<Record<"id" | "en", string>>;

export function differencesBetween(before: Rules, after: Rules): RuleDifference[] {
  return [...inQuestions(before.asked, after.asked), ...inValues(before, after), ...inHolidays(before, after)];
}

function inValues({ values: before }: Rules, { values: after }: Rules): RuleDifference[] {
  return VALUE_NAMES.filter((name) => before[name] !== after[name]).map(
    (name): RuleDifference => ({ of: "value", name, from: before[name], to: after[name] }),
  );
}

function inHolidays({ holidays: before }: Rules, { holidays: after }: Rules): RuleDifference[] {
  const days = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort() as Day[];
  return days
    .filter((day) => before[day] !== after[day])
    .map((day): RuleDifference => ({ of: "holiday", day, from: before[day] ?? null, to: after[day] ?? null }));
}

function inQuestions(before: AskedQuestions, after: AskedQuestions): RuleDifference[] {
  return [...PLAN_TYPES.flatMap((type) => inSet(type, before, after)), ...inObstacles(before, after)];
}

function inSet(type: PlanType, before: AskedQuestions, after: AskedQuestions): RuleDifference[] {
  const keys = (of: AskedQuestions) => of.sets[type].map(({ key }) => key);
  const found: RuleDifference[] = [];
  const said = (of: AskedQuestions, key: string) => ({ of: "question", type, key, label: labelOf(of, key) }) as const;
  for (const key of keys(after)) {
    if (!keys(before).includes(key)) found.push({ ...said(after, key), how: "added" });
    else if (!isSame(inFull(before, type, key), inFull(after, type, key)))
      found.push({ ...said(after, key), how: "changed" });
  }
  for (const key of keys(before)) if (!keys(after).includes(key)) found.push({ ...said(before, key), how: "removed" });
  return isOtherOrder(keys(before), keys(after)) ? [...found, { of: "order", type }] : found;
}

function inObstacles(before: AskedQuestions, after: AskedQuestions): RuleDifference[] {
  const found: RuleDifference[] = [];
  const label = ({ words }: AskedQuestions, key: string) => ({
    id: words.id.obstacles[key] ?? key,
    en: words.en.obstacles[key] ?? key,
  });
  for (const key of after.obstacles) {
    const isNew = !before.obstacles.includes(key);
    if (isNew || !isSame(label(before, key), label(after, key)))
      found.push({ of: "obstacle", key, label: label(after, key), how: isNew ? "added" : "changed" });
  }
  for (const key of before.obstacles)
    if (!after.obstacles.includes(key)) found.push({ of: "obstacle", key, label: label(before, key), how: "removed" });
  return isOtherOrder(before.obstacles, after.obstacles) ? [...found, { of: "obstacle_order" }] : found;
}

/** Of those that both have. */
export function isOtherOrder(before: readonly string[], after: readonly string[]): boolean {
  const stays = (keys: readonly string[], others: readonly string[]) => keys.filter((key) => others.includes(key));
  return !isSame(stays(before, after), stays(after, before));
}

/** A question with all that is said about it. */
function inFull(asked: AskedQuestions, type: PlanType, key: string) {
  const found = questionsIn(asked).find((one) => one.type === type && one.question.key === key);
  const words = (["id", "en"] as const).map((language) => {
    const { labels, shorts, asks, examples, choices } = asked.words[language];
    return [labels[key], shorts?.[key], asks[key], examples[key], choices[key]];
  });
  return [found?.question, words];
}

function labelOf({ words }: AskedQuestions, key: string): Labels {
  return { id: words.id.labels[key] ?? key, en: words.en.labels[key] ?? key };
}
