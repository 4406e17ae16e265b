// What people said of classes, as a page (as sheets: texts/files/sheets/feedback-sheets.ts): the same numbers everywhere, and none of fewer than
// five answers.
import { type FeedbackQuestion, meanOf, RELEASED_TOGETHER, SCALE } from "../../domain/feedback/feedback.js";
import type { FeedbackSum, FeedbackView } from "../../domain/feedback/feedback-sums.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Texts } from "../index.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

/** Waves on a page of a small phone; the files have all. */
const MOST_WAVES = 4;

export const scalesOf = (questions: readonly FeedbackQuestion[]) => questions.filter(({ kind }) => kind === "scale");

export function feedbackPage(texts: Texts, found: FeedbackView): RichText {
  const { name, questions, sum, waves } = found;
  const { feedback, language } = texts;
  const mean = (of: FeedbackSum, key: string) => meanOf(of.counts[key]);
  const means = scalesOf(questions).flatMap(({ key, short }) => {
    const value = mean(sum, key);
    return value === null ? [] : [rich`• ${short[language]}: ${bold(feedback.number(value))}`];
  });
  const told = waves.filter(({ released }) => released > 0).slice(-MOST_WAVES);
  return paragraphs(
    feedback.title(name),
    feedbackStanding(texts, found),
    means.length > 0 && lines(...means, feedback.scaleNote(found.named.length > 0)),
    told.length > 1 &&
      lines(
        bold(feedback.perWave),
        ...told.map((wave, at) => {
          const before = told[at - 1];
          const now = overall(wave, questions);
          const change = before === undefined ? "" : changeSign(feedback, overall(before, questions), now);
          return rich`• ${feedback.wave(wave.cohortName, wave.waveNumber)}: ${now === null ? "–" : feedback.number(now)}${change}`;
        }),
      ),
  );
}

/** How many have answered; of fewer than are released together, that it is too few. */
export function feedbackStanding({ feedback }: Texts, { area, sum, named }: FeedbackView): RichText {
  if (sum.released > 0) return feedback.answers(sum.released, sum.waiting, named.length);
  const tooFew = area.classId === null ? feedback.noClassYet() : feedback.tooFew(sum.waiting, RELEASED_TOGETHER);
  return lines(tooFew, named.length > 0 && feedback.answers(0, 0, named.length));
}

/** Of all scales together. */
function overall({ counts }: FeedbackSum, questions: readonly FeedbackQuestion[]): number | null {
  const asked = scalesOf(questions).map(({ key }) => counts[key] ?? []);
  return meanOf(SCALE.map((_, at) => asked.reduce((sum, steps) => sum + (steps[at] ?? 0), 0)));
}

/** Rounded as both are shown, so that the difference is that of what is read. */
function changeSign({ number }: Texts["feedback"], before: number | null, now: number | null): string {
  if (before === null || now === null) return "";
  const change = Math.round(now * 10) - Math.round(before * 10);
  return change === 0 ? " (=)" : ` (${change > 0 ? "▲" : "▼"} ${number(Math.abs(change) / 10)})`;
}

/** A line for each text, below the question that it answers; those with a name last. */
export function wordLines({ language }: Texts, { questions, words, named }: FeedbackView): RichText[] {
  const asked = questions.filter(({ kind }) => kind === "words");
  return [
    ...asked.flatMap(({ key, short }) => (words[key] ?? []).map((text) => rich`${bold(short[language])}: ${text}`)),
    ...named.flatMap(({ name, answers }) =>
      asked.flatMap(({ key, short }) =>
        typeof answers[key] === "string" ? [rich`${bold(short[language])} (${name}): ${String(answers[key])}`] : [],
      ),
    ),
  ];
}
