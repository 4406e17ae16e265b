// A trainer's reminder: who gets it, about which of their plans, and in which words.

import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { Store } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { mayStillSnooze, snoozeCounts } from "../../plans/reminders/snooze-reminder.js";
import { type Found, type PersonInScope, plansToSpeakOf } from "./who-is-in.js";

/** Somebody and the plans that their reminder is about; none: there is nothing to remind of. */
export type Reminded = Pick<PersonInScope, "person" | "plans">;

export function remindedIn(
  found: Found,
  { chosen = null, saidAt }: { chosen?: number[] | null; saidAt: Date },
): Reminded[] {
  const isChosen = chosen === null ? () => true : (id: number) => chosen.includes(id);
  return (
    found.people
      .filter(({ person }) => isChosen(person.id))
      .map(({ person, plans }) => ({ person, plans: plansToSpeakOf(found, plans, saidAt) }))
      // A colleague who acts for nothing that is late is not one of those who are.
      .filter(({ plans }) => found.scope.kind !== "late" || plans.length > 0)
  );
}

export interface NudgeWords {
  name: string;
  trainer: string;
  plans: PlanCase[];
  line: string | null;
}

export function nudgeMessage(texts: Texts, words: NudgeWords, canSnooze: boolean): Message {
  return {
    ...texts.careActs.nudge(words),
    buttons: [
      [{ label: texts.careActs.report, data: action("reports"), tone: "primary" }],
      ...(canSnooze ? [[{ label: texts.workPlans.snooze.later, data: action("snooze") }]] : []),
    ],
  };
}

/** Who may put it off still. */
export async function snoozeableIn(store: Store, reminded: readonly Reminded[]): Promise<Set<number>> {
  const plans = reminded.flatMap((one) => one.plans).map(({ planId }) => ({ id: planId }));
  const counts = await snoozeCounts(store, plans);
  const able = reminded.filter(({ person, plans: theirs }) =>
    theirs.some(({ planId }) => mayStillSnooze(counts, planId, person.id)),
  );
  return new Set(able.map(({ person }) => person.id));
}
