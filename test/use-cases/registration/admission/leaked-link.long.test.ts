import { afterAll, beforeAll, expect, test } from "vitest";
import { playLeakedLink } from "../../../faults/leaked-link.js";
import { openTestDatabase, type TestDatabase } from "../../../support/database.js";
import { runs } from "../../../support/runs.js";
import { openStage } from "../../../support/stage/stage.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The long form is `npm run faults -- F30`. */
const RUNS = runs("LEAK_RUNS", { quick: 1, long: 4 });
const ACTS = runs("LEAK_ACTS", { quick: 60, long: 60 });

test(
  "a leaked class link reads and changes nothing of a library without a yes, whatever happens in which order",
  async () => {
    const standings = new Set<string>();
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const stage = await openStage(database, "2024-06-11T03:00:00Z");
      const { reads, changes, splits, kept, tries, joined } = await playLeakedLink(stage, { seed, acts: ACTS });
      expect({ seed, reads, changes, splits, kept }).toEqual({ seed, reads: [], changes: [], splits: [], kept: [] });
      // It was tried, too.
      expect(tries).toBeGreaterThan(20);
      for (const [standing, count] of Object.entries(joined)) if (count > 0) standings.add(standing);
    }
    expect(standings.size).toBeGreaterThanOrEqual(2);
  },
  120_000 + RUNS * 30_000,
);
