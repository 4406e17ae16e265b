// What an admin practises on: its handlers, making it and removing it. Who may is decided by the use cases, at every press.
import { action, type Ids } from "../../domain/messages/action.js";
import {
  makePractice as makePracticeFor,
  practiceToRemove,
  removePractice as removePracticeFor,
  usePractice,
  viewPractice,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { confirmScreen } from "../kit/confirm.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { practiceScreen, tooFewVillages, toProgramme } from "./practice-screen.js";

export async function showPractice(ctx: BotContext): Promise<void> {
  const view = await viewPractice(ctx.world, ctx.actor);
  if (view.kind === "not_allowed") return refuse(ctx);
  await usePractice(ctx.world, ctx.actor);
  await show(ctx, practiceScreen(ctx.texts, view.own, view.others));
}

export async function makePractice(ctx: KnownContext): Promise<void> {
  const outcome = await makePracticeFor(ctx.world, ctx.actor, null);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  if (outcome.kind === "which_province") return startForm(ctx, "practice", "own");
  if (outcome.kind === "too_few_villages") return show(ctx, tooFewVillages(ctx.texts));
  await show(ctx, practiceScreen(ctx.texts, outcome.practice, []));
}

export async function askRemovePractice(ctx: KnownContext, [cohortId]: Ids<"ask_remove_practice">): Promise<void> {
  const { practice: words } = ctx.texts;
  const practice = await practiceToRemove(ctx.world, ctx.actor, cohortId);
  // It is gone, or was never theirs: their own page says how it is now.
  if (practice === null) return showPractice(ctx);
  const yes = { label: words.confirmRemove, data: action("remove_practice", practice.cohortId) };
  const no = { label: words.keep, data: action("practice") };
  await show(ctx, confirmScreen(words.askRemove(practice.trainingClass.name), { yes, no }));
}

export async function removePractice(ctx: KnownContext, [cohortId]: Ids<"remove_practice">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await removePracticeFor(world, actor, cohortId);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  await show(ctx, { ...texts.practice.removed(), buttons: [toProgramme(texts)] });
}
