// The list of promises and the tests that keep them is never old, and no test names a promise that there is not.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codedTitles, keptPromises, PROMISES_FILE, promisesPage } from "./support/promises/kept-promises.js";
import { PROMISES } from "./support/promises/promises.js";

test("every promise has a test, and every test that names one has a title", () => {
  const kept = keptPromises();
  const codes = new Set(kept.flatMap((one) => one.codes));
  expect([...codes].filter((code) => !(code in PROMISES))).toEqual([]);
  expect(Object.keys(PROMISES).filter((code) => !codes.has(code))).toEqual([]);
  expect(kept.filter(({ title }) => title === "")).toEqual([]);
});

test("titles are facts in plain words: the promise stands above the test", () => {
  expect(codedTitles()).toEqual([]);
});

test("the page is what the tests say; npm run promises writes it anew", () => {
  expect(readFileSync(PROMISES_FILE, "utf8")).toBe(promisesPage(keptPromises()));
});
