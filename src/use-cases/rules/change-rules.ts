// Admins of the whole country change the rules: judged first, put in force when they have seen whom it concerns.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Question } from "../../domain/reports/questionnaire.js";
import { askedFaults } from "../../domain/rules/judge-asked.js";
import { judgeRules } from "../../domain/rules/judge-rules.js";
import { valueFaults } from "../../domain/rules/judge-values.js";
import { rebased } from "../../domain/rules/rebase-rules.js";
import { differencesBetween, type RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import type { RuleFault } from "../../domain/rules/rule-fault.js";
import { changesFrom, questionsIn, type Rules } from "../../domain/rules/rules.js";
import { rowsOf } from "../../domain/rules/sheets/asked-rows.js";
import type { RuleSheets } from "../../domain/rules/sheets/read-rule-sheets.js";
import type { RuleSheet } from "../../domain/rules/sheets/rule-sheets.js";
import { readSimValue } from "../../domain/sim/sim-mapping.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { KeptVersion } from "../../ports/rules.js";
import type { Settings, World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";
import { effectsOf } from "./effects-of.js";
import { shippedOf } from "./rules-now.js";
import { numberInForce, rulesIn } from "./view-rules.js";

export interface RulesPreview {
  kind: "planned";
  /** Of the version in force that it is compared with. */
  inForce: number;
  /** Who put it in force after the workbook was made; null: nobody, or the account does not know. */
  meanwhile: { number: number; by: string | null } | null;
  faults: RuleFault[];
  missing: RuleSheet[];
  /** Tabs that are none of ours, by their names. */
  unread: readonly string[];
  differences: RuleDifference[];
  effects: RuleEffect[];
}

export async function previewRules(
  world: World,
  actor: KnownActor,
  sheets: RuleSheets,
): Promise<RulesPreview | { kind: "not_allowed" }> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const versions = await world.store.rules.all();
  const { rules, faults, missing, differences, base } = judged(world, versions, sheets);
  const inForce = numberInForce(versions);
  const by = base === inForce ? null : ((await world.store.rules.makersOf([inForce])).get(inForce) ?? null);
  return {
    kind: "planned",
    ...{ inForce, faults, missing, differences, unread: sheets.unread },
    meanwhile: base === inForce ? null : { number: inForce, by },
    effects: faults.length > 0 ? [] : await effectsOf(world, { differences, rules, versions }),
  };
}

export type ChangeRulesOutcome =
  | { kind: "changed"; number: number; differences: RuleDifference[] }
  /** It was judged against another version than the one in force. */
  | { kind: "meanwhile"; inForce: number }
  | { kind: "not_allowed" | "faulty" | "nothing" };

/** Call it in the transaction that ends its form. `seen`: the version that it was compared with when it was shown. */
export function changeRules(
  world: World,
  asked: KnownActor,
  { sheets, seen }: { sheets: RuleSheets; seen: number },
): Promise<ChangeRulesOutcome> {
  return world.transaction(async (inside): Promise<ChangeRulesOutcome> => {
    const actor = await setUpAlone(inside.store, asked);
    if (!mayOperate(actor)) return { kind: "not_allowed" };
    const versions = await inside.store.rules.all();
    const inForce = numberInForce(versions);
    if (inForce !== seen) return { kind: "meanwhile", inForce };
    const { rules, faults, differences } = judged(inside, versions, sheets);
    if (faults.length > 0) return { kind: "faulty" };
    if (differences.length === 0) return { kind: "nothing" };
    const number = inForce + 1;
    const { rules: shipped } = shippedOf(inside.settings);
    await keep(inside, actor, { number, rules, shipped, takesBack: null, differences });
    return { kind: "changed", number, differences };
  });
}

interface Kept {
  number: number;
  rules: Rules;
  shipped: Rules;
  takesBack: number | null;
  differences: readonly RuleDifference[];
}

/** The line of the account says by whom, and how much; never whole texts. */
export async function keep(inside: World, actor: KnownActor, { number, rules, shipped, takesBack, ...kept }: Kept) {
  const now = inside.clock.now();
  await inside.store.rules.add({ number, changes: changesFrom(shipped, rules), takesBack }, now);
  await inside.store.audit.record(
    {
      actorId: actor.person.id,
      action: takesBack === null ? "rules.change" : "rules.take-back",
      subject: `rules:${number}`,
      details: { changes: kept.differences.length, ...(takesBack !== null && { takesBack }) },
    },
    now,
  );
}

/** What the workbook changes of the version that it was made of, on top of the one in force. */
function judged(
  { settings, clock }: Pick<World, "settings" | "clock">,
  versions: readonly KeptVersion[],
  sheets: RuleSheets,
) {
  const { rules: shipped } = shippedOf(settings);
  const inForce = rulesIn(shipped, versions.at(-1));
  const made = versions.find(({ number }) => number === sheets.base);
  const base = made === undefined && sheets.base !== 0 ? numberInForce(versions) : (sheets.base ?? 0);
  const start = base === 0 ? shipped : rulesIn(shipped, made ?? versions.at(-1));
  const before = { kinds: kindsIn(settings, versions), neededQuestions: neededIn(settings) };
  const today = dayIn("Asia/Jakarta", clock.now());
  const { rules: mine, faults: own, missing } = judgeRules(sheets, { start, inForce, before, today });
  const rules = rebased(start, mine, inForce);
  // What a colleague changed meanwhile may not go with it.
  const together = () => [...askedFaults(rowsOf(rules.asked), before), ...valueFaults(rules.values)];
  const faults = own.length > 0 ? own : together();
  return { rules, faults, missing, base, differences: differencesBetween(inForce, rules) };
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
