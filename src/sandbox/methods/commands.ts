// Commands, menu button, name and descriptions of the bot.
import type { BotCommand, MenuButton } from "grammy/types";
import type { BotTexts, World } from "../shapes.js";
import { findChat } from "../state/chats.js";
import { badRequest } from "./errors.js";
import { arrayField, integerField, isObject, objectField, type Params, stringField } from "./fields.js";
import type { Handlers } from "./handler.js";

export const commandMethods = {
  setMyCommands: ({ world, params }) => {
    const list = arrayField(params, "commands") ?? badRequest("can't parse commands JSON object");
    if (list.length > 100) badRequest("BOT_COMMANDS_TOO_MUCH");
    world.commands.set(scopeKey(world, params), list.map(readCommand));
    world.changed({ kind: "commands" });
    return true;
  },
  getMyCommands: ({ world, params }) => [...(world.commands.get(scopeKey(world, params)) ?? [])],
  deleteMyCommands: ({ world, params }) => {
    world.commands.delete(scopeKey(world, params));
    world.changed({ kind: "commands" });
    return true;
  },
  setMyName: ({ world, params }) => setText(world, params, "name", "name", 64),
  getMyName: ({ world, params }) => ({ name: textsOf(world, params).name }),
  setMyDescription: ({ world, params }) => setText(world, params, "description", "description", 512),
  getMyDescription: ({ world, params }) => ({ description: textsOf(world, params).description }),
  setMyShortDescription: ({ world, params }) => setText(world, params, "short_description", "shortDescription", 120),
  getMyShortDescription: ({ world, params }) => ({ short_description: textsOf(world, params).shortDescription }),
  setChatMenuButton: ({ world, params }) => {
    const button = objectField(params, "menu_button") ?? { type: "default" };
    const { type } = button;
    if (type !== "commands" && type !== "default" && type !== "web_app") badRequest("MenuButton has unsupported type");
    const chatId = integerField(params, "chat_id");
    if (chatId !== undefined) findChat(world, chatId);
    world.menuButtons.set(chatId ?? 0, { ...button } as unknown as MenuButton);
    world.changed({ kind: "commands" });
    return true;
  },
  getChatMenuButton: ({ world, params }) =>
    world.menuButtons.get(integerField(params, "chat_id") ?? 0) ?? world.menuButtons.get(0) ?? { type: "default" },
} satisfies Handlers;

/** The list that a person sees in the private chat: the first that is set, nearest scope and language first. */
export function commandsFor(world: World, userId: number, language: string | undefined): readonly BotCommand[] {
  const languages = language === undefined ? [""] : [language.slice(0, 2), ""];
  for (const scope of [`chat:${userId}`, "all_private_chats", "default"]) {
    for (const code of languages) {
      const commands = world.commands.get(`${scope}/${code}`);
      if (commands !== undefined) return commands;
    }
  }
  return [];
}

function scopeKey(world: World, params: Params): string {
  const scope = objectField(params, "scope") ?? { type: "default" };
  const language = languageField(params);
  switch (scope.type) {
    case "default":
    case "all_private_chats":
    case "all_group_chats":
    case "all_chat_administrators":
      return `${scope.type}/${language}`;
    case "chat":
    case "chat_administrators":
      return `${scope.type}:${findChat(world, scope.chat_id).chat.id}/${language}`;
    case "chat_member":
      return `chat_member:${findChat(world, scope.chat_id).chat.id}:${integerField(scope, "user_id")}/${language}`;
    default:
      return badRequest("can't parse BotCommandScope: Unsupported type specified");
  }
}

function languageField(params: Params): string {
  const language = stringField(params, "language_code") ?? "";
  if (!/^([a-z]{2})?$/.test(language)) badRequest("invalid language_code specified");
  return language;
}

function readCommand(value: unknown): BotCommand {
  if (!isObject(value)) return badRequest("expected an Object as BotCommand");
  const { command, description } = value;
  if (typeof command !== "string" || typeof description !== "string") {
    return badRequest("can't parse BotCommand: fields must be of type String");
  }
  if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) badRequest("BOT_COMMAND_INVALID");
  if (description.length < 1 || description.length > 256) badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  return { command: command.replace(/^\//, ""), description };
}

function textsOf(world: World, params: Params): BotTexts {
  const own = world.botTexts.get(languageField(params)) ?? world.botTexts.get("");
  return own ?? { name: world.bot.first_name, description: "", shortDescription: "" };
}

function setText(world: World, params: Params, field: string, key: keyof BotTexts, most: number): true {
  const text = stringField(params, field) ?? "";
  if (text.length > most) badRequest(`bot ${field.replace("_", " ")} is too long`);
  world.botTexts.set(languageField(params), { ...textsOf(world, params), [key]: text });
  return true;
}
