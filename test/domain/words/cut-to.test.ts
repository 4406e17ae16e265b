import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cutTo, startOf } from "../../../src/domain/words/cut-to.js";

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

test.each([
  ["Selamat pagi", 12, "Selamat pagi", "Selamat pagi"],
  ["Selamat pagi", 9, "Selamat…", "Selamat p"],
  ["Selamat pagi", 8, "Selamat…", "Selamat "],
  ["Baik 🙏🙏", 7, "Baik 🙏🙏", "Baik 🙏"],
  ["Baik 🙏🙏", 6, "Baik…", "Baik "],
  ["🙏🙏🙏🙏", 3, "🙏🙏…", "🙏"],
  ["🙏", 1, "🙏", ""],
])("“%s” in %i", (text, most, cut, start) => {
  expect([cutTo(text, most), startOf(text, most)]).toEqual([cut, start]);
});

test("no cut leaves half of an emoji, wherever it falls", () => {
  const text = "Rak buku 📚 sudah rapi 👍🏽, terima kasih 🙏!";
  for (let most = 0; most <= text.length; most += 1) {
    expect(cutTo(text, most)).not.toMatch(HALF);
    expect(startOf(text, most)).not.toMatch(HALF);
  }
});

describe("words are cut by these two alone", () => {
  /** Cut at a place that was found in them, or only looked at. */
  const OTHERS = [
    "config.ts",
    "files/xml-part.ts",
    "files/csv/text-format.ts",
    "domain/roster/reading/read-roster-phone.ts",
    "storage/folders/files.ts",
  ];
  const CUT =
    /\b(?:text|typed|about|url|caption|name|line|message|title)(?: \?\? "")?[)}`]*(?:\.replace\(.*\))?\.(?:slice|substring)\(0,/;
  const src = join(import.meta.dirname, "../../../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/^(sandbox|demo|storage\/generated)\//.test(file) && !file.endsWith("cut-to.ts"),
  );

  test("in all of the program", () => {
    expect(files.length).toBeGreaterThan(900);
    const cutting = files.filter((file) => CUT.test(readFileSync(join(src, file), "utf8")));
    expect(cutting.filter((file) => !OTHERS.includes(file))).toEqual([]);
  });
});
