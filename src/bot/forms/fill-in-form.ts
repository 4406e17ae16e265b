// The one conversation of the bot: waits at the open question of a form, takes the answer, shows what comes next, starts over.
// Rewinding after each answer keeps the stored conversation at one wait however long the form is, so that a new version of the
// bot can never read an answer as one to another question: which question is open, the draft alone knows.
import type { NextFunction } from "grammy";
import type { KnownActor } from "../../domain/people/person.js";
import { isKnown } from "../../domain/people/person.js";
import { readReportNumber } from "../../domain/reports/progress-report.js";
import { steeringWord } from "../../domain/words/steering-words.js";
import type { Asked, Draft } from "../../ports/queue/drafts.js";
import { draftEndedBy, findDraft, forgetGivenFile, noteAsked } from "../../use-cases/index.js";
import type { BotContext, BotConversation, InnerContext } from "../context.js";
import { inputOf } from "../kit/input.js";
import { change, type Place, present, type Shown, send } from "../kit/show.js";
import { FILL_IN_FORM, openFormOf } from "./conversation-storage.js";
import { FORMS, type FormName } from "./forms.js";
import { readPress } from "./presses/press.js";
import { envelopeOf } from "./standing.js";
import type { Ask, Taken } from "./turn.js";

/**
 * Opens the form, shows its open question and waits there. Another form that was open stays kept as a draft. `below`: as a new
 * message even when a button was pressed, because something was said in its place already.
 */
export async function startForm(ctx: BotContext, name: FormName, subject: string, below = false): Promise<void> {
  const actor = knownActor(ctx);
  const taken = await FORMS[name].open(ctx.world, actor, subject);
  await ctx.conversation.exitAll();
  if (taken.kind === "ask") await enterForm(ctx, name, subject);
  await say(ctx, taken, below ? "sent" : "in place");
}

/** Opens the form with what was just sent as its first answer. */
export async function startFormWith(ctx: BotContext, name: FormName, subject: string): Promise<void> {
  const actor = knownActor(ctx);
  const form = FORMS[name];
  const known = await findDraft(ctx.world, actor, name, subject);
  // Handled again: opened anew the draft would no longer know that its question stands there.
  const isTaken = [known?.lastUpdateId, known?.asked?.by].includes(ctx.update.update_id) && known?.result === null;
  const opened = isTaken ? null : await form.open(ctx.world, actor, subject);
  const taken =
    opened === null || opened.kind === "ask"
      ? await form.take(ctx.world, actor, subject, inputOf(ctx), envelopeOf(ctx))
      : opened;
  await ctx.conversation.exitAll();
  if (taken.kind === "ask") await enterForm(ctx, name, subject);
  await say(ctx, taken, "sent");
}

/** The update's id lies beside it: handled again, it opens the form again, and is no answer to the question that it led to. */
async function enterForm(ctx: BotContext, name: FormName, subject: string): Promise<void> {
  await ctx.conversation.enter(FILL_IN_FORM, name, subject, ctx.update.update_id);
}

/** Waits no more at this draft's question, if it does. */
export async function closeForm(ctx: BotContext, { form, subject }: Pick<Draft, "form" | "subject">): Promise<void> {
  const open = openForm(ctx);
  if (open?.name === form && open.subject === subject) await ctx.conversation.exitAll();
}

/** Asks the one who is in the middle of a form whether to keep it; false when nobody is. */
export async function leaveForm(ctx: BotContext): Promise<boolean> {
  const open = openForm(ctx);
  if (open === null) return false;
  const taken = await FORMS[open.name].leave(ctx.world, knownActor(ctx), open.subject, ctx.update.update_id);
  if (taken.kind === "over") await ctx.conversation.exitAll();
  await say(ctx, taken, "sent");
  return true;
}

/** Shows the open question once more; false when no form is open. `anew`: nothing that was sent before is its answer. */
export async function askAgain(ctx: BotContext, { anew = false } = {}): Promise<boolean> {
  const open = openForm(ctx);
  if (open === null) return false;
  const taken = await FORMS[open.name].askAgain(ctx.world, knownActor(ctx), open.subject);
  if (taken.kind === "over") await ctx.conversation.exitAll();
  await say(ctx, taken.kind === "ask" && anew ? { ...taken, anew } : taken, "sent");
  return true;
}

/** An update that ended a form before the process died: what it ended with is said again. */
export async function sayAgain(ctx: BotContext, next: NextFunction): Promise<void> {
  const { actor, world, update } = ctx;
  const draft = await draftEndedBy(world, actor, update.update_id);
  if (draft === null || !isKnown(actor) || !isForm(draft.form)) return next();
  await ctx.conversation.exitAll();
  // Its file is noted as given once it is: all was said.
  if (draft.result?.isFileGiven === true) return;
  const message = draft.result ?? (await FORMS[draft.form].putAsideMessage(world, actor, draft));
  await say(ctx, { kind: "over", message, asked: draft.asked }, "in place");
}

export function isForm(name: string): name is FormName {
  return Object.hasOwn(FORMS, name);
}

export function openForm(ctx: BotContext): { name: FormName; subject: string } | null {
  const open = openFormOf(ctx);
  return open !== null && isForm(open.name) && isKnown(ctx.actor) ? { name: open.name, subject: open.subject } : null;
}

/** Everything but the waiting happens outside: there the context knows who speaks, and errors are what they are. */
export async function fillInForm(
  conversation: BotConversation,
  _: InnerContext,
  name: FormName,
  subject: string,
): Promise<void> {
  const top = conversation.checkpoint();
  const inner = await conversation.wait();
  // The open question stays open, and the update goes on to the one it is for.
  if (!isAnswer(inner)) await conversation.skip({ next: true });
  const end = await conversation.external((ctx) => answer(ctx, name, subject));
  if (end === "failed") throw new Error("The answer could not be taken: see causeOfFailure().");
  if (end === "waits") await conversation.rewind(top);
}

