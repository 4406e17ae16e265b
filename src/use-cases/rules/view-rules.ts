// The rules in force, and the versions there were: for admins of the whole country.
import { mayOperate } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import { differencesBetween, type RuleDifference } from "../../domain/rules/rule-differences.js";
import { NO_CHANGES, type Rules, rulesWith } from "../../domain/rules/rules.js";
import type { KeptVersion } from "../../ports/rules.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";
import { shippedOf } from "./rules-now.js";

export interface RulesVersionView {
  number: number;
  at: Date;
  /** Null where the account does not know it any more. */
  by: string | null;
  takesBack: number | null;
  /** From the version before it. */
  differences: RuleDifference[];
}

export interface RulesView {
  /** As the workbook has them that goes out. */
  rules: Rules;
  shipped: Rules;
  /** Of the version in force; 0: the program's own. */
  number: number;
  /** What is not as the program has it. */
  differences: RuleDifference[];
  /** The newest first. */
  versions: RulesVersionView[];
}

export function viewRules(world: World, actor: Actor): Promise<Access<RulesView>> {
  return access(world, actor, {
    find: () => rulesView(world),
    may: () => mayOperate(actor),
  });
}

async function rulesView({ store, settings }: World): Promise<RulesView> {
  const versions = await store.rules.all();
  const makers = await store.rules.makersOf(versions.map(({ number }) => number));
  const { rules: shipped } = shippedOf(settings);
  const rules = rulesIn(shipped, versions.at(-1));
  return {
    ...{ rules, shipped, number: numberInForce(versions) },
    differences: differencesBetween(shipped, rules),
    versions: versions
      .map(({ number, at, takesBack, changes }, n) => ({
        ...{ number, at, takesBack, by: makers.get(number)?.name ?? null },
        differences: differencesBetween(rulesIn(shipped, versions[n - 1]), rulesWith(shipped, changes)),
      }))
      .toReversed(),
  };
}

/** 0: the program's own rules. */
export function numberInForce(versions: readonly KeptVersion[]): number {
  return versions.at(-1)?.number ?? 0;
}

export function rulesIn(shipped: Rules, version: KeptVersion | undefined): Rules {
  return rulesWith(shipped, version?.changes ?? NO_CHANGES);
}
