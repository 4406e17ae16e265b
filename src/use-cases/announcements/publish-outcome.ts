// What comes of confirming an announcement.
import type { AnnouncementProblem } from "./announcement-problem.js";
export type PublishAnnouncementOutcome =
  | { kind: "published" | "already_published" | "proposed"; announcementId: number }
  | { kind: "not_allowed" }
  | { kind: "problem"; problem: AnnouncementProblem }
  /** The same text to the same people, a moment ago: anyone who confirmed second meant the same one. */
  | { kind: "same_just_published"; announcementId: number; authorName: string };
