// /tanya: a participant asks, a trainer sees what waits for an answer; a reply to a message of a thread belongs to that thread.
import type { NextFunction } from "grammy";
import { action, type Ids } from "../../domain/messages/action.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Button } from "../../domain/messages/message.js";
import { isAdmin, isKnown, isTrainer, type KnownActor } from "../../domain/people/person.js";
import { LONGEST_LETTER } from "../../domain/threads/waiting.js";
import { isThanks } from "../../domain/words/small-talk.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import {
  addToAlbum,
  findAsked,
  findThread,
  hurryTrainers,
  listQuestions,
  openThread,
  replyInThread,
  threadsBehind,
  unreadMessages,
} from "../../use-cases/index.js";
import { awayLines } from "../caseload/cover/away-lines.js";
import type { BotContext, KnownContext } from "../context.js";
import { askAgain, startForm } from "../forms/fill-in-form.js";
import { inputOf } from "../kit/input.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { captionIn, notPassedOn, threadFileIn } from "./thread-files.js";
import { toBeAnswered, wordsOf } from "./thread-message-step.js";
import { threadReceipt } from "./thread-receipt.js";

/** As many as fit a small phone's screen as buttons; the oldest come first, so the rest follows as they are answered. */
const SHOWN = 6;

export async function askOrAnswer(ctx: KnownContext): Promise<void> {
  const { actor } = ctx;
  return isTrainer(actor) || isAdmin(actor) ? showInbox(ctx, [false]) : ask(ctx);
}

export async function ask(ctx: KnownContext): Promise<void> {
  const { actor, texts } = ctx;
  if (!actor.takesPart) {
    return send(ctx, { ...texts.threads.noClass(), buttons: menuButtons(actor, texts) });
  }
  await startForm(ctx, "question", "new");
}

/** What became of what somebody asked: not opened, read, answered. */
export async function showAsked(ctx: KnownContext, [threadId]: Ids<"asked">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await findAsked(world, actor, threadId);
  if (found.kind !== "found") return refuse(ctx, texts.threads.notYours());
  const { thread } = found;
  await show(ctx, { ...texts.threads.asked(thread), buttons: [...askedButtons(texts, thread.id)] });
}

export function askedButtons({ threads }: Texts, threadId: number): Button[][] {
  return [
    [
      { label: threads.askedOpen, data: action("asked", threadId) },
      { label: threads.replyOn, data: action("question", threadId) },
    ],
  ];
}

/** What waits for an answer of a trainer, or of an admin whom it has reached. */
export async function showInbox(ctx: KnownContext, [practice]: Ids<"inbox">): Promise<void> {
  const { actor, texts, world } = ctx;
  const { threads, count, away } = await listQuestions(world, actor, { most: SHOWN, practice });
  const entries = threads.map((thread, index) => [
    {
      label: fitLabel(`${thread.asker.name}: ${wordsOf(texts, thread.asked)}`, undefined, {
        before: `${index + 1}. ${thread.isHelp ? "🙋 " : ""}`,
      }),
      data: action("question", thread.id),
    },
  ]);
  const quick =
    isTrainer(actor) && !practice ? [[{ label: texts.quickAnswers.menu, data: action("quick_answers") }]] : [];
  const own = actor.takesPart ? [[{ label: texts.threads.askOwn, data: action("ask") }]] : [];
  const back = practice
    ? [[{ label: texts.practice.toPractice, data: action("practice") }]]
    : menuButtons(actor, texts);
  await send(ctx, {
    ...paragraphs(awayLines(texts, actor, away), texts.threads.inbox(count, practice)),
    buttons: [...entries, ...quick, ...(practice ? [] : own), ...back],
  });
}

/** Under the notice of a question without an answer. */
export async function hurryTrainersOf(ctx: KnownContext, [threadId]: Ids<"remind_trainers">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await hurryTrainers(world, actor, threadId);
  const { threads } = texts;
  const said = {
    hurried: () => threads.trainersHurried(outcome.kind === "hurried" ? outcome : { names: [], unreachable: [] }),
    answered: threads.answeredMeanwhile,
    not_yours: threads.notYours,
    nobody: threads.nobodyToHurry,
  }[outcome.kind]();
  const answers: Button[][] =
    outcome.kind === "nobody" ? [[{ label: threads.answer, data: action("question", threadId), tone: "primary" }]] : [];
  // Below: the notice and its other buttons stay.
  await send(ctx, { ...said, buttons: [...answers, ...menuButtons(actor, texts)] });
}

