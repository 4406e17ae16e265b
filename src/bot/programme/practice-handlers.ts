// What an admin practises on: its handlers, making it and removing it. Who may is decided by the use cases, at every press.
import { action } from "../../domain/messages/action.js";
import { isKnown } from "../../domain/people/person.js";
import {
  makePractice as makePracticeFor,
  practiceToRemove,
  removePractice as removePracticeFor,
  usePractice,
  viewPractice,
} from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { practiceScreen, tooFewVillages, toProgramme } from "./practice-screen.js";

export async function showPractice(ctx: BotContext): Promise<void> {
  const view = await viewPractice(ctx.world, ctx.actor);
  if (view.kind === "not_allowed") return refuse(ctx);
  await usePractice(ctx.world, ctx.actor);
  await show(ctx, practiceScreen(ctx.texts, view.own, view.others));
}

export async function makePractice(ctx: BotContext): Promise<void> {
  if (!isKnown(ctx.actor)) return refuse(ctx);
  const outcome = await makePracticeFor(ctx.world, ctx.actor, null);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  if (outcome.kind === "which_province") return startForm(ctx, "practice", "own");
  if (outcome.kind === "too_few_villages") return show(ctx, tooFewVillages(ctx.texts));
  await show(ctx, practiceScreen(ctx.texts, outcome.practice, []));
}

/** Lists of what one practises on are one's practice in use. */
export function inPractice(handler: (ctx: BotContext, ids: string[]) => Promise<void>) {
  return async (ctx: BotContext, ids: string[]): Promise<void> => {
    if (ids.includes("practice")) await usePractice(ctx.world, ctx.actor);
    await handler(ctx, ids);
  };
}

export async function askRemovePractice(ctx: BotContext, [cohortId]: string[]): Promise<void> {
  const { practice: words } = ctx.texts;
  const practice = await practiceToRemove(ctx.world, ctx.actor, Number(cohortId));
  // It is gone, or was never theirs: their own page says how it is now.
  if (practice === null) return showPractice(ctx);
  await show(ctx, {
    ...words.askRemove(practice.trainingClass.name),
    buttons: [
      [{ label: words.confirmRemove, data: action("remove_practice", practice.cohortId), tone: "danger" }],
      [{ label: words.keep, data: action("practice") }],
    ],
  });
}

export async function removePractice(ctx: BotContext, [cohortId]: string[]): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return refuse(ctx);
  const outcome = await removePracticeFor(world, actor, Number(cohortId));
  if (outcome.kind === "not_allowed") return refuse(ctx);
  await show(ctx, { ...texts.practice.removed(), buttons: [toProgramme(texts)] });
}
