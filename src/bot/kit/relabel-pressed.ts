// Gives the pressed button another label and leaves everything else of its message as it is, file and other buttons included.
import { GrammyError } from "grammy";
import type { BotContext } from "../context.js";

/** False where it says so already, or the message cannot be changed: then something has to be said instead. */
export async function relabelPressed(ctx: BotContext, label: string): Promise<boolean> {
  const { message, data } = ctx.callbackQuery ?? {};
  const rows = message !== undefined && "reply_markup" in message ? message.reply_markup?.inline_keyboard : undefined;
  if (message === undefined || rows === undefined) return false;
  const isPressed = (button: (typeof rows)[number][number]) =>
    "callback_data" in button && button.callback_data === data;
  if (rows.flat().some((button) => isPressed(button) && button.text === label)) return false;
  const inline_keyboard = rows.map((row) => row.map((one) => (isPressed(one) ? { ...one, text: label } : one)));
  try {
    const { chat, message_id } = message;
    await ctx.api.raw.editMessageReplyMarkup({ chat_id: chat.id, message_id, reply_markup: { inline_keyboard } });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return /message is not modified/i.test(error.description);
  }
}
