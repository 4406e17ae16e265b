// Changing what was already sent: other words in its place, with a mark that says so, or taking it away.
import type { RichText } from "../messages/message.js";
import type { AnnouncementContent } from "./announcement.js";

export const CORRECTION_KINDS = ["amend", "withdraw"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** awaiting: a second admin has to approve it first. overtaken: a later correction changes the copies instead. */
export type CorrectionState = "awaiting" | "running" | "overtaken" | "cancelled";

/** Telegram lets a bot take away what it sent within the last 48 hours. What stands in its place can be changed for ever. */
export const DELETABLE_HOURS = 48;
export const DELETABLE_MILLISECONDS = DELETABLE_HOURS * 3_600_000;

/** Why a copy could not be changed. */
export const UNCHANGED = ["too_old", "blocked", "gone", "no_id", "refused"] as const;
export type Unchanged = (typeof UNCHANGED)[number];

/** What became of each copy; every one is in exactly one of these, so they add up to the copies. */
export type CorrectionEntry = "changed" | "waiting" | "unknown" | Unchanged;
export type CorrectionTally = Record<CorrectionEntry, number>;

export interface CopyFacts {
  state: "waiting" | "claimed" | "sent" | "unknown" | "dead" | "expired" | "cancelled";
  cause: string | null;
  /** As the person is now. */
  unreachableCause: "blocked" | "gone" | null;
}

export function correctionEntry({ state, cause, unreachableCause }: CopyFacts): CorrectionEntry {
  if (state === "sent") return "changed";
  if (state === "unknown") return "unknown";
  if (state === "waiting" || state === "claimed") return "waiting";
  switch (cause) {
    // Its words were still to leave, and left with the new ones.
    case "sent anew":
      return "changed";
    case "too old":
    case "message can't be deleted":
      return "too_old";
    case "blocked":
    case "gone":
      return cause;
    case "unreachable":
      return unreachableCause ?? "blocked";
    case "erased":
    case "no account":
    case "another account":
      return "gone";
    case "no message id":
    case "no copy":
    case "no words":
    case "message to edit not found":
      return "no_id";
    default:
      return "refused";
  }
}

export function emptyCorrectionTally(): CorrectionTally {
  return { changed: 0, waiting: 0, unknown: 0, too_old: 0, blocked: 0, gone: 0, no_id: 0, refused: 0 };
}

export function copiesIn(tally: CorrectionTally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0);
}

/** The new text with its mark above it, as those read it who had the former one. */
export function withMark(content: AnnouncementContent, mark: string): AnnouncementContent {
  const head: RichText = { text: `${mark}\n\n`, marks: [{ type: "bold", offset: 0, length: mark.length }] };
  const moved = content.marks.map((one) => ({ ...one, offset: one.offset + head.text.length }));
  return { ...content, text: head.text + content.text, marks: [...head.marks, ...moved] };
}
