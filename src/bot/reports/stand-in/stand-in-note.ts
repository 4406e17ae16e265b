// With every question about a plan: whose it is. Above, to somebody of several libraries; below, where it is answered for a library of which
// nobody can write, and that it will be marked.
import type { RichText } from "../../../domain/messages/message.js";
import type { LibraryNamed } from "../../../domain/plans/work-plan.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { Texts } from "../../../texts/index.js";
import { belowLibrary, hasSeveralLibraries, libraryAmong } from "../../../texts/layouts/plans-by-library.js";
import { paragraphs } from "../../../texts/rich.js";
import type { Step } from "../../forms/form.js";

export interface ForWhom {
  plan: WorkPlan;
  /** Somebody who follows the plan up fills it in for its library. */
  standsIn: boolean;
  /** All for which one of the library acts. */
  libraries: readonly LibraryNamed[];
}

export function withWhom<Facts extends ForWhom>(steps: Record<string, Step<Facts>>): Record<string, Step<Facts>> {
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, saidFor(step)]));
}

/** The form, as it is named in what is said of it later. */
export function aboutWhom({ standIn }: Texts, what: string, { plan, standsIn, libraries }: ForWhom): string {
  if (standsIn) return standIn.about(what, plan.libraryName);
  return hasSeveralLibraries(libraries) ? standIn.about(what, libraryAmong(plan, libraries)) : what;
}

/** The same with what is shown before it is kept, and after. */
export function saidForWhom({ standIn }: Texts, said: RichText, { plan, standsIn, libraries }: ForWhom): RichText {
  return standsIn ? paragraphs(said, standIn.forWhom(plan.libraryName)) : belowLibrary(plan, libraries, said);
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
