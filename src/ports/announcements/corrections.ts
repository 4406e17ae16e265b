// Corrections of announcements: what is changed in the copies that were delivered, and how far that is.
import type { AnnouncementContent, AnnouncementVariable } from "../../domain/announcements/announcement.js";
import type { CorrectionKind, CorrectionState, CorrectionTally } from "../../domain/announcements/correction.js";

export interface NewCorrection {
  announcementId: number;
  authorId: number;
  /** Confirming one draft twice makes one correction. A withdrawal has none, and there is one at most. */
  draftId: number | null;
  kind: CorrectionKind;
  /** As those read it who had the former text; null of a withdrawal. */
  content: AnnouncementContent | null;
  /** As it is sent from now on. */
  fresh: AnnouncementContent | null;
  /** Of the announcement that its author saw. */
  seenHash: string;
  contentHash: string;
}

export interface Correction extends Omit<NewCorrection, "draftId"> {
  id: number;
  state: CorrectionState;
  createdAt: Date;
  startedAt: Date | null;
  authorName: string;
}

/** How many copies there are, before anything is changed. */
export interface Copies {
  /** Delivered, or on their way at this moment. */
  delivered: number;
  /** Of those: too old to be taken away. */
  tooOld: number;
  /** Of those: nobody knows which message they are. */
  unknown: number;
  /** Not sent yet, and in the queue. */
  waiting: number;
}

export interface CorrectionsPort {
  /** Waits until nobody else corrects this announcement, and keeps others from it until the transaction ends. Call it first. */
  hold(announcementId: number): Promise<void>;
  /** The one that was confirmed from this draft. */
  ofDraft(draftId: number): Promise<number | null>;
  find(id: number): Promise<Correction | null>;
  /** Those that began or wait for an approval; the latest first. */
  ofAnnouncement(announcementId: number): Promise<Correction[]>;
  copies(announcementId: number, now: Date): Promise<Copies>;
  /** How long the longest word of each kind is that was filled in, as Telegram counts; words that the text did not ask for are missing. */
  longestWords(announcementId: number): Promise<Partial<Record<AnnouncementVariable, number>>>;
  /** Three receivers' words at most, the longest name first. */
  examples(announcementId: number): Promise<{ personId: number; words: Record<string, string> }[]>;
  create(correction: NewCorrection, state: "awaiting" | "running", now: Date): Promise<{ id: number; isNew: boolean }>;
  /** From one of these states to another; false when it was in none of them. */
  changeState(id: number, from: CorrectionState[], to: CorrectionState, approverId?: number): Promise<boolean>;
  /**
   * A row for each copy, and the new words, or none, for those who have not got it yet. Earlier corrections of it end, and who approved this one has
   * approved the announcement. Call it in the
   * transaction that made it running, once. Returns how many copies there are.
   */
  start(correction: Correction, now: Date): Promise<number>;
  tally(id: number): Promise<CorrectionTally>;
}
