// What people said of classes as sheets: the same numbers as on the page, and none of fewer than five answers.
import { meanOf, SCALE } from "../../../domain/feedback/feedback.js";
import type { FeedbackView } from "../../../domain/feedback/feedback-sums.js";
import type { Sheet, SheetCell } from "../../../domain/files/sheet.js";
import type { Texts } from "../../index.js";
import { feedbackStanding, scalesOf } from "../../layouts/feedback.js";

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
    notes: [feedbackStanding(texts, found).text, feedback.scaleNote(found.named.length > 0).text],
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
