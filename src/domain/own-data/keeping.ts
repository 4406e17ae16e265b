// How long things are kept. What carries personal data is erased when its time is over. README shows the same table.
import { UNDO_DAYS } from "../merges/merge.js";

/** After the last day of somebody's class, and after the end of somebody's service. The notices promise it. */
export const KEPT_YEARS = 2;

/** In days, after the event that is named. What is not here goes with the person (use-cases/operations/erase-by-age.ts). */
export const AGES = {
  /** Telegram brings an update again for 24 h at most; twice that is safe. */
  handledUpdates: { days: 2, what: "ids of handled updates", from: "handling" },
  taps: { days: 2, what: "the last button pressed in a chat", from: "the press" },
  /** Long enough for a process that died in between to tell the result after all. */
  finishedDrafts: { days: 1, what: "forms that were finished", from: "their end" },
  /** Somebody who opens an invitation and does not agree: nothing is kept of them. */
  invitationDrafts: { days: 2, what: "an invitation that was opened and not agreed to", from: "the last touch" },
  /** A class's link is opened in the evening, and the notice agreed to at the weekend. */
  joiningDrafts: { days: 7, what: "a class's link that was opened and not agreed to", from: "the last touch" },
  /** Names and phones of people who are nobody yet stand in them, or in the file they are about: an evening's pause is enough. */
  officeDrafts: { days: 2, what: "lists and invitations of the office that were not saved", from: "the last touch" },
  /** A month's pause is common; a plan's form lives on while the plan is open, and a month longer. */
  leftDrafts: { days: 45, what: "forms that were left, of plans closed for a month", from: "the last touch" },
  conversations: { days: 45, what: "where somebody is in a form", from: "the last touch" },
  /** An import can be undone for a day; twice that is safe. */
  rosterChanges: { days: 2, what: "how rosters were before a file changed them", from: "saving" },
  /** They can be taken back for ten minutes; what came of it is asked about the day after. */
  careActs: { days: 2, what: "what trainers did at once, to be taken back", from: "doing it" },
  /** The day after it still shows who came; then nothing changes it any more. */
  classBoards: { days: 2, what: "which message shows how a class day goes", from: "that day" },
  /** An announcement has left within some days, even over holidays; its card is opened anew from the list. */
  announcementBoards: { days: 30, what: "which message shows how an announcement goes", from: "its last change" },
  /** The programme comes back yearly, and so do those whom an office writes to. */
  savedAudiences: { days: 400, what: "audiences saved by name", from: "the last use" },
  /** An answer or a contact of those days is still spoken about a month later. */
  absences: { days: 45, what: "when trainers were away, and who covered for them", from: "their return" },
  /** As long as a merge can be undone; a day more for the press at its end. */
  mergeChanges: { days: UNDO_DAYS + 1, what: "how rows were before people or libraries were merged", from: "merging" },
  /** Why somebody paused matters while they do, and for what a trainer agreed on with them just after. That they did is kept with their plans. */
  pauseReasons: { days: 30, what: "that a pause was for illness or mourning", from: "its end" },
  parkedUpdates: { days: 30, what: "what people sent and no try could handle", from: "the last try" },
  /** An office tries things a month before a training; what is forgotten longer is in the way of the next try. */
  practices: { days: 30, what: "what an admin practises on", from: "the last time it was opened" },
  /** Each morning asks for the one before it; a holiday and a month beside it are enough. */
  mornings: { days: 45, what: "whom trainers were needed by on a morning", from: "that day" },
  /** Somebody asks after a message within days, an office after a month. */
  heldBack: { days: 45, what: "why a message was not sent, or later", from: "that day" },
  /** The same week of the year before is asked about, and nothing older. */
  overviewWeeks: { days: 400, what: "where the programme stood at the beginning of a week", from: "that day" },
  sentTexts: { days: 90, what: "texts of messages that left or were given up", from: "leaving" },
} as const;
export type AgeName = keyof typeof AGES;

/** The form of a plan lives on for so long after the plan's day, and then as long as `leftDrafts`. */
export const CLOSED_PLAN_DAYS = 30;

/** In days after it ended, until a post is in nobody's way any more; what did not arrive may still be brought. */
export const POSTS_AT_HAND = { over: 14, undelivered: 180 } as const;

const DAY_MILLISECONDS = 86_400_000;

/** What an office keeps for fewer days than the program (domain/rules). */
export type ShorterAges = Partial<Record<AgeName, number>>;

export function daysKept(name: AgeName, shorter: ShorterAges = {}): number {
  return shorter[name] ?? AGES[name].days;
}

export function oldestKept(name: AgeName, now: Date, shorter: ShorterAges = {}): Date {
  return daysBefore(now, daysKept(name, shorter));
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MILLISECONDS);
}

/** What ended before this instant has been kept for so many years. */
export function yearsBefore(now: Date, years: number): Date {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}
