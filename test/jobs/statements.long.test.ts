// No job asks the database once a person: of four times the people, each asks as often. What falls due is that of the bench (B16).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TIMETABLE } from "../../src/jobs/timetable.js";
import { handlingOf } from "../../src/ports/queue/handling.js";
import { scenesFrom, willingly } from "../bench/rows/jobs/scenes.js";
import { fillNational } from "../bench/rows/lists/national.js";
import type { ScratchDatabase } from "../faults/process/scratch-database.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage, type Stage } from "../support/stage/stage.js";

const FEW = 100;
const MANY = 400;
/** Both have as many: the fewest that the bench makes. */
const TRAINERS = 20;

/** On purpose each by itself, so that a failure costs one turn alone: so many a run, or by night. */
const EACH_BY_ITSELF = new Set(["rescue-drafts", "escalate-questions", "erase-by-age", "finish-erasures"]);

/** Ask for each trainer or admin whom they write to; of four times the people a few more of the same have something to read. */
const EACH_READER = new Set(["repeat-questions", "tell-of-week", "update-boards", "tick-mornings"]);

let database: TestDatabase;
const few: Record<string, number> = {};
const many: Record<string, number> = {};
const done: Record<string, number> = {};
const again: Record<string, Record<string, number>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  await play(FEW, few);
  await play(MANY, many);
});
afterAll(() => database.close());

async function play(people: number, statements: Record<string, number>): Promise<void> {
  await database.empty();
  const { now } = await fillNational(database as unknown as ScratchDatabase, people);
  const stage = await openStage({ ...database, empty: async () => {} }, now.toISOString());
  for (const { job, what, at, prepare } of scenesFrom(now)) {
    const name = `${job}: ${what}`;
    stage.clock.set(at);
    await prepare?.(database.prisma, at);
    const first = await run(stage, job);
    statements[name] = first.statements;
    done[name] = Object.values(first.counts).reduce((sum, count) => sum + count, 0);
    if (people === FEW) again[name] = (await run(stage, job)).counts;
  }
  expect(stage.errors).toEqual([]);
}

async function run(stage: Stage, job: string) {
  const handling = { chatId: 0, saidAt: stage.clock.now(), steps: 0, isOver: false };
  const counts = await handlingOf(handling, () => TIMETABLE.find(({ name }) => name === job)!.run(willingly(stage)));
  return { counts, statements: handling.steps };
}

describe("each job", () => {
  const scenes = scenesFrom(new Date()).map(({ job, what }) => ({ job, what, name: `${job}: ${what}` }));

  test.each(scenes)("$job has something to do: $what", ({ name }) => {
    expect(done[name]).toBeGreaterThan(0);
  });

  test.each(scenes.filter(({ job }) => !EACH_BY_ITSELF.has(job)))(
    "$job asks as often for four times the people: $what",
    ({ job, name }) => {
      expect(many[name]).toBeLessThanOrEqual((few[name] ?? 0) + (EACH_READER.has(job) ? TRAINERS : 2));
    },
  );

  test.each(scenes.filter(({ job }) => !EACH_BY_ITSELF.has(job)))(
    "$job does nothing when it is run again: $what",
    ({ name }) => {
      expect(Object.values(again[name] ?? {}).filter((count) => count > 0)).toEqual([]);
    },
  );

  test("the mornings of trainers take at most ten statements a trainer, and far fewer", () => {
    expect(many["greet-trainers: every trainer has late plans"]).toBeLessThanOrEqual(2 * TRAINERS);
  });
});
