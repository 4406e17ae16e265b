// Those whom an announcement was for, one by one: what became of it, who has read it, and who was reached another way.
import type { LedgerEntry } from "../../domain/announcements/announcement.js";
import type { ReceiverList } from "../../domain/announcements/receiver-list.js";
import type { ReceiverPlace } from "../../domain/announcements/receiver-places.js";
import type { Message } from "../../domain/messages/message.js";
import type { Care } from "../../domain/people/permissions.js";
import type { Language } from "../../domain/people/person.js";
import type { PageWish } from "../page-wish.js";
import type { AudienceTerms } from "./announcements.js";

export interface Receiver {
  id: number;
  announcementId: number;
  personId: number | null;
  rosterRowId: number | null;
  name: string;
  phone: string | null;
  library: string | null;
  className: string;
  regency: string | null;
  province: string | null;
  entry: LedgerEntry;
  /** What Telegram answered to a failed one. */
  cause: string | null;
  readAt: Date | null;
  contactedAt: Date | null;
  /** When it was known what became of it. */
  settledAt: Date | null;
}

/** Somebody to be told another way. */
export interface Call extends Receiver {
  language: Language;
  /** Who teaches their class, by name. */
  trainers: string[];
  contactedBy: string | null;
}

export interface ReceiversPage {
  rows: Receiver[];
  total: number;
  page: number;
  last: number;
}

export interface ReceiversPort {
  /** All of the audience, by class and name. */
  all(announcementId: number): Promise<Receiver[]>;
  /** A page of one list, by name; of one province or regency where it is said. */
  page(announcementId: number, list: ReceiverList, place: string | null, wish: PageWish): Promise<ReceiversPage>;
  /** How many of a list there are in each province, or each part of a province, by name; people without a known class are in none. */
  places(announcementId: number, list: ReceiverList, within: string | null): Promise<ReceiverPlace[]>;
  /** Of those who got it: who has said that they read it, and who has not. */
  reading(announcementId: number): Promise<{ read: number; unread: number }>;
  /** How many of each entry were reached another way. */
  contacted(announcementId: number): Promise<Partial<Record<LedgerEntry, number>>>;
  /** not_theirs: it was not sent to them. Whoever says that they have read it has got it, whatever was known of it. */
  markRead(
    announcementId: number,
    personId: number,
    messageId: number | null,
    now: Date,
  ): Promise<"read" | "read_before" | "not_theirs">;
  /**
   * Asks those who got it and have not said that they read it, below their copy; once for each announcement. Null: they were asked
   * before. Returns how many.
   */
  askToRead(
    announcementId: number,
    words: Record<Language, Message>,
    terms: AudienceTerms,
    now: Date,
  ): Promise<number | null>;
  askedToReadAt(announcementId: number): Promise<Date | null>;
  /** Those within this care whom it did not reach: by trainer, regency and name. Null: all of them. */
  calls(announcementId: number, care: Care | null, part?: { place: string | null; wish: PageWish }): Promise<Call[]>;
  /** How many they are, and how many of them were told another way; in this province or regency. */
  countCalls(
    announcementId: number,
    care: Care | null,
    place?: string | null,
  ): Promise<{ total: number; done: number }>;
  /** As places(), of those to be told another way. */
  callPlaces(announcementId: number, care: Care | null, within: string | null): Promise<ReceiverPlace[]>;
  /** One of them; null where there is none, or they are not within this care. */
  call(receiverId: number, care: Care | null): Promise<Call | null>;
  /** Announcements since then that did not reach somebody in this care who has not been told another way. */
  toCall(care: Care, since: Date): Promise<{ announcementId: number; text: string; count: number }[]>;
  /** Classes with people whom it did not reach and nobody has told; and how many. */
  classesToCall(announcementId: number): Promise<{ classId: number; count: number }[]>;
  /** False where it was so already. */
  markContacted(receiverId: number, byId: number | null, now: Date): Promise<boolean>;
}
