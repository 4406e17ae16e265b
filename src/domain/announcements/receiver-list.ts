// The lists of an announcement's receivers that are looked at by name: what became of it, and who has not said that they read it.
import { LEDGER, type LedgerEntry } from "./announcement.js";

export const RECEIVER_LISTS = [...LEDGER, "unread"] as const;
export type ReceiverList = (typeof RECEIVER_LISTS)[number];

/** So long after an announcement those whom it did not reach are offered to be called; what is older has been overtaken. */
export const CALLED_FOR_DAYS = 30;

/** Whom it did not reach, or perhaps did not: they are told another way. Who asked for no announcements is left alone. */
export const UNREACHED = [
  "failed",
  "blocked",
  "gone",
  "not_joined",
  "unknown",
] as const satisfies readonly LedgerEntry[];
