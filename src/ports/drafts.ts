// Forms being filled in, kept answer by answer, so that a lost conversation costs one question and no more.

import type { Person } from "../domain/person.js";

/** What JSON can hold: answers survive a restart exactly as they were. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** No form: the class whose link was opened, and the notice that was read, until registration is over (bot/joining.ts). */
export const REMEMBERED = "joining";

export interface Draft {
  id: number;
  telegramId: number;
  /** registration, plan, report, announcement, … */
  form: string;
  /** What it is about: class:3, plan:17, or "new". */
  subject: string;
  version: number;
  answers: Record<string, Json>;
  /** The one field being corrected from the summary. */
  editing: string | null;
  /** What finishing it said; a draft with a result is over and only waits to be told. */
  result: Json;
  lastUpdateId: number | null;
  /** When its one nudge was posted, or the person said that they stop; null: neither. */
  nudgedAt: Date | null;
  updatedAt: Date;
}

export interface DraftsPort {
  find(telegramId: number, form: string, subject: string): Promise<Draft | null>;
  /** The unfinished one that was touched last, whatever its form; what is only remembered is none. */
  latestOf(telegramId: number): Promise<Draft | null>;
  /** The unfinished ones of this form, the one touched last first. */
  ofForm(telegramId: number, form: string): Promise<Draft[]>;
  /**
   * The open draft of that form and subject, made when there is none. A finished one is emptied first; so is one of another
   * version, which then holds `restart` instead of its answers.
   */
  open(
    telegramId: number,
    form: string,
    subject: string,
    version: number,
    now: Date,
    restart?: { answers: Record<string, Json>; updateId: number | null },
  ): Promise<Draft>;
  /** Keeps answers and view after this update. Twice is once: an update already taken changes nothing. */
  keep(
    id: number,
    fields: { answers: Record<string, Json>; editing: string | null; updateId: number },
    now: Date,
  ): Promise<void>;
  /** Marks it finished. Call it in the transaction that writes what the form was for. */
  finish(id: number, result: Json, updateId: number, now: Date): Promise<void>;
  remove(id: number): Promise<void>;
  /** Of this account, whatever its form; null when it is not theirs or was finished. */
  findUnfinished(telegramId: number, id: number): Promise<Draft | null>;
  /** Unfinished and not nudged about, touched last within this time; the longest left first. Only of people who can be written to. */
  leftBetween(from: Date, until: Date, limit: number): Promise<{ draft: Draft; person: Person }[]>;
  /** No nudge about it (any more). False when it was touched since, or that was so already. */
  markNudged(draft: Pick<Draft, "id" | "updatedAt">, now: Date): Promise<boolean>;
}
