// A class like another one, with its sessions, on other days.
import { action } from "../../../domain/messages/action.js";
import { LONGEST_CLASS_NAME, plansDueFor, problemOfDays } from "../../../domain/programme/new-class.js";
import { addDays, type Day, dayIn, daysBetween } from "../../../domain/time/calendar.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { WaveLine } from "../../../ports/programme/programme.js";
import { shortDay } from "../../../texts/dates.js";
import { createClass, usualClassName, viewClassSetUp, wavesForCopy } from "../../../use-cases/index.js";
import type { Answers, Form, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import { refusal } from "../../kit/refuse.js";

interface CopyFacts {
  model: TrainingClass;
  sessions: number;
  /** Where it may be made: the latest year first. */
  waves: WaveLine[];
}

type Context = StepContext<CopyFacts>;

const WEEK = 7;

export const copyClassForm: Form<CopyFacts> = {
  name: "copy_class",
  version: 2,
  async load(world, actor, subject) {
    const view = await viewClassSetUp(world, actor, Number(/^class:(\d+)$/.exec(subject)?.[1]));
    if (view.kind === "not_allowed") return null;
    const { trainingClass: model, contents } = view;
    return { model, sessions: contents.sessions, waves: await wavesForCopy(world, actor, model) };
  },
  about: ({ programmeForms }, { model }) => programmeForms.copy.about(model.name),
  order: (answers, facts) => ["from", ...(isOpen(answers, facts) ? ["wave"] : []), "name"],
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
    wave: choiceStep<CopyFacts>({
      label: ({ programmeForms }) => programmeForms.copy.wave.label,
      ask: ({ texts, facts: { model, waves } }) => {
        const own = waves.find(({ id }) => id === model.waveId);
        return texts.programmeForms.copy.wave.ask(own?.cohortName ?? "", model.waveNumber);
      },
      choices: ({ texts, facts }) =>
        facts.waves.map(({ id, number, startsOn }) => ({
          value: String(id),
          label: texts.programmeForms.copy.wave.choice(number, startsOn),
        })),
    }),
    name: textStep<CopyFacts>({
      label: ({ programmeForms }) => programmeForms.class.name.label,
      ask: ({ texts }) => texts.programmeForms.class.name.ask(),
      max: LONGEST_CLASS_NAME,
      isName: true,
      example: ({ texts }) => texts.programmeForms.class.name.example,
      choicesAreWords: true,
      choices: async (context) => {
        const { world, actor, facts } = context;
        const { provinceCode } = facts.model;
        const usual = await usualClassName(world, actor, { waveId: waveOf(context).id, provinceCode });
        return [{ value: usual, label: usual }];
      },
    }),
  },
  clears: { from: ["wave", "name"], wave: ["name"] },
  confirmLabel: ({ programmeForms }) => programmeForms.copy.confirm,
  summary: (context) => context.texts.programmeForms.class.summary({ ...wishOf(context), wave: waveOf(context) }),
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
      const { name: _, ...others } = answers;
      return { kind: "not_yet", say: programmeForms.class.exists(name), answers: others };
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

/** Last year's class is copied for this year: its wave is no answer where the new day lies outside it. */
function isOpen({ from }: Answers, { model, waves }: CopyFacts): boolean {
  const own = waves.find(({ id }) => id === model.waveId);
  const day = from as Day;
  return waves.length > 1 && (own === undefined || day < own.startsOn || day > own.endsOn);
}

function waveOf({ facts: { model, waves }, answers }: Context): WaveLine {
  const id = Number(answers.wave ?? model.waveId);
  const wave = waves.find((one) => one.id === id);
  if (wave === undefined) throw new Error(`Wave ${id} is gone while a class is copied into it.`);
  return wave;
}

function wishOf(context: Context) {
  const { model } = context.facts;
  const days = daysFrom(model, context.answers.from as Day);
  const { provinceCode, venue, zone } = model;
  return {
    waveId: waveOf(context).id,
    provinceCode,
    venue,
    zone,
    ...days,
    name: String(context.answers.name),
    plansDueOn: plansDueFor(days.endsOn),
  };
}
