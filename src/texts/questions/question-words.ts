// What a language says about the questions and obstacles of reports: the words of the office's version, else the catalogue's own, else those
// that came with the questions' file. Looked up by stored keys: an answer to a question that is no longer asked is told in the words it had.
import type { Language } from "../../domain/people/person.js";
import { PLAN_TYPES } from "../../domain/plans/work-plan.js";
import type { AddedWords, QuestionSets, QuestionVersions, QuestionWords } from "../../domain/reports/questionnaire.js";

/** Handing them through every list, card and export would tell no more: a process serves one office. */
interface Added {
  /** Filled once, before anything is asked (src/questionnaire.ts). */
  files: AddedWords;
  /** Of the office's versions, the one in force first. */
  office: readonly AddedWords[];
  /** … each by its number, for the forms that were begun with it. */
  ofVersion: ReadonlyMap<number, AddedWords>;
}

const added: Record<Language, Added> = { id: nothing(), en: nothing() };

export function addQuestionWords(language: Language, words: AddedWords): void {
  const known = added[language].files;
  Object.assign(known.labels, words.labels);
  Object.assign(known.asks, words.asks);
  Object.assign(known.examples, words.examples);
  Object.assign(known.obstacles, words.obstacles);
  for (const [key, choices] of Object.entries(words.choices))
    known.choices[key] = { ...known.choices[key], ...choices };
}

/** Of the versions that an office has made; call it whenever another one is in force. */
export function useQuestionWords({ current, all }: QuestionVersions): void {
  const newestFirst = [current, ...all.toSorted((a, b) => b.version - a.version)];
  for (const language of ["id", "en"] as const) {
    const withWords = newestFirst.flatMap(({ version, words }) =>
      words === undefined ? [] : [[version, words[language]] as const],
    );
    // Where the program's own questions are in force, its own words are.
    const isOffice = current.words !== undefined;
    added[language].office = isOffice ? withWords.map(([, words]) => words) : [];
    added[language].ofVersion = new Map(withWords);
    if (!isOffice) for (const [, words] of withWords.toReversed()) addUnknown(language, words);
  }
}

/** What was asked once is told on, without taking the place of any words there are. */
function addUnknown(language: Language, words: AddedWords): void {
  const { files } = added[language];
  addQuestionWords(language, {
    labels: { ...words.labels, ...files.labels },
    asks: { ...words.asks, ...files.asks },
    examples: { ...words.examples, ...files.examples },
    obstacles: { ...words.obstacles, ...files.obstacles },
    choices: Object.fromEntries(
      Object.entries(words.choices).map(([key, choices]) => [key, { ...choices, ...files.choices[key] }]),
    ),
  });
}

type Lookup = (words: AddedWords) => string | undefined;

function found(language: Language, lookup: Lookup, own: string | undefined, version?: number): string | undefined {
  const { files, office, ofVersion } = added[language];
  const begunWith = version === undefined ? undefined : ofVersion.get(version);
  if (begunWith !== undefined) return lookup(begunWith) ?? own ?? lookup(files);
  // A form of the program's own questions keeps the program's words.
  if (version !== undefined) return own ?? lookup(files);
  const inForce = office.map(lookup).find((word) => word !== undefined);
  return inForce ?? own ?? lookup(files);
}

/** `version`: of the questions that a form was begun with. */
export function obstacleWords(language: Language, own: Record<string, string>) {
  return (key: string, version?: number): string | undefined =>
    found(language, ({ obstacles }) => obstacles[key], own[key], version);
}

export function questionTexts<W extends { [K in keyof QuestionWords]-?: object }>(language: Language, words: W) {
  const own = words as unknown as QuestionWords;
  /** Undefined where there are no words for it. `version`: of the questions that a form was begun with. */
  const known = {
    label: (key: string, version?: number) => found(language, ({ labels }) => labels[key], own.labels[key], version),
    short: (key: string, version?: number) =>
      found(language, ({ shorts, labels }) => shorts?.[key] ?? labels[key], own.shorts?.[key], version),
    ask: (key: string, version?: number) => found(language, ({ asks }) => asks[key], own.asks[key], version),
    example: (key: string, version?: number) =>
      found(language, ({ examples }) => examples[key], own.examples[key], version),
    choice: (key: string, value: string, version?: number) =>
      found(language, ({ choices }) => choices[key]?.[value], own.choices[key]?.[value], version),
  };
  return {
    known,
    label: (key: string) => known.label(key) ?? key,
    short: (key: string, version?: number) => known.short(key, version) ?? known.label(key, version) ?? key,
    ask: (key: string, version?: number) => known.ask(key, version) ?? key,
    example: (key: string, version?: number) => known.example(key, version) ?? "",
    choice: (key: string, value: string, version?: number) => known.choice(key, value, version) ?? value,
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

function nothing(): Added {
  const files: AddedWords = { labels: {}, asks: {}, examples: {}, choices: {}, obstacles: {} };
  return { files, office: [], ofVersion: new Map() };
}
