// Bad lines in their short form: the real app as a process, behind proxies that cut, delay and swallow. Long form: `npm run faults -- F37`.
import { afterAll, afterEach, describe, expect, inject, test } from "vitest";
import { removeBuiltApp } from "../../support/built-app.js";
import { killAll } from "../process/bot-process.js";
import { dropTemplate } from "../process/scratch-database.js";
import { badLines } from "../rows/network.js";

describe.skipIf(inject("database").kind !== "postgres")("reporting over bad lines", () => {
  afterEach(killAll);
  afterAll(dropTemplate);
  afterAll(removeBuiltApp);

  test("on good lines every report stands as its author put it, and is told once", async () => {
    const outcome = await badLines({ people: 4, seconds: 5, blackHoleSeconds: 0, spoilt: false });
    expect(outcome.holds, outcome.counted).toBe(true);
  }, 200_000);

  test("while both lines are cut, delayed and swallowed, the same holds and nobody is stuck", async () => {
    const outcome = await badLines({ people: 8, seconds: 20, blackHoleSeconds: 3 });
    expect(outcome.holds, outcome.counted).toBe(true);
  }, 400_000);
});
