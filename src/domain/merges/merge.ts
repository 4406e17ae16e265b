// Two people or libraries become one: which of them stays, and how long that can be undone.
import type { ParticipantKind } from "../people/participant-kind.js";

export const UNDO_DAYS = 7;

/** Undone, a message to the one who comes back that waited longer than this is said to nobody any more. */
export const STALE_AFTER_UNDO_HOURS = 24;

export function undoEndsAt(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + UNDO_DAYS * 86_400_000);
}

/** Of one side of a pair. */
export interface Weight {
  id: number;
  /** They have an account here. */
  hasJoined: boolean;
  /** … that has not blocked the bot. */
  isReachable: boolean;
  /** Plans, reports and questions together. */
  entries: number;
  lastWordAt: Date | null;
}

/** The one who stays unless an admin says otherwise: who joined, who can be reached, who has more, who spoke last, who was there first. */
export function whoStays<Side extends Weight>(a: Side, b: Side): Side {
  const differs =
    Number(a.hasJoined) - Number(b.hasJoined) ||
    Number(a.isReachable) - Number(b.isReachable) ||
    a.entries - b.entries ||
    (a.lastWordAt?.getTime() ?? 0) - (b.lastWordAt?.getTime() ?? 0) ||
    b.id - a.id;
  return differs >= 0 ? a : b;
}

/** Of two Telegram accounts one goes on: that of the one who stays, unless it cannot be reached and the other can. */
export function accountThatStays(stays: Account, goes: Account): "stays" | "goes" | "none" {
  if (stays.telegramId === null && goes.telegramId === null) return "none";
  if (stays.telegramId === null) return "goes";
  if (goes.telegramId === null || stays.isReachable) return "stays";
  return goes.isReachable ? "goes" : "stays";
}

interface Account {
  telegramId: number | null;
  isReachable: boolean;
}

/** An office is merged with its like alone: what a library writes plans for is not what an office does. */
export function canBeOneLibrary(a: ParticipantKind, b: ParticipantKind): boolean {
  const isOffice = (kind: ParticipantKind) => kind === "regency_office" || kind === "province_office";
  return isOffice(a) || isOffice(b) ? a === b : true;
}
