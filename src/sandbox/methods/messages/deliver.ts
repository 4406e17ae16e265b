// The one way in which a message of the bot comes into a chat: checks, limits, storing, ledger.

import type { Message } from "grammy/types";
import { unixTime } from "../../clock.js";
import type { World } from "../../shapes.js";
import type { Content, SandboxChat } from "../../state/chat.js";
import { chatToWriteTo } from "../../state/chats.js";
import type { Upload } from "../../state/files.js";
import { badRequest } from "../errors.js";
import { booleanField, integerField, objectField, type Params } from "../fields.js";
import { isInline, type ReplyMarkup, replyMarkupField } from "./keyboards.js";

/** A call of the Bot API after its body was read. */
export interface Call {
  readonly world: World;
  readonly method: string;
  readonly params: Params;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Puts one message into the chat that the call names. */
export function deliver(call: Call, content: Content): Message {
  return deliverAll(call, [content])[0]!;
}

/** Puts an album, or a single message, into the chat; all of it or nothing. */
export function deliverAll(call: Call, contents: readonly Content[]): Message[] {
  const { world, params } = call;
  const markup = replyMarkupField(params);
  const chat = chatToWriteTo(world, params.chat_id);
  const reply = repliedTo(chat, params);
  world.limits.spend(chat.chat.id, contents.length);

  const empty = isInline(markup) && markup.inline_keyboard.length === 0;
  return store(call, chat, contents, reply, empty ? undefined : markup);
}

function store(
  call: Call,
  chat: SandboxChat,
  contents: readonly Content[],
  reply: Message | undefined,
  markup: ReplyMarkup | undefined,
): Message[] {
  const { world, method, params } = call;
  return contents.map((content) => {
    const message: Message = {
      message_id: world.nextMessageId(),
      from: { id: world.bot.id, is_bot: true, first_name: world.bot.first_name, username: world.bot.username },
      chat: chat.chat,
      date: unixTime(world.clock),
      ...content,
      ...(reply === undefined ? {} : { reply_to_message: reply as NonNullable<Message["reply_to_message"]> }),
      ...(isInline(markup) ? { reply_markup: markup } : {}),
      ...(booleanField(params, "protect_content") ? { has_protected_content: true as const } : {}),
    };
    chat.messages.set(message.message_id, message);
    chat.lastAction = undefined;
    if (markup !== undefined) showMarkup(chat, message.message_id, markup);
    world.ledger.push({
      chatId: chat.chat.id,
      messageId: message.message_id,
      text: message.text ?? message.caption ?? "",
      at: world.clock.now(),
      method,
      payload: describePayload(call),
    });
    world.changed({ kind: "message", chatId: chat.chat.id, messageId: message.message_id });
    return message;
  });
}

function showMarkup(chat: SandboxChat, messageId: number, markup: ReplyMarkup): void {
  chat.markups.set(messageId, markup);
  if ("keyboard" in markup) chat.replyKeyboard = markup;
  if ("remove_keyboard" in markup) chat.replyKeyboard = undefined;
}

function repliedTo(chat: SandboxChat, params: Params): Message | undefined {
  const given = objectField(params, "reply_parameters");
  const id = given === undefined ? integerField(params, "reply_to_message_id") : integerField(given, "message_id");
  if (id === undefined) return undefined;
  const message = chat.messages.get(id);
  if (message === undefined) {
    if (given !== undefined && booleanField(given, "allow_sending_without_reply")) return undefined;
    badRequest("message to be replied not found");
  }
  const { reply_to_message: _, ...rest } = message;
  return rest;
}

/** The parameters for the ledger, with uploads told by name and size. */
function describePayload({ params, uploads }: Call): Record<string, unknown> {
  const described: Record<string, unknown> = { ...params };
  for (const [name, upload] of uploads) described[name] = { upload: upload.filename, size: upload.bytes.byteLength };
  return described;
}
