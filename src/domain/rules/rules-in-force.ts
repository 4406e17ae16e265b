// From the versions of an office's rules to what the rest of the program reads.
import type { ProvinceRule } from "../caseload/with-province.js";
import type { MessageBudget } from "../messages/message-budget.js";
import type { ShorterAges } from "../own-data/keeping.js";
import type { Ladder, LadderRung } from "../plans/plan-reminder.js";
import type { QuestionSets, QuestionVersions } from "../reports/questionnaire.js";
import { type Day, dayIn } from "../time/calendar.js";
import type { Hours } from "../time/day-plan.js";
import type { RestDays } from "../time/working-hours.js";
import { AGE_NAMES, type RuleValues, SPEAKING, STEPS_BEFORE } from "./rule-values.js";
import { type RuleChanges, type Rules, rulesWith } from "./rules.js";

export interface RuleVersion {
  number: number;
  changes: RuleChanges;
  at: Date;
}

/** What the program's files, constants and environment say. */
export interface ShippedRules {
  rules: Rules;
  questions: QuestionVersions;
}

interface RulesInForce {
  rest: RestDays;
  budget: MessageBudget;
  provinceRule: ProvinceRule;
  ladder: Ladder;
  keptYears: number;
  ages: ShorterAges;
  questions: QuestionVersions;
}

/** Questions of files have at most three digits; those of an office have the number of its version above them. */
export const FIRST_OF_OFFICE = 1000;

/** `versions`: all there are, the oldest first. */
export function inForce(shipped: ShippedRules, versions: readonly RuleVersion[]): RulesInForce {
  const newest = versions.at(-1);
  const { values, holidays } = newest === undefined ? shipped.rules : rulesWith(shipped.rules, newest.changes);
  const number = (name: keyof RuleValues) => Number(values[name]);
  const text = (name: keyof RuleValues) => String(values[name]);
  return {
    rest: {
      holidays: new Set(Object.keys(holidays) as Day[]),
      hours: {
        workingHours: { from: text("workFrom"), until: text("workUntil") },
        speaking: Object.fromEntries(SPEAKING.map((name) => [name, text(name)])) as Hours["speaking"],
      },
    },
    budget: { perDay: number("perDay"), perWeek: number("perWeek"), perClassDay: number("perClassDay") },
    provinceRule: { lateDays: number("provinceDays"), tries: number("provinceTries") },
    ladder: ladderOf(shipped, versions),
    keptYears: number("keptYears"),
    ages: Object.fromEntries(AGE_NAMES.map((name) => [name, number(name)])),
    questions: questionsOf(shipped, versions),
  };
}

/** A version that asks the same as the one before it has that one's questions: who fills in a form is not told of a change that is none. */
function questionsOf({ questions }: ShippedRules, versions: readonly RuleVersion[]): QuestionVersions {
  const known = new Map<string, QuestionSets>();
  let current = questions.current;
  for (const { number, changes } of versions) {
    if (changes.asked === null) {
      current = questions.current;
      continue;
    }
    const written = JSON.stringify(changes.asked);
    const sets = known.get(written) ?? { ...changes.asked, version: FIRST_OF_OFFICE + number };
    known.set(written, sets);
    current = sets;
  }
  return { current, all: [...questions.all, ...known.values()] };
}

function offsetsOf(values: RuleValues): Map<string, number> {
  const before = STEPS_BEFORE.flatMap((name): [string, number][] =>
    values[name] === null ? [] : [[name, -Number(values[name])]],
  );
  return new Map<string, number>([...before, ["after", Number(values.after)]]);
}

/** Each rung with since when it stands where it does, and where it stood before. */
function ladderOf({ rules: shipped }: ShippedRules, versions: readonly RuleVersion[]): LadderRung[] {
  const history = [
    { offsets: offsetsOf(shipped.values), at: undefined as Date | undefined },
    ...versions.map(({ changes, at }) => ({ offsets: offsetsOf(rulesWith(shipped, changes).values), at })),
  ];
  const now = history.at(-1)?.offsets ?? new Map<string, number>();
  const taken = new Set(now.values());
  return [...now]
    .map(([name, days]): LadderRung => {
      // A day on which the ladder spoke all along speaks on, whichever rung stands there.
      const since = history.findLast(({ offsets }) => ![...offsets.values()].includes(days));
      const from = since === undefined ? undefined : history[history.indexOf(since) + 1]?.at;
      const before = history.flatMap(({ offsets, at }, n) => {
        const stood = offsets.get(name);
        const until = history[n + 1]?.at;
        if (stood === undefined || stood === days || taken.has(stood) || until === undefined) return [];
        return [{ days: stood, ...(at !== undefined && { from: dayOf(at) }), until: dayOf(until) }];
      });
      return { name, days, ...(from !== undefined && { since: from }), ...(before.length > 0 && { before }) };
    })
    .sort((a, b) => a.days - b.days);
}

function dayOf(at: Date): Day {
  return dayIn("Asia/Jakarta", at);
}
