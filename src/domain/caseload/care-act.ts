// What trainers and admins do for one or for many at once, and for how long they can take it back.
import { APPROVAL_ABOVE } from "../announcements/announcement.js";

/** How somebody was spoken to outside the bot; wrote: by WhatsApp. */
export const CONTACT_WAYS = ["telephoned", "visited", "wrote"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export type CareActKind = "remind" | "write" | "extend" | "talk";

/**
 * Long enough to read the receipt and be startled, also of attendance that was marked at once; what was told to somebody stays told however
 * soon it is undone.
 */
export const UNDO_MILLISECONDS = 10 * 60_000;

/**
 * Messages of an act leave a minute after it. Half of all slips are noticed at once, on the receipt; without the minute there would be
 * nothing left to take back.
 */
export const GRACE_MILLISECONDS = 60_000;

/**
 * So many people at once: as many as one admin may announce to alone. For more there are announcements: written once, paced, steered and
 * counted.
 */
export const MOST_AT_ONCE = APPROVAL_ABOVE;

/** In characters, of what a trainer writes to several: with who gets it still a screen of 700; more is for a talk or an announcement. */
export const LONGEST_LETTER_TO_MANY = 400;
/** … of their own line in a reminder: with the reminder around it still a screen. */
export const LONGEST_OWN_LINE = 120;
/** … of what they note of a talk: it stands on the page of its person. */
export const LONGEST_TALK_NOTE = 300;

export function canUndo({ at }: { at: Date }, saidAt: Date): boolean {
  return saidAt.getTime() - at.getTime() <= UNDO_MILLISECONDS;
}
