// From Telegram's answer to what is written down about the post, and what else must happen. Pure: deliver-post.ts carries it out, and the dispatcher what concerns all messages (back off, stop).
import { MOST_TRIES, POST_KINDS } from "../domain/messages/post-kind.js";
import { APART, CHAT_MOVED, type ClaimedPost, type Hold, type Settlement, SUSPECT } from "../ports/queue/delivery.js";
import type { Answer } from "./telegram/answers.js";

export interface Conclusion {
  /** Carried out before the settlement: once the row is free again, the next claim must already respect them. */
  effects: Effect[];
  settlement: Settlement;
}

export type Effect =
  | { do: "mark unreachable"; cause: "blocked" | "gone" }
  | { do: "move chat"; to: number }
  /** This chat waits; whether all of bulk waits too is for the flood watch to say. */
  | { do: "wait"; hold: Hold; until: Date }
  /** Telegram cannot be reached, or answers with nothing: go on singly and slowly. */
  | { do: "back off" }
  /** The token is refused: nothing more can be sent. */
  | { do: "stop" };

/** So long at most before Telegram is tried again that named no wait of its own (429): the wait of "back off" doubles with each failure. */
export const LONGEST_WAIT_FOR_TELEGRAM_MILLISECONDS = 5000;

/** A chat that was not found is looked for once more after a day: accounts come back from Telegram's own troubles. */
const SUSPECT_AFTER_MILLISECONDS = 24 * 3_600_000;

function conclude(post: ClaimedPost, answer: Answer, now: Date): Conclusion {
  switch (answer.next) {
    case "sent":
      return { effects: [], settlement: sentAs(answer) };
    case "unreachable":
      return {
        effects: [{ do: "mark unreachable", cause: answer.cause }],
        settlement: { state: "dead", cause: answer.cause },
      };
    case "suspect":
      if (!post.suspect) return { effects: [], settlement: lookedForAgain(post, now) };
      return { effects: [{ do: "mark unreachable", cause: "gone" }], settlement: { state: "dead", cause: "gone" } };
    case "migrated":
      return {
        effects: [{ do: "move chat", to: answer.to }],
        settlement: { state: "waiting", burnsAttempt: false, cause: CHAT_MOVED },
      };
    case "wait": {
      const until = new Date(now.getTime() + answer.seconds * 1000);
      return {
        effects: [{ do: "wait", hold: `chat:${post.chatId}`, until }],
        settlement: { state: "waiting", burnsAttempt: false, cause: "429" },
      };
    }
    case "not-sent":
      return {
        effects: [{ do: "back off" }],
        settlement: { state: "waiting", burnsAttempt: false, cause: answer.cause },
      };
    case "token-fault":
      return {
        effects: [{ do: "stop" }],
        settlement: { state: "waiting", burnsAttempt: false, cause: `token refused (${answer.cause})` },
      };
    case "unknown":
      return { effects: [{ do: "back off" }], settlement: uncertain(post, answer.cause) };
    case "plain-text-once":
    case "dead":
      return { effects: [], settlement: { state: "dead", cause: answer.cause } };
  }
}

function sentAs({ messageId, others }: Extract<Answer, { next: "sent" }>): Settlement {
  return { state: "sent", messageId, ...(others !== undefined && { others }) };
}

/** What means nothing by then is over now; that the chat was not found is known of it all the same. */
function lookedForAgain({ notAfter }: ClaimedPost, now: Date): Settlement {
  const dueAt = new Date(now.getTime() + SUSPECT_AFTER_MILLISECONDS);
  return notAfter !== null && notAfter < dueAt
    ? { state: "expired", cause: SUSPECT }
    : { state: "waiting", dueAt, burnsAttempt: true, cause: SUSPECT };
}

/** For each of those that left as one message, what its answer makes of it. */
export function concludeTogether(party: readonly ClaimedPost[], answer: Answer, now: Date): Conclusion[] {
  // One of them is at fault and nobody knows which: they go again one by one, and only that one is given up.
  if (answer.next === "dead" && party.length > 1) {
    return party.map(() => ({ effects: [], settlement: { state: "waiting", burnsAttempt: false, cause: APART } }));
  }
  return party.map((post) => conclude(post, answer, now));
}

/** Telegram knows no idempotency key, so after a time-out one can only choose: perhaps twice, or perhaps never and say so. */
function uncertain(post: ClaimedPost, cause: string): Settlement {
  const sendAgain = POST_KINDS[post.kind].unknown === "retry" && post.attempts + 1 < MOST_TRIES;
  return sendAgain ? { state: "waiting", burnsAttempt: true, cause } : { state: "unknown", cause };
}
