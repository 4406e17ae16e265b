// One text to many people: what may be written, to whom, how long it takes, and where it stands.

import { placeholdersIn } from "../messages/fill-placeholders.js";
import type { Album, Attachment, Button, RichText } from "../messages/message.js";
import { LONGEST_CAPTION, LONGEST_TEXT } from "../messages/message-bounds.js";
import type { Reach } from "../people/admin-reach.js";
import type { Language } from "../people/person.js";
import type { Zone } from "../time/zone.js";
import { ZONES } from "../time/zone.js";
import type { Audience } from "./audience.js";
import type { LocalTime } from "./local-time.js";

/** What is kept once and filled in for each receiver. */
export interface AnnouncementContent extends RichText {
  attachment?: Attachment | Album;
  buttons?: Button[][];
  /** Below it its receivers can say that they have read it: what that button says to each, before and after. */
  asksRead?: ReadLabels;
}

/** Kept with the text, because delivery knows no words. */
export type ReadLabels = Record<Language, { ask: string; done: string }>;

/** The receiver's own words that a text may ask for, as the programme's people would write them. */
const ANNOUNCEMENT_VARIABLES = ["nama", "perpustakaan", "kelas"] as const;
export type AnnouncementVariable = (typeof ANNOUNCEMENT_VARIABLES)[number];

export type ContentProblem =
  | { kind: "empty" }
  /** A picture alone says nothing to the one who has pictures off, or cannot see them. */
  | { kind: "wordless" }
  /** `over`: how many letters too many. */
  | { kind: "too_long"; most: number; over: number }
  /** Telegram puts no buttons below an album. */
  | { kind: "album_with_button" }
  /** As it was written, braces included: {nama lengkap}. */
  | { kind: "unknown_variable"; written: string };

/** Why this cannot be announced; null when it can. Whether every receiver has the words is known only with the audience. */
export function contentProblem(content: AnnouncementContent): ContentProblem | null {
  if (content.text.trim() === "") return { kind: content.attachment === undefined ? "empty" : "wordless" };
  // Anything in braces is meant as a variable: sent as it stands, thousands would read "{Nama}".
  const written = [...content.text.matchAll(/\{[^{}\n]{0,40}\}/g)].map(([word]) => word);
  const unknown = written.find((word) => !ANNOUNCEMENT_VARIABLES.some((name) => word === `{${name}}`));
  if (unknown !== undefined) return { kind: "unknown_variable", written: unknown };
  const most = mostCharacters(content);
  const over = content.text.length - most;
  if (over > 0) return { kind: "too_long", most, over };
  const isAlbum = content.attachment !== undefined && "fileIds" in content.attachment;
  const hasButton = (content.buttons ?? []).length > 0 || content.asksRead !== undefined;
  return isAlbum && hasButton ? { kind: "album_with_button" } : null;
}

export function mostCharacters(content: AnnouncementContent): number {
  return content.attachment === undefined ? LONGEST_TEXT : LONGEST_CAPTION;
}

export function variablesIn({ text }: Pick<AnnouncementContent, "text">): AnnouncementVariable[] {
  const used = placeholdersIn(text);
  return ANNOUNCEMENT_VARIABLES.filter((name) => used.includes(name));
}

/** {Nama} is meant as {nama}: phones begin a word in capitals. It stays as long as it was, so that marks stay where they are. */
export function tidyVariables(text: string): string {
  return text.replace(/\{(\w+)\}/g, (written) => {
    const plain = written.toLowerCase();
    return ANNOUNCEMENT_VARIABLES.some((name) => plain === `{${name}}`) ? plain : written;
  });
}

/** How long the text is for somebody whose every word is as long as the longest of that kind. */
export function longestRendering(text: string, longest: Readonly<Record<AnnouncementVariable, number>>): number {
  const grown = ANNOUNCEMENT_VARIABLES.map((name) => {
    const placeholder = `{${name}}`;
    return (text.split(placeholder).length - 1) * Math.max(0, longest[name] - placeholder.length);
  });
  return grown.reduce((sum, more) => sum + more, text.length);
}

/** What Telegram takes from one bot; see delivery/pace.ts. */
const MESSAGES_PER_SECOND = 30;

/**
 * ordinary: anyone who has had their message of the day gets it on the next working day. emergency: they get it too, now; yet within
 * working hours like all that is unasked, because people have slept through everything that an office knows of at night.
 */
export const ANNOUNCEMENT_WEIGHTS = ["ordinary", "emergency"] as const;
export type AnnouncementWeight = (typeof ANNOUNCEMENT_WEIGHTS)[number];

/** Seconds until the last one has left, when nothing more urgent comes between. */
export function estimatedSeconds(receivers: number): number {
  return Math.ceil(receivers / MESSAGES_PER_SECOND);
}

