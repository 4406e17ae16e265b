// The world of a simulation: its database and clock are its own; nobody sends files, and no screen is there to be changed.
import type { Clock, Settings, World } from "../ports.js";
import type { Database } from "../storage/engine/database.js";
import { createStore } from "../storage/store.js";
import { joinWorld } from "../use-cases/index.js";

export function simulatedWorld(database: Database, clock: Clock, settings: Settings): World {
  let tokens = 0;
  return joinWorld({
    ...{ store: createStore(database), clock, settings },
    ids: { token: () => `simulated-${++tokens}` },
    files: { keep: notHere, remove: notHere },
    rosters: { judge: notHere },
    ruleFiles: { read: notHere },
    workbooks: { write: notHere },
    posters: { pdf: notHere, picture: notHere },
    letters: { pdf: notHere },
    storySheets: { pdf: notHere },
    // What heads of provinces get on Mondays: that it comes is simulated, and not what stands on it.
    sheets: { xlsx: notHere, csv: notHere, pdf: async () => new Uint8Array(), picture: notHere },
    simulations: { run: notHere },
    screens: { change: async () => "gone" },
    forms: { openQuestion: async () => null },
  });
}

async function notHere(): Promise<never> {
  throw new Error("Nobody sends or draws files in a simulation.");
}
