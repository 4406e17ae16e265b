// How large the house's files and folders may be, so that a stranger finds a file by its name and reads it in one go.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const MOST_LINES = 250;
const MOST_FILES = 12;

/** Made by a tool, or one file a story, a step of the schema or a walk, whose name is looked up and not browsed for. */
const LISTS = /^(src\/storage\/generated|src\/texts\/(id|en)|prisma\/migrations|test\/walks\/transcripts)(\/|$)/;
/** Longer than that, and why. None is added: what stands here is divided when somebody comes by. */
const LONG_FILES: Record<string, string> = {
  ...because("a table with a line for each button, form, question or text", [
    "test/bot/looks.test.ts",
    "test/faults/forms/every-walk.ts",
    "test/faults/forms/form-changed.long.test.ts",
    "test/faults/forms/hostile.long.test.ts",
    "test/faults/questions/every-question.ts",
    "test/support/stage/every-button.ts",
    "test/texts/texts.test.ts",
  ]),
  ...because("a table of what people write, and how it is read", [
    "test/domain/numbers/read-amount.test.ts",
    "test/domain/time/read-day.test.ts",
  ]),
  ...because("not divided yet", [
    "test/delivery/budget.test.ts",
    "test/delivery/dispatcher.test.ts",
    "test/faults/process/reporters.ts",
    "test/faults/races/erasure-racers.ts",
    "test/intake/lanes.test.ts",
    "test/seed.long.test.ts",
    "test/storage/announcements/announcements.test.ts",
    "test/storage/announcements/audience.long.test.ts",
    "test/storage/caseload/plan-facts.long.test.ts",
    "test/storage/queue/inbox.test.ts",
    "test/storage/queue/outbox.test.ts",
    "test/storage/reach.test.ts",
    "test/use-cases/announcements/schedule.test.ts",
    "test/use-cases/caseload/with-province.test.ts",
    "test/walks/workbook.test.ts",
  ]),
};

const folders = ["src", "test", "prisma"].flatMap((folder) => [folder, ...foldersIn(folder)]);

test("no file of code is longer than can be read in one go", () => {
  const long = folders
    .flatMap((folder) => filesIn(folder).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith(".ts") && linesOf(file) > MOST_LINES);
  expect(long.filter((file) => !(file in LONG_FILES))).toEqual([]);
  expect(
    Object.keys(LONG_FILES).filter((file) => !long.includes(file)),
    "no longer long",
  ).toEqual([]);
});

test("no folder holds more files than a dozen", () => {
  const full = folders.filter((folder) => filesIn(folder).length > MOST_FILES);
  expect(full).toEqual([]);
});

function because(why: string, files: string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, why]));
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !LISTS.test(path));
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

function linesOf(file: string): number {
  return readFileSync(join(ROOT, file), "utf8").split("\n").length - 1;
}
