// What reports ask, as it is read at start.
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OBSTACLES, PLAN_TYPES } from "../../src/domain/plans/work-plan.js";
import { QuestionsError, readQuestions, SHIPPED_QUESTIONS } from "../../src/questionnaire.js";
import { textsFor } from "../../src/texts/index.js";

const shipped = async () => JSON.parse(await readFile(join(SHIPPED_QUESTIONS, "v1.json"), "utf8"));

async function folderWith(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "questions-"));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

const nobody = { labels: {}, asks: {}, examples: {}, choices: {}, obstacles: {} };

// Keeps P17.
describe("the question sets", () => {
  test("that come with the program can be asked, in both languages, and are three", async () => {
    const { current, all } = await readQuestions(SHIPPED_QUESTIONS);
    expect(all).toEqual([current]);
    expect(PLAN_TYPES.every((type) => current.sets[type].length > 0)).toBe(true);
    expect(current.obstacles).toEqual(OBSTACLES);
    for (const language of ["id", "en"] as const) {
      const words = textsFor(language).questionnaire;
      for (const question of PLAN_TYPES.flatMap((type) => current.sets[type])) {
        expect(words.ask(question.key)).toMatch(/\?$/);
        if (!("choices" in question)) expect(words.example(question.key)).not.toBe("");
      }
    }
  });

  test("of a folder: the highest version is in force, and brings the words of what the catalogue does not know", async () => {
    const v1 = await shipped();
    const v2 = structuredClone(v1);
    v2.version = 2;
    v2.sets.advocacy = [{ key: "letters", kind: "amount", max: 50 }, ...v2.sets.advocacy];
    v2.obstacles.unshift("flood");
    v2.words = {
      id: {
        ...nobody,
        ...{ labels: { letters: "surat" }, asks: { letters: "Berapa surat dikirim?" }, examples: { letters: "2" } },
        obstacles: { flood: "banjir" },
      },
      en: {
        ...nobody,
        ...{ labels: { letters: "letters" }, asks: { letters: "How many letters?" }, examples: { letters: "2" } },
        obstacles: { flood: "flood" },
      },
    };
    v2.words.en.labels.letters = "letters sent";
    const { current, all } = await readQuestions(await folderWith({ "v1.json": v1, "v2.json": v2, "notes.txt": "" }));
    expect([current.version, all.map(({ version }) => version)]).toEqual([2, [1, 2]]);
    expect(textsFor("id").questionnaire.ask("letters")).toBe("Berapa surat dikirim?");
    expect(textsFor("en").planWords.obstacle("flood")).toBe("flood");
  });
});

describe("a wrong file ends the start with a sentence that says what is wrong", () => {
  const broken: [string, (set: Awaited<ReturnType<typeof shipped>>) => void, RegExp][] = [
    [
      "a question of no known kind",
      (set) => set.sets.advocacy.push({ key: "x", kind: "map" }),
      /v1\.json.*sets\.advocacy/,
    ],
    [
      "a maximum that is no number",
      (set) => Object.assign(set.sets.advocacy[2], { max: "much" }),
      /sets\.advocacy\.2\.max/,
    ],
    ["no obstacles", (set) => delete set.obstacles, /obstacles/],
    ["a key twice", (set) => set.sets.advocacy.push(set.sets.advocacy[0]), /advocacy\.met stands twice/],
    ["a version that is not its name's", (set) => Object.assign(set, { version: 3 }), /says version 3/],
    [
      "a question without words",
      (set) => set.sets.advocacy.push({ key: "stamps", kind: "amount", max: 5 }),
      /words\.id lack the label of stamps, the question of stamps, an example of stamps/,
    ],
  ];
  test.each(broken)("%s", async (_, breakIt, sentence) => {
    const set = await shipped();
    breakIt(set);
    const reading = readQuestions(await folderWith({ "v1.json": set }));
    await expect(reading).rejects.toThrow(QuestionsError);
    await expect(reading).rejects.toThrow(sentence);
  });

  test("no JSON at all, and no file at all", async () => {
    await expect(readQuestions(await folderWith({ "v1.json": "{" }))).rejects.toThrow(/v1\.json cannot be used/);
    await expect(readQuestions("/nowhere")).rejects.toThrow(/There are no questions in/);
  });
});
