// Questions of participants to the trainers of their class: threads that both sides write in.
import type { Care } from "../../domain/people/permissions.js";
import type { Person } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { Zone } from "../../domain/time/zone.js";

/** unread: no trainer has opened it · answered: a trainer had the last word. */
export type ThreadState = "unread" | "read" | "answered";

export interface QuestionThread {
  id: number;
  state: ThreadState;
  asker: Person;
  libraryName: string | null;
  participantId: number;
  classId: number;
  className: string;
  provinceCode: string;
  cohortId: number;
  zone: Zone;
  /** Since when they wait: their first word that nobody has answered. */
  askedAt: Date;
  /** The last word of either side. */
  lastAt: Date;
  /** Whether it began as a plea for help. */
  isHelp: boolean;
  /** When the province was told that it waits for an answer; null: not, or answered since. */
  escalatedAt: Date | null;
  /** The last thing that was written. */
  last: ThreadWord;
  /** The newest word of the asker that wants an answer: thanks that came after a question do not hide it. */
  asked: ThreadWord;
  /** The newest word of the other side; null: there is none, or nothing is left of it. */
  answer: ThreadWord | null;
}

/** Something written in a thread, by whom, with files of these kinds. */
export interface ThreadWord {
  text: string;
  files: ThreadFile["kind"][];
  authorId: number;
  authorName: string;
}

export interface NewThreadMessage {
  threadId: number;
  authorId: number;
  text: string;
  files: ThreadFile[];
  updateId: number;
  /** A trainer's word that is not the last: the answer, or that to a later question, is still to come. */
  holds?: boolean;
}

/** What an asker wrote and nobody has answered. */
export interface WaitingWord {
  messageId: number;
  text: string;
  files: ThreadFile[];
  sentAt: Date;
}

/** An answer, or a letter, for which there was nobody to post it to. */
export interface UnsentAnswer {
  threadId: number;
  messageId: number;
  authorId: number;
  text: string;
  files: ThreadFile[];
}

export interface UnansweredOf {
  trainerId: number;
  zone: Zone | null;
  /** Without pleas for help, and since when the oldest waits. */
  count: number;
  since: Date | null;
  /** With them. */
  inbox: number;
}

