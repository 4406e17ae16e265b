// What the screens of an announcement show, in any language.
import type { AnnouncementPhase, LedgerEntry, SkipCause } from "../../../domain/announcements/announcement.js";
import type { LocalTime } from "../../../domain/announcements/local-time.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { Zone, ZoneLabel } from "../../../domain/time/zone.js";

export interface ZoneLine {
  label: string;
  zone: Zone;
  count: number;
  /** Null: at once. */
  waitsUntil: Date | null;
  hasLeft: boolean;
}

export interface AnnouncementSummary {
  /** How many different copies were shown above; 0: none. */
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
  decision: "send" | "schedule" | "propose" | "approve" | "change";
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
  /** By the clock of each receiver; null: at once. */
  localTime: LocalTime | null;
  /** Of one with a time: the zones for which it has left, and those for which it has still to leave, as people call them. */
  zonesLeft: ZoneLabel[];
  zonesToGo: ZoneLabel[];
  /** Where that time is past while it waits for approval. */
  lateIn: ZoneLabel[];
  /** Telegram takes nothing until then; null: it does. */
  heldUntil: Date | null;
  /** It was under way when the data was restored from a backup. */
  afterRestore: boolean;
  /** While it awaits approval: who is asked, and when; null: they have been. */
  requests: { name: string; at: Date | null }[];
}

export interface LedgerPage {
  id: number;
  entries: { entry: LedgerEntry; count: number }[];
  audience: number;
  /** How many of each entry were told another way. */
  contacted: Partial<Record<LedgerEntry, number>>;
  /** Of those who got it; null where nobody is asked to say that they read it. */
  reading: { read: number; unread: number } | null;
  /** Those to be decided about, in the order of the buttons. */
  unknown: string[];
  /** What was just done. */
  note: RichText | null;
}
