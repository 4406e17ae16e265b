// Reads what reports ask from its folder: v1.json, v2.json, …; the highest version is in force, the others stay for the drafts begun
// with them. Checked once, before anything is asked: a broken file ends the start with a sentence that says what is wrong.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { faultsBetween, faultsOf, type QuestionSets, type QuestionVersions } from "./domain/reports/questionnaire.js";
import { PROJECT_ROOT } from "./project-root.js";
import { textsFor } from "./texts/index.js";
import { addQuestionWords, missingWords } from "./texts/questions/question-words.js";

/** The questions that come with the program: data, so they stay where they are when src is built into dist beside it. */
export const SHIPPED_QUESTIONS = join(PROJECT_ROOT, "src", "questions");

/** A file is missing or wrong; the message names it and says what to do. */
export class QuestionsError extends Error {
  override readonly name = "QuestionsError";
}

const key = z.string();
const optional = z.literal(true).optional();
const question = z.discriminatedUnion("kind", [
  z.strictObject({ key, kind: z.enum(["choice", "choices"]), choices: z.array(z.string()), optional }),
  z.strictObject({ key, kind: z.literal("amount"), max: z.number(), partOf: z.string().optional(), optional }),
  z.strictObject({ key, kind: z.enum(["text", "day"]), optional }),
]);
const table = z.record(z.string(), z.string()).default({});
const words = z.strictObject({
  labels: table,
  asks: table,
  examples: table,
  choices: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  obstacles: table,
});
const file = z.strictObject({
  version: z.number().int().min(1).max(999),
  sets: z.strictObject({
    information_services: z.array(question),
    community_engagement: z.array(question),
    advocacy: z.array(question),
  }),
  obstacles: z.array(z.string()),
  /** For questions, choices and obstacles that the catalogue in src/texts does not know. */
  words: z.strictObject({ id: words, en: words }).optional(),
});

/** @throws QuestionsError */
export async function readQuestions(folder: string): Promise<QuestionVersions> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^v\d{1,3}\.json$/.test(name));
  if (names.length === 0) throw new QuestionsError(`There are no questions in ${folder}: put v1.json there.`);
  const all: QuestionSets[] = [];
  for (const name of names) all.push(await readVersion(folder, name));
  all.sort((a, b) => a.version - b.version);
  const faults = faultsBetween(all);
  const current = all.at(-1);
  if (faults.length > 0 || current === undefined)
    throw new QuestionsError(`The questions do not fit: ${faults.join(" ")}`);
  return { current, all };
}

async function readVersion(folder: string, name: string): Promise<QuestionSets> {
  const path = join(folder, name);
  const text = await readFile(path, "utf8");
  const parsed = file.safeParse(jsonIn(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new QuestionsError(`${path} cannot be used: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
  }
  const { words: more, ...sets } = parsed.data;
  const faults = faultsOf(sets as QuestionSets);
  if (name !== `v${sets.version}.json`) faults.push(`It says version ${sets.version}.`);
  if (more !== undefined) for (const language of ["id", "en"] as const) addQuestionWords(language, more[language]);
  for (const language of ["id", "en"] as const) faults.push(...wordsMissingIn(language, sets as QuestionSets));
  if (faults.length > 0) throw new QuestionsError(`${path} cannot be used: ${faults.join(" ")}`);
  return sets as QuestionSets;
}

function wordsMissingIn(language: "id" | "en", sets: QuestionSets): string[] {
  const { questionnaire, planWords } = textsFor(language);
  const missing = missingWords(sets, questionnaire.known, planWords.knownObstacle);
  return missing.length === 0 ? [] : [`Its words.${language} lack ${missing.join(", ")}.`];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return { broken: (error as Error).message };
  }
}
