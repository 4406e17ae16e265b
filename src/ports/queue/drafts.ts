// Forms being filled in, kept answer by answer, so that a lost conversation costs one question and no more.
import type { Message } from "../../domain/messages/message.js";
import type { Person } from "../../domain/people/person.js";

/** What JSON can hold: answers survive a restart exactly as they were. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A value of ours as JSON keeps it. */
export function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** No form: the class whose link was opened, and the notice that was read, until registration is over (use-cases/registration/joining.ts). */
export const REMEMBERED = "joining";

/** Forms of the office about people who are nobody yet: files of participants, workbooks, somebody new on the list of staff. */
export const ABOUT_STRANGERS: readonly string[] = ["roster", "staff_invitation"];

/** Where the open question stands in the chat. Telegram numbers a chat's messages upwards. */
export interface Asked {
  /** Which question, and how it was looked at: asked again after a slip it is the same one. */
  key: string;
  /** The message that asked it first, and the one that asked it last. */
  first: number;
  last: number;
  /** When it was put in place of another message, in Telegram's seconds; null where it is a message of its own. */
  editedAt: number | null;
  /** Telegram refused the question, and something else stands in its place. */
  refused?: true;
  /** The update that led to it: handled again, it finds its question there. */
  by?: number;
  /** Of a summary, what it showed that the end of the form is compared with: others may have changed it by then. */
  shown?: Json;
  /** When it was shown last, in milliseconds since 1970; missing in what an earlier program noted. */
  at?: number;
}

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
  /**
   * What ending it said; a draft with a result is over, and kept until the update that ended it is settled. `isFileGiven`: the file
   * that it ended with lies in the chat, and is no part of it any more.
   */
  result: (Message & { isFileGiven?: true }) | null;
  lastUpdateId: number | null;
  /** When its one nudge was posted, or the person said that they stop; null: neither. */
  nudgedAt: Date | null;
  /** When the person put it aside for later; null while it is open, and when it was left without a word. */
  savedAt: Date | null;
  asked: Asked | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface DraftsPort {
  find(telegramId: number, form: string, subject: string): Promise<Draft | null>;
  /** The unfinished ones of this form, the one touched last first. */
  ofForm(telegramId: number, form: string): Promise<Draft[]>;
  /** All that can be gone on with, the one touched last first. */
  unfinishedOf(telegramId: number): Promise<Draft[]>;
  /**
   * The draft that this very update ended or put aside before: then it is handled again, and its result has to be said again.
   * Updates of a chat come one after the other, so what earlier ones ended was told, and is forgotten here.
   */
  endedBy(telegramId: number, updateId: number): Promise<Draft | null>;
  /**
   * The open draft of that form and subject, made when there is none. A finished one makes room for a new one; one of another
   * version is emptied and then holds `restart` instead of its answers.
   */
  open(
    telegramId: number,
    form: string,
    subject: string,
    version: number,
    now: Date,
    restart?: { answers: Record<string, Json>; updateId: number | null },
  ): Promise<Draft>;
  /**
   * Keeps answers and view after this update. Twice is once: an update already taken changes nothing.
   * @throws when the draft is no longer as it was read: a handler that was given up goes on too late
   */
  keep(
    draft: Pick<Draft, "id" | "lastUpdateId">,
    fields: { answers: Record<string, Json>; editing: string | null; updateId: number },
    now: Date,
  ): Promise<void>;
  /** The answers of a new draft that it begins with, where something is being changed. Twice is once. */
  begin(id: number, answers: Record<string, Json>): Promise<void>;
  /** Notes which message asks the open question. */
  noteAsked(id: number, asked: Asked): Promise<void>;
  /** Puts it aside: no nudge about it, and it is gone on with only when the person says so. */
  putAside(id: number, updateId: number, now: Date): Promise<void>;
  /**
   * Marks it finished. Call it in the transaction that writes what the form was for.
   * @throws when another update has finished it
   */
  finish(id: number, result: Message, updateId: number, now: Date): Promise<void>;
  /** The draft that this update ended keeps no copy of the file that it ended with: that file lies in the chat. */
  forgetGivenFile(telegramId: number, updateId: number): Promise<void>;
  /**
   * Throws it away with the files that were sent for it; returns the copies to remove. `said`: what the person is told about it, and
   * by which update; null where nobody is.
   */
  throwAway(id: number, said: { result: Message; updateId: number } | null, now: Date): Promise<string[]>;
  remove(id: number): Promise<void>;
  /** All unfinished ones of this form. */
  removeForm(telegramId: number, form: string): Promise<void>;
  /** Of this account, whatever its form; null when it is not theirs or was finished. */
  findUnfinished(telegramId: number, id: number): Promise<Draft | null>;
  /** Unfinished and not nudged about, touched last within this time; the longest left first. Only of people who can be written to. */
  leftBetween(from: Date, until: Date, limit: number): Promise<{ draft: Draft; person: Person }[]>;
  /** No nudge about it (any more). False when it was touched since, or that was so already. */
  markNudged(draft: Pick<Draft, "id" | "updatedAt">, now: Date): Promise<boolean>;
}
