// Writing one work plan: four short questions, or a photo of the paper form, or "belum punya".
import { action } from "../../domain/messages/action.js";
import type { Message } from "../../domain/messages/message.js";
import { latestTarget, targetProblem } from "../../domain/plans/deadline.js";
import { isWritten, LONGEST_PARTNER, LONGEST_PLAN_ANSWER } from "../../domain/plans/work-plan.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { Json } from "../../ports/queue/drafts.js";
import type { PlanDraft } from "../../texts/id/work-plans.js";
import { paragraphs } from "../../texts/rich.js";
import { planToFillIn, sayNoPlanYet, writeWorkPlan } from "../../use-cases/index.js";
import type { Answers, Form, Step, StepContext } from "../forms/form.js";
import { dayStep } from "../forms/steps/day-step.js";
import { filesStep, noteWords, receivedIn, takeFile } from "../forms/steps/files-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { skipPreset, withPresets } from "../forms/steps/with-presets.js";
import { aboutWhom, saidForWhom, withWhom } from "../reports/stand-in/stand-in-note.js";
import { menuButtons } from "../talk/main-menu.js";
import { planView } from "./plan-facts.js";
import { isToChoose, type PlanFormFacts, seenBy, seenIn, toChooseFrom, whoseStep } from "./plan-meanwhile.js";

type Context = StepContext<PlanFormFacts>;

/** In place of an activity in words, where there is none; never mistaken for words, which are a string. */
const NONE_YET = { instead: "none yet" };
const ON_PAPER = { instead: "paper" };

export const planForm: Form<PlanFormFacts> = {
  name: "plan",
  version: 1,
  async load(world, actor, subject) {
    const found = await planToFillIn(world, actor, Number(/^plan:(\d+)$/.exec(subject)?.[1]));
    if (found.kind === "gone") return null;
    return found.kind === "not_yours" ? "away" : found;
  },
  about: (texts, facts) => aboutWhom(texts, texts.workPlans.about(facts.plan.type), facts),
  // What a colleague wrote ends nothing: both are shown when this is saved.
  isOvertaken: ({ plan }, { updatedAt }, { actor }) =>
    (plan.changedAt !== null && plan.changedAt > updatedAt && plan.changedById === actor.person.id) ||
    (plan.state === "done" && plan.lastReportAt !== null && plan.lastReportAt > updatedAt),
  rescue: { isSilent: ({ plan }) => plan.state === "done" },
  // One part of a written plan can be changed, and the others stay.
  initial: ({ plan }) => {
    const { state, activity, targetOn, measure, partner } = plan;
    return isWritten(state) && activity !== null
      ? { activity, ...(targetOn !== null && { targetOn }), measure, partner, ...seenIn(plan) }
      : undefined;
  },
  order: (answers) => [...askedOf(answers), ...(isToChoose(answers) ? ["whose"] : [])],
  changeable: askedOf,
  endsAtOnce: ({ activity, whose }) => isInstead(activity, NONE_YET) || whose !== undefined,
  steps: withWhom({
    activity: activityStep(),
    paper: filesStep({
      name: "paper",
      label: ({ workPlans }) => workPlans.paper.label,
      ask: ({ texts }) => texts.workPlans.paper.ask(),
      planId: ({ plan }) => plan.id,
    }),
    targetOn: dayStep({
      label: ({ workPlans }) => workPlans.targetOn.label,
      ask: ({ texts }) => texts.workPlans.targetOn.ask(),
      direction: "ahead",
      follows: ({ facts }) => facts.plan.trainingClass.startsOn,
      today: ({ facts }, at) => dayIn(facts.plan.trainingClass.zone, at),
      choices: ({ saidAt, texts, facts }) => {
        const latest = latestTarget(facts.plan, dayIn(facts.plan.trainingClass.zone, saidAt));
        return [{ value: latest, label: texts.workPlans.targetOn.usual(latest) }];
      },
      check({ saidAt, texts, facts }, day) {
        const { zone, startsOn } = facts.plan.trainingClass;
        const { tooEarly, tooLate } = texts.workPlans.targetOn;
        const problem = targetProblem(day, { startsOn, dueOn: facts.plan.dueOn }, dayIn(zone, saidAt));
        if (problem === null) return undefined;
        return problem.kind === "too_early" ? tooEarly(problem.earliest) : tooLate(problem.latest);
      },
    }),
    measure: textStep({
      label: ({ workPlans }) => workPlans.measure.label,
      ask: ({ texts, facts }) => texts.workPlans.measure.ask(facts.plan.type),
      max: LONGEST_PLAN_ANSWER,
      example: ({ texts, facts }) => texts.workPlans.measure.example(facts.plan.type),
    }),
    partner: withPresets(
      textStep<PlanFormFacts>({
        label: ({ workPlans }) => workPlans.partner.label,
        ask: ({ texts }) => texts.workPlans.partner.ask(),
        max: LONGEST_PARTNER,
        example: ({ texts }) => texts.workPlans.partner.example,
      }),
      (context) => [skipPreset(context)],
    ),
    whose: whoseStep((context) => draftOf(context)),
  }),
  confirmLabel: ({ workPlans }) => workPlans.confirm,
  summary: (context) => saidForWhom(context.texts, context.texts.workPlans.summary(draftOf(context)), context.facts),
  async finish(context, { draft }) {
    const { world, actor, texts, facts, answers } = context;
    const { plan } = facts;
    const words = texts.workPlans;
    if (answers.whose === "theirs") return leaveTheirs(context);
    const said = () => {
      if (isInstead(answers.activity, NONE_YET)) return sayNoPlanYet(world, actor, { planId: plan.id });
      const { type: _, ...written } = draftOf(context);
      return writeWorkPlan(world, actor, { planId: plan.id, ...written, seen: seenBy(context, draft) });
    };
    const outcome = await said();
    if (outcome.kind === "changed_meanwhile") return { kind: "not_yet", answers: toChooseFrom(answers, outcome.now) };
    if (facts.standsIn && outcome.kind !== "not_yours") {
      return {
        ...texts.standIn.written(plan.type, plan.libraryName),
        buttons: [
          [{ label: texts.reports.about(plan.type), data: action("report", plan.id), tone: "primary" }],
          [{ label: texts.common.menu, data: action("menu") }],
        ],
      };
    }
    const sentences = {
      written: words.saved(plan.type, plan.dueOn),
      noted: words.noneYetNoted(plan.type),
      written_already: words.writtenAlready(plan.type),
    };
    return outcome.kind === "not_yours"
      ? { ...texts.common.gone(), buttons: menuButtons(actor, texts) }
      : {
          ...saidForWhom(texts, sentences[outcome.kind], facts),
          buttons: [[{ label: words.open, data: action("plans") }]],
        };
  },
};

