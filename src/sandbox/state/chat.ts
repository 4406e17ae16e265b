// One chat and what is in it, and who may be in it.
import type { Chat, Message, ReplyKeyboardMarkup, User } from "grammy/types";
import type { ReplyMarkup } from "../methods/messages/keyboards.js";

/** What a message says, without what every message has. */
export type Content = Omit<Partial<Message>, "message_id" | "date" | "chat" | "from">;

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
