// Counts whom a change of the rules would concern.
import { yearsBefore } from "../../domain/own-data/keeping.js";
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import { type RuleEffect, stepEffects } from "../../domain/rules/rule-effects.js";
import { RULE_VALUES, type ValueSheet } from "../../domain/rules/rule-values.js";
import { addDays, type Day, dayIn } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";

/** After the due day people are asked once more for at most so long. */
const FARTHEST_AFTER = 7;

export async function effectsOf(
  { store, clock }: Pick<World, "store" | "clock">,
  differences: readonly RuleDifference[],
): Promise<RuleEffect[]> {
  const now = clock.now();
  const today = dayIn("Asia/Jakarta", now);
  const touches = (sheet: ValueSheet) =>
    differences.some((one) => one.of === "value" && RULE_VALUES[one.name].sheet === sheet);
  const effects: RuleEffect[] = [];
  if (differences.some(({ of }) => ["question", "order", "obstacle", "obstacle_order"].includes(of)))
    effects.push({ of: "begun", reports: await store.rules.begunReports() });
  if (touches("reminders")) {
    const plans = await store.rules.openPlans(addDays(today, -FARTHEST_AFTER));
    effects.push(...stepEffects(differences, plans, today));
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
    const people = await store.rules.endedBefore(dayIn("Asia/Jakarta", yearsBefore(now, years)));
    effects.push({ of: "forgotten", people, years });
  }
  return effects;
}
