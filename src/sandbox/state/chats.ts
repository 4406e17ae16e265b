// Chats and what is in them, and whether the bot may speak there.

import { badRequest, refuse } from "../methods/errors.js";
import type { World } from "../shapes.js";
import type { SandboxChat } from "./chat.js";

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

/** The chat, if the bot may write there; otherwise the refusal in Telegram's words. */
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
