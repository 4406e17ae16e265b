// What an answer of Telegram to a message means, named by what to do next; what follows from each for the message and its person: ../conclude.ts,
// and a second try at once, ../deliver-post.ts. A wrong line here is either a lost message or a double one, so "surely not sent" is an allow-list and
// everything else is unknown. Changes of a message that is there already read their answers themselves: at worst one change is not seen.
import { BotError, GrammyError } from "grammy";
import { faultOf } from "./telegram-fault.js";

/** After a 429 without a number: to ask again at once is what made Telegram refuse. */
export const UNNAMED_WAIT_SECONDS = 60;

export type Answer =
  | { next: "sent"; messageId: number; others?: number[] }
  /** Never again, until they come back by themselves. */
  | { next: "unreachable"; cause: "blocked" | "gone" }
  /** Perhaps not there: one more try a day later. */
  | { next: "suspect" }
  /** The group lives on under another id. */
  | { next: "migrated"; to: number }
  /** Our marks were wrong: once more without them. */
  | { next: "plain-text-once"; cause: string }
  /** The content is at fault and will be each time. */
  | { next: "dead"; cause: string }
  /** Nothing can be sent until somebody mends the token. */
  | { next: "token-fault"; cause: string }
  /** Surely not sent; Telegram says when. */
  | { next: "wait"; seconds: number }
  /** Sent or not, nobody can tell. */
  | { next: "unknown"; cause: string }
  /** Surely not sent: Telegram was not reached. */
  | { next: "not-sent"; cause: string };

const FORBIDDEN: readonly [pattern: RegExp, cause: "blocked" | "gone"][] = [
  [/user is deactivated/i, "gone"],
  [
    /bot was blocked by the user|bot was kicked|bot can't initiate conversation|bot is not a member|bots can't send/i,
    "blocked",
  ],
];

/** Reads what a Bot API call threw. */
export function answerOf(error: unknown): Answer {
  if (error instanceof GrammyError) return refusalOf(error.error_code, error.description, error.parameters);
  const fault = faultOf(error);
  if (fault !== undefined) return { next: fault.sent === "no" ? "not-sent" : "unknown", cause: fault.reason };
  return { next: "unknown", cause: error instanceof Error ? error.name : "unknown error" };
}

/** Telegram's refusals, by code and sentence. */
export function refusalOf(
  code: number,
  description: string,
  parameters: { retry_after?: number; migrate_to_chat_id?: number } = {},
): Answer {
  switch (code) {
    case 400:
      return badRequest(description, parameters.migrate_to_chat_id);
    case 401:
    case 404:
      return { next: "token-fault", cause: String(code) };
    case 403: {
      // Every 403 is a refusal to this receiver; those we do not know are taken for a block, which /start undoes.
      const known = FORBIDDEN.find(([pattern]) => pattern.test(description));
      return { next: "unreachable", cause: known?.[1] ?? "blocked" };
    }
    case 413:
      return { next: "dead", cause: "413" };
    case 429:
      return { next: "wait", seconds: parameters.retry_after ?? UNNAMED_WAIT_SECONDS };
    default:
      return { next: "unknown", cause: String(code) };
  }
}

function badRequest(description: string, movedTo: number | undefined): Answer {
  if (movedTo !== undefined) return { next: "migrated", to: movedTo };
  if (/chat not found|PEER_ID_INVALID/i.test(description)) return { next: "suspect" };
  if (/can't parse entities/i.test(description)) return { next: "plain-text-once", cause: "can't parse entities" };
  return { next: "dead", cause: namedFault(description) };
}

// Telegram repeats parts of the message in some sentences; the cause is kept and logged, so only known words pass.
function namedFault(description: string): string {
  const known =
    /message is too long|caption is too long|text is empty|BUTTON_\w+|[A-Z]+(?:_[A-Z]+)+|wrong file identifier|not enough rights|reply markup|message to edit not found|message can't be (?:edited|deleted)|no (?:text|caption) in the message/i;
  return known.exec(description)?.[0].slice(0, 60) ?? "bad request";
}

/** Which chat a call found closed to us, and why; "perhaps" where Telegram does not find it now. Null: the error is about something else. */
export function closedChatOf(error: unknown): { chatId: number; cause: "blocked" | "gone" | "perhaps" } | null {
  if (error instanceof BotError) return closedChatOf(error.error);
  const chatId = error instanceof GrammyError ? error.payload.chat_id : undefined;
  if (typeof chatId !== "number") return null;
  const answer = answerOf(error);
  if (answer.next === "suspect") return { chatId, cause: "perhaps" };
  return answer.next === "unreachable" ? { chatId, cause: answer.cause } : null;
}

/** Refusals of edits and of answers to presses that mean "nothing left to do". */
export function isHarmless(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /message is not modified|query is too old|query ID is invalid/i.test(error.description)
  );
}

/** Says nothing about the update that was being answered: Telegram is away, broken, or asking for patience. */
export function isOutage(error: unknown): boolean {
  if (error instanceof BotError) return isOutage(error.error);
  if (error instanceof GrammyError) return error.error_code === 429 || error.error_code >= 500;
  return faultOf(error) !== undefined;
}
