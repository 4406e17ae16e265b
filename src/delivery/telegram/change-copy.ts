// Changes a message that was delivered, or takes it away: what a correction of an announcement asks of each of its copies.
import { type Api, GrammyError } from "grammy";
import type { Message } from "../../domain/messages/message.js";
import type { CopyChange } from "../../ports/queue/delivery.js";
import { type Answer, answerOf } from "./answers.js";
import { toTelegram } from "./to-telegram.js";

/** Changes one copy and names the answer; never throws. "sent": it is so now. `plain` leaves the marks out. */
export type ChangeCopy = (chatId: number, change: CopyChange, options: { plain: boolean }) => Promise<Answer>;

/** It reads so already, or is gone already: a change made twice, or by the receiver. */
const IS_SO = /message is not modified|message to delete not found/i;

export function createChangeCopy(api: Api): ChangeCopy {
  return async (chatId, change, { plain }) => {
    const messageId = "edit" in change ? change.edit : (change.remove[0] ?? 0);
    try {
      await ("edit" in change ? edit(api, chatId, change, plain) : remove(api, chatId, change.remove));
      return { next: "sent", messageId };
    } catch (error) {
      if (error instanceof GrammyError && error.error_code === 400 && IS_SO.test(error.description)) {
        return { next: "sent", messageId };
      }
      return answerOf(error);
    }
  };
}

/** The file of a message stays as it is: only what stands below it is written anew. */
async function edit(api: Api, chatId: number, { edit: id, to }: { edit: number; to: Message }, plain: boolean) {
  const { text, marks, buttons = [], attachment } = to;
  const { method, payload } = toTelegram(chatId, { text, marks, buttons }, { plain });
  if (method !== "sendMessage") throw new Error("Words alone are a message of text.");
  const { reply_markup: markup, entities = [], link_preview_options } = payload;
  const inline = markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {};
  const target = { chat_id: chatId, message_id: id, ...inline };
  if (attachment === undefined) {
    await api.raw.editMessageText({ ...target, text, entities, ...(link_preview_options && { link_preview_options }) });
  } else {
    await api.raw.editMessageCaption({ ...target, caption: text, caption_entities: entities });
  }
}

async function remove(api: Api, chatId: number, ids: number[]): Promise<void> {
  if (ids.length > 1) await api.raw.deleteMessages({ chat_id: chatId, message_ids: ids });
  else await api.raw.deleteMessage({ chat_id: chatId, message_id: ids[0] ?? 0 });
}
