// What the screens of an announcement say alike: how many people, and what became of each.
import type { LedgerEntry } from "../../domain/announcements/announcement.js";
import { digits } from "../digits.js";
import type { announcementWords as Indonesian } from "../id/announcement-words.js";
import { people } from "./how-many.js";

const count = digits.en;

const ledger: Record<LedgerEntry, string> = {
  sent: "sent",
  waiting: "waiting",
  unknown: "delivery uncertain",
  failed: "failed",
  blocked: "blocked the bot",
  gone: "Telegram account gone",
  not_joined: "not joined yet",
  opted_out: "unsubscribed from announcements",
  stopped: "not sent after all",
};

export const announcementWords: typeof Indonesian = { count, people, ledger };
