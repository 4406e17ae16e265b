// A class like another one, with its sessions, on other days.
import { action } from "../../../domain/messages/action.js";
import { LONGEST_CLASS_NAME, plansDueFor, problemOfDays } from "../../../domain/programme/new-class.js";
import { addDays, type Day, dayIn, daysBetween } from "../../../domain/time/calendar.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import { shortDay } from "../../../texts/dates.js";
import { createClass, usualClassName, viewClassSetUp } from "../../../use-cases/index.js";
import type { Form, StepContext } from "../../forms/form.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import { refusal } from "../../kit/refuse.js";

interface CopyFacts {
  model: TrainingClass;
  sessions: number;
  /** The first name that no class of the province has in the cohort. */
  freeName: string;
}

type Context = StepContext<CopyFacts>;

const WEEK = 7;

export const copyClassForm: Form<CopyFacts> = {
  name: "copy_class",
  version: 1,
  async load(world, actor, subject) {
    const view = await viewClassSetUp(world, actor, Number(/^class:(\d+)$/.exec(subject)?.[1]));
    if (view.kind === "not_allowed") return null;
    const { trainingClass: model, contents } = view;
    return { model, sessions: contents.sessions, freeName: await usualClassName(world, actor, model) };
  },
  about: ({ programmeForms }, { model }) => programmeForms.copy.about(model.name),
  order: () => ["from", "name"],
  steps: {
    from: dayStep<CopyFacts>({
      label: ({ programmeForms }) => programmeForms.copy.from.label,
      ask: ({ texts, facts }) => texts.programmeForms.copy.from.ask(facts.model.name, facts.sessions),
      direction: "ahead",
      today: ({ facts }, at) => dayIn(facts.model.zone, at),
      choices: ({ facts, texts }) =>
        [0, WEEK, 2 * WEEK, 3 * WEEK]
          .map((days) => addDays(facts.model.startsOn, days))
          .map((day) => ({
            value: day,
            label: shortDay(texts.language, day),
          })),
      check: ({ facts, texts, saidAt }, day) => {
        const today = dayIn(facts.model.zone, saidAt);
        const problem = problemOfDays(daysFrom(facts.model, day), today);
        return problem === null ? undefined : texts.programmeForms.class.days(problem);
      },
    }),
    name: textStep<CopyFacts>({
      label: ({ programmeForms }) => programmeForms.class.name.label,
      ask: ({ texts }) => texts.programmeForms.class.name.ask(),
      max: LONGEST_CLASS_NAME,
      isName: true,
      example: ({ texts }) => texts.programmeForms.class.name.example,
      choicesAreWords: true,
      choices: ({ facts }) => [{ value: facts.freeName, label: facts.freeName }],
    }),
  },
  confirmLabel: ({ programmeForms }) => programmeForms.copy.confirm,
  summary: (context) => context.texts.programmeForms.class.summary(wishOf(context)),
  async finish(context) {
    const { actor, texts, facts, answers, saidAt } = context;
    const { plansDueOn: _, zone: __, ...wish } = wishOf(context);
    const outcome = await createClass(context.world, actor, { ...wish, copiedFrom: facts.model.id, saidAt });
    const { programme, programmeForms } = texts;
    if (outcome.kind === "not_allowed") return refusal(context);
    if (outcome.kind === "refused")
      return { kind: "not_yet", say: programmeForms.class.days(outcome.reason), answers: {} };
    const { id, name } = outcome.trainingClass;
    if (outcome.kind === "exists") {
      return { kind: "not_yet", say: programmeForms.class.exists(name), answers: { from: answers.from ?? null } };
    }
    return {
      ...programmeForms.copy.done(name, outcome.sessions),
      buttons: [
        [{ label: programme.setUp, data: action("set_up_class", id) }],
        [{ label: programme.copy, data: action("copy_class", id) }],
      ],
    };
  },
};

function daysFrom({ startsOn, endsOn }: TrainingClass, from: Day) {
  return { startsOn: from, endsOn: addDays(from, daysBetween(startsOn, endsOn)) };
}

function wishOf({ facts: { model }, answers }: Context) {
  const days = daysFrom(model, answers.from as Day);
  const { waveId, provinceCode, venue, zone } = model;
  return {
    waveId,
    provinceCode,
    venue,
    zone,
    ...days,
    name: String(answers.name),
    plansDueOn: plansDueFor(days.endsOn),
  };
}
