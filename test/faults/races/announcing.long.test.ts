// An announcement from the first word to the file of who got it, the real app killed at a random moment of each of its acts. The long form,
// act by act: `npm run faults -- F38`.
import { afterAll, afterEach, describe, expect, inject, test } from "vitest";
import { removeBuiltApp } from "../../support/built-app.js";
import { killAll } from "../process/bot-process.js";
import { dropTemplate } from "../process/scratch-database.js";
import { announceKilled } from "../rows/announcing/announcing.js";
import { ACTS } from "../rows/announcing/life.js";

describe.skipIf(inject("database").kind !== "postgres")("announcing", () => {
  afterEach(killAll);
  afterAll(dropTemplate);
  afterAll(removeBuiltApp);

  // Keeps F38.
  test("killed while scheduled, leaving over zones, corrected, sent again and exported, each has it once", async () => {
    const outcome = await announceKilled(ACTS, 1);
    expect(outcome.holds, outcome.counted).toBe(true);
    expect(outcome.done).toContain("SIGKILL ×10");
  }, 600_000);
});