/**
 * Content and audience as one line that is the same for the same: anyone who approves a text approves exactly this one, and whether
 * it is an emergency and when it leaves. Keys are sorted, because a JSON column gives them back in an order of its own.
 */
export function canonicalForm(
  content: AnnouncementContent,
  audience: Audience,
  reach: readonly Reach[],
  emergency = false,
  localTime: LocalTime | null = null,
): string {
  const also = [...(emergency ? ["emergency"] : []), ...(localTime === null ? [] : [localTime])];
  return JSON.stringify(sorted([content, audience, reach, ...also]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}

/** awaiting: a second admin has to approve it first. */
export type AnnouncementState = "awaiting" | "sending" | "paused" | "cancelled";

/** Anyone who wants to say the same again to the same people within the hour has mostly not seen that it was said. */
export const TWIN_WITHIN_HOURS = 1;

/** More receivers than this need a second admin's approval. */
export const APPROVAL_ABOVE = 500;

/** An approval that comes later than this is for a text that has been overtaken by events. */
export const APPROVAL_HOURS = 24;

/** An announcement that has waited longer for its approval is left alone: when its author leaves, nobody is asked to decide about it. */
export const AWAITED_DAYS = 14;

/** Counted from when the first admin is asked: one that is proposed on the evening before a holiday is not over by then. */
export function isApprovalOverdue(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > APPROVAL_HOURS * 3_600_000;
}

/** Why somebody was not written to when it was published. */
export type SkipCause = "not_joined" | "blocked" | "gone" | "opted_out";

/** What became of each receiver; every one is in exactly one of these, so they add up to the audience. */
export const LEDGER = [
  "sent",
  "waiting",
  "unknown",
  "failed",
  "blocked",
  "gone",
  "not_joined",
  "opted_out",
  "stopped",
] as const;
export type LedgerEntry = (typeof LEDGER)[number];
export type Tally = Record<LedgerEntry, number>;

export interface RecipientFacts {
  skipped: SkipCause | null;
  /** Of the row in the outbox; null when there is none. */
  state: "waiting" | "claimed" | "sent" | "unknown" | "dead" | "expired" | "cancelled" | null;
  cause: string | null;
  /** As the person is now. */
  unreachableCause: "blocked" | "gone" | null;
}

export function ledgerEntry(facts: RecipientFacts, announcement: AnnouncementState): LedgerEntry {
  switch (facts.state) {
    case null:
      return facts.skipped ?? "failed";
    case "waiting":
      // One that came back into the queue while it was being cancelled will never be claimed.
      return announcement === "cancelled" ? "stopped" : "waiting";
    case "claimed":
      return "waiting";
    case "sent":
    case "unknown":
      return facts.state;
    case "dead":
      return facts.cause === "blocked" || facts.cause === "gone" ? facts.cause : "failed";
    case "expired":
      return "failed";
    case "cancelled":
      if (facts.cause === "blocked" || facts.cause === "gone") return facts.cause;
      if (facts.cause === "unreachable") return facts.unreachableCause ?? "blocked";
      if (facts.cause === "opted out") return "opted_out";
      // Erased people are gone from us as well.
      return facts.cause === "erased" ? "gone" : "stopped";
  }
}

export function emptyTally(): Tally {
  return Object.fromEntries(LEDGER.map((entry) => [entry, 0])) as Tally;
}

export function audienceSize(tally: Tally): number {
  return LEDGER.reduce((sum, entry) => sum + tally[entry], 0);
}

/** scheduled: it has left for nobody yet, and its time is known. */
export type AnnouncementPhase = AnnouncementState | "scheduled" | "finished" | "expired";

/** The zones for which one with a local time has still to leave. */
export function zonesToGo({
  localTime,
  zonesLeft,
}: {
  localTime: LocalTime | null;
  zonesLeft: readonly Zone[];
}): Zone[] {
  return localTime === null ? [] : ZONES.filter((zone) => !zonesLeft.includes(zone));
}

/** Where it stands: nothing is written down when the last one has left, so it is told from what still waits. */
export function phaseOf(
  { state, askedAt, toGo = [] }: { state: AnnouncementState; askedAt: Date; toGo?: readonly Zone[] },
  tally: Tally,
  now: Date,
): AnnouncementPhase {
  if (state === "awaiting") return isApprovalOverdue(askedAt, now) ? "expired" : "awaiting";
  if (state === "sending" && toGo.length > 0) return audienceSize(tally) === 0 ? "scheduled" : "sending";
  return state === "cancelled" || tally.waiting > 0 || toGo.length > 0 ? state : "finished";
}
