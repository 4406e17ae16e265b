// The kills in their short form: the real app as a process, on PostgreSQL. Where there is no server (plain `npm test`) the tests of
// delivery and intake whose titles name the same faults stand for them. The long form: `npm run faults`.
import { afterAll, afterEach, describe, expect, inject, test } from "vitest";
import { removeBuiltApp } from "../../support/built-app.js";
import { allPrinted, killAll } from "../process/bot-process.js";
import { CANARY } from "../process/scene.js";
import { dropTemplate } from "../process/scratch-database.js";
import { deploy, killAtPoints, killAtRandom } from "../rows/kills.js";
import { killWhileTalking } from "../rows/people.js";

describe.skipIf(inject("database").kind !== "postgres")("the app as a process", () => {
  afterEach(killAll);
  afterAll(dropTemplate);
  afterAll(removeBuiltApp);

  // Keeps F1.
  test("killed twice during an announcement, nothing is lost and nothing held arrives twice", async () => {
    const outcome = await killAtRandom(2, 60, { short: true });
    expect(outcome.holds, outcome.counted).toBe(true);
  }, 240_000);

  // Keeps F2.
  test("killed before and after the request and the mark, each post is sent once or known to be uncertain", async () => {
    const outcome = await killAtPoints(1, { short: true });
    expect(outcome.holds, outcome.counted).toBe(true);
  }, 240_000);

  // Keeps F3.
  test("stopped in the middle of an announcement, nothing becomes unknown", async () => {
    const outcome = await deploy(1);
    expect(outcome.holds, outcome.counted).toBe(true);
  }, 120_000);

  // Keeps F15.
  test("killed twice while people talk, everything said has its effect once", async () => {
    const outcome = await killWhileTalking(2, 8);
    expect(outcome.holds, outcome.counted).toBe(true);
  }, 120_000);

  // Keeps F27.
  test("no name and no token is in anything that was printed", () => {
    expect(allPrinted()).toContain("app.started");
    expect(allPrinted()).not.toContain(CANARY);
  });
});
