// The account of who saw, exported, changed or sent what. Append-only.

import type { AuditedAction } from "../../domain/own-data/audited.js";

export interface AuditEntry {
  actorId: number | null;
  action: AuditedAction;
  /** What it was done to, e.g. "announcement:3". */
  subject: string;
  details?: Record<string, unknown>;
  /** Required where personal data leaves the system. */
  purpose?: string;
  /** Where it lay, of what is gone when its line is written; else the store finds it by the subject. */
  place?: { code: string; cohortId: number };
}

export type AuditedChange = Pick<AuditEntry, "action" | "subject"> & { details: Record<string, unknown> };

export interface AuditPort {
  record(entry: AuditEntry, now: Date): Promise<void>;
  recordAll(entries: readonly AuditEntry[], now: Date): Promise<void>;
  /** The same, but for those whose actor left the same line within so many milliseconds. */
  recordLooks(entries: readonly AuditEntry[], sameWithin: number, now: Date): Promise<void>;
  /** The same, unless this update left it already. */
  recordOnce(entry: AuditEntry, updateId: number, now: Date): Promise<void>;
  /** The last thing of this kind that they did. */
  latestOf(actorId: number, action: AuditedAction): Promise<{ at: Date; details: unknown } | null>;
  /** Whether such a line was left, by anybody, ever. */
  has(entry: Pick<AuditEntry, "action" | "subject" | "details">): Promise<boolean>;
  /** What was done to these subjects since that line was left; looks and everything else that is not named here left out. */
  changesAfter(
    line: { action: AuditedAction; subject: string },
    of: { actions: readonly AuditedAction[]; subjects: readonly string[] },
  ): Promise<AuditedChange[]>;
  /** Counts what must not name anybody, such as refused consents. */
  count(name: string): Promise<void>;
  /** What was counted under this name, which begins anew. */
  takeCount(name: string): Promise<number>;
  /** The names that begin so and count something. */
  countsLike(beginning: string): Promise<string[]>;
}
