// The real way to send: one Bot API call through grammY, its outcome named.
import type { Api } from "grammy";
import type { Send } from "../deliver-post.js";
import { answerOf } from "./answers.js";
import { sendForIds, toTelegram } from "./to-telegram.js";

/**
 * `api` must use a fetch that does not wait and try again by itself (telegram-fetch.ts, "never"): 429 and broken lines are the dispatcher's
 * to judge.
 */
export function createSend(api: Api): Send {
  return async (chatId, message, { plain }) => {
    try {
      const [messageId, ...others] = await sendForIds(api, toTelegram(chatId, message, { plain }));
      return { next: "sent", messageId, ...(others.length > 0 && { others }) };
    } catch (error) {
      return answerOf(error);
    }
  };
}
