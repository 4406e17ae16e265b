// Counts whom a change of the rules would concern.
import { yearsBefore } from "../../domain/own-data/keeping.js";
import { ASK_OPEN_DAYS } from "../../domain/plans/plan-reminder.js";
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import { type RuleEffect, stepEffects } from "../../domain/rules/rule-effects.js";
import { AGE_NAMES, RULE_VALUES, type ValueSheet } from "../../domain/rules/rule-values.js";
import { changesFrom, type Rules } from "../../domain/rules/rules.js";
import { inForce } from "../../domain/rules/rules-in-force.js";
import { addDays, type Day, dayIn, instantAt } from "../../domain/time/calendar.js";
import { DAY_PLAN } from "../../domain/time/day-plan.js";
import type { KeptVersion } from "../../ports/rules.js";
import type { World } from "../../ports.js";
import { shippedOf } from "./rules-now.js";

/** `rules`: as they would be in force. `versions`: those there are. */
interface RuleChange {
  differences: readonly RuleDifference[];
  rules: Rules;
  versions: readonly KeptVersion[];
}

export async function effectsOf(
  { store, clock, settings }: Pick<World, "store" | "clock" | "settings">,
  { differences, rules, versions }: RuleChange,
): Promise<RuleEffect[]> {
  const now = clock.now();
  const today = dayIn("Asia/Jakarta", now);
  const touches = (sheet: ValueSheet) =>
    differences.some((one) => one.of === "value" && RULE_VALUES[one.name].sheet === sheet);
  const effects: RuleEffect[] = [];
  if (differences.some(({ of }) => ["question", "order", "obstacle", "obstacle_order"].includes(of)))
    effects.push({ of: "begun", reports: await store.rules.begunReports() });
  if (touches("reminders")) {
    const plans = await store.rules.openPlans(addDays(today, -ASK_OPEN_DAYS));
    const shipped = shippedOf(settings);
    const changed = { number: 0, changes: changesFrom(shipped.rules, rules), at: now };
    const { ladder } = inForce(shipped, [...versions, changed]);
    effects.push(...stepEffects(differences, plans, { ladder, hour: String(rules.values.planReminder), now }));
  }
  const newDays = differences.flatMap((one): Day[] =>
    one.of === "holiday" && one.from === null && one.day >= today ? [one.day] : [],
  );
  if (touches("hours") || newDays.length > 0) {
    const waiting = await store.rules.waitingByDay(now);
    const sessions = await store.rules.sessionsOn(newDays, now);
    const sum = (rows: typeof waiting) => rows.reduce((before, { messages }) => before + messages, 0);
    if (touches("hours")) effects.push({ of: "hours", waiting: sum(waiting) });
    for (const day of newDays) {
      const found = { waiting: sum(waiting.filter((one) => one.day === day)) };
      effects.push({ of: "holiday", day, ...found, sessions: sessions.find((one) => one.day === day)?.sessions ?? 0 });
    }
  }
  if (touches("budget")) effects.push({ of: "budget", people: await store.rules.receivers() });
  for (const one of differences) {
    if (one.of !== "value" || one.name !== "keptYears") continue;
    const years = Number(one.to);
    const people = await store.rules.forgottenBefore(yearsBefore(nextErasure(now), years));
    effects.push({ of: "forgotten", people, years });
  }
  const ages: readonly string[] = AGE_NAMES;
  if (differences.some((one) => one.of === "value" && ages.includes(one.name))) effects.push({ of: "shorter" });
  return effects;
}

/** When the job of the night comes next. */
function nextErasure(now: Date): Date {
  const tonight = (day: Day) => instantAt("Asia/Jakarta", day, DAY_PLAN.nightly.eraseByAge);
  const today = dayIn("Asia/Jakarta", now);
  return tonight(today) > now ? tonight(today) : tonight(addDays(today, 1));
}
