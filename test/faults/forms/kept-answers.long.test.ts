// Whatever fails while an answer is handled, it is tried again: the answer stands once, and its person is told what they would have
// been. The short form breaks every sixth step of each update; the long one, for `npm run faults -- F37`, all of them in each way.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { type Breakage, furtherEachTime, timesAt } from "../../support/stage/breaker.js";
import { CALM, expectTheSame, type Walk, type Walked, walkThrough } from "./broken-walk.js";
import { BROKEN_WALKS, isEveryStepBroken } from "./longer-walks.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const STRIDE = 6;
const BREAKAGES: Breakage[] = ["killed", "unheard", "failing"];
const TEN_MINUTES = 600_000;

const CASES = BROKEN_WALKS.map(([title, walk], n) => ({
  ...{ title, walk },
  breakage: BREAKAGES[n % BREAKAGES.length] as Breakage,
  first: 1 + (n % STRIDE),
}));

test.skipIf(isEveryStepBroken()).each(CASES)(
  "$title ends the same, $breakage at step $first and every sixth after it",
  async ({ walk, breakage, first }) => {
    const calm = await walkThrough(database, walk, CALM);
    const broken = await walkThrough(database, walk, { breakage, at: furtherEachTime(STRIDE, first) });
    expect(broken.hits).toBeGreaterThanOrEqual(walk.acts.length);
    expectTheSame(broken, calm);
  },
  120_000,
);

/** Between each two of these the process may die, and the next start finds what was done. */
const LANDMARKS = [
  "taps.swap",
  "reports.keepEvidence",
  "drafts.keep",
  "transaction",
  "telegram.editMessageText",
  "telegram.sendMessage",
  "drafts.noteAsked",
  "conversations.replace",
  "taps.answered",
];

describe.skipIf(isEveryStepBroken())("killed after each landmark, an album after a receipt ends the same:", () => {
  const walk = BROKEN_WALKS.find(([title]) => title === "an album after the receipt")?.[1] as Walk;
  let calm: Walked;
  beforeAll(async () => {
    calm = await walkThrough(database, walk, CALM);
  });

  test.each(LANDMARKS)("%s", async (landmark) => {
    const broken = await walkThrough(database, walk, { breakage: "killed_after", at: timesAt(landmark, 1) });
    expect(broken.hits).toBeGreaterThan(0);
    expectTheSame(broken, calm);
  });
});

describe.runIf(isEveryStepBroken()).each(BROKEN_WALKS)("%s ends the same", (_, walk) => {
  let calm: Walked;
  beforeAll(async () => {
    calm = await walkThrough(database, walk, CALM);
  });

  test.each(BREAKAGES)(
    "%s at each step of each update",
    async (breakage) => {
      const broken = await walkThrough(database, walk, { breakage, at: furtherEachTime() });
      expect(broken.hits).toBeGreaterThan(walk.acts.length * 5);
      expectTheSame(broken, calm);
    },
    TEN_MINUTES,
  );

  // What follows is then what follows a single fault, or two.
  test(
    "broken once or twice at one step of each update, whichever step",
    async () => {
      const most = Math.max(...calm.tries.map(({ steps }) => steps));
      for (let step = 1; step <= most; step++) {
        const breakage = BREAKAGES[step % BREAKAGES.length] as Breakage;
        const broken = await walkThrough(database, walk, { breakage, at: timesAt(step, 1 + (step % 2)) });
        expect(broken.hits, `step ${step}`).toBeGreaterThan(0);
        expectTheSame(broken, calm);
      }
    },
    TEN_MINUTES,
  );
});