/** The errors of answers, as they were thrown: the plugin would keep copies that have lost their class. */
const failures = new WeakMap<BotContext, unknown>();

/** What an answer really failed with. */
export function causeOfFailure(ctx: BotContext, error: unknown): unknown {
  return failures.has(ctx) ? failures.get(ctx) : error;
}

async function answer(ctx: BotContext, name: FormName, subject: string): Promise<"waits" | "over" | "failed"> {
  try {
    const { actor, world } = ctx;
    if (!isKnown(actor)) return "over";
    const taken = await FORMS[name].take(world, actor, subject, inputOf(ctx), envelopeOf(ctx));
    await say(ctx, taken, "in place");
    return taken.kind === "over" ? "over" : "waits";
  } catch (error) {
    failures.set(ctx, error);
    return "failed";
  }
}

/** Not a command, nor a word for the menu or help, nor another screen's button, nor a change to an old message. */
function isAnswer(ctx: InnerContext): boolean {
  if (ctx.callbackQuery !== undefined) return readPress(ctx.callbackQuery.data ?? "") !== null;
  if (ctx.message === undefined) return false;
  const { text = "" } = ctx.message;
  const word = steeringWord(text);
  // Anyone who writes a report's number wants to see that report.
  return !text.startsWith("/") && word !== "help" && word !== "menu" && readReportNumber(text) === null;
}

/**
 * Where what follows a pressed button is seen: in its place, unless something stands below it. Where that is the same question, put
 * once more, in the place of that one: changing a message again changes nothing, but sent again it would be there twice.
 */
async function placeFor({ chats, chatId, callbackQuery }: BotContext, asked: Asked | null): Promise<Place> {
  const pressed = callbackQuery?.message?.message_id;
  if (pressed === undefined || chatId === undefined) return "in place";
  if (!(await chats.isAnythingBelow(chatId, pressed))) return "in place";
  const isLast = asked !== null && asked.last > pressed && !(await chats.isAnythingBelow(chatId, asked.last));
  return isLast ? { in: asked.last } : "below";
}

async function say(ctx: BotContext, taken: Taken, where: "in place" | "sent"): Promise<void> {
  if (ctx.restOfAlbum && taken.kind === "ask" && taken.taken !== "answer") {
    if (taken.taken === "more") await countAnew(ctx, taken);
    return;
  }
  const asked = taken.kind === "over" ? taken.asked : taken.draft.asked;
  // The process died when all was said, and before it could note so: it stands there, and is not sent once more.
  const isThere = ctx.callbackQuery === undefined && asked?.by === ctx.update.update_id && asked.refused !== true;
  const how = isThere ? { in: asked.last } : where === "in place" ? await placeFor(ctx, asked ?? null) : where;
  if (taken.kind === "over") {
    const { messageId, refused } = await present(ctx, [taken.message], how);
    if (!refused) await taken.shown?.(messageId);
    // It may hold the data of many: no copy of it stays for longer than it takes to hand it over.
    const { attachment } = taken.message;
    if (attachment !== undefined && "base64" in attachment) {
      await forgetGivenFile(ctx.world, knownActor(ctx), ctx.update.update_id);
    }
    return;
  }
  const { message, before, below, instead, draft } = taken;
  if (ctx.hasKeyboard && message.keyboard === undefined) {
    const { noted, keyboardAway } = ctx.texts.common;
    await send(ctx, { ...(hasSaid(ctx, taken) ? noted() : keyboardAway()), keyboard: "remove" });
  }
  const place = below && how !== "sent" && !isThere ? "below" : how;
  const at = ctx.world.clock.now().getTime();
  const shown = await present(ctx, isThere ? [message] : [...before, message], place, instead);
  await noteAsked(ctx.world, draft.id, { ...askedNow(taken, shown), by: ctx.update.update_id, at });
}

/** Whether there is something to be thankful for: who leaves a question out, or the form, has told us nothing. */
function hasSaid({ message }: BotContext, { taken }: Ask): boolean {
  return taken === "answer" && steeringWord(message?.text ?? "") === null;
}

/** An album gets one message: it says how many have come, and is changed when there are more. */
async function countAnew(ctx: BotContext, { draft, message }: Ask): Promise<void> {
  const { chats, chatId, message: part, update } = ctx;
  const albumId = part?.media_group_id;
  if (chatId === undefined || albumId === undefined || draft.asked === null || draft.asked.refused === true) return;
  // The last of them will say it.
  if (await chats.isMoreComing(chatId, albumId, update.update_id)) return;
  await change(ctx, draft.asked.last, message);
}

/** Asked again after a slip it is the same question, and what was written since it first stood there may answer it. */
function askedNow({ key, draft, anew, shown }: Ask, { messageId, editedAt, refused }: Shown): Asked {
  if (refused) return { key, first: messageId, last: messageId, editedAt, refused };
  const seen = shown === undefined ? {} : { shown };
  const before = draft.asked;
  const isSame = before !== null && before.key === key && before.refused !== true && anew !== true;
  const first = isSame ? before : { first: messageId, editedAt };
  const last = isSame ? Math.max(before.last, messageId) : messageId;
  return { key, first: first.first, last, editedAt: first.editedAt, ...seen };
}

function knownActor({ actor }: BotContext): KnownActor {
  if (!isKnown(actor)) throw new Error("A form needs a person: consent comes first.");
  return actor;
}
