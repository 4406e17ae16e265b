// One entry of a list of those who need somebody, laid out alike in both languages: who and where, then their plans, each reason once.
import type { CaseEntry } from "../../domain/caseload/case-entry.js";
import type { Ranked } from "../../domain/caseload/urgency.js";
import type { RichText } from "../../domain/messages/message.js";
import { PLAN_TYPES, type PlanType } from "../../domain/plans/work-plan.js";
import { bold, lines, rich } from "../rich.js";
import type { CaseLine } from "./case-line.js";

interface EntryWords {
  types: Record<PlanType, string>;
  /** Why the plan stands in the list. */
  why: (one: Ranked<CaseLine>) => string;
}

/** Under the name, as far in as the name is behind its number. */
const INDENT = "    ";

export function lateEntry(n: number, entry: CaseEntry<CaseLine>, { types, why }: EntryWords): RichText {
  const [{ plan }] = entry;
  const who = plan.names.length === 0 ? plan.libraryName : plan.names.join(", ");
  const ofReason = new Map<string, PlanType[]>();
  for (const one of entry) ofReason.set(why(one), [...(ofReason.get(why(one)) ?? []), one.plan.type]);
  return lines(
    rich`${n}. ${bold(who)}${plan.village === "" ? "" : `, ${plan.village}`}`,
    ...[...ofReason].flatMap(([reason, late]) => {
      const named = PLAN_TYPES.filter((type) => late.includes(type)).map((type) => types[type]);
      const together = named.join(", ");
      // Several names and a reason do not fit one line of a phone.
      return named.length === 1 ? [`${INDENT}${together} · ${reason}`] : [`${INDENT}${together}`, `${INDENT}${reason}`];
    }),
  );
}
