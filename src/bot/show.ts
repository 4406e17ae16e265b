// Puts a message on the screen: in place of the one whose button was pressed, or below.
import { type Context, GrammyError, InputFile } from "grammy";
import type { Message } from "../domain/message.js";
import { toEntities, toInlineKeyboard, toReplyMarkup } from "../delivery/to-telegram.js";

/** Shows it in place of the pressed message where that is possible, so that old buttons do not pile up; else sends it. */
export async function show(ctx: Context, message: Message): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  const canReplace =
    pressed !== undefined && "text" in pressed && message.keyboard === undefined && message.attachment === undefined;
  if (!canReplace) return send(ctx, message);
  try {
    await ctx.editMessageText(message.text, {
      entities: toEntities(message.marks),
      ...(message.buttons && { reply_markup: toInlineKeyboard(message.buttons) }),
    });
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    // Pressed twice: it shows what it should already.
    if (error.description.includes("message is not modified")) return;
    // Too old to be changed, or deleted by the person: say it below instead.
    await send(ctx, message);
  }
}

/** Sends it below everything else. */
export async function send(ctx: Context, message: Message): Promise<void> {
  const { attachment } = message;
  const markup = toReplyMarkup(message);
  const options = markup === undefined ? {} : { reply_markup: markup };
  if (attachment === undefined) {
    await ctx.reply(message.text, { entities: toEntities(message.marks), ...options });
    return;
  }
  const file = "fileId" in attachment ? attachment.fileId : new InputFile(Buffer.from(attachment.base64, "base64"), attachment.name);
  const caption = { caption: message.text, caption_entities: toEntities(message.marks), ...options };
  if (attachment.kind === "photo") await ctx.replyWithPhoto(file, caption);
  else await ctx.replyWithDocument(file, caption);
}
