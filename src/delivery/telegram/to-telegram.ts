// Turns a message into the one Bot API call that sends it.
import type { Api, RawApi } from "grammy";
import { InputFile } from "grammy";
import type { InlineKeyboardButton, KeyboardButton, MessageEntity } from "grammy/types";
import type { Button, Mark, Message } from "../../domain/messages/message.js";

type Method = "sendMessage" | "sendPhoto" | "sendDocument" | "sendVoice" | "sendMediaGroup";

export type TelegramCall = { [M in Method]: { method: M; payload: Parameters<RawApi[M]>[0] } }[Method];

/** With `plain`, marks are left out: the last resort when Telegram does not accept them. */
export function toTelegram(chatId: number, message: Message, options: { plain?: boolean } = {}): TelegramCall {
  const entities = options.plain ? [] : message.marks.map(toEntity);
  const { attachment, text, silent } = message;
  const quiet = {
    ...(silent === true && { disable_notification: true }),
    // Deleted meanwhile, it must not keep this one from arriving.
    ...(message.replyTo !== undefined && {
      reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true },
    }),
  };
  const rest = { ...replyMarkup(message), ...quiet };
  if (attachment === undefined) {
    const payload = { chat_id: chatId, text, ...(entities.length > 0 && { entities }), ...rest };
    // Links in announcements and reminders are there to be pressed, not to push the text away by a preview.
    return { method: "sendMessage", payload: { ...payload, link_preview_options: { is_disabled: true } } };
  }
  const caption = { ...(text !== "" && { caption: text }), ...(entities.length > 0 && { caption_entities: entities }) };
  if ("fileIds" in attachment) {
    // Each says what it is, also where pictures are not loaded or are looked at one by one.
    const files = attachment.fileIds.map((fileId, at) => ({
      media: fileId,
      ...(at === 0 || attachment.saidOnce !== true ? caption : {}),
    }));
    const media =
      attachment.kind === "photos"
        ? files.map((file) => ({ type: "photo" as const, ...file }))
        : files.map((file) => ({ type: "document" as const, ...file }));
    return { method: "sendMediaGroup", payload: { chat_id: chatId, media, ...quiet } };
  }
  const file = "fileId" in attachment ? attachment.fileId : newFile(attachment);
  switch (attachment.kind) {
    case "photo":
      return { method: "sendPhoto", payload: { chat_id: chatId, photo: file, ...caption, ...rest } };
    case "document":
      return { method: "sendDocument", payload: { chat_id: chatId, document: file, ...caption, ...rest } };
    case "voice":
      return { method: "sendVoice", payload: { chat_id: chatId, voice: file, ...caption, ...rest } };
  }
}

/** Makes the call; returns the id of the message that Telegram made of it, of an album the first. */
export async function callTelegram(api: Api, call: TelegramCall): Promise<number> {
  return (await sendForIds(api, call))[0];
}

/** … of an album all of them, in order. */
export async function sendForIds(api: Api, call: TelegramCall): Promise<[number, ...number[]]> {
  switch (call.method) {
    case "sendMessage":
      return [(await api.raw.sendMessage(call.payload)).message_id];
    case "sendPhoto":
      return [(await api.raw.sendPhoto(call.payload)).message_id];
    case "sendDocument":
      return [(await api.raw.sendDocument(call.payload)).message_id];
    case "sendVoice":
      return [(await api.raw.sendVoice(call.payload)).message_id];
    case "sendMediaGroup": {
      const [first, ...others] = await api.raw.sendMediaGroup(call.payload);
      if (first === undefined) throw new Error("Telegram made no message of an album.");
      return [first.message_id, ...others.map(({ message_id: id }) => id)];
    }
  }
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