export interface ThreadsPort {
  /** A new thread with its first message; the one that this update opened before, if it did. */
  open(
    question: Omit<NewThreadMessage, "threadId"> & { participantId: number },
    now: Date,
  ): Promise<{ threadId: number; messageId: number }>;
  /** find(), and nobody else changes it until the transaction ends. Hold its people before. */
  lock(threadId: number): Promise<QuestionThread | null>;
  /**
   * Adds what this update brought, and says whose turn it is now. `waitsSince`: what answers it was written without the asker's word of that
   * instant, which goes on waiting, unread. Twice is once.
   */
  add(message: NewThreadMessage, state: ThreadState, now: Date, waitsSince?: Date | null): Promise<number>;
  /** The message that another part of this album came with. */
  ofAlbum(authorId: number, albumId: string): Promise<{ messageId: number; threadId: number } | null>;
  /**
   * Adds a file to a message, and below its words those of the file; returns how many files were there before, null when it was there already.
   * Twice is once.
   */
  addFile(messageId: number, file: ThreadFile, words: string): Promise<number | null>;
  find(threadId: number): Promise<QuestionThread | null>;
  /** The thread that this person asked in last. */
  latestOf(personId: number): Promise<QuestionThread | null>;
  /** A trainer has opened it; what is answered stays so. */
  markRead(threadId: number): Promise<void>;
  /** A trainer finds that it needs no answer. `waitsSince`: as in add(). */
  markAnswered(threadId: number, waitsSince?: Date | null): Promise<void>;
  /**
   * What waits for an answer in the classes that somebody trains, and of the classes within their reach what the province was told of;
   * the oldest first, with how many there are in all.
   */
  unansweredIn(care: Care, limit: number): Promise<{ threads: QuestionThread[]; total: number }>;
  /** What was asked before this instant and has had no answer since, the province not told of it; the oldest first. */
  unansweredSince(before: Date, limit: number): Promise<QuestionThread[]>;
  /**
   * Of what waits for an answer, what its trainers have not been told of again: asked before the first of its zone's two instants, and
   * told again before the second, if ever. Instants as text: as ISO says them, without a zone.
   */
  toRepeat(bars: { zone: Zone; first: string; again: string }[], limit: number): Promise<QuestionThread[]>;
  markRepeated(threadIds: number[], now: Date): Promise<void>;
  /** What was written last before this message, by either side; null where it began the thread. */
  wordsBefore(
    threadId: number,
    messageId: number,
  ): Promise<{ text: string; authorId: number; authorName: string } | null>;
  /** The newest message of ours about this thread in that chat, as Telegram numbers it. */
  lastPostIn(threadId: number, chatId: number): Promise<number | null>;
  /**
   * What waits for an answer and has lost its readers, the province not told of it: nobody teaches the class any more, or something
   * in it did not leave because its receiver does not. The oldest first.
   */
  withoutReaders(limit: number, now: Date): Promise<QuestionThread[]>;
  /** What the asker wrote since somebody answered, in order. */
  unheard(threadId: number): Promise<WaitingWord[]>;
  /** … and this person was never sent. */
  unreadBy(threadId: number, personId: number): Promise<WaitingWord[]>;
  /** What was written since then to askers who could not be written to and now can, in order; never posted. */
  unsentAnswers(since: Date, limit: number): Promise<UnsentAnswer[]>;
  /** False when that was so already, or it was answered meanwhile. */
  markEscalated(threadId: number, now: Date): Promise<boolean>;
  /**
   * Who waits for an answer of each of these trainers, and since when: once each, who waits longest first. A plea for help is told by
   * its plan.
   */
  waitingOf(
    trainerIds: number[],
    now: Date,
  ): Promise<
    { trainerId: number; libraryId: number | null; cohortId: number; participantId: number; zone: Zone; since: Date }[]
  >;
  /** What waits for an answer of each of these trainers; who has nothing is left out. */
  countUnanswered(trainerIds: number[], now: Date): Promise<UnansweredOf[]>;
  /** Which threads a message in somebody's chat is about, in the order in which it names them, for a reply to it. */
  threadsOfPost(chatId: number, telegramMessageId: number): Promise<{ threadId: number; writtenAt: Date }[]>;
  /** Messages of which it is not yet known whether they arrived, written since then, with what became of their posts. */
  underway(
    since: Date,
    limit: number,
  ): Promise<{ id: number; threadId: number; authorId: number; became: ThreadOutcome }[]>;
  settle(messageIds: number[], delivery: "arrived" | "failed"): Promise<void>;
  /** Ends the waiting of what was asked with an open plea for help about these plans; returns how it was before. */
  answerHelpAbout(planIds: number[]): Promise<ThreadBefore[]>;
  /**
   * What a trainer writes first to each of these participants, in the thread that is named or in one of their own. It
   * waits for no answer of a trainer.
   */
  writeFirst(
    to: { participantId: number; threadId: number | null; text: string }[],
    message: { actId: number; authorId: number },
    now: Date,
  ): Promise<{ written: { participantId: number; threadId: number; messageId: number }[]; before: ThreadBefore[] }>;
  /** Puts back what nobody has written in since. */
  putBack(threads: ThreadBefore[]): Promise<void>;
  /** Removes what an act wrote, but for these messages, with the threads that it opened; the others are put back. */
  removeWritten(actId: number, exceptMessageIds: number[], before: ThreadBefore[]): Promise<void>;
}

/** How a thread stood before an act of staff, to be put back. Instants as text: it is kept as JSON. */
/** `askedAt`: missing in what an earlier program kept. */
export type ThreadBefore = {
  id: number;
  state: ThreadState;
  lastAt: string;
  askedAt?: string;
  escalatedAt: string | null;
};

/** open: still on its way, or nobody knows. */
export type ThreadOutcome = "arrived" | "failed" | "open";
