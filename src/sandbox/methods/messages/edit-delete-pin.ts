// Editing, deleting and pinning what is in a chat; reactions.
import { isDeepStrictEqual } from "node:util";
import type { Message } from "grammy/types";
import { unixTime } from "../../clock.js";
import type { Content, SandboxChat } from "../../state/chat.js";
import { chatToWriteTo } from "../../state/chats.js";
import { badRequest } from "../errors.js";
import { arrayField, integerField, isObject, objectField } from "../fields.js";
import type { Handlers } from "../handler.js";
import { captionIn } from "./captions.js";
import type { Call } from "./deliver.js";
import { inlineKeyboardField } from "./keyboards.js";
import { inputMediaContent } from "./media.js";
import { textContentOf } from "./messages.js";

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
/** A bot may delete messages of the last 48 hours. */
const DELETABLE_SECONDS = 48 * 60 * 60;

export const editMethods = {
  editMessageText: (call) => {
    const content = textContentOf(call);
    return edit(call, (message) => {
      if (message.text === undefined) badRequest("there is no text in the message to edit");
      const { text: _, entities: __, ...rest } = message;
      return { ...rest, ...content };
    }) as Message.TextMessage & { edit_date: number };
  },
  editMessageCaption: (call) => {
    const content = captionIn(call.params);
    return edit(call, (message) => {
      if (message.photo === undefined && message.document === undefined && message.voice === undefined) {
        badRequest("there is no caption in the message to edit");
      }
      const { caption: _, caption_entities: __, ...rest } = message;
      return { ...rest, ...content };
    }) as Message.CaptionableMessage & { edit_date: number };
  },
  editMessageReplyMarkup: (call) => edit(call, (message) => message) as Message & { edit_date: number },
  editMessageMedia: (call) => {
    const content = inputMediaContent(call, objectField(call.params, "media") ?? badRequest("media is empty"));
    return edit(call, (message) => {
      const {
        text: _,
        entities: __,
        photo: ___,
        document: ____,
        caption: _____,
        caption_entities: ______,
        ...rest
      } = message;
      return { ...rest, ...content };
    }) as Message & { edit_date: number };
  },
  deleteMessage: (call) => {
    const { chat, message } = target(call, "message to delete not found");
    remove(call, chat, message);
    return true;
  },
  deleteMessages: (call) => {
    const ids = arrayField(call.params, "message_ids") ?? badRequest("message identifiers are not specified");
    if (ids.length < 1 || ids.length > 100) badRequest("there must be 1-100 message identifiers");
    const chat = chatToWriteTo(call.world, call.params.chat_id);
    // Those that are gone already are passed over without a word.
    for (const id of ids) {
      const message = typeof id === "number" ? chat.messages.get(id) : badRequest("message identifier is invalid");
      if (message !== undefined) remove(call, chat, message);
    }
    return true;
  },
  pinChatMessage: (call) => {
    const { chat, message } = target(call, "message to pin not found");
    chat.pinned = [...chat.pinned.filter((id) => id !== message.message_id), message.message_id];
    call.world.changed({ kind: "pin", chatId: chat.chat.id, messageId: message.message_id });
    return true;
  },
  unpinChatMessage: (call) => {
    const chat = chatToWriteTo(call.world, call.params.chat_id);
    const id = integerField(call.params, "message_id") ?? chat.pinned.at(-1);
    if (id === undefined || !chat.pinned.includes(id)) badRequest("message to unpin not found");
    chat.pinned = chat.pinned.filter((other) => other !== id);
    call.world.changed({ kind: "pin", chatId: chat.chat.id });
    return true;
  },
  unpinAllChatMessages: (call) => {
    const chat = chatToWriteTo(call.world, call.params.chat_id);
    chat.pinned = [];
    call.world.changed({ kind: "pin", chatId: chat.chat.id });
    return true;
  },
  setMessageReaction: (call) => {
    const { chat, message } = target(call, "message to react not found");
    const emoji = (arrayField(call.params, "reaction") ?? []).map((reaction) =>
      isObject(reaction) && reaction.type === "emoji" && typeof reaction.emoji === "string"
        ? reaction.emoji
        : badRequest("REACTION_INVALID"),
    );
    if (emoji.length > 1) badRequest("REACTIONS_TOO_MANY");
    chat.reactions.set(message.message_id, emoji);
    call.world.changed({ kind: "reaction", chatId: chat.chat.id, messageId: message.message_id });
    return true;
  },
} satisfies Handlers;

/** Changes one message of the bot; its keyboard is what this call brings, or none. */
function edit(call: Call, change: (message: Message) => Content & Message): Message {
  const markup = inlineKeyboardField(call.params);
  const { chat, message } = target(call, "message to edit not found");
  if (message.from?.id !== call.world.bot.id) badRequest("message can't be edited");
  const { reply_markup: _, ...changed } = change(message);
  const next: Message = markup === undefined ? changed : { ...changed, reply_markup: markup };
  if (isDeepStrictEqual(next, message)) badRequest(NOT_MODIFIED);
  const stamped = { ...next, edit_date: unixTime(call.world.clock) };
  chat.messages.set(message.message_id, stamped);
  if (markup === undefined) chat.markups.delete(message.message_id);
  else chat.markups.set(message.message_id, markup);
  call.world.changed({ kind: "edit", chatId: chat.chat.id, messageId: message.message_id });
  return stamped;
}

function target({ world, params }: Call, missing: string): { chat: SandboxChat; message: Message } {
  const id = integerField(params, "message_id") ?? badRequest("message identifier is not specified");
  const chat = chatToWriteTo(world, params.chat_id);
  return { chat, message: chat.messages.get(id) ?? badRequest(missing) };
}

function remove({ world }: Call, chat: SandboxChat, message: Message): void {
  const age = unixTime(world.clock) - message.date;
  if (age > DELETABLE_SECONDS) badRequest("message can't be deleted for everyone");
  chat.messages.delete(message.message_id);
  chat.pinned = chat.pinned.filter((id) => id !== message.message_id);
  world.changed({ kind: "delete", chatId: chat.chat.id, messageId: message.message_id });
}
