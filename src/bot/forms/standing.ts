// Whether what somebody wrote is about the question that is open: they can only have answered what they saw.

import type { Asked } from "../../ports/queue/drafts.js";
import type { BotContext } from "../context.js";

/** What came, but for its content. */
export interface Envelope {
  updateId: number;
  /** Of the message that they sent; null for a pressed button. */
  messageId: number | null;
  /** In Telegram's seconds; null for a pressed button. */
  sentAt: number | null;
  /** The message it is a reply to, by Telegram's own means. */
  replyTo: number | null;
  /** The lowest message at which they had said or pressed something before this; null where none is known. */
  lowestBefore: number | null;
  /** When they said or pressed it, as far as we know. */
  saidAt: Date;
}

export function envelopeOf({ update, message, saidAt, lowestBefore }: BotContext): Envelope {
  return {
    updateId: update.update_id,
    messageId: message?.message_id ?? null,
    sentAt: message?.date ?? null,
    replyTo: message?.reply_to_message?.message_id ?? null,
    lowestBefore,
    saidAt,
  };
}

/** Whether they have looked at something else since the question stood there: "kembali" then means back to it. */
export function hasTurnedAside(asked: Asked | null, { messageId, lowestBefore }: Envelope): boolean {
  if (asked === null || messageId === null || lowestBefore === null) return false;
  // Handled again, its own message is the lowest.
  return lowestBefore > asked.last && lowestBefore < messageId;
}

/** "older": sent before the question was there. "elsewhere": a reply to another message. "unseen": the question was not shown. */
export type Standing = "answer" | "older" | "elsewhere" | "unseen";

export function standingOf(asked: Asked | null, { messageId, sentAt, replyTo }: Envelope): Standing {
  if (asked === null || messageId === null) return "answer";
  if (asked.refused === true) return "unseen";
  if (replyTo !== null && (replyTo < asked.first || replyTo > asked.last)) return "elsewhere";
  if (messageId < asked.first) return "older";
  // Telegram tells whole seconds: nobody has read a question and typed an answer within the one in which it was shown.
  return asked.editedAt !== null && sentAt !== null && sentAt <= asked.editedAt ? "older" : "answer";
}
