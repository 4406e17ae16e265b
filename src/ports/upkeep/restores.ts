// What is known of a database that was restored from a backup, and what an operator decides about it.

export interface Restored {
  /** When this program noticed it. */
  restoredAt: Date;
  /** The last moment that the database knows of; null: it never knew anything. */
  recordedUntil: Date | null;
  /** Posts that wait and were due by now: the server that was lost may have sent them. */
  overdue: number;
  /** Posts that wait for a later moment. */
  later: number;
  /** Announcements that were under way. */
  paused: number;
}

/** drop: what was due by now stays here. send: nothing was sent since the backup, so all of it leaves. */
export type RestoreDecision = "drop" | "send";

export interface RestoresPort {
  /** Null: nothing is held. */
  held(now: Date): Promise<Restored | null>;
  /** How many posts were dropped, and how many are listed as unknown. Null: somebody has decided before. Call it in a transaction. */
  decide(decision: RestoreDecision, now: Date): Promise<{ dropped: number; unknown: number } | null>;
  /** When the last restore was noticed, decided or not; null: never. */
  lastAt(): Promise<Date | null>;
}
