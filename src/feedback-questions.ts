// Reads what people are asked about their class from its folder: v1.json, v2.json, …; the highest version is in force, the others stay
// for forms that were begun with them. Checked at the start.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type FeedbackQuestions, type FeedbackVersions, faultsOfFeedback } from "./domain/feedback/feedback.js";
import { PROJECT_ROOT } from "./project-root.js";

export const SHIPPED_FEEDBACK = join(PROJECT_ROOT, "src", "feedback");

/** A file is missing or wrong; the message names it and says what to do. */
export class FeedbackQuestionsError extends Error {
  override readonly name = "FeedbackQuestionsError";
}

const words = z.strictObject({ id: z.string().max(60), en: z.string().max(60) });
const sentence = z.strictObject({ id: z.string().max(300), en: z.string().max(300) });
const file = z.strictObject({
  version: z.number().int().min(1).max(999),
  questions: z.array(
    z.strictObject({ key: z.string(), kind: z.enum(["scale", "words"]), short: words, ask: sentence }),
  ),
});

/** @throws FeedbackQuestionsError */
export async function readFeedbackQuestions(folder: string): Promise<FeedbackVersions> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^v\d{1,3}\.json$/.test(name));
  const all: FeedbackQuestions[] = [];
  for (const name of names) all.push(await readVersion(join(folder, name), name));
  const current = all.sort((one, other) => one.version - other.version).at(-1);
  if (current === undefined) {
    throw new FeedbackQuestionsError(`There are no questions about classes in ${folder}: put v1.json there.`);
  }
  const kinds = new Map<string, string>();
  for (const { key, kind } of all.flatMap(({ questions }) => questions)) {
    if ((kinds.get(key) ?? kind) !== kind) throw new FeedbackQuestionsError(`${folder}: ${key} is of two kinds.`);
    kinds.set(key, kind);
  }
  return { current, all };
}

async function readVersion(path: string, name: string): Promise<FeedbackQuestions> {
  const parsed = file.safeParse(jsonIn(await readFile(path, "utf8")));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FeedbackQuestionsError(`${path} cannot be used: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const faults = faultsOfFeedback(parsed.data);
  if (name !== `v${parsed.data.version}.json`) faults.push(`It says version ${parsed.data.version}.`);
  if (faults.length > 0) throw new FeedbackQuestionsError(`${path} cannot be used: ${faults.join(" ")}`);
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
}
