// What is known of a month that was lived: who took part and when, and what they did; for those who live it and those who judge it.

import type { Day } from "../../../src/domain/time/calendar.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import type { PeoplePage } from "../../../src/ports/people/caseloads.js";
import type { LedgerEntry, Person as Phone } from "../../../src/sandbox/shapes.js";
import type { Chance } from "../random.js";

/** The class meets from Monday 3 to Friday 7 June 2024; its plans are due on Sunday 7 July; Monday 17 June is a holiday. */
export const FIRST_DAY = "2024-06-03";
export const LAST_DAY = "2024-06-07";
/** From the evening before H-3 to the end of the last question. */
export const LIVED_FROM = new Date("2024-05-30T22:15:00Z");
export const LIVED_LAST = "2024-07-15";
/** Hours of UTC at which people act. */
export const ACTS_AT = [3, 6, 9];

/** The third plan of a library, about which a report is begun before some hand over. */
export const ADVOCACY = 2;

export interface LivedReport {
  plan: number;
  at: Date;
  done: boolean;
}

/** A library with its three plans, in whosever hands. */
export interface LivedLibrary {
  id: number;
  planIds: number[];
  reports: LivedReport[];
  /** Found to be the same as this one, from when on: what was reported there counts here. */
  same: { library: LivedLibrary; at: Date }[];
  /** Since when it is another one's. */
  goneAt: Date | null;
}

/** While somebody takes part. */
export interface Span {
  from: Date;
  until: Date | null;
}

/** What the product says once, at such a moment, to whom it says little or nothing afterwards. */
export interface OwedWord {
  kind: "handed over" | "merged here" | "merged away" | "parted here" | "parted away";
  at: Date;
}

export interface Someone {
  /** Their place in the month, whatever their number. */
  n: number;
  id: number;
  phone: Phone;
  zone: Zone;
  classId: number;
  library: LivedLibrary;
  /** The row that was theirs until it was found to be the same as that one. */
  formerLibrary: { library: LivedLibrary; until: Date } | null;
  spans: Span[];
  /** Whose library they took over. */
  follows: Someone | null;
  /** Into whom an admin merged them, and who was merged into them: one human with two registrations. */
  merged: { into: Someone | null; with: Someone[] };
  handover: LivedHandover | null;
  words: OwedWord[];
  snoozedAt: Date[];
  optedOutAt: { reminders?: Date; announcements?: Date };
  /** When they get a new phone; missing: they keep theirs. */
  newPhoneAt?: Date;
  /** Phones that were theirs, and until when. */
  formerPhones: { phone: Phone; until: Date }[];
  /** While they had blocked the bot. */
  away: { from: Date; until?: Date }[];
  /** A tenth of them pause once; null: not, or not yet. */
  pause: LivedPause | null;
  pausesAt: Date | null;
  /** Asked for stories from other libraries. */
  wantsStories: boolean;
  chance: Chance;
}

/** Somebody hands their library over once. */
export interface LivedHandover {
  /** When they make the code, and after how many days it is used. */
  at: Date;
  usedAfterDays: number;
  code: { text: string; madeAt: Date } | null;
  successor: Someone | null;
  /** A report that was begun, and who goes on with it: the successor at once, or they leave it lying. */
  draft: { begunAt: Date; goesOn: boolean } | null;
}

/** Two registrations of one person, or two rows of one library, that an admin finds to be the same. */
export interface LivedMerge {
  kind: "people" | "libraries";
  first: Someone;
  second: Someone;
  on: Day;
  /** After so many days an admin thinks better of it. */
  undoneAfterDays: number | null;
  done: { mergeId: number; at: Date; stays: Someone; goes: Someone; undoneAt: Date | null } | null;
}

/** A story of change that an admin has chosen. */
export interface LivedStory {
  id: number;
  authorId: number;
  /** Its first words, which no other story has. */
  words: string;
  /** When its author took back their yes. */
  takenBackAt: Date | null;
}

export interface LivedPause {
  from: Date;
  fromOn: Day;
  /** The last day. */
  untilOn: Day;
}

export interface Month {
  /** Also those who came later, and second registrations. */
  people: Someone[];
  merges: LivedMerge[];
  /** What the bot sent to participants without having been spoken to, as Telegram took it. */
  unasked: LedgerEntry[];
  announced: { words: string; at: Date }[];
  stories: LivedStory[];
  trainers: { phone: number; zone: Zone; classId: number }[];
  /** The same to trainers. */
  toTrainers: LedgerEntry[];
  /** Each morning, how many people each trainer has under each cause, and in all. */
  standings: { day: Day; people: number; counts: PeoplePage["counts"] }[];
  /** Plans that a morning found in other hands than those of who takes part for their library. */
  wrongHands: string[];
}

/** At every moment from the one to the other; by default at one. */
export const takesPart = ({ spans }: Someone, from: Date, to = from): boolean =>
  spans.some((span) => span.from <= from && (span.until === null || to < span.until));

export const isAway = ({ away }: Someone): boolean => away.length > 0 && away.at(-1)?.until === undefined;

/** What was reported about a library's plans before then, by whomever. */
export function reportsBefore(one: Someone, at: Date): LivedReport[] {
  const library = libraryAt(one, at);
  const others = library.same.filter((one) => one.at <= at).flatMap((one) => one.library.reports);
  return [...library.reports, ...others]
    .filter((report) => report.at < at)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

export const libraryAt = ({ library, formerLibrary }: Someone, at: Date): LivedLibrary =>
  formerLibrary !== null && at < formerLibrary.until ? formerLibrary.library : library;

/** Who they are now. */
export const nowOf = (one: Someone): Someone => (one.merged.into === null ? one : nowOf(one.merged.into));

/** Ends the time in which they take part. */
export function endSpan({ spans }: Someone, now: Date): void {
  const last = spans.at(-1);
  if (last !== undefined) last.until ??= now;
}

export function newcomer(
  facts: Pick<Someone, "n" | "id" | "phone" | "zone" | "classId" | "library" | "chance" | "wantsStories"> &
    Partial<Someone>,
  from: Date,
): Someone {
  return {
    ...{ spans: [{ from, until: null }], follows: null, merged: { into: null, with: [] }, handover: null, words: [] },
    ...{ formerLibrary: null, snoozedAt: [], optedOutAt: {}, away: [], formerPhones: [], pause: null, pausesAt: null },
    ...facts,
  };
}
