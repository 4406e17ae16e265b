// The command menu and the bot's own texts.
import { expect, it } from "vitest";
import { accepted, call, refusal, stillWorld } from "../support.js";

const help = (description: string) => [{ command: "bantuan", description }];

it("a person's menu is the nearest list that is set: own chat, private chats, default; own language first", () => {
  const { world, siti } = stillWorld();
  const amy = world.person({ first_name: "Amy", language_code: "en" });
  const set = (description: string, more: object = {}) =>
    accepted(call(world, "setMyCommands", { commands: help(description), ...more }));
  const menus = () => [siti.menu()[0]?.description, amy.menu()[0]?.description];

  expect(menus()).toEqual([undefined, undefined]);
  set("default");
  expect(menus()).toEqual(["default", "default"]);
  set("help", { language_code: "en" });
  expect(menus()).toEqual(["default", "help"]);
  set("pribadi", { scope: { type: "all_private_chats" } });
  expect(menus()).toEqual(["pribadi", "pribadi"]);
  set("pelatih", { scope: { type: "chat", chat_id: siti.id } });
  expect(menus()).toEqual(["pelatih", "pribadi"]);
  accepted(call(world, "deleteMyCommands", { scope: { type: "chat", chat_id: siti.id } }));
  expect(menus()).toEqual(["pribadi", "pribadi"]);
  expect(accepted(call(world, "getMyCommands"))).toEqual(help("default"));
});

it.each([
  [{ commands: [{ command: "Bantuan", description: "x" }] }, "BOT_COMMAND_INVALID"],
  [{ commands: [{ command: "bantuan", description: "" }] }, "BOT_COMMAND_DESCRIPTION_INVALID"],
  [{ commands: Array(101).fill(help("x")[0]) }, "BOT_COMMANDS_TOO_MUCH"],
  [{}, "can't parse commands JSON object"],
  [{ commands: [], language_code: "indonesia" }, "invalid language_code specified"],
  [{ commands: [], scope: { type: "everyone" } }, "can't parse BotCommandScope: Unsupported type specified"],
])("setMyCommands %j is refused", (params, sentence) => {
  const { world } = stillWorld();
  expect(refusal(call(world, "setMyCommands", params))).toBe(`400 Bad Request: ${sentence}`);
});

it("name, descriptions and menu button are kept", () => {
  const { world, siti } = stillWorld();
  accepted(call(world, "setMyName", { name: "Bimtek" }));
  accepted(call(world, "setMyDescription", { description: "Training", language_code: "en" }));
  expect(accepted(call(world, "getMyName"))).toEqual({ name: "Bimtek" });
  expect(accepted(call(world, "getMyDescription", { language_code: "en" }))).toEqual({ description: "Training" });
  expect(accepted(call(world, "getMyDescription"))).toEqual({ description: "" });
  const long = call(world, "setMyShortDescription", { short_description: "x".repeat(121) });
  expect(refusal(long)).toBe("400 Bad Request: bot short description is too long");
  accepted(call(world, "setChatMenuButton", { menu_button: { type: "commands" } }));
  expect(accepted(call(world, "getChatMenuButton", { chat_id: siti.id }))).toEqual({ type: "commands" });
});
