// Puts a message on the screen: in place of the one whose button was pressed, or below.
import { type Context, GrammyError } from "grammy";
import { callTelegram, toTelegram } from "../delivery/to-telegram.js";
import type { Message } from "../domain/message.js";

/** Shows it in place of the pressed message where that is possible, so that old buttons do not pile up; else sends it. */
export async function show(ctx: Context, message: Message): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  const canReplace =
    pressed !== undefined && "text" in pressed && message.keyboard === undefined && message.attachment === undefined;
  if (!canReplace) return send(ctx, message);
  const { method, payload } = toTelegram(pressed.chat.id, message);
  if (method !== "sendMessage") return send(ctx, message);
  const { reply_markup: markup, ...rest } = payload;
  try {
    await ctx.api.raw.editMessageText({
      ...rest,
      message_id: pressed.message_id,
      ...(markup !== undefined && "inline_keyboard" in markup && { reply_markup: markup }),
    });
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    // Pressed twice: it shows what it should already.
    if (error.description.includes("message is not modified")) return;
    // Too old to be changed, or deleted by the person: say it below instead.
    await send(ctx, message);
  }
}

/**
 * Sends it below everything else, in place of the message whose button was pressed: that one loses its buttons. They go first, so
 * that an update handled again after a crash between the two says it once.
 */
export async function showBelow(ctx: Context, message: Message): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  if (pressed !== undefined) {
    try {
      await ctx.api.raw.editMessageReplyMarkup({ chat_id: pressed.chat.id, message_id: pressed.message_id });
    } catch (error) {
      // Gone already, with the message or when this was handled before; or too old to be changed.
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    }
  }
  await send(ctx, message);
}

/** Sends it below everything else. */
export async function send(ctx: Context, message: Message): Promise<void> {
  if (ctx.chatId === undefined) throw new Error("Nobody to answer: the update has no chat.");
  await callTelegram(ctx.api, toTelegram(ctx.chatId, message));
}
