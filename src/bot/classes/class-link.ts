// A class's link for those who run it: to close it, or to make a new one, each asked about once more.

import { action } from "../../domain/messages/action.js";
import type { Message } from "../../domain/messages/message.js";
import { isKnown } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { paragraphs } from "../../texts/rich.js";
import { endOf, setClassLink } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { classToRun } from "./class-handlers.js";
import { joinLink } from "./class-pages.js";

const WISHES = ["close", "renew"] as const;
type ToPost = (typeof WISHES)[number];

export async function showClassLink(ctx: BotContext, [classId]: string[]): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass !== null) await show(ctx, linkPage(ctx, trainingClass));
}

export async function askClassLink(ctx: BotContext, [classId, word]: string[]): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass === null) return;
  const wish = wishOf(word);
  if (wish === null) return show(ctx, linkPage(ctx, trainingClass));
  const { link } = ctx.texts.admission;
  const data = action("set_link", trainingClass.id, wish, endOf(trainingClass.joinToken));
  await show(ctx, {
    ...link.sure[wish](trainingClass.name),
    buttons: [
      [{ label: link.confirm[wish], data, tone: "danger" }],
      [{ label: link.keep, data: action("link", trainingClass.id) }],
    ],
  });
}

export async function changeClassLink(ctx: BotContext, [classId, word, seen = ""]: string[]): Promise<void> {
  const { actor, texts, world } = ctx;
  const wish = wishOf(word);
  if (!isKnown(actor) || wish === null) return refuse(ctx);
  const outcome = await setClassLink(world, actor, { classId: Number(classId), wish, seen });
  if (outcome.kind === "not_yours") return refuse(ctx);
  const { trainingClass } = outcome;
  const { link } = texts.admission;
  const page = linkPage(ctx, trainingClass);
  const said = {
    closed: () => link.closed(trainingClass.name),
    renewed: () => link.renewed(trainingClass.name, joinLink(world, trainingClass.joinToken)),
    changed: () => paragraphs(link.changed(), page),
  };
  await show(ctx, { ...said[outcome.kind](), buttons: page.buttons ?? [] });
}

function linkPage({ texts }: BotContext, { id, name, joinClosedAt }: TrainingClass): Message {
  const { link } = texts.admission;
  const isClosed = joinClosedAt !== null;
  return {
    ...link.page({ name, isClosed }),
    buttons: [
      ...(isClosed ? [] : [[{ label: link.close, data: action("ask_link", id, "close") }]]),
      [{ label: link.renew, data: action("ask_link", id, "renew") }],
      [{ label: texts.classPages.toClass, data: action("class", id) }],
    ],
  };
}

function wishOf(word: string | undefined): ToPost | null {
  return WISHES.find((wish) => wish === word) ?? null;
}
