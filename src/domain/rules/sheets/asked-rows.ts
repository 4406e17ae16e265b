// What reports ask as rows of sheets: the same on the way out and on the way in.
import type { Language } from "../../people/person.js";
import type { PlanType } from "../../plans/work-plan.js";
import type { AddedWords, Question } from "../../reports/questionnaire.js";
import { type AskedQuestions, questionsIn } from "../rules.js";

interface Labels {
  labelId: string;
  labelEn: string;
}

/** "" where nothing is written; null where what is written means nothing. */
export interface QuestionRow extends Labels {
  line: number | null;
  plan: PlanType | null;
  code: string;
  kind: Question["kind"] | null;
  isNeeded: boolean | null;
  max: number | null | "";
  partOf: string;
  shortId: string;
  shortEn: string;
  askId: string;
  askEn: string;
  exampleId: string;
  exampleEn: string;
}

export interface ChoiceRow extends Labels {
  line: number | null;
  question: string;
  code: string;
}

export interface ObstacleRow extends Labels {
  line: number | null;
  code: string;
}

export interface AskedRows {
  questions: QuestionRow[];
  choices: ChoiceRow[];
  obstacles: ObstacleRow[];
}

export function rowsOf(asked: AskedQuestions): AskedRows {
  const { id, en } = asked.words;
  const questions = questionsIn(asked);
  const labels = (of: (words: AddedWords) => string | undefined): Labels => ({
    labelId: of(id) ?? "",
    labelEn: of(en) ?? "",
  });
  const withChoices = new Map(
    questions.flatMap(({ question }) => ("choices" in question ? [[question.key, question.choices] as const] : [])),
  );
  return {
    questions: questions.map(({ type, question }): QuestionRow => {
      const { key } = question;
      return {
        ...{ line: null, plan: type, code: key, kind: question.kind, isNeeded: question.optional !== true },
        max: "max" in question ? question.max : "",
        partOf: "partOf" in question ? (question.partOf ?? "") : "",
        ...labels(({ labels: of }) => of[key]),
        ...{ shortId: id.shorts?.[key] ?? "", shortEn: en.shorts?.[key] ?? "" },
        ...{ askId: id.asks[key] ?? "", askEn: en.asks[key] ?? "" },
        ...{ exampleId: id.examples[key] ?? "", exampleEn: en.examples[key] ?? "" },
      };
    }),
    choices: [...withChoices].flatMap(([key, choices]) =>
      choices.map(
        (code): ChoiceRow => ({ line: null, question: key, code, ...labels((of) => of.choices[key]?.[code]) }),
      ),
    ),
    obstacles: asked.obstacles.map(
      (code): ObstacleRow => ({
        ...{ line: null, code },
        ...labels(({ obstacles }) => obstacles[code]),
      }),
    ),
  };
}

/** Rows that hold together, as what reports ask. */
export function askedOf({ questions, choices, obstacles }: AskedRows): AskedQuestions {
  const sets: Record<PlanType, Question[]> = { information_services: [], community_engagement: [], advocacy: [] };
  for (const row of questions) {
    if (row.plan === null || row.kind === null) continue;
    const codes = choices.filter(({ question }) => question === row.code).map(({ code }) => code);
    sets[row.plan].push(questionOf(row, row.kind, codes));
  }
  return {
    sets,
    obstacles: obstacles.map(({ code }) => code),
    words: {
      id: wordsOf({ questions, choices, obstacles }, "id"),
      en: wordsOf({ questions, choices, obstacles }, "en"),
    },
  };
}

function questionOf(row: QuestionRow, kind: Question["kind"], choices: string[]): Question {
  const { code: key } = row;
  const optional = row.isNeeded === false ? ({ optional: true } as const) : {};
  if (kind === "choice" || kind === "choices") return { key, kind, choices, ...optional };
  if (kind !== "amount") return { key, kind, ...optional };
  return { key, kind, max: Number(row.max), ...(row.partOf !== "" && { partOf: row.partOf }), ...optional };
}

function wordsOf({ questions, choices, obstacles }: AskedRows, language: Language): AddedWords {
  const pick = <Row extends { code: string }>(rows: readonly Row[], of: (row: Row) => string) =>
    Object.fromEntries(rows.flatMap((row) => (of(row) === "" ? [] : [[row.code, of(row)]])));
  const isId = language === "id";
  const label = (row: Labels) => (isId ? row.labelId : row.labelEn);
  const keys = [...new Set(choices.map(({ question }) => question))];
  return {
    labels: pick(questions, label),
    shorts: pick(questions, (row) => (isId ? row.shortId : row.shortEn)),
    asks: pick(questions, (row) => (isId ? row.askId : row.askEn)),
    examples: pick(questions, (row) => (isId ? row.exampleId : row.exampleEn)),
    choices: Object.fromEntries(
      keys.map((key) => [
        key,
        pick(
          choices.filter(({ question }) => question === key),
          label,
        ),
      ]),
    ),
    obstacles: pick(obstacles, label),
  };
}
