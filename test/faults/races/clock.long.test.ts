// F24: the clock of the machine jumps back or forward by an hour or a day: each message once, none before its time.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage } from "../../support/stage/stage.js";
import { buildClass, buildParticipant, buildSession } from "../../support/world/builders.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const HOUR = 3_600_000;

const JUMPS: [string, number][] = [
  ["an hour forward", 1],
  ["a day back", -24],
  ["an hour back", -1],
  ["a day forward", 24],
];
/** The long form makes all four jumps, and forty times. */
const LONG = process.env.CLOCK_JUMPS === "many";
// Six hours a step: one tick of each day falls between the morning and the end of its session.
const STEPS = LONG ? 40 : 20;
const STEP_HOURS = 120 / STEPS;

// Keeps F24.
test.each(LONG ? JUMPS : JUMPS.slice(0, 2))(
  "%s, again and again",
  async (_, jump) => {
    const stage = await openStage(database, "2024-06-01T01:00:00Z");
    const trainingClass = await buildClass(stage.db);
    for (const name of ["Siti", "Budi"]) {
      const phone = stage.person({ name });
      await buildParticipant(stage.db, trainingClass.id, { name, telegramId: phone.id });
      phone.start();
    }
    for (const day of ["03", "04", "05"]) {
      await buildSession(stage.db, trainingClass.id, { startsAt: new Date(`2024-06-${day}T02:00:00Z`) });
    }
    await stage.settle();
    // A few hours on, the jump, and back from it: the time that people live by goes on.
    for (let step = 0; step < STEPS; step++) {
      stage.clock.advance(STEP_HOURS * HOUR);
      await stage.tick();
      stage.clock.advance(jump * HOUR);
      await stage.tick();
      stage.clock.advance(-jump * HOUR);
      await stage.tick();
    }
    const rows = await stage.db.outbox.findMany();
    const sent = rows.filter(({ state }) => state === "sent");
    expect(sent.length).toBeGreaterThanOrEqual(2);
    for (const { key, dueAt, telegramMessageId } of sent) {
      const arrived = stage.sandbox.ledger.filter(({ messageId }) => BigInt(messageId) === telegramMessageId);
      expect(arrived, key).toHaveLength(1);
      expect(arrived[0]!.at.getTime(), key).toBeGreaterThanOrEqual(dueAt.getTime());
    }
    // Nothing left that the outbox does not know of: the two greetings are replies.
    expect(stage.sandbox.ledger).toHaveLength(sent.length + 2);
    expect(stage.errors).toEqual([]);
  },
  120_000,
);
