// A quick answer written before anybody asks, or other words for one that a trainer keeps: one message, and it is there.
import { isTrainer } from "../../../domain/people/person.js";
import { LONGEST_QUICK_ANSWER, type QuickAnswer } from "../../../domain/threads/quick-answer.js";
import { findQuickAnswer, listQuickAnswers, writeAnswer } from "../../../use-cases/index.js";
import type { Form } from "../../forms/form.js";
import { textStep } from "../../forms/steps/text-step.js";
import { keepingSaid, quickAnswersPage } from "./quick-answer-pages.js";

interface QuickAnswerFacts {
  /** Null: a new one. */
  answer: QuickAnswer | null;
}

export const quickAnswerForm: Form<QuickAnswerFacts> = {
  name: "quick_answer",
  version: 1,
  async load(world, actor, subject) {
    if (!isTrainer(actor)) return null;
    if (subject === "new") return { answer: null };
    const answer = await findQuickAnswer(world, actor, Number(/^answer:(\d{1,9})$/.exec(subject)?.[1]));
    return answer === null ? null : { answer };
  },
  about: ({ quickAnswers }) => quickAnswers.about,
  order: () => ["text"],
  steps: {
    text: textStep<QuickAnswerFacts>({
      label: ({ quickAnswers }) => quickAnswers.label,
      ask: ({ texts, facts }) => texts.quickAnswers.ask(facts.answer?.text ?? null, LONGEST_QUICK_ANSWER),
      max: LONGEST_QUICK_ANSWER,
      keeps: "words",
      keepsLines: true,
      example: ({ texts }) => texts.quickAnswers.example,
    }),
  },
  async finish({ world, actor, texts, facts, answers }) {
    const outcome = await writeAnswer(world, actor, { id: facts.answer?.id ?? null, text: String(answers.text) });
    return quickAnswersPage(texts, await listQuickAnswers(world, actor), keepingSaid(texts, outcome));
  },
};
