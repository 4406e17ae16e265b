// What somebody thinks of their class: one question at a time, as the file says that the draft was begun with; nothing of it stays in the
// draft when it is given.
import {
  type FeedbackAnswers,
  type FeedbackQuestion,
  type FeedbackQuestions,
  LONGEST_WORDS,
  SCALE,
} from "../../domain/feedback/feedback.js";
import { action } from "../../domain/messages/action.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { lines, paragraphs, rich } from "../../texts/rich.js";
import { giveFeedback, openFeedback } from "../../use-cases/index.js";
import type { Answers, Form, Step, StepContext } from "../forms/form.js";
import { stepOf } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { skipPreset, withPresets } from "../forms/steps/with-presets.js";

interface FeedbackFacts {
  trainingClass: TrainingClass;
  asked: FeedbackQuestions;
}

const stepNameOf = (key: string) => `q.${key}`;
const NAMED = "named";

export const feedbackForm: Form<FeedbackFacts> = {
  name: "feedback",
  version: 1,
  versionIn: ({ settings }) => settings.feedback.current.version,
  reads: ({ settings }, version) => settings.feedback.all.some((one) => one.version === version),
  async load(world, actor, subject, version) {
    const asked = world.settings.feedback.all.find((one) => one.version === version);
    const opening = await openFeedback(world, actor, Number(/^class:(\d{1,9})$/.exec(subject)?.[1]));
    return asked === undefined || opening.kind !== "open" ? null : { asked, trainingClass: opening.trainingClass };
  },
  about: ({ feedback }, { trainingClass }) => feedback.about(trainingClass.name),
  order: (_, { asked }) => asked.questions.map(({ key }) => stepNameOf(key)),
  onlyFromSummary: ["name"],
  steps: {
    name: choiceStep<FeedbackFacts>({
      label: ({ feedback }) => feedback.nameLabel,
      ask: ({ texts }) => texts.feedback.askName(),
      choices: ({ texts: { feedback } }) => [
        { value: "anonymous", label: feedback.withoutName },
        { value: NAMED, label: feedback.withName },
      ],
    }),
  },
  stepsFor: ({ asked }) => Object.fromEntries(asked.questions.map((one) => [stepNameOf(one.key), stepFor(one)])),
  async summary(context) {
    const { answers, facts, press, texts } = context;
    const said = [];
    for (const { key } of facts.asked.questions) {
      const step = stepNameOf(key);
      const value = await stepOf(feedbackForm, step, facts).value?.(context, answers[step] ?? null);
      said.push(rich`• ${stepOf(feedbackForm, step, facts).label(texts)}: ${value ?? "–"}`);
    }
    const isNamed = answers.name === NAMED;
    const { feedback } = texts;
    return {
      ...paragraphs(feedback.summary(facts.trainingClass.name), lines(...said), feedback.howKept(isNamed)),
      buttons: [[{ label: feedback.changeName(isNamed), data: press("edit.name") }]],
      confirm: feedback.send(isNamed),
    };
  },
  changeable: () => [],
  async finish({ world, actor, texts, facts, answers }) {
    const named = answers.name === NAMED;
    const input = { classId: facts.trainingClass.id, answers: givenIn(facts.asked, answers), named };
    const { kind } = await giveFeedback(world, actor, input);
    const said = kind === "given" ? texts.feedback.thanks(named) : texts.feedback.givenBefore();
    // Thrown away, not finished: no answer stays beside their account.
    const message = { ...said, buttons: [[{ label: texts.common.menu, data: action("menu") }]] };
    return { kind: "thrown_away", message };
  },
};

function stepFor({ key, kind, ask, short }: FeedbackQuestion): Step<FeedbackFacts> {
  const label = ({ language }: { language: "id" | "en" }) => short[language];
  if (kind === "scale") {
    return choiceStep<FeedbackFacts>({
      label,
      ask: (context) => asked(context, key, ask[context.texts.language]),
      choices: ({ texts }) =>
        SCALE.toReversed().map((step) => ({ value: String(step), label: texts.feedback.step(step) })),
    });
  }
  return withPresets(
    textStep<FeedbackFacts>({
      label,
      ask: (context) => asked(context, key, ask[context.texts.language]),
      max: LONGEST_WORDS,
      keeps: "words",
      example: ({ texts }) => texts.feedback.example,
    }),
    (context) => [skipPreset(context)],
  );
}

/** Above the first one stands how the answers are kept. */
function asked({ facts, texts }: StepContext<FeedbackFacts>, key: string, words: string) {
  const isFirst = facts.asked.questions[0]?.key === key;
  return paragraphs(isFirst && texts.feedback.promise(), words);
}

function givenIn({ questions }: FeedbackQuestions, answers: Answers): FeedbackAnswers {
  return Object.fromEntries(
    questions.flatMap(({ key, kind }) => {
      const answer = answers[stepNameOf(key)];
      if (answer === undefined || answer === null) return [];
      return [[key, kind === "scale" ? Number(answer) : String(answer)]];
    }),
  );
}
