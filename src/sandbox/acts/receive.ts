// The one way in which something a person does reaches the chat and the bot's queue of updates.
import type { Message, MessageEntity, Update, User } from "grammy/types";
import { unixTime } from "../clock.js";
import type { World } from "../shapes.js";
import type { Content, SandboxChat } from "../state/chat.js";
import type { UpdateContent } from "../state/updates.js";
import { detectEntities } from "../text/detect-entities.js";

/** Stores the message and queues its update. */
export function receive(world: World, chat: SandboxChat, from: User, content: Content): Update {
  const message: Message = {
    message_id: world.nextMessageId(),
    from,
    chat: chat.chat,
    date: unixTime(world.clock),
    ...content,
  };
  chat.messages.set(message.message_id, message);
  if (from.id === chat.chat.id) chat.readUpTo = message.message_id;
  world.changed({ kind: "message", chatId: chat.chat.id, messageId: message.message_id });
  return queue(world, { message: message as NonNullable<Update["message"]> });
}

/** Queues an update; one of a kind that the bot did not ask for never reaches it, but has happened all the same. */
export function queue(world: World, content: UpdateContent): Update {
  return world.updates.push(content) ?? { update_id: -1, ...content };
}

export function textContent(text: string, formatting: readonly MessageEntity[] = []): Content {
  const entities = [...formatting, ...detectEntities(text, formatting)];
  return { text, ...(entities.length === 0 ? {} : { entities }) };
}

export function captionContent(caption: string | undefined, formatting: readonly MessageEntity[] = []): Content {
  if (caption === undefined) return {};
  const caption_entities = [...formatting, ...detectEntities(caption, formatting)];
  return { caption, ...(caption_entities.length === 0 ? {} : { caption_entities }) };
}
