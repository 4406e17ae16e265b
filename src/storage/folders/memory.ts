// What this process remembers of how far the database had come, and writes down beside it.
import type { Database } from "../engine/database.js";
import { noteStanding } from "../upkeep/restores.js";
import { type Mark, writeMark } from "./mark.js";

/** The running program cannot hold what waits: much of it may be in its hands. Its next start does. */
export class DatabasePutBackError extends Error {
  override readonly name = "DatabasePutBackError";
  override readonly message =
    "The database was put back from a backup while the bot was running. Start it again: it then holds all messages until an admin of the whole country has decided.";
}

export interface Memory {
  /** How often the database had been noted when this process looked last. */
  noted(): number;
  /** Looks whether the database still holds what is remembered, and remembers how far it has come. A backup that is put back later is older. */
  note(): Promise<void>;
}

/** `standing`: as the start has found it. `onPutBack`: what was remembered stays, so that the next start notices. */
export function createMemory(
  prisma: Database["prisma"],
  folder: string,
  { standing, onPutBack }: { standing: Mark; onPutBack(): void },
): Memory {
  let known = standing;
  let underWay: Promise<void> | undefined;
  const noteOnce = async () => {
    const found = await noteStanding(prisma, known);
    if (found === "put back") return onPutBack();
    known = found;
    await writeMark(folder, found);
  };
  return {
    noted: () => known.noted,
    // Never two at once: what one has read would be behind what the other remembers.
    note() {
      underWay ??= noteOnce().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}
