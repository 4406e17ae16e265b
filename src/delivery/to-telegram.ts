// Turns a message into the one Bot API call that sends it.
import type { Api, RawApi } from "grammy";
import { InputFile } from "grammy";
import type { InlineKeyboardButton, KeyboardButton, MessageEntity } from "grammy/types";
import type { Button, Mark, Message } from "../domain/message.js";

export type TelegramCall = {
  [M in "sendMessage" | "sendPhoto" | "sendDocument"]: { method: M; payload: Parameters<RawApi[M]>[0] };
}["sendMessage" | "sendPhoto" | "sendDocument"];

/** With `plain`, marks are left out: the last resort when Telegram does not accept them. */
export function toTelegram(chatId: number, message: Message, options: { plain?: boolean } = {}): TelegramCall {
  const entities = options.plain ? [] : message.marks.map(toEntity);
  const rest = replyMarkup(message);
  const { attachment, text } = message;
  if (attachment === undefined) {
    const payload = { chat_id: chatId, text, ...(entities.length > 0 && { entities }), ...rest };
    // Links in announcements and reminders are there to be pressed, not to push the text away by a preview.
    return { method: "sendMessage", payload: { ...payload, link_preview_options: { is_disabled: true } } };
  }
  const file = "fileId" in attachment ? attachment.fileId : newFile(attachment);
  const caption = { ...(text !== "" && { caption: text }), ...(entities.length > 0 && { caption_entities: entities }) };
  return attachment.kind === "photo"
    ? { method: "sendPhoto", payload: { chat_id: chatId, photo: file, ...caption, ...rest } }
    : { method: "sendDocument", payload: { chat_id: chatId, document: file, ...caption, ...rest } };
}

/** Makes the call; returns the id of the message that Telegram made of it. */
export async function callTelegram(api: Api, call: TelegramCall): Promise<number> {
  const sent = await (call.method === "sendMessage"
    ? api.raw.sendMessage(call.payload)
    : call.method === "sendPhoto"
      ? api.raw.sendPhoto(call.payload)
      : api.raw.sendDocument(call.payload));
  return sent.message_id;
}

function newFile(file: { name: string; base64: string }): InputFile {
  return new InputFile(Buffer.from(file.base64, "base64"), file.name);
}

// The names of our marks are Telegram's.
function toEntity(mark: Mark): MessageEntity {
  return { ...mark };
}

function replyMarkup({ buttons, keyboard }: Message): { reply_markup?: RawReplyMarkup } {
  if (buttons !== undefined && buttons.length > 0) {
    return { reply_markup: { inline_keyboard: buttons.map((row) => row.map(toInlineButton)) } };
  }
  if (keyboard === "remove") return { reply_markup: { remove_keyboard: true } };
  if (keyboard === undefined) return {};
  const ask: KeyboardButton = { text: keyboard.askContact, request_contact: true };
  const choices = keyboard.choices.map((text) => [{ text }]);
  return { reply_markup: { keyboard: [[ask], ...choices], resize_keyboard: true, one_time_keyboard: true } };
}

type RawReplyMarkup = NonNullable<Parameters<RawApi["sendMessage"]>[0]["reply_markup"]>;

function toInlineButton(button: Button): InlineKeyboardButton {
  const face = { text: button.label, ...(button.tone !== undefined && { style: button.tone }) };
  return "data" in button ? { ...face, callback_data: button.data } : { ...face, url: button.url };
}
