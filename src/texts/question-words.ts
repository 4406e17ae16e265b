// What a language says about the questions and obstacles of reports: the catalogue's own words, else those that came with the
// questions. Looked up by stored keys: an answer to a question that is no longer asked is told in the words it had.
import type { Language } from "../domain/people/person.js";
import { PLAN_TYPES } from "../domain/plans/work-plan.js";
import type { QuestionSets } from "../domain/reports/questionnaire.js";

type Words = Record<string, string | undefined>;

export interface QuestionWords {
  /** In lists, before a colon. */
  labels: Words;
  /** On the button that changes the answer, where the label is too long for one of two columns. */
  shorts?: Words;
  asks: Words;
  /** Of a good answer; questions answered by buttons need none. */
  examples: Words;
  choices: Record<string, Words | undefined>;
}

/** For questions that the catalogue does not know, in one language. */
export interface AddedWords extends QuestionWords {
  obstacles: Words;
}

/** Filled once, before anything is asked (src/questionnaire.ts). Handing it through every list, card and export would tell no more. */
const added: Record<Language, AddedWords> = { id: noWords(), en: noWords() };

export function addQuestionWords(language: Language, words: AddedWords): void {
  const known = added[language];
  Object.assign(known.labels, words.labels);
  Object.assign(known.asks, words.asks);
  Object.assign(known.examples, words.examples);
  Object.assign(known.obstacles, words.obstacles);
  for (const [key, choices] of Object.entries(words.choices))
    known.choices[key] = { ...known.choices[key], ...choices };
}

export function addedObstacle(language: Language, key: string): string | undefined {
  return added[language].obstacles[key];
}

export function questionTexts<W extends { [K in keyof QuestionWords]-?: object }>(language: Language, words: W) {
  const own = words as unknown as QuestionWords;
  const more = added[language];
  /** Undefined where there are no words for it. */
  const known = {
    label: (key: string) => own.labels[key] ?? more.labels[key],
    ask: (key: string) => own.asks[key] ?? more.asks[key],
    example: (key: string) => own.examples[key] ?? more.examples[key],
    choice: (key: string, value: string) => own.choices[key]?.[value] ?? more.choices[key]?.[value],
  };
  return {
    known,
    label: (key: string) => known.label(key) ?? key,
    short: (key: string) => own.shorts?.[key] ?? known.label(key) ?? key,
    ask: (key: string) => known.ask(key) ?? key,
    example: (key: string) => known.example(key) ?? "",
    choice: (key: string, value: string) => known.choice(key, value) ?? value,
  };
}

/** What cannot be said yet about these questions, as a list of what is missing. */
export function missingWords(
  { sets, obstacles }: QuestionSets,
  known: ReturnType<typeof questionTexts>["known"],
  obstacle: (key: string) => string | undefined,
): string[] {
  const missing = PLAN_TYPES.flatMap((type) => sets[type]).flatMap((question) => {
    const { key } = question;
    const choices = "choices" in question ? question.choices : [];
    return [
      ...(known.label(key) === undefined ? [`the label of ${key}`] : []),
      ...(known.ask(key) === undefined ? [`the question of ${key}`] : []),
      ...(choices.length === 0 && known.example(key) === undefined ? [`an example of ${key}`] : []),
      ...choices.filter((value) => known.choice(key, value) === undefined).map((value) => `the choice ${key}.${value}`),
    ];
  });
  return [...missing, ...obstacles.filter((key) => obstacle(key) === undefined).map((key) => `the obstacle ${key}`)];
}

function noWords(): AddedWords {
  return { labels: {}, asks: {}, examples: {}, choices: {}, obstacles: {} };
}
