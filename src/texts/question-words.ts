// What a language must say about each question of a report: a missing question or choice does not compile.
import type { QuestionChoices, QuestionKey } from "../domain/report-questions.js";

export interface QuestionWords {
  /** In lists, before a colon. */
  labels: Record<QuestionKey, string>;
  asks: Record<QuestionKey, string>;
  /** Of a good answer; questions answered by buttons need none. */
  examples: Partial<Record<QuestionKey, string>>;
  choices: { [K in keyof QuestionChoices]: Record<QuestionChoices[K], string> };
}

/** Looked up by stored keys: an answer to a question that is no longer asked is told as it was kept. */
export function questionTexts(words: QuestionWords) {
  const { labels, asks, examples, choices } = words as unknown as Record<"labels" | "asks" | "examples", Words> & {
    choices: Record<string, Words | undefined>;
  };
  return {
    label: (key: string) => labels[key] ?? key,
    ask: (key: string) => asks[key] ?? key,
    example: (key: string) => examples[key] ?? "",
    choice: (key: string, value: string) => choices[key]?.[value] ?? value,
  };
}

type Words = Record<string, string | undefined>;
