import { afterAll, beforeAll, expect, test } from "vitest";
import { playLeakedLink } from "../../faults/leaked-link.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage } from "../../support/stage.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test.each([1, 2, 3])(
  "a leaked class link reads and changes nothing of a library without a yes, whatever happens in which order (%i)",
  async (seed) => {
    const stage = await openStage(database, "2024-06-11T03:00:00Z");
    const { reads, changes, splits, kept, tries, joined } = await playLeakedLink(stage, { seed, acts: 80 });
    expect({ reads, changes, splits, kept }).toEqual({ reads: [], changes: [], splits: [], kept: [] });
    // It was tried, and by people of every standing.
    expect(tries).toBeGreaterThan(20);
    expect(joined.admitted + joined.begun + joined.waiting + joined.refused).toBeGreaterThan(3);
  },
  60_000,
);
