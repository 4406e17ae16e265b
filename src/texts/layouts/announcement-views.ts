// What the screens of an announcement show, in any language.
import type { AnnouncementPhase, LedgerEntry, SkipCause } from "../../domain/announcements/announcement.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Zone } from "../../domain/time/zone.js";

export interface ZoneLine {
  label: string;
  zone: Zone;
  count: number;
  /** Null: at once. */
  waitsUntil: Date | null;
}

export interface AnnouncementSummary {
  /** How many different copies were shown above. */
  samples: number;
  audience: string;
  reachable: number;
  zones: ZoneLine[];
  skipped: Record<SkipCause, number>;
  seconds: number;
  emergency: boolean;
  /** How many have had all the messages of the day or the week and wait; null where nobody has to. */
  withoutRoom: number | null;
  /** What must be changed first; null when it may be sent. */
  problem: RichText | null;
  /** What the reader decides: to send it, to put it before another admin, or to approve what somebody else wrote. */
  decision: "send" | "propose" | "approve";
}

export interface AnnouncementCard {
  id: number;
  phase: AnnouncementPhase;
  emergency: boolean;
  opening: string;
  authorName: string;
  publishedAt: Date;
  zone: Zone;
  audience: number;
  sent: number;
  waiting: number;
  unknown: number;
  unreached: number;
  waitsUntil: Date | null;
  /** It was under way when the data was restored from a backup. */
  afterRestore: boolean;
  /** While it awaits approval: who is asked, and when; null: they have been. */
  requests: { name: string; at: Date | null }[];
}

export interface LedgerPage {
  id: number;
  entries: { entry: LedgerEntry; count: number }[];
  audience: number;
  /** Those to be decided about, in the order of the buttons. */
  unknown: string[];
  /** What was just done. */
  note: RichText | null;
}