export async function answerQuestion(ctx: KnownContext, [threadId]: Ids<"question">): Promise<void> {
  const { actor, texts, world } = ctx;
  const opened = await openThread(world, actor, threadId);
  if (opened.kind !== "found") return refuse(ctx, texts.threads.notYours());
  const { thread, unread = [] } = opened;
  const subject = `thread:${thread.id}`;
  const isBegun = (await ctx.begun()).some((draft) => draft.form === "question" && draft.subject === subject);
  // Above the form, and once: opened again they lie above it already.
  for (const message of isBegun ? [] : unreadMessages(actor, thread, unread)) await send(ctx, message);
  // Below: the question itself stays on the screen.
  await startForm(ctx, "question", subject, true);
}

/** "Terima kasih" under an answer: told to the trainer once, and nobody owes an answer to it. */
export async function thankTrainer(ctx: KnownContext, [threadId]: Ids<"thank">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await findAsked(world, actor, threadId);
  if (found.kind !== "found") return refuse(ctx, texts.threads.notYours());
  const { thread } = found;
  const isThanked = thread.last.authorId === actor.person.id && isThanks(thread.last.text);
  const input = { threadId: thread.id, text: texts.threads.thank, files: [], updateId: ctx.update.update_id };
  const outcome = isThanked ? null : await replyInThread(world, actor, input);
  const reached = outcome === null || outcome.kind === "sent" || outcome.kind === "province";
  await send(ctx, reached ? texts.threads.thanked() : threadReceipt(actor, outcome, thread));
}

/** Telegram's own reply to a message of a thread goes there, whatever form is open. */
export async function takeThreadReply(ctx: BotContext, next: NextFunction): Promise<void> {
  const { actor, texts, world } = ctx;
  const repliedTo = ctx.message?.reply_to_message;
  if (repliedTo?.from?.id !== ctx.me.id || !isKnown(actor) || ctx.chatId === undefined) return next();
  if (ctx.message?.text?.startsWith("/") === true) return next();
  const behind = await threadsBehind(world, actor, repliedTo.message_id);
  const [one] = behind;
  if (one === undefined) return next();
  if (behind.length > 1) {
    const threadIds = behind.map(({ threadId }) => threadId);
    return chooseThread(ctx, actor, threadIds);
  }
  const { threadId, writtenAt: shownAt } = one;
  const input = inputOf(ctx);
  const file = threadFileIn(input);
  if (file === null && input.kind !== "text") return send(ctx, notPassedOn(texts, input));
  const text = input.kind === "text" ? input.text.trim() : captionIn(input);
  if (text.length > LONGEST_LETTER) {
    ctx.replyTooLong = true;
    return next();
  }
  const found = await findThread(world, actor, threadId);
  const files = file === null ? [] : [file];
  const outcome = await replyInThread(world, actor, { threadId, text, files, updateId: ctx.update.update_id, shownAt });
  await send(ctx, threadReceipt(actor, outcome, found.kind === "found" ? found.thread : null, { text, files }));
}

/** Nobody can tell which of several talks a reply belongs to: nothing is passed on, and they say which. */
async function chooseThread(ctx: BotContext, actor: KnownActor, threadIds: number[]): Promise<void> {
  const { texts, world } = ctx;
  const buttons = [];
  // Numbered as the message that they replied to counts them.
  for (const [index, id] of threadIds.entries()) {
    const found = await findThread(world, actor, id);
    if (found.kind !== "found") continue;
    const { thread, side } = found;
    const name = side === "asker" ? thread.last.authorName : thread.asker.name;
    const said = side === "asker" ? thread.last : toBeAnswered(thread);
    const label = fitLabel([name, wordsOf(texts, said)].filter((part) => part !== "").join(": "), undefined, {
      before: `${index + 1}. `,
    });
    buttons.push([{ label, data: action("question", id) }]);
  }
  if (buttons.length === 0) return refuse(ctx, texts.threads.notYours());
  await send(ctx, { ...texts.threads.chooseOne(), buttons: [...buttons, ...menuButtons(actor, texts)] });
}

/** What the phone cut off behind it is no answer to the form that is open: its question is put anew, below. */
export async function refuseTooLongReply(ctx: BotContext, next: NextFunction): Promise<void> {
  if (ctx.replyTooLong !== true) return next();
  await send(ctx, ctx.texts.common.tooLong(LONGEST_LETTER));
  await askAgain(ctx, { anew: true });
}

/** The other parts of an album go where the first one went, whatever was opened meanwhile; it has been answered. */
export async function keepAlbumTogether(ctx: BotContext, next: NextFunction): Promise<void> {
  const { actor, world } = ctx;
  const input = inputOf(ctx);
  const file = ctx.restOfAlbum && isKnown(actor) ? threadFileIn(input) : null;
  if (file === null || !isKnown(actor) || !(await addToAlbum(world, actor, file, captionIn(input)))) await next();
}
