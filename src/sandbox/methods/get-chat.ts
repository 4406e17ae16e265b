// What the bot may know about itself and a chat.
import type { ChatFullInfo } from "grammy/types";
import { findChat } from "../state/chats.js";
import { badRequest } from "./errors.js";
import type { Handlers } from "./handler.js";

export const chatMethods = {
  getMe: ({ world }) => ({ ...world.bot }),
  getChat: ({ world, params }) => {
    const { chat, pinned, messages } = findChat(world, params.chat_id);
    // A bot knows nothing of people who never wrote to it.
    if (chat.type === "private" && !world.users.get(chat.id)!.started) badRequest("chat not found");
    const pinned_message = messages.get(pinned.at(-1) ?? 0);
    return {
      ...chat,
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(pinned_message === undefined ? {} : { pinned_message }),
    } as unknown as ChatFullInfo;
  },
} satisfies Handlers;
