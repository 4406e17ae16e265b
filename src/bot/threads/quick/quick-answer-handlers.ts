// A trainer's own quick answers: the page on which they stand, each in full, keeping one from a receipt, throwing one away.
import type { Ids } from "../../../domain/messages/action.js";
import { MOST_QUICK_ANSWERS } from "../../../domain/threads/quick-answer.js";
import { dropAnswer, findQuickAnswer, keepAnswer, listQuickAnswers } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { refuse } from "../../kit/refuse.js";
import { send, show } from "../../kit/show.js";
import { keepingSaid, quickAnswerPage, quickAnswersPage, toQuickAnswers } from "./quick-answer-pages.js";

export async function showQuickAnswers(ctx: KnownContext): Promise<void> {
  await show(ctx, quickAnswersPage(ctx.texts, await listQuickAnswers(ctx.world, ctx.actor)));
}

export async function showQuickAnswer(ctx: KnownContext, [id]: Ids<"quick_answer">): Promise<void> {
  const answer = await findQuickAnswer(ctx.world, ctx.actor, id);
  if (answer === null) return showGone(ctx);
  await show(ctx, quickAnswerPage(ctx.texts, answer));
}

/** Below the receipt, which stays. */
export async function keepQuickAnswer(ctx: KnownContext, [threadId]: Ids<"keep_answer">): Promise<void> {
  const outcome = await keepAnswer(ctx.world, ctx.actor, threadId);
  if (outcome.kind === "not_yours") return refuse(ctx, ctx.texts.threads.notYours());
  await send(ctx, { ...keepingSaid(ctx.texts, outcome), buttons: toQuickAnswers(ctx.texts) });
}

export async function writeQuickAnswer(ctx: KnownContext, [id]: Ids<"write_answer">): Promise<void> {
  const answers = await listQuickAnswers(ctx.world, ctx.actor);
  if (id !== null && !answers.some((one) => one.id === id)) return showGone(ctx);
  if (id === null && answers.length >= MOST_QUICK_ANSWERS) {
    return show(ctx, quickAnswersPage(ctx.texts, answers, ctx.texts.quickAnswers.full(MOST_QUICK_ANSWERS)));
  }
  await startForm(ctx, "quick_answer", id === null ? "new" : `answer:${id}`);
}

export async function dropQuickAnswer(ctx: KnownContext, [id]: Ids<"drop_answer">): Promise<void> {
  await show(ctx, quickAnswersPage(ctx.texts, await dropAnswer(ctx.world, ctx.actor, id)));
}

async function showGone(ctx: KnownContext): Promise<void> {
  const answers = await listQuickAnswers(ctx.world, ctx.actor);
  await show(ctx, quickAnswersPage(ctx.texts, answers, ctx.texts.quickAnswers.gone()));
}
