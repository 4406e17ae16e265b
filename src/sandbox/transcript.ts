// All chats of a world as readable text: what walk tests compare and what people read first.
import type { Message } from "grammy/types";
import { isInline, type ReplyMarkup } from "./methods/messages/keyboards.js";
import type { World } from "./shapes.js";
import { summaryOf } from "./text/message-summary.js";

/** Names by user id, where others than first names are wanted. */
export type Names = ReadonlyMap<number, string> | Readonly<Record<number, string>>;

/**
 * Every message of every chat in the order in which they were sent:
 *
 *   Siti: /start abc
 *   Bot → Siti: Selamat datang! [Ya, saya setuju] [Tidak]
 *
 * A longer text goes on below, indented. Buttons stand as they are now: edited messages read as edited.
 */
export function transcript(world: World, names: Names = {}): string {
  const lines: { id: number; text: string }[] = [];
  for (const chat of world.chats.values()) {
    for (const message of chat.messages.values()) {
      const text = line(world, message, chat.markups.get(message.message_id), names);
      lines.push({ id: message.message_id, text });
    }
  }
  return lines
    .sort((a, b) => a.id - b.id)
    .map(({ text }) => text)
    .join("\n");
}

function line(world: World, message: Message, markup: ReplyMarkup | undefined, names: Names): string {
  const fromBot = message.from?.id === world.bot.id;
  const place = message.chat.type === "private" ? nameOf(world, message.chat.id, names) : message.chat.title;
  const speaker = nameOf(world, message.from?.id ?? 0, names);
  const who = fromBot ? `Bot → ${place}` : message.chat.type === "private" ? speaker : `${speaker} in ${place}`;
  const edited = message.edit_date === undefined ? "" : " (edited)";
  return `${who}${edited}: ${summaryOf(message).replaceAll("\n", "\n    ")}${buttons(message, markup)}`;
}

function buttons(message: Message, markup: ReplyMarkup | undefined): string {
  const inline = message.reply_markup?.inline_keyboard ?? [];
  const rows =
    markup !== undefined && !isInline(markup) && "keyboard" in markup
      ? markup.keyboard.map((row) => row.map((button) => (typeof button === "string" ? button : button.text)))
      : inline.map((row) => row.map((button) => button.text));
  return rows.map((row) => `\n    ${row.map((text) => `[${text}]`).join(" ")}`).join("");
}

function nameOf(world: World, id: number, names: Names): string {
  const given = names instanceof Map ? names.get(id) : (names as Readonly<Record<number, string>>)[id];
  return given ?? world.users.get(id)?.user.first_name ?? String(id);
}
