// The pages of a trainer's own quick answers, and what is said of one that was to be kept.
import { action } from "../../../domain/messages/action.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { Button, Message, RichText } from "../../../domain/messages/message.js";
import { LONGEST_QUICK_ANSWER, MOST_QUICK_ANSWERS, type QuickAnswer } from "../../../domain/threads/quick-answer.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { WriteAnswerOutcome } from "../../../use-cases/index.js";

/** `said`: above it, what has just happened. */
export function quickAnswersPage({ quickAnswers, threads }: Texts, answers: QuickAnswer[], said?: RichText): Message {
  const isFull = answers.length >= MOST_QUICK_ANSWERS;
  return {
    ...paragraphs(
      said,
      quickAnswers.page(
        answers.map(({ text }) => text),
        MOST_QUICK_ANSWERS,
      ),
    ),
    buttons: [
      ...answers.map(({ id, text }, at) => [
        { label: fitLabel(text, undefined, { before: `${at + 1}. ` }), data: action("quick_answer", id) },
      ]),
      ...(isFull ? [] : [[{ label: quickAnswers.write, data: action("write_answer", null) }]]),
      [{ label: threads.inboxMenu, data: action("inbox") }],
    ],
  };
}

export function quickAnswerPage(texts: Texts, { id, text }: QuickAnswer): Message {
  const { quickAnswers } = texts;
  return {
    ...quickAnswers.one(text),
    buttons: [
      [
        { label: quickAnswers.change, data: action("write_answer", id) },
        { label: quickAnswers.drop, data: action("drop_answer", id) },
      ],
      ...toQuickAnswers(texts),
    ],
  };
}

export function toQuickAnswers({ quickAnswers }: Texts): Button[][] {
  return [[{ label: quickAnswers.menu, data: action("quick_answers") }]];
}

export function keepingSaid({ quickAnswers, threads }: Texts, outcome: WriteAnswerOutcome): RichText {
  switch (outcome.kind) {
    case "kept":
      return quickAnswers.kept(outcome.answer.text);
    case "full":
      return quickAnswers.full(MOST_QUICK_ANSWERS);
    case "too_long":
      return quickAnswers.tooLong(LONGEST_QUICK_ANSWER);
    case "gone":
      return quickAnswers.gone();
    case "not_yours":
      return threads.notYours();
  }
}
