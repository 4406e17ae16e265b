// Announcements: whom one would reach, publishing it in one go, and what became of each receiver.

import type {
  AnnouncementContent,
  AnnouncementState,
  AnnouncementVariable,
  SkipCause,
  Tally,
} from "../../domain/announcements/announcement.js";
import type { Audience } from "../../domain/announcements/audience.js";
import type { LocalTime } from "../../domain/announcements/local-time.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";

/** Under which terms an audience is found: never wider than the author's reach, in each zone at its own time. */
export interface AudienceTerms {
  reach: Reach[];
  /** `waits`: it is not that time there yet; they get it over the half hour from then on, each at their own moment. Otherwise at once. */
  zones: { zone: Zone; dueAt: Date; waits: boolean; today: Day }[];
}

export interface AudiencePreview {
  /** Who gets it, by zone; zones with nobody are left out. */
  reachable: { zone: Zone; count: number }[];
  skipped: Record<SkipCause, number>;
  /** Of those who get it: how many lack the word, and the longest there is. */
  variables: Record<AnnouncementVariable, { missing: number; longest: number; example: string | null }>;
  /** Up to three receivers, the one with the longest name first. */
  samples: { personId: number; words: Record<string, string> }[];
}

/** So many participants of one zone who are in the same classes and had messages on the same days: a day for each message. */
export interface SpendingAlike {
  zone: Zone;
  spentOn: Day[];
  classes: { startsOn: Day; endsOn: Day }[];
  count: number;
}

export interface NewAnnouncement {
  authorId: number;
  /** Confirming one draft twice makes one announcement. */
  draftId: number;
  content: AnnouncementContent;
  audience: Audience;
  contentHash: string;
  /** It leaves whatever the message budget says; missing: it does not. */
  emergency?: boolean;
  /** By each receiver's own clock; null or missing: at once. */
  localTime?: LocalTime | null;
}

export interface Announcement extends Omit<NewAnnouncement, "draftId"> {
  id: number;
  emergency: boolean;
  localTime: LocalTime | null;
  /** Of one with a local time: for which it has left. */
  zonesLeft: Zone[];
  /** When somebody last let it go on; null: nobody had to. */
  resumedAt: Date | null;
  authorName: string;
  state: AnnouncementState;
  createdAt: Date;
  /** The author's reach when it was published. */
  reach: Reach[];
  /** The second admin, where one was needed and has agreed. */
  approverName: string | null;
}

export interface ApprovalRequest {
  personId: number;
  name: string;
  /** When it leaves or left. */
  at: Date;
  /** When it was put before them; at night it leaves later. */
  since: Date;
}

export interface UnknownReceiver {
  outboxId: number;
  name: string;
}

