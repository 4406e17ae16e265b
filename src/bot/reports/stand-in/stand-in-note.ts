// Below every question that is answered for a library of which nobody can write: for whom, and that it will be marked.
import type { RichText } from "../../../domain/messages/message.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { Step } from "../../forms/form.js";

export interface ForWhom {
  plan: WorkPlan;
  /** Somebody who follows the plan up fills it in for its library. */
  standsIn: boolean;
}

export function withWhom<Facts extends ForWhom>(steps: Record<string, Step<Facts>>): Record<string, Step<Facts>> {
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, saidFor(step)]));
}

/** The form, as it is named in what is said of it later. */
export function aboutWhom({ standIn }: Texts, what: string, { plan, standsIn }: ForWhom): string {
  return standsIn ? standIn.about(what, plan.libraryName) : what;
}

/** The same below what is shown before it is kept. */
export function saidForWhom({ standIn }: Texts, said: RichText, { plan, standsIn }: ForWhom): RichText {
  return standsIn ? paragraphs(said, standIn.forWhom(plan.libraryName)) : said;
}

function saidFor<Facts extends ForWhom>(step: Step<Facts>): Step<Facts> {
  return {
    ...step,
    async ask(context) {
      const message = await step.ask(context);
      return { ...message, ...saidForWhom(context.texts, message, context.facts) };
    },
  };
}
