// Writes down what is said in the sandbox as it is said: new messages, edits and what the phone shows in passing.
import type { Message } from "grammy/types";
import { isInline, type ReplyMarkup } from "../../../src/sandbox/methods/messages/keyboards.js";
import type { World } from "../../../src/sandbox/shapes.js";
import { summaryOf } from "../../../src/sandbox/text/message-summary.js";

export interface Talk {
  /**
   * Puts what is said meanwhile in the order of the receivers: posts leave two at a time, and who of several people gets theirs
   * first is chance. What one person gets keeps its order.
   */
  inOrderOfReceivers(work: () => Promise<unknown>): Promise<void>;
  /** What was said since this was last asked, a blank line between turns. */
  sinceLast(): string;
}

export function recordTalk(world: World): Talk {
  const lines: { chatId: number; text: string }[] = [];
  world.onChange(({ kind, chatId, messageId }) => {
    if ((kind !== "message" && kind !== "edit") || chatId === undefined || messageId === undefined) return;
    const chat = world.chats.get(chatId);
    const message = chat?.messages.get(messageId);
    if (chat === undefined || message === undefined) return;
    lines.push({ chatId, text: line(world, message, chat.markups.get(messageId), kind === "edit") });
  });
  return {
    async inOrderOfReceivers(work) {
      const from = lines.length;
      await work();
      lines.push(...lines.splice(from).sort((a, b) => a.chatId - b.chatId));
    },
    sinceLast: () =>
      lines
        .splice(0)
        .map(({ text }) => text)
        .join("\n"),
  };
}

function line(world: World, message: Message, markup: ReplyMarkup | undefined, edited: boolean): string {
  const person = world.users.get(message.chat.id)?.user.first_name ?? String(message.chat.id);
  const fromBot = message.from?.id === world.bot.id;
  const who = fromBot ? `Bot ${edited ? "✎" : "→"} ${person}` : `${person}${edited ? " ✎" : ""}`;
  return `${who}: ${summaryOf(message).replaceAll("\n", "\n    ")}${fromBot ? buttons(message, markup) : ""}`;
}

function buttons(message: Message, markup: ReplyMarkup | undefined): string {
  const inline = message.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];
  const own =
    markup !== undefined && !isInline(markup) && "keyboard" in markup
      ? markup.keyboard.map((row) => row.map((button) => (typeof button === "string" ? button : button.text)))
      : inline;
  return own.map((row) => `\n    ${row.map((text) => `[${text}]`).join(" ")}`).join("");
}
