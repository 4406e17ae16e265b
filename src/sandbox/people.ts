import { visibleButtons } from "./acts/person-keyboard.js";
import { mediaVerbs } from "./acts/person-media.js";
import { standingVerbs } from "./acts/person-standing.js";
import { wordVerbs } from "./acts/person-words.js";
import { commandsFor } from "./methods/commands.js";
import type { Person, PersonProfile, World } from "./shapes.js";
import type { SandboxUser } from "./state/chat.js";
import { newChat } from "./state/chat.js";

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
