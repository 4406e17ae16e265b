// A trainer's own quick answers.
import { cutTo } from "../../domain/words/cut-to.js";
import type { quickAnswers as indonesian } from "../id/quick-answers.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

/** In a list: enough to know which it is. */
const QUOTED = 50;

const shortened = (text: string) => cutTo(text, QUOTED);

export const quickAnswers: typeof indonesian = {
  menu: "⚡ My quick answers",
  keep: "⚡ Keep this answer",
  write: "➕ Write a quick answer",
  change: "✏️ Change",
  drop: "🗑 Delete",
  page: (answers, most) =>
    paragraphs(
      bold(`My quick answers (${answers.length} of ${most})`),
      answers.length === 0
        ? rich`There are none yet. Write an answer that you often give; then one button below a question sends it.`
        : lines(...answers.map((text, at) => rich`${at + 1}. ${shortened(text)}`)),
      answers.length > 0 && rich`They stand below every question. Press one to change or delete it.`,
    ),
  one: (text) => paragraphs(bold("⚡ Quick answer"), text),
  about: "the quick answer",
  label: "quick answer",
  ask: (now, most) =>
    now === null
      ? rich`Write an answer that you often give, ${most} letters at most.`
      : paragraphs(rich`Now: “${now}”`, rich`Write the new one, ${most} letters at most.`),
  example: "Just press Report; that is all.",
  kept: (text) => rich`⚡ Saved: “${shortened(text)}”. From now on it stands below every question.`,
  full: (most) => rich`There are ${most} quick answers already. Change or delete one first.`,
  tooLong: (most) => rich`A quick answer has ${most} letters at most, and no photo or file.`,
  gone: () => rich`That quick answer is gone.`,
};
