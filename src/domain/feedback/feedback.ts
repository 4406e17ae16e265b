// What people are asked about their class after its last day, and how their answers are kept so that nobody can tell whose they are.

export interface FeedbackQuestion {
  key: string;
  /** scale: 1 to 5, as SCALE. words: their own, and nobody has to write any. */
  kind: "scale" | "words";
  /** As a heading, and as it is asked; by language. */
  short: Record<"id" | "en", string>;
  ask: Record<"id" | "en", string>;
}

/** One version of what is asked: a file of src/feedback. A key means the same in every version. */
export interface FeedbackQuestions {
  version: number;
  questions: readonly FeedbackQuestion[];
}

export interface FeedbackVersions {
  current: FeedbackQuestions;
  all: readonly FeedbackQuestions[];
}

export const SCALE = [1, 2, 3, 4, 5] as const;

/** In characters: it stands in a list with those of others. */
export const LONGEST_WORDS = 300;

/** As many answers come out together: of fewer one could guess whose they are, and of one more at a time one could tell the last. */
export const RELEASED_TOGETHER = 5;

/** So many days after a class's last day its people are asked at the earliest: 1, on the day after it. */
export const FEEDBACK_ASKED_AFTER_DAYS = 1;
/** So long after a class's last day its people are still asked: a bot that was away makes up for it; later nobody remembers. */
export const FEEDBACK_ASKED_FOR_DAYS = 7;
/** Days until an invitation that found no room among other messages is given up. */
export const FEEDBACK_LEAVES_WITHIN_DAYS = 7;

/** By question; what was left out is missing. */
export type FeedbackAnswers = Record<string, number | string>;

/** How often each step of the scale was chosen, from 1 to 5, by question. */
export type ScaleCounts = Record<string, number[]>;

/** What was written, by question, in the order of the letters: not in the order in which it came. */
export type WordLists = Record<string, string[]>;

/**
 * The answers of a class without a name. They are added up at once: not even two answers of one person stand together, and nothing says
 * which came when. `givenBy`: ids of people, smallest first, so that nobody answers twice; it does not say who came when either.
 */
export interface FeedbackPool {
  givenBy: number[];
  released: number;
  releasedCounts: ScaleCounts;
  releasedWords: WordLists;
  /** Those that wait until there are RELEASED_TOGETHER of them. */
  waiting: number;
  waitingCounts: ScaleCounts;
  waitingWords: WordLists;
}

/** The pool with one more person. Null for `answers`: they put their name to theirs, which are kept with it. */
export function withAnswers(pool: FeedbackPool, personId: number, answers: FeedbackAnswers | null): FeedbackPool {
  const givenBy = [...pool.givenBy, personId].sort((a, b) => a - b);
  if (answers === null) return { ...pool, givenBy };
  const one = tallyOf(answers);
  const waitingCounts = addCounts(pool.waitingCounts, one.counts);
  const waitingWords = addWords(pool.waitingWords, one.words);
  const waiting = pool.waiting + 1;
  if (waiting < RELEASED_TOGETHER) return { ...pool, givenBy, waiting, waitingCounts, waitingWords };
  return {
    givenBy,
    released: pool.released + waiting,
    releasedCounts: addCounts(pool.releasedCounts, waitingCounts),
    releasedWords: addWords(pool.releasedWords, waitingWords),
    ...{ waiting: 0, waitingCounts: {}, waitingWords: {} },
  };
}

function tallyOf(answers: FeedbackAnswers): { counts: ScaleCounts; words: WordLists } {
  const counts: ScaleCounts = {};
  const words: WordLists = {};
  for (const [key, answer] of Object.entries(answers)) {
    if (typeof answer === "number") counts[key] = SCALE.map((step) => (step === answer ? 1 : 0));
    else words[key] = [answer];
  }
  return { counts, words };
}

export function addCounts(...all: readonly ScaleCounts[]): ScaleCounts {
  const sum: ScaleCounts = {};
  for (const counts of all) {
    for (const [key, steps] of Object.entries(counts)) {
      sum[key] = SCALE.map((_, at) => (sum[key]?.[at] ?? 0) + (steps[at] ?? 0));
    }
  }
  return sum;
}

function addWords(...all: readonly WordLists[]): WordLists {
  const sum: WordLists = {};
  for (const lists of all) {
    for (const [key, words] of Object.entries(lists)) sum[key] = [...(sum[key] ?? []), ...words].sort();
  }
  return sum;
}

/** From 1 to 5; null where nobody has answered. */
export function meanOf(steps: readonly number[] | undefined): number | null {
  const answers = (steps ?? []).reduce((sum, count) => sum + count, 0);
  if (steps === undefined || answers === 0) return null;
  return steps.reduce((sum, count, at) => sum + count * (at + 1), 0) / answers;
}

/** Fits a button beside the form's own words. */
const KEY = /^[a-z][a-z_]{0,19}$/;

/** What is wrong with a version, in words for the one who configures it. */
export function faultsOfFeedback({ questions }: FeedbackQuestions): string[] {
  const keys = questions.map(({ key }) => key);
  return [
    ...(questions.length === 0 || questions.length > 12 ? ["It asks between 1 and 12 questions."] : []),
    ...keys.filter((key) => !KEY.test(key)).map((key) => `${key}: keys are snake_case of at most 20 letters.`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} stands twice.`),
    ...questions
      .filter(({ short, ask }) => [...Object.values(short), ...Object.values(ask)].some((text) => text.trim() === ""))
      .map(({ key }) => `${key} has no words.`),
  ];
}

/** The questions of all versions, those of the newest first: for results. */
export function questionsEverAsked({ all }: FeedbackVersions): FeedbackQuestion[] {
  const newestFirst = all.toSorted((one, other) => other.version - one.version).flatMap(({ questions }) => questions);
  return newestFirst.filter(({ key }, at) => newestFirst.findIndex((one) => one.key === key) === at);
}
