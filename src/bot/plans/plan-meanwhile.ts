// While somebody was writing a plan, a colleague did: both are shown, and they choose which of the two stands.
import { type PlanWords, wordsOf } from "../../domain/plans/plan-words.js";
import type { Draft, Json } from "../../ports/queue/drafts.js";
import { nameOfChanger } from "../../use-cases/index.js";
import type { Answers, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import type { ForWhom } from "../reports/stand-in/stand-in-note.js";

export type PlanFormFacts = ForWhom;

type Context = StepContext<PlanFormFacts>;

/** What a draft remembers of the plan as its author saw it, beside the answers with which it begins. */
export function seenIn(plan: PlanWords): Answers {
  return { seen: { ...wordsOf(plan) } };
}

/** The words that its author has seen; null: there were none when they began. */
export function seenBy({ answers, facts: { plan } }: Context, { createdAt }: Draft): PlanWords | null {
  if (answers.seen !== undefined) return answers.seen as Json & PlanWords;
  // Begun in the days before this was kept, on a plan that has not changed since.
  const isAsItWas = plan.changedAt !== null && plan.changedAt < createdAt;
  return isAsItWas ? wordsOf(plan) : null;
}

export function isToChoose({ meanwhile }: Answers): boolean {
  return meanwhile === true;
}

/** The answers with which the question is asked. */
export function toChooseFrom({ whose: _, ...answers }: Answers, now: PlanWords): Answers {
  return { ...answers, ...seenIn(now), meanwhile: true };
}

/** `own`: what they have filled in. */
export function whoseStep(own: (context: Context) => PlanWords) {
  return choiceStep<PlanFormFacts>({
    label: ({ workPlans }) => workPlans.meanwhile.label,
    async ask(context) {
      const { texts, facts, world } = context;
      const { type, changedAt, trainingClass } = facts.plan;
      return texts.workPlans.meanwhile.changed({
        type,
        author: await nameOfChanger(world, facts.plan),
        changed: changedAt === null ? null : { at: changedAt, zone: trainingClass.zone },
        now: wordsOf(facts.plan),
        own: own(context),
      });
    },
    choices: ({ texts }) => [
      { value: "mine", label: texts.workPlans.meanwhile.mine },
      { value: "theirs", label: texts.workPlans.meanwhile.theirs },
    ],
  });
}
