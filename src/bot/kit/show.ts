// Puts a message on the screen: in place of the one whose button was pressed, or below. The one door of all that the bot replies.
import { GrammyError } from "grammy";
import { callTelegram, toTelegram } from "../../delivery/telegram/to-telegram.js";
import { action } from "../../domain/messages/action.js";
import type { Album, Attachment, Message } from "../../domain/messages/message.js";
import { boundsFault } from "../../domain/messages/message-bounds.js";
import { isQuiet } from "../../domain/people/pause.js";
import { isKnown } from "../../domain/people/person.js";
import type { ProgressShown } from "../../ports/queue/taps.js";
import { withoutCheer } from "../../texts/without-cheer.js";
import { leaveBoard } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";

/** What became of it. */
export interface Shown {
  messageId: number;
  /** In Telegram's seconds, when it took the place of another; null where it is a message of its own. */
  editedAt: number | null;
  /** Telegram refused it, and something plain stands in its place. */
  refused: boolean;
}

/** `{ in }`: in place of that message of ours, which stands below the pressed one; the pressed one loses its buttons. */
export type Place = "in place" | "below" | "sent" | { in: number };

/** Shows it in place of the pressed message where that is possible, so that old buttons do not pile up; else sends it. */
export async function show(ctx: BotContext, message: Message): Promise<void> {
  if (!ctx.restOfAlbum) await present(ctx, [message], "in place");
}

/** Sends it below everything else. */
export async function send(ctx: BotContext, message: Message): Promise<void> {
  if (!ctx.restOfAlbum) await present(ctx, [message], "sent");
}

/**
 * The last of these messages is the screen, with its buttons; those before it are sent above it. What Telegram refuses to show (too
 * long, too many buttons, …) is never the end: `instead`, or the way to the menu, stands in its place.
 */
export async function present(ctx: BotContext, messages: Message[], how: Place, instead?: Message): Promise<Shown> {
  const screen = messages.at(-1);
  if (screen === undefined) throw new Error("Nothing to show.");
  const progress = await ctx.progress?.end();
  const isThere = progress?.isOver === true;
  const place = progress === null || progress === undefined ? how : placeOf(ctx, progress, how);
  try {
    for (const message of isThere ? [] : messages.slice(0, -1)) await put(ctx, message, "sent");
    const shown = await put(ctx, screen, place);
    // A file takes no message's place: what said how far it is must not go on saying so.
    const { messageId = null } = progress ?? {};
    if (messageId !== null && screen.attachment !== undefined)
      await change(ctx, messageId, ctx.texts.roster.progress.below());
    await ctx.progress?.answered();
    return shown;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    ctx.report(error);
    return { ...(await put(ctx, instead ?? wayOut(ctx), place === how ? "sent" : place)), refused: true };
  }
}

/** What showed how far it is becomes the answer. */
function placeOf({ callbackQuery }: BotContext, { messageId }: ProgressShown, how: Place): Place {
  if (messageId === null) return how;
  return callbackQuery?.message?.message_id === messageId ? "in place" : { in: messageId };
}

/** Telegram would refuse it, so nobody asks: what goes beyond which bound stands in the name, never the text itself. */
class BoundsError extends Error {
  override readonly name = "BoundsError";
}

async function put(ctx: BotContext, message: Message, how: Place): Promise<Shown> {
  const fault = boundsFault(message);
  if (fault !== null) throw new BoundsError(`${fault.bound} ${fault.over} over`);
  const away = await putKeyboardAway(ctx, inTone(ctx, message));
  if (how === "below" || typeof how === "object") await takeButtonsAway(ctx);
  if (how === "in place" || typeof how === "object") {
    const shown = await putInPlace(ctx, away, typeof how === "object" ? how.in : undefined);
    if (shown !== null) return shown;
  }
  if (ctx.chatId === undefined) throw new Error("Nobody to answer: the update has no chat.");
  const messageId = await callTelegram(ctx.api, toTelegram(ctx.chatId, away));
  if (away.keyboard !== undefined) await noteKeyboard(ctx, away.keyboard !== "remove");
  return { messageId, editedAt: null, refused: false };
}

/** Nothing cheerful is said to somebody in mourning. */
function inTone({ actor, world }: BotContext, message: Message): Message {
  return isKnown(actor) && isQuiet(actor.person, world.clock.now()) ? withoutCheer(message) : message;
}

