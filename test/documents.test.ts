// What the documents name is there: a path that has moved, or a package that nobody gave a reason for, sends a newcomer the wrong way.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
/** A document names a file from the project's root or from src, and what is about one room from there. */
const FROM = ["", "src", "src/domain", "src/use-cases", "src/bot", "src/storage", "src/texts", "src/files"];

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** Those in code marks that a file's ending shows to be one, each once; not the names with an "…" or an "N" in them, which stand for several. */
function pathsIn(document: string): string[] {
  const named = document.matchAll(/`([\w./*{},-]+\/[\w./*{},-]+\.(?:ts|json|yml|sh))`/g);
  return [...new Set([...named].flatMap(([, path = ""]) => spreadOut(path)))].filter(
    (path) => !path.includes("vN.") && !path.startsWith("DATA_DIR/"),
  );
}

/** a/{b,c}.ts names two files; texts/* / x.ts one of each language. */
function spreadOut(path: string): string[] {
  const [, before = "", choices, after = ""] = /^(.*?)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  if (choices === undefined) return path.includes("*") ? ["id", "en"].map((one) => path.replace("*", one)) : [path];
  return choices.split(",").flatMap((choice) => spreadOut(before + choice + after));
}

const isThere = (path: string) => FROM.some((from) => existsSync(join(ROOT, from, path)));

describe.each(["README.md", "CONTRIBUTING.md", "DECISIONS.md", "OPERATIONS.md"])("%s", (file) => {
  test("names no file that is not there", () => {
    const named = pathsIn(read(file));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});

test("every package has its reason in the README", () => {
  const [, reasons = ""] = read("README.md").split("## Dependencies");
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@types/"));
  expect(packages.filter((name) => !reasons.includes(name))).toEqual([]);
});
