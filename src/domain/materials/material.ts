// What the office lays out for everybody: files, links and answers to frequent questions, by topic.
import { PLAN_TYPES } from "../plans/work-plan.js";

/** Every plan has a topic of its own name. */
export const TOPICS = [...PLAN_TYPES, "reporting", "other"] as const;
export type Topic = (typeof TOPICS)[number];

export const MATERIAL_KINDS = ["photo", "document", "link", "answer"] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

export interface MaterialContent {
  topic: Topic;
  /** Of an answer: the question. */
  title: string;
  kind: MaterialKind;
  /** A file's id at Telegram, the address of a link, or the words of an answer. */
  content: string;
}

export interface Material extends MaterialContent {
  id: number;
  /** How often somebody said that the answer was enough. */
  helped: number;
}

/** A topic opened sends its files at once: more would bury what stands below them. */
export const MOST_FILES_OF_A_TOPIC = 5;
/** With the files above it, the page of a topic fits a small phone. */
export const MOST_OF_A_TOPIC = 10;
/** A question in one line of a phone turned round; a button shows half of it. */
export const LONGEST_TITLE = 60;
/** With its question around it, an answer stays within a message of 700 characters. */
export const LONGEST_ANSWER = 600;

/** As many frequent questions as stand below a question to be written without hiding it. */
export const MOST_LIKELY_QUESTIONS = 4;

export function isFile({ kind }: Pick<Material, "kind">): boolean {
  return kind === "photo" || kind === "document";
}

/** Whether a topic has room for one more of this kind. `others`: what it holds besides. */
export function hasRoom(others: readonly Pick<Material, "kind">[], kind: MaterialKind): boolean {
  if (others.length >= MOST_OF_A_TOPIC) return false;
  return !isFile({ kind }) || others.filter(isFile).length < MOST_FILES_OF_A_TOPIC;
}

/** Those of these topics first; among equals those that have helped most often. */
export function likelyQuestions(entries: readonly Material[], topics: readonly Topic[], most: number): Material[] {
  const rank = ({ topic }: Material) => (topics.includes(topic) ? 0 : 1);
  return entries
    .filter(({ kind }) => kind === "answer")
    .sort((a, b) => rank(a) - rank(b) || b.helped - a.helped || a.id - b.id)
    .slice(0, most);
}
