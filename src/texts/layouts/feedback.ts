// What people said of classes, as a page and as sheets: the same numbers everywhere, and none of fewer than five answers.
import { type FeedbackQuestion, meanOf, RELEASED_TOGETHER, SCALE } from "../../domain/feedback/feedback.js";
import type { FeedbackSum, FeedbackView } from "../../domain/feedback/feedback-sums.js";
import type { Sheet, SheetCell } from "../../domain/files/sheet.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Texts } from "../index.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

/** Waves on a page of a small phone; the files have all. */
const MOST_WAVES = 4;

const scalesOf = (questions: readonly FeedbackQuestion[]) => questions.filter(({ kind }) => kind === "scale");

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
    standing(texts, found),
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
function standing({ feedback }: Texts, { area, sum, named }: FeedbackView): RichText {
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

/** For picture and workbook: the questions below each other, all together and each wave beside them; the changes between the last two. */
export function feedbackTable(texts: Texts, found: FeedbackView): Sheet {
  const { name, questions, sum, waves } = found;
  const { feedback, language } = texts;
  const { sheet } = feedback;
  const told = waves.filter(({ released }) => released > 0);
  const [before, last] = [told.at(-2), told.at(-1)];
  const number = { width: 12, holds: "number" } as const;
  return {
    title: sheet.title(name),
    notes: [standing(texts, found).text, feedback.scaleNote(found.named.length > 0).text],
    columns: [
      { heading: sheet.question, width: 26, holds: "text" },
      { heading: sheet.all, ...number },
      ...told.map(({ cohortName, waveNumber }) => ({ heading: feedback.wave(cohortName, waveNumber), ...number })),
      ...(before === undefined ? [] : [{ heading: sheet.change, ...number }]),
      ...SCALE.map((step) => ({ heading: feedback.step(step), ...number })),
    ],
    rows: scalesOf(questions).map(({ key, short }) => {
      const means = told.map(({ counts }) => rounded(meanOf(counts[key])));
      const [was, is] = [before, last].map((wave) => rounded(meanOf(wave?.counts[key])));
      const change = was == null || is == null ? null : rounded(is - was);
      return [
        short[language],
        rounded(meanOf(sum.counts[key])),
        ...means,
        ...(before === undefined ? [] : [change]),
        ...SCALE.map((_, at) => sum.counts[key]?.[at] ?? 0),
      ];
    }),
  };
}

/** As the page shows it. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

/** The table, its parts, and the words where it is a class. */
export function feedbackSheets(texts: Texts, found: FeedbackView): Sheet[] {
  const { feedback, language } = texts;
  const { sheet } = feedback;
  const scales = scalesOf(found.questions);
  const parts: Sheet = {
    title: sheet.part,
    notes: [],
    columns: [
      { heading: sheet.part, width: 34, holds: "text" },
      { heading: sheet.answers, width: 12, holds: "number" },
      ...scales.map(({ short }) => ({ heading: short[language], width: 18, holds: "number" as const })),
    ],
    rows: found.parts.map(({ name, released, counts }) => [
      name,
      released,
      ...scales.map(({ key }) => rounded(meanOf(counts[key]))),
    ]),
  };
  return [
    feedbackTable(texts, found),
    ...(found.parts.length > 0 ? [parts] : []),
    ...(found.area.classId === null ? [] : [wordsSheet(texts, found)]),
  ];
}

function wordsSheet({ feedback: { sheet }, language }: Texts, { questions, words, named }: FeedbackView): Sheet {
  const answerOf = (answer: string | number | undefined) => (answer === undefined ? [] : [answer]);
  return {
    title: sheet.words,
    notes: [],
    columns: [
      { heading: sheet.question, width: 26, holds: "text" },
      { heading: sheet.text, width: 80, holds: "text" },
      { heading: sheet.name, width: 26, holds: "text" },
    ],
    rows: questions.flatMap(({ key, short }): SheetCell[][] => [
      ...(words[key] ?? []).map((text) => [short[language], text, null]),
      ...named.flatMap(({ name, answers }) =>
        answerOf(answers[key]).map((answer) => [short[language], String(answer), name]),
      ),
    ]),
  };
}