/** Null where it cannot take that place. `other`: of another message of ours than the one whose button was pressed. */
async function putInPlace(ctx: BotContext, message: Message, other?: number): Promise<Shown | null> {
  const pressed = ctx.callbackQuery?.message;
  const messageId = other ?? (pressed !== undefined && "text" in pressed ? pressed.message_id : undefined);
  if (messageId === undefined || ctx.chatId === undefined) return null;
  if (message.keyboard !== undefined || message.attachment !== undefined) return null;
  const { method, payload } = toTelegram(ctx.chatId, message);
  if (method !== "sendMessage") return null;
  const { reply_markup: markup, ...rest } = payload;
  // Before it changes: else the board that stood there could be written over this page.
  if (ctx.actor.roles.length > 0) await leaveBoard(ctx.world, ctx.chatId, messageId);
  try {
    const edited = await ctx.api.raw.editMessageText({
      ...rest,
      message_id: messageId,
      ...(markup !== undefined && "inline_keyboard" in markup && { reply_markup: markup }),
    });
    const editedAt = edited === true ? undefined : edited.edit_date;
    return { messageId, editedAt: editedAt ?? secondOf(ctx), refused: false };
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // Pressed twice, or handled again: it shows what it should already. Since when is not known, so nothing sent until now was about it.
    if (error.description.includes("message is not modified")) {
      return { messageId, editedAt: secondOf(ctx), refused: false };
    }
    // Too old to be changed, or deleted by the person: say it below instead.
    return null;
  }
}

const secondOf = ({ world }: BotContext) => Math.floor(world.clock.now().getTime() / 1000);

/** Changes one of our own messages; one that cannot be changed any more stays as it is. */
export async function change(ctx: BotContext, messageId: number, message: Message): Promise<void> {
  if (ctx.chatId === undefined || message.keyboard !== undefined || message.attachment !== undefined) return;
  const { method, payload } = toTelegram(ctx.chatId, inTone(ctx, message));
  if (method !== "sendMessage" || boundsFault(message) !== null) return;
  const { reply_markup: markup, ...rest } = payload;
  const buttons = markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {};
  try {
    await ctx.api.raw.editMessageText({ ...rest, message_id: messageId, ...buttons });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/**
 * Files that people sent, above a screen that is still to come. Telegram refuses an album whole for one file that it has no longer, so
 * its files are sent one by one then. Returns how many it would not show.
 */
export async function sendFiles(
  ctx: BotContext,
  messages: readonly (Message & { attachment: Attachment | Album })[],
): Promise<number> {
  let refused = 0;
  for (const message of messages) {
    const { attachment } = message;
    if (await isShown(ctx, message)) continue;
    if (!("fileIds" in attachment)) refused += 1;
    else {
      const kind = attachment.kind === "photos" ? "photo" : "document";
      const each = attachment.fileIds.map((fileId) => ({ ...message, attachment: { kind, fileId } as const }));
      refused += await sendFiles(ctx, each);
    }
  }
  return refused;
}

async function isShown(ctx: BotContext, message: Message): Promise<boolean> {
  try {
    await put(ctx, message, "sent");
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** They go first, so that an update handled again after a crash between the two says it once. */
async function takeButtonsAway(ctx: BotContext): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  if (pressed === undefined) return;
  try {
    await ctx.api.raw.editMessageReplyMarkup({ chat_id: pressed.chat.id, message_id: pressed.message_id });
  } catch (error) {
    // Gone already, with the message or when this was handled before; or too old to be changed.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/** A keyboard of ours is there only while the last message asks for it: every way out leads past here. */
async function putKeyboardAway(ctx: BotContext, message: Message): Promise<Message> {
  if (!ctx.hasKeyboard || message.keyboard !== undefined || ctx.chatId === undefined) return message;
  // One message can carry either buttons or the end of a keyboard.
  if (message.buttons === undefined || message.buttons.length === 0) return { ...message, keyboard: "remove" };
  await callTelegram(ctx.api, toTelegram(ctx.chatId, { ...ctx.texts.common.keyboardAway(), keyboard: "remove" }));
  await noteKeyboard(ctx, false);
  return message;
}

async function noteKeyboard(ctx: BotContext, hasKeyboard: boolean): Promise<void> {
  if (ctx.chatId === undefined || ctx.hasKeyboard === hasKeyboard) return;
  ctx.hasKeyboard = hasKeyboard;
  // Of somebody who has agreed to nothing, nothing is written down.
  if (!isKnown(ctx.actor)) return;
  await ctx.chats.noteKeyboard(ctx.chatId, hasKeyboard, ctx.world.clock.now());
}

function wayOut({ texts }: BotContext): Message {
  return { ...texts.common.pageRefused(), buttons: [[{ label: texts.common.menu, data: action("menu") }]] };
}

/** Telegram will not show this message, no matter who it is for and how often it is tried; a chat that is not there is another matter. */
function isRefusal(error: unknown): boolean {
  if (error instanceof BoundsError) return true;
  if (!(error instanceof GrammyError)) return false;
  const isAboutChat = /chat not found|PEER_ID_INVALID|upgraded to a supergroup/i.test(error.description);
  return error.error_code === 413 || (error.error_code === 400 && !isAboutChat);
}
