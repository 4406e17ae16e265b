// A class's link for those who run it: to close it, or to make a new one, each asked about once more.

import { action, type Ids } from "../../domain/messages/action.js";
import type { Message } from "../../domain/messages/message.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { paragraphs } from "../../texts/rich.js";
import { endOf, setClassLink } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { confirmScreen } from "../kit/confirm.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { classToRun } from "./class-handlers.js";
import { joinLink } from "./class-pages.js";

export async function showClassLink(ctx: KnownContext, [classId]: Ids<"link">): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass !== null) await show(ctx, linkPage(ctx, trainingClass));
}

export async function askClassLink(ctx: KnownContext, [classId, change]: Ids<"ask_link">): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass === null) return;
  const { link } = ctx.texts.admission;
  const data = action("set_link", trainingClass.id, change, endOf(trainingClass.joinToken));
  const yes = { label: link.confirm[change], data };
  const no = { label: link.keep, data: action("link", trainingClass.id) };
  await show(ctx, confirmScreen(link.sure[change](trainingClass.name), { yes, no }));
}

export async function changeClassLink(ctx: KnownContext, [classId, change, seen]: Ids<"set_link">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await setClassLink(world, actor, { classId, wish: change, seen });
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
