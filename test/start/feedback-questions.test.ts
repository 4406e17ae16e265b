// What people are asked about their class comes from files: one that cannot be used ends the start with a sentence that says why.
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FeedbackQuestionsError, readFeedbackQuestions, SHIPPED_FEEDBACK } from "../../src/feedback-questions.js";

const shipped = async () => JSON.parse(await readFile(join(SHIPPED_FEEDBACK, "v1.json"), "utf8"));

async function folderWith(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "feedback-"));
  for (const [name, file] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof file === "string" ? file : JSON.stringify(file));
  }
  return folder;
}

test("the highest version is in force, and the others stay", async () => {
  const v1 = await shipped();
  const [first] = v1.questions;
  const food = { ...first, key: "food", short: { id: "Konsumsi", en: "Food" } };
  const v2 = { version: 2, questions: [first, food] };
  const { current, all } = await readFeedbackQuestions(await folderWith({ "v2.json": v2, "v1.json": v1, "a.txt": "" }));
  expect([current.version, all.map(({ version }) => version)]).toEqual([2, [1, 2]]);
});

type Questions = Awaited<ReturnType<typeof shipped>>;
const broken: [string, (set: Questions) => void, RegExp][] = [
  [
    "a question of no known kind",
    (set) => Object.assign(set.questions[0], { kind: "map" }),
    /v1\.json.*questions\.0\.kind/,
  ],
  ["no question", (set) => set.questions.splice(0), /between 1 and 12 questions/],
  ["a key twice", (set) => set.questions.push(set.questions[0]), /stands twice/],
  ["a key that fits no button", (set) => Object.assign(set.questions[0], { key: "Two words" }), /snake_case/],
  ["a question without words", (set) => Object.assign(set.questions[0].ask, { en: " " }), /has no words/],
  ["a version that is not its name's", (set) => Object.assign(set, { version: 3 }), /says version 3/],
];
test.each(broken)("%s is refused", async (_, breakIt, sentence) => {
  const set = await shipped();
  breakIt(set);
  const reading = readFeedbackQuestions(await folderWith({ "v1.json": set }));
  await expect(reading).rejects.toThrow(FeedbackQuestionsError);
  await expect(reading).rejects.toThrow(sentence);
});

test("a key is of one kind in every version", async () => {
  const v1 = await shipped();
  const [{ key, short, ask }] = v1.questions;
  const kind = v1.questions[0].kind === "scale" ? "words" : "scale";
  const v2 = { version: 2, questions: [{ key, kind, short, ask }] };
  await expect(readFeedbackQuestions(await folderWith({ "v1.json": v1, "v2.json": v2 }))).rejects.toThrow(
    /of two kinds/,
  );
});

test("no JSON at all, and no file at all", async () => {
  await expect(readFeedbackQuestions(await folderWith({ "v1.json": "{" }))).rejects.toThrow(/v1\.json cannot be used/);
  await expect(readFeedbackQuestions("/nowhere")).rejects.toThrow(FeedbackQuestionsError);
});