export interface AnnouncementsPort {
  preview(audience: Audience, terms: AudienceTerms): Promise<AudiencePreview>;
  /** What the participants who get it have had of what spends the message budget; who has had nothing since then is left out. */
  spendingOf(audience: Audience, terms: AudienceTerms, window: { since: Date; now: Date }): Promise<SpendingAlike[]>;
  /** Who gets it, and who does not and why: the preview's numbers without its words. */
  count(audience: Audience, terms: AudienceTerms): Promise<Pick<AudiencePreview, "reachable" | "skipped">>;
  /** The announcement, a row for each of its audience and a post for each that can be reached: call it in a transaction. */
  publish(
    announcement: NewAnnouncement,
    terms: AudienceTerms,
    now: Date,
  ): Promise<{ id: number; isNew: boolean; posted: number }>;
  /** Keeps it until a second admin approves it; nobody is in its audience yet. */
  propose(announcement: NewAnnouncement, reach: Reach[], now: Date): Promise<{ id: number; isNew: boolean }>;
  /** False when it was approved or cancelled before: then nothing was changed. */
  approve(id: number, approverId: number, now: Date): Promise<boolean>;
  /**
   * A row for each of the audience and a post for each that can be reached. Once: the keys see to it. `only`: of these zones, and who has
   * it already is passed over; who has moved from one zone to another meanwhile is in the last one at the latest, and who had not joined when it
   * left for the first gets it with the next.
   */
  fanOut(
    id: number,
    announcement: Pick<NewAnnouncement, "content" | "audience" | "emergency">,
    terms: AudienceTerms,
    now: Date,
    only?: readonly Zone[],
  ): Promise<number>;
  /** Those with a local time that have still to leave somewhere, and are not held. */
  scheduled(): Promise<{ id: number; localTime: LocalTime; zonesLeft: Zone[] }[]>;
  /**
   * Those that go on only when somebody decides: held, and some of their receivers or their zones have still to get them; or waiting for an
   * approval, and written since then.
   */
  undecided(awaitingSince: Date): Promise<{ id: number }[]>;
  /** Held until the transaction ends: neither changed, paused nor sent by anybody else meanwhile. */
  findLocked(id: number): Promise<Announcement | null>;
  noteZonesLeft(id: number, zones: readonly Zone[]): Promise<void>;
  noteResumed(id: number, now: Date): Promise<void>;
  /** Other words, another audience or time, by this author: those who have it keep what they have. */
  rewrite(
    id: number,
    change: Omit<NewAnnouncement, "draftId">,
    reach: Reach[],
    state: AnnouncementState,
    now: Date,
  ): Promise<void>;
  /**
   * After rewrite(), of one that has left for some zones: what waits there still leaves with the words and the weight of the new content, and
   * not to whom it is for no more. `wasEmergency`: before it was changed.
   */
  bringUpToDate(
    id: number,
    changed: Pick<NewAnnouncement, "content" | "audience" | "emergency">,
    terms: AudienceTerms,
    wasEmergency: boolean,
    now: Date,
  ): Promise<void>;
  /** Until when Telegram takes nothing that was not asked for; null: it does. */
  heldByTelegramUntil(now: Date): Promise<Date | null>;
  /** The other admins whose reach covers this one, and who have an account; some may have blocked the bot. */
  approversFor(reach: Reach[], authorId: number): Promise<Person[]>;
  /**
   * Whom an announcement or a correction was put before since it was written as it is now, and when their request leaves or left; who has
   * blocked the bot since is not among them.
   */
  approvalRequests(
    subject: `announcement:${number}` | `correction:${number}`,
    writtenAt: Date,
  ): Promise<ApprovalRequest[]>;
  find(id: number): Promise<Announcement | null>;
  /** The one that was confirmed from this draft. */
  idOfDraft(draftId: number): Promise<number | null>;
  /** The last ones that this reach covers. */
  latest(reach: Reach[], limit: number): Promise<Announcement[]>;
  /** The same text to the same people, published since then and not cancelled. Anyone who asks second waits for the first. */
  twinOf(contentHash: string, since: Date): Promise<(Announcement & { draftId: number }) | null>;
  /** From one of these states to another; false when it was in none of them. */
  changeState(id: number, from: AnnouncementState[], to: AnnouncementState): Promise<boolean>;
  /** Returns how many were still waiting. */
  cancelWaiting(id: number, now: Date): Promise<number>;
  tally(id: number): Promise<Tally>;
  /** When the first of those who wait will be written to; null: nobody waits. */
  nextDueAt(id: number): Promise<Date | null>;
  /** How many surely did not get it and can be reached now. */
  resendable(id: number): Promise<number>;
  /** Puts those back that surely did not get it and can be reached now. Returns how many. */
  requeueFailed(id: number, terms: AudienceTerms): Promise<number>;
  /** Sent or not, nobody knows. */
  unknownOf(id: number, limit: number): Promise<UnknownReceiver[]>;
  /** An admin has decided; false when it was decided already. */
  settleUnknown(
    id: number,
    outboxId: number,
    decision: "send_again" | "taken_as_sent",
    terms: AudienceTerms,
    now: Date,
  ): Promise<boolean>;
}
