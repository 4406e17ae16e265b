// Finds the button that a person presses: on a message, or under the input field.
import type { KeyboardButton } from "grammy/types";
import type { SandboxChat } from "../state/chat.js";

export type ButtonChoice = string | RegExp | { readonly data: string };

export type Pressed =
  | { readonly kind: "callback"; readonly messageId: number; readonly data: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "reply"; readonly button: Exclude<KeyboardButton, string> };

/** The newest button that fits; throws with what there is when none does. */
export function findButton(chat: SandboxChat, choice: ButtonChoice): Pressed {
  for (const message of [...chat.messages.values()].reverse()) {
    for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
      const data = "callback_data" in button ? button.callback_data : undefined;
      if (!fits(choice, button.text, data)) continue;
      if (data !== undefined) return { kind: "callback", messageId: message.message_id, data };
      if ("url" in button) return { kind: "url", url: button.url };
      throw new Error(`The button "${button.text}" of message ${message.message_id} sends nothing to the bot`);
    }
  }
  for (const button of chat.replyKeyboard?.keyboard.flat() ?? []) {
    const known = typeof button === "string" ? { text: button } : button;
    if (fits(choice, known.text, undefined)) return { kind: "reply", button: known };
  }
  const wanted = typeof choice === "object" && "data" in choice ? choice.data : String(choice);
  throw new Error(`There is no button "${wanted}" to press. There are: ${visibleButtons(chat).join(", ") || "none"}`);
}

/** The words on all buttons that can be pressed, newest message first. */
export function visibleButtons(chat: SandboxChat): string[] {
  const inline = [...chat.messages.values()]
    .reverse()
    .flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
    .map((button) => `[${button.text}]`);
  const reply = (chat.replyKeyboard?.keyboard.flat() ?? []).map((button) =>
    typeof button === "string" ? `[${button}]` : `[${button.text}]`,
  );
  return [...inline, ...reply];
}

function fits(choice: ButtonChoice, text: string, data: string | undefined): boolean {
  if (typeof choice === "string") return text === choice;
  if (choice instanceof RegExp) return choice.test(text);
  return data === choice.data;
}
