// Reads which tests keep which promise, and writes it down as test/PROMISES.md holds it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROMISES } from "./promises.js";

const TESTS = join(import.meta.dirname, "..", "..");
export const PROMISES_FILE = join(TESTS, "PROMISES.md");

export interface Kept {
  codes: string[];
  title: string;
  /** Below test/, with slashes. */
  file: string;
}

/** The comment, the test or describe below it, and its title: the first string on or after the line on which it begins. */
const KEEPS =
  /^[ \t]*\/\/ Keeps ([A-Z]\d+(?:, [A-Z]\d+)*)\.\n(?:[ \t]*\/\/[^\n]*\n)*([\s\S]*?(?:test|describe|it|longTest)\b[\s\S]*?)$/gm;

export function keptPromises(): Kept[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(TESTS, file), "utf8");
    return [...text.matchAll(KEEPS)].map((match) => {
      const below = text.slice(match.index + match[0].length - (match[2]?.length ?? 0));
      return { codes: (match[1] ?? "").split(", "), title: titleIn(below), file: file.replaceAll("\\", "/") };
    });
  });
}

/** Of `test("…"`, `test.each([…])("…"`, and of both when they are wrapped: the string that ends in `, async (` or `, () =>`. */
function titleIn(text: string): string {
  const found = /(["'`])((?:(?!\1)[^\\\n]|\\.)+)\1,\s*(?:\{[^}]*\},\s*)?(?:async\s*)?(?:\(|[a-z]\w*\s*=>)/.exec(text);
  return (found?.[2] ?? "").replaceAll("\\", "");
}

/** Where a title still begins with a code: it says nothing to those who do not know the list by heart. */
export function codedTitles(): string[] {
  const coded = /^.*\(\s*(["'`])[PTAOF]\d+[, ].*$/gm;
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
  return files.flatMap((file) =>
    [...readFileSync(join(TESTS, file), "utf8").matchAll(coded)].map(([line]) => `${file}: ${line}`),
  );
}

export function promisesPage(kept: readonly Kept[]): string {
  const parts = Object.entries(PROMISES).map(([code, promise]) => {
    const lines = kept
      .filter(({ codes }) => codes.includes(code))
      .map(({ title, file }) => `- ${title} ([${file}](${file}))`);
    return [`## ${code} ${promise}`, "", ...lines, ""].join("\n");
  });
  return [
    "# Which test keeps which promise",
    "",
    "Written by `npm run promises`; a test fails when it is old.",
    "",
    ...parts,
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}
