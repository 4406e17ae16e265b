// Chats and what is in them, and whether the bot may speak there.
import type { Chat, Message, ReplyKeyboardMarkup, User } from "grammy/types";
import { badRequest, refuse } from "../methods/errors.js";
import type { ReplyMarkup } from "../methods/messages/keyboards.js";
import type { World } from "../world.js";

export interface SandboxUser {
  readonly user: User;
  readonly phone: string;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
}

export interface SandboxChat {
  readonly chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat;
  /** Oldest first; deleted messages are gone, edited ones replaced: a message object itself never changes. */
  readonly messages: Map<number, Message>;
  /** The markup each message of the bot was sent with, whatever kind it was. */
  readonly markups: Map<number, ReplyMarkup>;
  /** Members of a group, without the bot. */
  readonly members: Set<number>;
  botIsMember: boolean;
  /** The reply keyboard that stands under the input field. */
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  /** The last message that the person has seen. */
  readUpTo: number;
  pinned: number[];
  /** What the bot was last seen doing, like typing. */
  lastAction: { action: string; at: Date } | undefined;
  readonly reactions: Map<number, string[]>;
  /** A basic group that became a supergroup lives on under this id. */
  migratedTo: number | undefined;
}

export function newChat(chat: SandboxChat["chat"]): SandboxChat {
  return {
    chat,
    messages: new Map(),
    markups: new Map(),
    members: new Set(),
    botIsMember: true,
    replyKeyboard: undefined,
    readUpTo: 0,
    pinned: [],
    lastAction: undefined,
    reactions: new Map(),
    migratedTo: undefined,
  };
}

/** The chat that a call means, or Telegram's refusal when there is none. */
export function findChat(world: World, id: unknown): SandboxChat {
  if (id === undefined || id === null || id === "") badRequest("chat_id is empty");
  if (typeof id === "string" && id.startsWith("@")) {
    for (const chat of world.chats.values()) {
      if ("username" in chat.chat && `@${chat.chat.username}` === id && chat.chat.type !== "private") return chat;
    }
    badRequest("chat not found");
  }
  const number = typeof id === "string" && /^-?\d+$/.test(id) ? Number(id) : id;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) badRequest("chat not found");
  return world.chats.get(number) ?? badRequest("chat not found");
}

/** The chat, if the bot may write there; otherwise the refusal that telegram.md lists. */
export function chatToWriteTo(world: World, id: unknown): SandboxChat {
  const found = findChat(world, id);
  if (found.migratedTo !== undefined) {
    refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: found.migratedTo });
  }
  if (found.chat.type !== "private") {
    if (!found.botIsMember) refuse(403, `Forbidden: bot was kicked from the ${found.chat.type} chat`);
    return found;
  }
  const person = world.users.get(found.chat.id)!;
  if (person.deactivated) refuse(403, "Forbidden: user is deactivated");
  if (person.blocked) refuse(403, "Forbidden: bot was blocked by the user");
  if (!person.started) refuse(403, "Forbidden: bot can't initiate conversation with a user");
  return found;
}
