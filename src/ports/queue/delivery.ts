// What delivery asks of the outbox: take what is due, write down what became of it, and know who may not be written to now.

import type { Message } from "../../domain/messages/message.js";
import type { Spending } from "../../domain/messages/message-budget.js";
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { Day } from "../../domain/time/calendar.js";

/** What a row says: its own message, or an announcement's text with this receiver's words to fill in. */
export type PostContent =
  | { message: Message }
  | { template: Message; variables: Readonly<Record<string, string>> }
  /** In place of sending: a message that was delivered gets this in its place, or goes with all that belongs to it. */
  | { change: CopyChange }
  /** It was to change something that cannot be changed. */
  | { unchangeable: string }
  /** The column holds something we do not understand: nothing can be sent. */
  | { unreadable: true };

export type CopyChange = { edit: number; to: Message } | { remove: number[] };

export interface ClaimedPost {
  id: number;
  /** Anyone who settles must show the fence of its claim: a later claim has another one. */
  fence: number;
  kind: PostKind;
  chatId: number;
  personId: number | null;
  /** The receiver's zone, for quiet hours. */
  zone: string | null;
  announcementId: number | null;
  attempts: number;
  dueAt: Date;
  notAfter: Date | null;
  /** It takes part in the message budget: a kind that spends, to a participant, and not exempt. */
  budgeted: boolean;
  /** The day whose budget it spends; null: the one on which it leaves. */
  countsOn: Day | null;
  /** It was refused as part of a merged message: its content may be at fault, so it travels alone from now on. */
  apart: boolean;
  /** At its last try Telegram did not find the chat. */
  suspect: boolean;
  content: PostContent;
}

export type Settlement =
  /** `others`: of an album, the messages behind the first. */
  | { state: "sent"; messageId: number; others?: number[] }
  | { state: "unknown" | "dead" | "cancelled" | "expired"; cause: string }
  /** Back into the queue: at the same time as before, or later. */
  | { state: "waiting"; dueAt?: Date; burnsAttempt: boolean; cause: string };

/** Why a post waits whose chat was not found: the next time its person is held to be gone. */
export const SUSPECT = "chat not found";

/** Why a post waits that was refused together with others: it is not merged again. */
export const APART = "sent apart";

/** Why a post waits whose group has another id by now. */
export const CHAT_MOVED = "chat moved";

/** Where a "wait" of Telegram holds: all that is not urgent, all that we say, or one chat. */
export type Hold = "bulk" | "replies" | `chat:${number}`;

/** Other processes that deliver from this database. */
export interface Others {
  count: number;
  /** When the one that was heard last spoke; null where there is none. */
  lastSeenAt: Date | null;
}

export interface DeliveryPort {
  /**
   * Takes what is due, most urgent first, at most one of a chat at a time. What has lost its point is settled on the way
   * (`refused` counts it): too late, receiver unreachable, gone or without an account, opted out. Paused or cancelled announcements are left alone.
   * The claim is committed when this returns.
   */
  claim(wish: {
    worker: string;
    limit: number;
    leaseSeconds: number;
    now: Date;
    /** Chats that were written to a moment ago. */
    restingChats: number[];
  }): Promise<{ claimed: ClaimedPost[]; refused: number }>;
  /**
   * The last word before the request: false when the post was taken back, or by another process, since it was claimed. From here on
   * it cannot be recalled, and if this process dies nobody knows whether it was sent; before this, it surely was not.
   */
  depart(id: number, fence: number, now: Date): Promise<boolean>;
  /** What its receiver has had since then besides this post. */
  spending(post: ClaimedPost, since: Date, now: Date): Promise<Spending>;
  /** What waits for the same person and could leave with this post, due before that instant; most urgent first. */
  waitingBeside(post: ClaimedPost, dueBefore: Date, now: Date): Promise<ClaimedPost[]>;
  /**
   * As depart, with posts that wait still: of these, all that nobody has taken back or claimed meanwhile leave with it, claimed by
   * the same process. Null when the first one may not leave; then none has.
   */
  departTogether(wish: {
    lead: ClaimedPost;
    beside: ClaimedPost[];
    worker: string;
    leaseSeconds: number;
    now: Date;
  }): Promise<[ClaimedPost, ...ClaimedPost[]] | null>;
  /** False when the fence is another claim's or the row is no longer claimed: then nothing was changed. */
  settle(id: number, fence: number, settlement: Settlement, now: Date): Promise<boolean>;
  /**
   * Judges what others hold past their lease (all that others hold, when this process is known to be alone). What had not departed
   * waits again. What had may have been sent before they died: by its kind it becomes unknown, or waits for one more try. Lost: what
   * this worker has claimed and does not know of, because the claim's answer never came; it has not departed, so it waits again.
   */
  reclaim(wish: {
    worker: string;
    alone: boolean;
    /** What this worker is sending now. */
    inHand: number[];
    now: Date;
  }): Promise<{ unknown: number; waiting: number; lost: number }>;
  /** Puts back what this worker has claimed and surely has not sent, departed or not: the departure's answer was lost. */
  release(ids: number[], worker: string): Promise<void>;
  /** Says that this process delivers. Returns the others that have said so after that instant. */
  beat(worker: string, now: Date, since: Date): Promise<Others>;
  /** Says that it has ended. */
  leave(worker: string): Promise<void>;
  /** Telegram said "wait": kept here, so that a restart does not forget it. Never shortens a wait. */
  hold(hold: Hold, until: Date): Promise<void>;
  holds(now: Date): Promise<{ hold: Hold; until: Date }[]>;
  /** Marks the account's person, and cancels all that waits for the chat. Returns how many rows that were. */
  markUnreachable(chatId: number, cause: "blocked" | "gone", now: Date): Promise<number>;
  /** Whether another post was not to be found in this chat about a day ago or longer, and none has arrived there since. */
  wasNotFound(chatId: number, now: Date): Promise<boolean>;
  /** A group became a supergroup with another id: it is known by that from now on, and all that waits goes there. */
  moveChat(from: number, to: number): Promise<void>;
  /** Whether something is due for one of these chats. */
  hasDueFor(chatIds: number[], now: Date): Promise<boolean>;
  /** The next instant after `now` at which something may become due; undefined: nothing waits. */
  nextDueAt(now: Date): Promise<Date | undefined>;
  counts(): Promise<{ state: string; kind: string; count: number }[]>;
  /** What is not settled, or unknown, by index; and the due time of the oldest post that is due and not held by anybody. */
  backlog(now: Date): Promise<{ depth: { state: string; kind: string; count: number }[]; oldestDueAt: Date | null }>;
}
