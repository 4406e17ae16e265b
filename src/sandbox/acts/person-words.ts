// The acts of a person that are words and presses.
import type { CallbackQuery, Message, Update } from "grammy/types";
import { unixTime } from "../clock.js";
import type { Person } from "../shapes.js";
import { type Actor, mustReach, speak } from "./actor.js";
import { receiveInGroup } from "./groups.js";
import { findButton } from "./person-keyboard.js";
import { shareContact, shareLocation } from "./person-media.js";
import { unblock } from "./person-standing.js";
import { queue, textContent } from "./receive.js";

type WordVerbs = Pick<
  Person,
  "start" | "opens" | "says" | "presses" | "pressesOn" | "edits" | "deletes" | "repliesTo" | "forwards" | "saysIn"
>;

/** Deep-link payloads are 1–64 of these. */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

const LONGEST_TEXT = 4096;

export function wordVerbs(actor: Actor): WordVerbs {
  const { world, chat, state } = actor;

  const start = (payload?: string): Update => {
    if (payload !== undefined && !PAYLOAD.test(payload)) throw new Error(`"${payload}" is no deep-link payload`);
    if (state.blocked) unblock(actor);
    return speak(actor, textContent(payload === undefined ? "/start" : `/start ${payload}`));
  };
  const opens = (link: string): Update => {
    const url = new URL(link);
    const bot = url.pathname.slice(1);
    if (bot.toLowerCase() !== world.bot.username.toLowerCase()) throw new Error(`${link} does not lead to the bot`);
    return start(url.searchParams.get("start") ?? undefined);
  };
  const pressesOn = (messageId: number, data: string): Update => {
    mustReach(actor);
    const message = chat.messages.get(messageId);
    const callback_query: CallbackQuery = {
      id: world.callbacks.pressed(state.user.id, data),
      from: state.user,
      // A deleted message still comes along, but as an empty shell.
      message: message ?? { chat: chat.chat, message_id: messageId, date: 0 },
      chat_instance: String(chat.chat.id * 1009),
      data,
    };
    return queue(world, { callback_query });
  };

  return {
    start,
    opens,
    pressesOn,
    says: (text, formatting) => {
      if (text.trim() === "") throw new Error("Nobody can send an empty message");
      if (text.length > LONGEST_TEXT) throw new Error("A phone splits so long a text into several messages");
      return speak(actor, { ...textContent(text, formatting), ...forcedReply(actor) });
    },
    presses: (choice) => {
      const pressed = findButton(chat, choice);
      if (pressed.kind === "callback") return pressesOn(pressed.messageId, pressed.data);
      if (pressed.kind === "url") return opens(pressed.url);
      if (chat.replyKeyboard?.one_time_keyboard === true) chat.replyKeyboard = undefined;
      if ("request_contact" in pressed.button && pressed.button.request_contact) return shareContact(actor, "own");
      if ("request_location" in pressed.button && pressed.button.request_location) return shareLocation(actor);
      return speak(actor, textContent(pressed.button.text));
    },
    edits: (messageId, text) => {
      const before = own(actor, messageId);
      const { text: _, entities: __, ...rest } = before;
      const message = { ...rest, ...textContent(text), edit_date: unixTime(world.clock) };
      chat.messages.set(messageId, message);
      world.changed({ kind: "edit", chatId: chat.chat.id, messageId });
      return queue(world, { edited_message: message as NonNullable<Update["edited_message"]> });
    },
    deletes: (messageId) => {
      // The bot is never told.
      if (!chat.messages.delete(messageId)) throw new Error(`There is no message ${messageId} to delete`);
      world.changed({ kind: "delete", chatId: chat.chat.id, messageId });
    },
    repliesTo: (messageId, text) => {
      const target = chat.messages.get(messageId);
      if (target === undefined) throw new Error(`There is no message ${messageId} to reply to`);
      const { reply_to_message: _, ...reply } = target;
      return speak(actor, {
        ...textContent(text),
        reply_to_message: reply as NonNullable<Message["reply_to_message"]>,
      });
    },
    forwards: (text) =>
      speak(actor, {
        ...textContent(text),
        forward_origin: { type: "hidden_user", sender_user_name: "Tetangga", date: unixTime(world.clock) - 60 },
      }),
    saysIn: (group, text) => receiveInGroup(world, group.id, state.user, textContent(text)),
  };
}

/** A phone answers a forced reply by quoting it, whatever is typed. */
function forcedReply({ chat }: Actor): Pick<Message, "reply_to_message"> {
  const newest = [...chat.messages.values()].at(-1);
  const markup = newest === undefined ? undefined : chat.markups.get(newest.message_id);
  if (newest === undefined || markup === undefined || !("force_reply" in markup)) return {};
  return { reply_to_message: newest as NonNullable<Message["reply_to_message"]> };
}

function own({ chat, state }: Actor, messageId: number): Message {
  const message = chat.messages.get(messageId);
  if (message === undefined || message.from?.id !== state.user.id) {
    throw new Error(`${state.user.first_name} has no message ${messageId} to edit`);
  }
  return message;
}
