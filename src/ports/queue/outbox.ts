// The outbox: what we owe people unasked, written in the same transaction as the fact that it tells.

import type { Message } from "../../domain/messages/message.js";
import type { Spending } from "../../domain/messages/message-budget.js";
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { Day } from "../../domain/time/calendar.js";

/** An announcement's rows are written by one statement of its own (see storage/announcements/announcements.ts), never posted one by one. */
export type PostedKind = Exclude<PostKind, "announcement">;

export interface Post {
  /** Natural key: posting the same key twice posts once. */
  key: string;
  kind: PostedKind;
  /** The receiver; their bound account is looked up by the store. Somebody without one is not written to. */
  personId: number;
  message: Message;
  dueAt: Date;
  /** After this instant the message is worthless and expires unsent. */
  notAfter?: Date;
  /** Leaves whatever the message budget says: its receiver asked for exactly this, now. */
  exempt?: boolean;
  /** The day whose budget it spends, where that is not the one on which it leaves. */
  countsOn?: Day;
  /** What it is about (plan:17, session:5): facts cancel by these. */
  subjects?: string[];
}

export interface OutboxPort {
  /** Returns how many were new: rows with a known key, or for people without a reachable account, change nothing. */
  post(posts: Post[], now: Date): Promise<number>;
  /**
   * Cancels what still waits about this subject (optionally of these kinds only). What did not arrive, or nobody knows of, is neither brought
   * after all nor sent again. Returns how many still had their point, with those that could have been brought.
   */
  cancelAbout(subject: string, cause: string, now: Date, kinds?: PostKind[]): Promise<number>;
  /** The same about any of these subjects; returns the subjects of all that was cancelled. */
  cancelAboutAny(subjects: string[], cause: string, now: Date, kinds: PostKind[]): Promise<Set<string>>;
  /**
   * Cancels what still waits, as if it had never been posted: its keys are free for a post that says it right. About a
   * subject, of one person, or both. What did not arrive is treated alike. Returns what was taken back of what waited.
   */
  takeBack(
    wish: { subject: string; personId?: number } | { personId: number },
    cause: string,
    now: Date,
    kinds: PostKind[],
  ): Promise<{ personId: number; kind: PostKind; subjects: string[] }[]>;
  /** What did not arrive about any of these subjects is neither brought after all nor sent again; what waits leaves as it is. */
  spoil(subjects: string[], now: Date, kinds: PostKind[]): Promise<void>;
  /** Takes back what waits for somebody in the very words that a newer post about this subject has for them: they are said once. */
  takeBackRepeated(subject: string, cause: string, now: Date, kinds: PostKind[]): Promise<void>;
  /** takeBack() of all that waits for any of these people. */
  takeBackFor(personIds: number[], cause: string, now: Date, kinds: PostKind[]): Promise<void>;
  /**
   * Takes note that what did not leave for want of a right (domain/messages/post-kind.ts) was passed on to others; about a subject. How many
   * that were: nought for the one who comes second.
   */
  notePassedOn(subject: string): Promise<number>;
  /** Who was told about this subject, or may have been: sent, on its way, or unknown. */
  peopleTold(subject: string, kinds: PostKind[]): Promise<Set<number>>;
  /** Which of these people were told about which of these subjects, or will be: all that was not cancelled. */
  toldAbout(personIds: number[], subjects: string[]): Promise<{ personId: number; subject: string }[]>;
  /** Cancels all that waits for a person. Where they cannot be written to it may be brought after all; for any other cause nothing is. */
  cancelFor(personId: number, cause: string, now: Date, kinds?: PostKind[]): Promise<number>;
  /** Everything that waits for a person for later leaves so many hours later, or earlier when below zero, but not before now. */
  moveClock(personId: number, hours: number, now: Date): Promise<void>;
  /** What did not reach a person since then because they could not be written to, and still has its point; by kind. */
  missedBy(personId: number, since: Date, now: Date): Promise<{ kind: PostKind; count: number }[]>;
  /** Puts that back into the queue, due now. Returns how many. */
  bringMissed(personId: number, since: Date, now: Date): Promise<number>;
  /** Those of these keys under which something was posted and not taken back. */
  knownKeys(keys: string[]): Promise<Set<string>>;
  /** What was posted about this subject and not cancelled, with whatever else it is about; `left`: sent, on its way, or unknown. */
  postsAbout(subject: string): Promise<{ personId: number; left: boolean; subjects: string[] }[]>;
  /** As spending(), of many people. Who is not in it has had nothing and is in no class. */
  spendingOfMany(personIds: number[], since: Date, now: Date): Promise<Map<number, Spending>>;
  /** What a participant has had since then of what spends the message budget. */
  spending(personId: number, since: Date, now: Date): Promise<Spending>;
}
