// Changes a message that we sent, within the pace of all that leaves.
import { type Api, GrammyError } from "grammy";
import { boundsFault } from "../../domain/messages/message-bounds.js";
import type { Screens } from "../../ports/screens.js";
import type { Clock } from "../../ports.js";
import type { Pace } from "../pace.js";
import { answerOf } from "./answers.js";
import { toTelegram } from "./to-telegram.js";

/** What waits to be sent goes first; a board may be a moment late. */
const NO_ROOM_SECONDS = 1;
/** Telegram is away or broken: asked again a little later. */
const TROUBLE_SECONDS = 15;

/** `api` must use a fetch that does not wait and try again by itself (telegram-fetch.ts, "never"): nobody waits for a change. */
export function createScreens({ api, pace, clock }: { api: Api; pace: Pace; clock: Clock }): Screens {
  return {
    async change(chatId, messageId, message) {
      const { method, payload } = toTelegram(chatId, message);
      if (method !== "sendMessage" || boundsFault(message) !== null) return "gone";
      const landed = pace.change(chatId, clock.now());
      if (landed === null) return NO_ROOM_SECONDS;
      const { reply_markup: markup, ...rest } = payload;
      const buttons = markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {};
      try {
        await api.raw.editMessageText({ ...rest, message_id: messageId, ...buttons });
        return "shown";
      } catch (error) {
        if (error instanceof GrammyError && /message is not modified/i.test(error.description)) return "shown";
        const answer = answerOf(error);
        if (answer.next === "wait") return answer.seconds;
        // Nobody knows whether it arrived, or Telegram was not reached: a change can be made again.
        return answer.next === "unknown" || answer.next === "not-sent" || answer.next === "token-fault"
          ? TROUBLE_SECONDS
          : "gone";
      } finally {
        landed(clock.now());
      }
    },
  };
}
