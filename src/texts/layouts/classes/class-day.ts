// What both languages lay out alike of a class day.
import type { RichText } from "../../../domain/messages/message.js";
import { lines } from "../../rich.js";
import { type SessionWords, shortened } from "./session-words.js";

/** Ten squares stand in one line of a small phone beside the numbers. */
const SQUARES = 10;
/** More names would push the numbers off a small phone's screen. */
const MOST_NAMES = 12;
const LONGEST_NAME = 24;
/** With rooms and times so many sessions fit a message; of several classes each has fewer. */
const MOST_SESSIONS = 6;

/** ▓▓▓▓▓▓▓░░░; full only when all are there, empty only when nobody is. */
export function barOf(part: number, whole: number): string {
  if (whole === 0) return "░".repeat(SQUARES);
  const share = (part / whole) * SQUARES;
  const full = part === 0 ? 0 : part >= whole ? SQUARES : Math.min(SQUARES - 1, Math.max(1, Math.round(share)));
  return "▓".repeat(full) + "░".repeat(SQUARES - full);
}

export function namesInRow(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => shortened(name, LONGEST_NAME));
  const rest = names.length - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` ${more(rest)}` : ""}`;
}

export function linesThatFit(
  sessions: SessionWords[],
  classes: number,
  { list, more }: { list: (shown: SessionWords[]) => RichText; more: (count: number) => string },
): RichText {
  const most = Math.max(1, Math.floor(MOST_SESSIONS / classes));
  const rest = sessions.length - most;
  return lines(list(sessions.slice(0, most)), rest > 0 && more(rest));
}
