// Groups that the bot is in: who hears what, the bot being thrown out, and a group that becomes a supergroup.

import type { ChatMember, Update, User } from "grammy/types";
import { unixTime } from "../clock.js";
import type { Group, GroupProfile, World } from "../shapes.js";
import type { Content } from "../state/chat.js";
import { newChat } from "../state/chat.js";
import { queue, receive } from "./receive.js";

export function createGroup(world: World, profile: GroupProfile): Group {
  const type = profile.type ?? "group";
  const id = profile.id ?? freeId(world, type);
  const chat = newChat({ id, type, title: profile.title });
  for (const person of profile.members) chat.members.add(person.id);
  world.chats.set(id, chat);
  const group: Group = {
    id,
    kicksBot: (by) => {
      chat.botIsMember = false;
      const from = world.users.get(by.id)!.user;
      return queue(world, {
        my_chat_member: {
          chat: chat.chat,
          from,
          date: unixTime(world.clock),
          old_chat_member: botMember(world, "member"),
          new_chat_member: botMember(world, "kicked"),
        },
      });
    },
    upgrades: () => {
      const successor = createGroup(world, { ...profile, id: freeId(world, "supergroup"), type: "supergroup" });
      chat.migratedTo = successor.id;
      const from = world.users.get(profile.members[0]?.id ?? 0)?.user ?? world.bot;
      receive(world, chat, from, { migrate_to_chat_id: successor.id });
      receive(world, world.chats.get(successor.id)!, from, { migrate_from_chat_id: id });
      return successor;
    },
  };
  return group;
}

/** With privacy mode on, a bot hears commands, replies to itself and its own name in a group, nothing else. */
export function receiveInGroup(world: World, groupId: number, from: User, content: Content): Update | undefined {
  const chat = world.chats.get(groupId);
  if (chat === undefined || !chat.members.has(from.id)) throw new Error(`${from.first_name} is not in ${groupId}`);
  if (chat.botIsMember && heardByBot(world, content)) return receive(world, chat, from, content);
  const message_id = world.nextMessageId();
  chat.messages.set(message_id, { message_id, from, chat: chat.chat, date: unixTime(world.clock), ...content });
  world.changed({ kind: "message", chatId: groupId, messageId: message_id });
  return undefined;
}

function heardByBot(world: World, content: Content): boolean {
  const text = content.text ?? "";
  if (content.reply_to_message?.from?.id === world.bot.id) return true;
  return text.startsWith("/") || text.includes(`@${world.bot.username}`);
}

function botMember(world: World, status: "member" | "kicked"): ChatMember {
  const user = { id: world.bot.id, is_bot: true, first_name: world.bot.first_name, username: world.bot.username };
  return status === "member" ? { user, status } : { user, status, until_date: 0 };
}

/** Basic groups have short negative ids, supergroups begin with -100. */
function freeId(world: World, type: "group" | "supergroup"): number {
  let id = type === "group" ? -4_000_000_001 : -1_002_000_000_001;
  while (world.chats.has(id)) id--;
  return id;
}
