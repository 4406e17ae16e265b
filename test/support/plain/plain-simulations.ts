// A simulation in the test's own thread, in a database that ends with it.
import { simulatedSpan } from "../../../src/domain/simulation/simulation.js";
import type { Simulations } from "../../../src/ports/programme/simulations.js";
import type { Settings } from "../../../src/ports.js";
import { liveThroughWave } from "../../../src/simulation/live-through-wave.js";
import { openOwnTestDatabase } from "../database.js";

/** Nobody gets anything: for tests that press the button for another reason. */
export const noSimulations: Simulations = {
  async run({ classes, days }) {
    const people = { participant: 0, trainer: 0, admin: 0 };
    return { ...simulatedSpan({ classes, days }), people, messages: [], held: [], most: { day: 0, week: 0 } };
  },
};

export const plainSimulations = (settings: () => Settings): Simulations => ({
  async run(simulation, tell) {
    const database = await openOwnTestDatabase();
    try {
      const onDay = (done: number, total: number) => tell?.({ what: "simulating", done, total });
      return await liveThroughWave({ simulation, settings: settings(), database, tell: onDay });
    } finally {
      await database.close();
    }
  },
});
