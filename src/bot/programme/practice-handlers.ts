// What an admin practises on: its page, making it and removing it. Who may is decided by the use cases, at every press.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isKnown } from "../../domain/people/person.js";
import type { Practice } from "../../ports/programme/practice.js";
import type { Texts } from "../../texts/index.js";
import {
  makePractice as makePracticeFor,
  practiceToRemove,
  removePractice as removePracticeFor,
  viewPractice,
} from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** Others' are few: who practises removes it, or loses it with the role. */
const OTHERS_SHOWN = 8;

export async function showPractice(ctx: BotContext): Promise<void> {
  const view = await viewPractice(ctx.world, ctx.actor);
  if (view.kind === "not_allowed") return refuse(ctx);
  await show(ctx, practiceScreen(ctx.texts, view.own, view.others));
}

export async function makePractice(ctx: BotContext): Promise<void> {
  if (!isKnown(ctx.actor)) return refuse(ctx);
  const outcome = await makePracticeFor(ctx.world, ctx.actor);
  await (outcome.kind === "not_allowed" ? refuse(ctx) : show(ctx, practiceScreen(ctx.texts, outcome.practice, [])));
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

function practiceScreen(texts: Texts, own: Practice | null, others: Practice[]): Message {
  const { practice } = texts;
  const ofOthers = others
    .slice(0, OTHERS_SHOWN)
    .map(({ cohortId, ownerName }): Button[] => [
      { label: practice.ofOther(ownerName), data: action("ask_remove_practice", cohortId) },
    ]);
  if (own === null) {
    const make: Button[] = [{ label: practice.begin, data: action("make_practice"), tone: "primary" }];
    return { ...practice.none(), buttons: [make, ...ofOthers, toProgramme(texts)] };
  }
  const { id, name } = own.trainingClass;
  return {
    ...practice.page(name),
    buttons: [
      [
        { label: texts.caseload.menu, data: action("people", "all", 0, "practice") },
        { label: texts.caseload.overdueMenu, data: action("overdue", 0, "practice") },
      ],
      [
        { label: texts.threads.inboxMenu, data: action("inbox", "practice") },
        { label: practice.classPage, data: action("class", id) },
      ],
      [{ label: practice.settings, data: action("set_up_class", id) }],
      [{ label: practice.remove, data: action("ask_remove_practice", own.cohortId), tone: "danger" }],
      ...ofOthers,
      toProgramme(texts),
    ],
  };
}

function toProgramme({ programme }: Texts): Button[] {
  return [{ label: programme.back, data: action("programme") }];
}
