// Admins of the whole country change the rules: judged first, put in force when they have seen whom it concerns.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { ChangedBy } from "../../domain/rules/rebase-rules.js";
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import type { RuleFault } from "../../domain/rules/rule-fault.js";
import { changesFrom, type Rules } from "../../domain/rules/rules.js";
import type { RuleSheets } from "../../domain/rules/sheets/read-rule-sheets.js";
import type { RuleSheet } from "../../domain/rules/sheets/rule-sheets.js";
import type { KeptVersion } from "../../ports/rules.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";
import { effectsOf } from "./effects-of.js";
import { judged } from "./judged-rules.js";
import { shippedOf } from "./rules-now.js";
import { numberInForce } from "./view-rules.js";

export interface RulesPreview {
  kind: "planned";
  /** Of the version in force that it is compared with. */
  inForce: number;
  /** Who changed the rules after the workbook was made; null: nobody, or nothing is left of it. */
  meanwhile: ChangedBy | null;
  faults: RuleFault[];
  /** The workbook is right by itself: the faults come of its going together with what was changed meanwhile. */
  isClash: boolean;
  /** Nothing changes, though it is not the same as the rules in force: what differs is as it was when the workbook was made. */
  isOlder: boolean;
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
  const { rules, since, ...found } = judged(world, versions, sheets);
  const { faults, differences } = found;
  return {
    kind: "planned",
    ...{ ...found, inForce: numberInForce(versions), unread: sheets.unread },
    meanwhile: since.length === 0 ? null : await changedBy(world, actor, since),
    effects: faults.length > 0 ? [] : await effectsOf(world, { differences, rules, versions }),
  };
}

async function changedBy({ store }: World, { person }: KnownActor, since: readonly KeptVersion[]): Promise<ChangedBy> {
  const makers = await store.rules.makersOf(since.map(({ number }) => number));
  const found = since.map(({ number }) => makers.get(number));
  const others = found.filter((maker) => maker?.personId !== person.id);
  return { isOwn: others.length < found.length, others: [...new Set(others.map((maker) => maker?.name ?? null))] };
}

export type ChangeRulesOutcome =
  | { kind: "changed"; number: number; differences: RuleDifference[] }
  /** It was judged against another version than the one in force. */
  | { kind: "meanwhile" }
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
    if (inForce !== seen) return { kind: "meanwhile" };
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
