// What the control door tells about the world: people with their unread marks, and one person's chat.
import type { Message, ReplyKeyboardMarkup } from "grammy/types";
import { isMovable } from "../clock.js";
import type { Person, World } from "../shapes.js";
import type { CallbackAnswer } from "../state/callbacks.js";
import { summaryOf } from "../text/message-summary.js";

export interface PersonView {
  readonly id: number;
  readonly name: string;
  readonly username?: string;
  readonly language_code?: string;
  readonly started: boolean;
  readonly blocked: boolean;
  readonly deactivated: boolean;
  readonly unread: number;
  readonly last?: { readonly text: string; readonly date: number; readonly fromBot: boolean };
}

export interface StateView {
  readonly now: Date;
  readonly clockMovable: boolean;
  readonly bot: { readonly id: number; readonly name: string; readonly username: string; readonly description: string };
  readonly people: readonly PersonView[];
  readonly pendingUpdates: number;
  readonly ledgerLength: number;
  readonly unknownMethods: readonly string[];
}

export interface ChatView {
  readonly person: PersonView;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Emoji that the bot reacted with, by message id. */
  readonly reactions: Readonly<Record<number, readonly string[]>>;
  readonly pinned: readonly number[];
  readonly keyboard?: ReplyKeyboardMarkup;
  /** Placeholder of a forced reply, when the newest message asks for one. */
  readonly forceReply?: { readonly placeholder?: string };
  /** Toasts and alerts that this person saw, oldest first. */
  readonly answers: readonly CallbackAnswer[];
  readonly action?: { readonly action: string; readonly at: Date };
  readonly menu: readonly { readonly command: string; readonly description: string }[];
}

export function stateView(world: World): StateView {
  return {
    now: world.clock.now(),
    clockMovable: isMovable(world.clock),
    bot: {
      id: world.bot.id,
      name: world.botTexts.get("")?.name ?? world.bot.first_name,
      username: world.bot.username,
      description: world.botTexts.get("")?.description ?? "",
    },
    people: [...world.people.values()].map((person) => personView(world, person)),
    pendingUpdates: world.updates.size,
    ledgerLength: world.ledger.length,
    unknownMethods: world.unknownMethods,
  };
}

export function personView(world: World, person: Person): PersonView {
  const { user, started, blocked, deactivated } = world.users.get(person.id)!;
  const last = person.lastMessage();
  return {
    id: person.id,
    name: person.name,
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.language_code === undefined ? {} : { language_code: user.language_code }),
    started,
    blocked,
    deactivated,
    unread: person.unread(),
    ...(last === undefined
      ? {}
      : {
          last: {
            text: summaryOf(last),
            date: last.date,
            fromBot: last.from?.id === world.bot.id,
          },
        }),
  };
}

export function chatView(world: World, person: Person): ChatView {
  const chat = world.chats.get(person.id)!;
  const keyboard = person.keyboard();
  const newest = person.lastMessage();
  const markup = newest === undefined ? undefined : chat.markups.get(newest.message_id);
  return {
    person: personView(world, person),
    messages: person.chat(),
    reactions: Object.fromEntries(chat.reactions),
    pinned: chat.pinned,
    ...(keyboard === undefined ? {} : { keyboard }),
    ...(markup !== undefined && "force_reply" in markup
      ? {
          forceReply:
            "input_field_placeholder" in markup && markup.input_field_placeholder !== undefined
              ? { placeholder: markup.input_field_placeholder }
              : {},
        }
      : {}),
    answers: person.answers(),
    ...(chat.lastAction === undefined ? {} : { action: chat.lastAction }),
    menu: person.menu(),
  };
}
