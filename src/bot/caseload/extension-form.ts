// A trainer gives a plan more time: until when, and why.
import { addDays, type Day, dayIn, daysBetween } from "../../domain/time/calendar.js";
import type { PlanCase } from "../../ports/people/caseloads.js";
import { extendDeadline, findCase } from "../../use-cases/index.js";
import type { Form, StepContext } from "../forms/form.js";
import { dayStep } from "../forms/steps/day-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { backToList } from "./case-screen.js";

interface ExtensionFacts {
  plan: PlanCase;
}

type Context = StepContext<ExtensionFacts>;

/** One week or two is what nearly all ask for. */
const USUAL_DAYS = [7, 14];

/** Half a year: the next cohort begins then, and a year typed wrongly is caught. */
const LONGEST_DAYS = 180;

const REASONS = ["budget", "illness", "schedule", "duties"] as const;

export const extensionForm: Form<ExtensionFacts> = {
  name: "extension",
  version: 1,
  async load(world, actor, subject) {
    const found = await findCase(world.store, actor, Number(/^plan:(\d+)$/.exec(subject)?.[1]));
    return found.kind === "found" ? { plan: found.plan } : null;
  },
  about: ({ followUp }, { plan }) => followUp.aboutExtension(plan.type, plan.libraryName),
  look: ({ plan }) => ({ action: "plan.view", subject: `plan:${plan.planId}` }),
  isOvertaken: ({ plan }, { answers }) => answers.until !== undefined && String(answers.until) <= plan.dueOn,
  order: () => ["until", "reason"],
  steps: {
    until: dayStep({
      label: ({ followUp }) => followUp.untilLabel,
      ask: (context) =>
        context.texts.followUp.askUntil(context.facts.plan.dueOn, startOf(context) > context.facts.plan.dueOn),
      direction: "ahead",
      spansFrom: startOf,
      today: ({ facts }, at) => dayIn(facts.plan.zone, at),
      perRow: 1,
      choices: (context) =>
        USUAL_DAYS.map((days) => {
          const day = addDays(startOf(context), days);
          return { value: day, label: context.texts.followUp.untilChoice(day) };
        }),
      check(context, day) {
        const { texts, facts } = context;
        const last = addDays(startOf(context), LONGEST_DAYS);
        if (day <= facts.plan.dueOn || day < today(context)) return texts.followUp.notLater(facts.plan.dueOn);
        return day > last ? texts.followUp.tooLate(last) : undefined;
      },
    }),
    reason: textStep({
      label: ({ followUp }) => followUp.reasonLabel,
      ask: ({ texts }) => texts.followUp.askReason(),
      max: 200,
      example: ({ texts }) => texts.followUp.reasonExample,
      choices: ({ texts }) => REASONS.map((value) => ({ value, label: texts.followUp.extensionReasons[value] })),
    }),
  },
  async finish({ world, actor, texts, answers, saidAt, facts: { plan } }, { updateId }) {
    const { followUp } = texts;
    const [until, reason] = [answers.until as Day, String(answers.reason)];
    const input = { planId: plan.planId, until, reason, updateId, saidAt };
    const outcome = await extendDeadline(world, actor, input);
    if (outcome.kind === "not_later") return { kind: "not_yet", say: followUp.notLater(outcome.dueOn), answers: {} };
    const say = outcome.kind === "extended" ? followUp.extended(outcome.until) : followUp.notYours();
    return { ...say, buttons: [backToList(texts, actor, plan)] };
  },
};

function today({ saidAt, facts }: Context): Day {
  return dayIn(facts.plan.zone, saidAt);
}

/** Days are added to the due day, or to today where that is past. */
function startOf(context: Context): Day {
  const { dueOn } = context.facts.plan;
  const now = today(context);
  return daysBetween(dueOn, now) > 0 ? now : dueOn;
}
