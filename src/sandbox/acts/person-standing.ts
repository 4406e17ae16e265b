// How a person stands to the bot: blocking, unblocking, an account that is gone.
import type { ChatMember, Update } from "grammy/types";
import { unixTime } from "../clock.js";
import type { Person } from "../shapes.js";
import type { Actor } from "./actor.js";
import { queue } from "./receive.js";

export function standingVerbs(actor: Actor): Pick<Person, "blocks" | "unblocks" | "deactivates"> {
  const { world, state } = actor;
  return {
    blocks: () => {
      if (state.blocked) throw new Error(`${state.user.first_name} has blocked the bot already`);
      state.blocked = true;
      return membershipUpdate(actor, "member", "kicked");
    },
    unblocks: () => unblock(actor),
    deactivates: () => {
      // Telegram tells the bot nothing; it finds out when it writes.
      state.deactivated = true;
      world.changed({ kind: "person", chatId: state.user.id });
    },
  };
}

export function unblock(actor: Actor): Update {
  if (!actor.state.blocked) throw new Error(`${actor.state.user.first_name} has not blocked the bot`);
  actor.state.blocked = false;
  return membershipUpdate(actor, "kicked", "member");
}

function membershipUpdate(actor: Actor, from: "member" | "kicked", to: "member" | "kicked"): Update {
  const { world, chat, state } = actor;
  world.changed({ kind: "person", chatId: state.user.id });
  const member = (status: "member" | "kicked"): ChatMember =>
    status === "member" ? { user: botUser(actor), status } : { user: botUser(actor), status, until_date: 0 };
  return queue(world, {
    my_chat_member: {
      chat: chat.chat,
      from: state.user,
      date: unixTime(world.clock),
      old_chat_member: member(from),
      new_chat_member: member(to),
    },
  });
}

function botUser({ world }: Actor) {
  return { id: world.bot.id, is_bot: true, first_name: world.bot.first_name, username: world.bot.username };
}
