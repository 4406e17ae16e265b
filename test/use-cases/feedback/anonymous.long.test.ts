// Nobody can tell from anything that is kept whose answer is whose: two worlds in which the same people answer at the same times, and have
// only exchanged their answers, keep exactly the same, and show exactly the same.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { viewFeedback } from "../../../src/use-cases/index.js";
import { chanceOf } from "../../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { someOf } from "../../support/runs.js";
import { presses, says } from "../../support/stage/phone.js";
import { type Snapshot, takeSnapshot } from "../../support/stage/snapshot.js";
import { openStage } from "../../support/stage/stage.js";
import { phoneActsOn } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Said {
  steps: number[];
  words: string;
}

/** What is kept, and what the trainer read after each answer. */
async function livedWith(said: Said[]) {
  const stage = await openStage(database, "2024-06-08T03:30:00Z");
  const { id } = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [id]);
  const phones: Person[] = [];
  for (const [at] of said.entries()) {
    const phone = stage.person({ id: 900 + at, name: `Peserta ${at}` });
    await buildParticipant(stage.db, id, { name: `Peserta ${at}`, telegramId: phone.id });
    phones.push(phone);
  }
  const actor = await actorOf(stage.world, trainer.id);
  const read: string[] = [];
  const inTurn = phoneActsOn(stage, 3000);
  for (const [at, { steps, words }] of said.entries()) {
    const phone = phones[at] as Person;
    await inTurn(
      phone,
      (p) => p.start(),
      (p) => p.pressesOn(1, `feedback:${id}`),
    );
    for (const step of steps) await inTurn(phone, presses(new RegExp(`^${step} ·`)));
    await inTurn(phone, says(words), says(words));
    await inTurn(phone, presses(/^✅/));
    read.push(JSON.stringify(await viewFeedback(stage.world, actor, { placeCode: null, classId: id })));
  }
  expect(stage.errors).toEqual([]);
  return { stage, read, kept: await takeSnapshot(stage.db) };
}

// Keeps P33.
test.each(someOf(3, [5, 4, 6, 9, 10]))(
  "%s people exchange their answers, and nothing that is kept or shown is another",
  async (people) => {
    const chance = chanceOf(people);
    const said = Array.from({ length: people }, (_, at) => ({
      steps: Array.from({ length: 4 }, () => 1 + chance.below(5)),
      words: `Kata ${at}`,
    }));
    // Within those that come out together: which five those are is told by when each of them answered, and by nothing else.
    const groups = Array.from({ length: Math.ceil(people / 5) }, (_, n) => said.slice(5 * n, 5 * n + 5));
    const one = await livedWith(said);
    const other = await livedWith(groups.flatMap((group) => group.toReversed()));
    expect(other.kept).toEqual(one.kept);
    expect(other.read).toEqual(one.read);
  },
);

test("words stand nowhere but in the pool, and none is shown before there are five", async () => {
  const said = (n: number) => ({ steps: [1, 2, 3, 4], words: `Kata rahasia ${n}` });
  const four = await livedWith([0, 1, 2, 3].map(said));
  const holding = (kept: Snapshot) =>
    Object.entries(kept).flatMap(([name, rows]) => (rows.some((row) => row.includes("rahasia")) ? [name] : []));
  expect(holding(four.kept)).toEqual(["feedback_pools"]);
  expect(four.read.join()).not.toContain("rahasia");
  expect(new Set(four.read.map((text) => JSON.parse(text).sum.counts)).size).toBe(4);
  expect(four.read.map((text) => Object.keys(JSON.parse(text).sum.counts).length)).toEqual([0, 0, 0, 0]);
  const seven = await livedWith([0, 1, 2, 3, 4, 5, 6].map(said));
  expect(holding(seven.kept)).toEqual(["feedback_pools"]);
  const means = seven.read.map((text) => JSON.stringify(JSON.parse(text).sum.counts));
  // One change only: at the fifth.
  expect(means.map((text, at) => at > 0 && text !== means[at - 1])).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    false,
  ]);
  expect(seven.read.at(-1)).not.toContain("Kata rahasia 5");
});
