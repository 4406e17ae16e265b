// The stage of a file of tests: one database for all of them, and for each test a stage of its own on it, empty.
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openTestDatabase, type TestDatabase } from "../database.js";
import type { Act } from "./phone.js";
import { openStage, type Stage, type StageOptions } from "./stage.js";

/** Called once at the top of a file, with the time at which each of its tests begins. What it returns is the stage of the test that runs. */
export function stageAt(now: string, options: StageOptions = {}): Stage {
  let database: TestDatabase;
  let opened: Stage;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    opened = await openStage(database, now, options);
  });
  afterAll(() => database.close());
  return new Proxy({} as Stage, {
    get: (_, name) => Reflect.get(opened, name),
    set: (_, name, value) => Reflect.set(opened, name, value),
  });
}

/**
 * Acts one after the other, each answered before the next. `milliseconds` pass before each: sooner than two seconds, the same button
 * again would be one tap with the first.
 */
export function actsOn(stage: Stage, milliseconds = 0): (...acts: (() => unknown)[]) => Promise<void> {
  return async (...acts) => {
    for (const act of acts) {
      stage.clock.advance(milliseconds);
      act();
      await stage.settle();
    }
  };
}

/** The same, all on one phone. */
export function phoneActsOn(stage: Stage, milliseconds = 0): (phone: Person, ...acts: Act[]) => Promise<void> {
  const inTurn = actsOn(stage, milliseconds);
  return (phone, ...acts) => inTurn(...acts.map((act) => () => act(phone)));
}
