// The rules as an earlier version had them, as a new version. What is kept for less stays so: people were told of it.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { differencesBetween, type RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import { RULE_VALUES, type RuleValues, VALUE_NAMES } from "../../domain/rules/rule-values.js";
import type { Rules } from "../../domain/rules/rules.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";
import { keep } from "./change-rules.js";
import { effectsOf } from "./effects-of.js";
import { shippedOf } from "./rules-now.js";
import { numberInForce, rulesIn } from "./view-rules.js";

export type TakeBackPreview =
  | {
      kind: "planned";
      number: number;
      inForce: number;
      differences: RuleDifference[];
      effects: RuleEffect[];
      /** It kept something for longer, which nothing brings back. */
      keepsLess: boolean;
    }
  | { kind: "not_allowed" }
  | { kind: "gone" };

/** `number`: of the version that is to be in force again; 0: the program's own rules. */
export async function previewTakeBack(world: World, actor: KnownActor, number: number): Promise<TakeBackPreview> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const found = await find(world, number);
  if (found === null) return { kind: "gone" };
  const { inForce, differences, keepsLess } = found;
  return { kind: "planned", number, inForce, differences, effects: await effectsOf(world, found), keepsLess };
}

export type TakeBackOutcome =
  | { kind: "taken_back"; number: number }
  /** Another version has come into force since it was shown. */
  | { kind: "meanwhile" }
  | { kind: "nothing"; keepsLess: boolean }
  | { kind: "not_allowed" | "gone" };

/** Twice is once: what is in force already changes nothing. */
export function takeRulesBack(
  world: World,
  asked: KnownActor,
  { number, seen }: { number: number; seen: number },
): Promise<TakeBackOutcome> {
  return world.transaction(async (inside): Promise<TakeBackOutcome> => {
    const actor = await setUpAlone(inside.store, asked);
    if (!mayOperate(actor)) return { kind: "not_allowed" };
    const found = await find(inside, number);
    if (found === null) return { kind: "gone" };
    const { inForce, rules, shipped, differences } = found;
    if (differences.length === 0) return { kind: "nothing", keepsLess: found.keepsLess };
    if (inForce !== seen) return { kind: "meanwhile" };
    await keep(inside, actor, { number: inForce + 1, rules, shipped, takesBack: number, differences });
    return { kind: "taken_back", number: inForce + 1 };
  });
}

async function find({ store, settings }: World, number: number) {
  const versions = await store.rules.all();
  const wanted = versions.find((one) => one.number === number);
  if (number !== 0 && wanted === undefined) return null;
  const { rules: shipped } = shippedOf(settings);
  const current = rulesIn(shipped, versions.at(-1));
  const before = rulesIn(shipped, wanted);
  const rules = keptNoLonger(before, current.values);
  const differences = differencesBetween(current, rules);
  const keepsLess = differencesBetween(before, rules).length > 0;
  return { inForce: numberInForce(versions), versions, rules, shipped, differences, keepsLess };
}

function keptNoLonger(rules: Rules, now: RuleValues): Rules {
  const values = VALUE_NAMES.map((name) => {
    const value = rules.values[name];
    return [name, RULE_VALUES[name].sheet === "keeping" && Number(value) > Number(now[name]) ? now[name] : value];
  });
  return { ...rules, values: Object.fromEntries(values) as RuleValues };
}
