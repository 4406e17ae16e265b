// The rules as the program has them, before an office changed any.
import { DEFAULT_PROVINCE_RULE, type ProvinceRule } from "../caseload/with-province.js";
import { DEFAULT_BUDGET, type MessageBudget } from "../messages/message-budget.js";
import { AGES, KEPT_YEARS } from "../own-data/keeping.js";
import { DEFAULT_LADDER } from "../plans/plan-reminder.js";
import type { Day } from "../time/calendar.js";
import { DEFAULT_HOLIDAYS, type Holiday } from "../time/holidays.js";
import { hoursOf, type RestDays } from "../time/working-hours.js";
import { AGE_NAMES, type RuleValues } from "./rule-values.js";
import type { AskedQuestions, Rules } from "./rules.js";

/** What the environment may have changed. */
interface Said {
  rest: RestDays;
  budget?: MessageBudget;
  provinceRule?: ProvinceRule;
  keptYears?: number;
}

export function shippedRules(said: Said, asked: AskedQuestions): Rules {
  const { workingHours, speaking } = hoursOf(said.rest);
  const { perDay, perWeek, perClassDay } = said.budget ?? DEFAULT_BUDGET;
  const { lateDays, tries } = said.provinceRule ?? DEFAULT_PROVINCE_RULE;
  const offset = (name: string) => {
    const rung = DEFAULT_LADDER.find((one) => one.name === name);
    return rung === undefined ? null : Math.abs(rung.days);
  };
  const values: RuleValues = {
    ...{ before1: offset("before1"), before2: offset("before2"), before3: offset("before3") },
    ...{ before4: offset("before4"), before5: offset("before5"), after: offset("after") },
    ...{ provinceDays: lateDays, provinceTries: tries },
    ...{ workFrom: workingHours.from, workUntil: workingHours.until, ...speaking },
    ...{ perDay, perWeek, perClassDay },
    keptYears: said.keptYears ?? KEPT_YEARS,
    ...(Object.fromEntries(AGE_NAMES.map((name) => [name, AGES[name].days])) as Record<
      (typeof AGE_NAMES)[number],
      number
    >),
  };
  const names = new Map(DEFAULT_HOLIDAYS.map(({ day, name }: Holiday) => [day, name]));
  const days = [...said.rest.holidays].sort() as Day[];
  return { values, holidays: Object.fromEntries(days.map((day) => [day, names.get(day) ?? "Hari libur"])), asked };
}
