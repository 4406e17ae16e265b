// What was owed to somebody and did not leave when it was: a compact trace, and all that a day of a person tells.
import type { HeldReason, PostFacts } from "../../domain/fates/fate.js";
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { Day } from "../../domain/time/calendar.js";

export interface Held {
  personId: number;
  /** The key of the post, or of the one that was not written. */
  fact: string;
  kind: PostKind;
  reason: HeldReason;
  /** When it may leave instead; null: not at all. */
  until: Date | null;
}

/** Of a person's day: what was posted, due, sent or settled on it, what was held back, and what there was nothing to say about. */
export interface DayOfPosts {
  posts: PostFacts[];
  held: (Omit<Held, "personId"> & { at: Date })[];
  /** Announcements of that day that passed them over. */
  passedOver: { at: Date; skipped: string }[];
  /** A trainer's morning or summary with nothing new. */
  nothingNew: { kind: PostKind; at: Date }[];
}

export interface HeldBackPort {
  /** One row a person, day and fact, by their own clock; the latest reason stands. */
  note(held: Held[], now: Date): Promise<void>;
  /** Those of these classes who get no reminder under these keys, because they cannot be reached or asked for none. */
  notePassedOver(keys: { classId: number; key: string; kind: PostKind }[], now: Date): Promise<void>;
  ofDay(personId: number, span: { day: Day; from: Date; to: Date }): Promise<DayOfPosts>;
}