/** What a colleague wrote stays: it is shown, so that anyone who has given way sees to what. */
function leaveTheirs({ world, texts, facts }: Context): Message {
  const { plan } = facts;
  const page = texts.workPlans.page(planView(plan, world.clock.now()));
  return {
    ...paragraphs(texts.workPlans.meanwhile.left(), saidForWhom(texts, page, facts)),
    buttons: [[{ label: texts.workPlans.rewrite, data: action("rewrite", plan.id) }]],
  };
}

function askedOf({ activity }: Answers): string[] {
  if (isInstead(activity, NONE_YET)) return ["activity"];
  return isInstead(activity, ON_PAPER) ? ["activity", "paper"] : ["activity", "targetOn", "measure", "partner"];
}

function isInstead(activity: Json | undefined, what: typeof NONE_YET): boolean {
  return (
    typeof activity === "object" && activity !== null && "instead" in activity && activity.instead === what.instead
  );
}

/** Typed, or photographed, or not there. */
function activityStep(): Step<PlanFormFacts> {
  const typed = textStep<PlanFormFacts>({
    label: ({ workPlans }) => workPlans.activity.label,
    ask: ({ texts, facts }) => texts.workPlans.activity.ask(facts.plan.type),
    min: 5,
    max: LONGEST_PLAN_ANSWER,
    example: ({ texts, facts }) => texts.workPlans.activity.example(facts.plan.type),
  });
  const step = withPresets(typed, ({ texts, facts }) =>
    isWritten(facts.plan.state) ? [] : [{ value: "none", label: texts.workPlans.noPlanYet, answer: NONE_YET }],
  );
  return {
    ...step,
    value: ({ texts }, answer) => (typeof answer === "string" ? answer : texts.workPlans.paper.label),
    async read(context, input) {
      if (input.kind !== "file") return step.read(context, input);
      const taken = await takeFile(context, "paper", context.facts.plan.id, input.file);
      const answers: Answers = { ...context.answers, ...taken.answers };
      if (receivedIn(answers, "paper").evidenceIds.length > 0) {
        return { kind: "answer", value: ON_PAPER, also: taken.answers };
      }
      return {
        kind: "problem",
        say: noteWords(receivedIn(answers, "paper"), context.texts) ?? context.texts.reports.files.only(),
      };
    },
  };
}

function draftOf({ answers, facts, texts }: Context): PlanDraft {
  const onPaper = isInstead(answers.activity, ON_PAPER);
  return {
    type: facts.plan.type,
    activity: onPaper ? texts.workPlans.seePhoto : String(answers.activity),
    targetOn: onPaper ? facts.plan.dueOn : (answers.targetOn as Day),
    measure: onPaper ? null : (answers.measure as string | null),
    partner: onPaper ? null : (answers.partner as string | null),
  };
}
