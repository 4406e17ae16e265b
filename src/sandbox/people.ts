// What people do on their phones; each act becomes a true update for the bot.
import type { BotCommand, Message, MessageEntity, ReplyKeyboardMarkup, Update } from "grammy/types";
import type { Group } from "./acts/groups.js";
import { type ButtonChoice, visibleButtons } from "./acts/person-keyboard.js";
import { mediaVerbs } from "./acts/person-media.js";
import { standingVerbs } from "./acts/person-standing.js";
import { wordVerbs } from "./acts/person-words.js";
import { commandsFor } from "./methods/commands.js";
import type { CallbackAnswer } from "./state/callbacks.js";
import type { SandboxUser } from "./state/chats.js";
import { newChat } from "./state/chats.js";
import type { World } from "./world.js";

export interface PersonProfile {
  id?: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  phone?: string;
}

export interface PhotoArgs {
  caption?: string;
  formatting?: readonly MessageEntity[];
  bytes?: Uint8Array;
  fileUniqueId?: string;
  /** Pretends to be this large without holding the bytes. */
  size?: number;
}

export interface DocumentArgs {
  name: string;
  mime: string;
  bytes: Uint8Array;
  caption?: string;
  /** Pretends to be this large without holding the bytes. */
  size?: number;
}

/** Whose card is shared: one's own unless another is given. */
export type ContactArgs = "own" | { phone: string; user_id?: number; first_name?: string };

export interface Person {
  readonly id: number;
  readonly name: string;
  /** Presses Start, by itself or through a deep link with a payload; unblocks the bot when it was blocked. */
  start(payload?: string): Update;
  /** Follows a link like https://t.me/<bot>?start=<payload>. */
  opens(link: string): Update;
  /** With the formatting given to it on the phone. */
  says(text: string, formatting?: readonly MessageEntity[]): Update;
  /** Presses the newest button with these words or data: inline, or under the input field. */
  presses(choice: ButtonChoice): Update;
  /** Presses a button that may be gone by now, as an old screen can. */
  pressesOn(messageId: number, data: string): Update;
  sharesContact(contact?: ContactArgs): Update;
  sendsPhoto(photo?: PhotoArgs): Update;
  sendsAlbum(photos: readonly PhotoArgs[]): Update[];
  sendsDocument(document: DocumentArgs): Update;
  sendsVoice(seconds?: number): Update;
  sendsLocation(latitude?: number, longitude?: number): Update;
  sendsSticker(): Update;
  edits(messageId: number, text: string): Update;
  deletes(messageId: number): void;
  repliesTo(messageId: number, text: string): Update;
  forwards(text: string): Update;
  saysIn(group: Group, text: string): Update | undefined;
  blocks(): Update;
  unblocks(): Update;
  deactivates(): void;
  /** Messages of the private chat, oldest first, both directions. */
  chat(): Message[];
  lastMessage(): Message | undefined;
  /** The bot's messages only, oldest first. */
  received(): Message[];
  unread(): number;
  markRead(): void;
  /** The reply keyboard under the input field. */
  keyboard(): ReplyKeyboardMarkup | undefined;
  /** The words on every button that can be pressed now, newest message first. */
  buttons(): string[];
  /** Toasts and alerts that answered this person's presses, oldest first. */
  answers(): CallbackAnswer[];
  /** The command menu as this person sees it. */
  menu(): readonly BotCommand[];
}

/** The first id lies beyond 32 bits, as ids of today do. */
const FIRST_ID = 7_100_000_001;

export function createPerson(world: World, profile: PersonProfile): Person {
  const id = profile.id ?? freeId(world);
  if (world.people.has(id)) throw new Error(`There is a person ${id} already`);
  const { phone, id: _, ...names } = profile;
  const state: SandboxUser = {
    user: { id, is_bot: false, ...names },
    phone: phone ?? `+62855${String(id % 100_000_000).padStart(8, "0")}`,
    started: false,
    blocked: false,
    deactivated: false,
  };
  const { language_code: __, ...chatNames } = names;
  const chat = newChat({ id, type: "private", ...chatNames });
  world.users.set(id, state);
  world.chats.set(id, chat);

  const actor = { world, chat, state };
  const person: Person = {
    id,
    name: profile.last_name === undefined ? profile.first_name : `${profile.first_name} ${profile.last_name}`,
    ...wordVerbs(actor),
    ...mediaVerbs(actor),
    ...standingVerbs(actor),
    chat: () => [...chat.messages.values()],
    lastMessage: () => [...chat.messages.values()].at(-1),
    received: () => [...chat.messages.values()].filter((message) => message.from?.id === world.bot.id),
    unread: () =>
      [...chat.messages.values()].filter(
        (message) => message.message_id > chat.readUpTo && message.from?.id === world.bot.id,
      ).length,
    markRead: () => {
      chat.readUpTo = Math.max(chat.readUpTo, ...chat.messages.keys());
      world.changed({ kind: "read", chatId: id });
    },
    keyboard: () => chat.replyKeyboard,
    buttons: () => visibleButtons(chat),
    answers: () => world.callbacks.answers.filter((answer) => answer.userId === id),
    menu: () => commandsFor(world, id, state.user.language_code),
  };
  world.people.set(id, person);
  world.changed({ kind: "person", chatId: id });
  return person;
}

function freeId(world: World): number {
  let id = FIRST_ID + world.people.size;
  while (world.people.has(id)) id++;
  return id;
}
