// All that is kept about one person: to be shown to them, and to be erased when they ask.
import type { OwnData } from "../../domain/own-data/own-data.js";

export interface OwnDataPort {
  /** From every table, including who looked at it. */
  collect(personId: number, now: Date): Promise<OwnData>;
  /**
   * A person who is about to be erased, with all rows that are the same person: locked before anything else, until the transaction ends. What is
   * written to them or about them at this moment waits, or is waited for.
   */
  hold(personId: number): Promise<void>;
  /**
   * Empties every field that tells who the person is or what they wrote, ends their account, participations and posts, and
   * leaves counts, states and dates. Returns what must go afterwards: files, and the update of theirs that is being handled. Call it
   * in a transaction.
   */
  erase(personId: number, obstacles: readonly string[], now: Date): Promise<{ files: string[]; accounts: number[] }>;
}
