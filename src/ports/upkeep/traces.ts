// What is kept only for a while: ids of handled updates, abandoned conversations, drafts that were told as finished.

import type { AgeName } from "../../domain/own-data/keeping.js";
import type { Day } from "../../domain/time/calendar.js";

/** Forms that were left have a rule of their own. */
export type TraceName = Exclude<AgeName, "leftDrafts" | "practices">;

export interface TracesPort {
  /**
   * The embedded database has nobody who clears up behind it (PostgreSQL has autovacuum): without this it would come to read all that
   * was ever handled to find what waits. Returns how many tables were tidied.
   */
  tidyUp(): Promise<number>;
  /** Forgets what is older than its time; returns how many of each. */
  forgetOld(before: Record<TraceName, Date>): Promise<Record<TraceName, number>>;
  /** Some posts that are over, by id and beyond this one; `undelivered`: those that could still be brought. */
  postsOver(before: { over: Date; undelivered: Date }, after: number): Promise<number[]>;
  /**
   * Moves those of these posts that are over still out of the way of those that are to leave. Call it in a transaction. Returns how many;
   * null: not now, others write.
   */
  archivePosts(ids: readonly number[], before: { over: Date; undelivered: Date }): Promise<number | null>;
  /** When a job of the night ran last; null: not that we know. */
  lastRun(job: string): Promise<Date | null>;
  noteRun(job: string, at: Date): Promise<void>;
  /** Everything that carries this account and belongs to nobody we know: its drafts, taps, conversation, and what it sent. */
  forgetAccount(telegramId: number): Promise<void>;
  /**
   * Forgets forms that were left: untouched since then, and if they are about a plan, when that was due before this day. `files`:
   * the copies of what was sent for a report that never was.
   */
  forgetLeftDrafts(before: { untouchedSince: Date; plansDueBefore: Day }): Promise<{ drafts: number; files: string[] }>;
}
