// Posters of classes as files, and the text that goes with a class's link.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button, Message, NewFile } from "../../domain/messages/message.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { joiningText } from "../../texts/files/paper/poster.js";
import { classPoster, wavePosters } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";

export async function sendPoster(ctx: KnownContext, [classId, as]: Ids<"poster">): Promise<void> {
  const poster = await classPoster(ctx.world, ctx.actor, classId);
  if (poster.kind === "not_allowed") return refuse(ctx);
  if (poster.kind !== "ready") return show(ctx, noPoster(ctx, poster.trainingClass, poster.kind));
  const { trainingClass, words, sheet } = poster;
  const isPicture = as === "picture";
  const { posters } = ctx.world;
  const drawn = await (isPicture ? posters.picture(sheet) : posters.pdf([sheet]));
  await send(ctx, {
    ...ctx.texts.posters[isPicture ? "picture" : "page"](words),
    attachment: isPicture ? picture(trainingClass, drawn) : pdf(`poster-${trainingClass.id}.pdf`, drawn),
    buttons: [[toClass(ctx, trainingClass)]],
  });
}

export async function sendPosters(ctx: KnownContext, [waveId, provinceCode]: Ids<"posters">): Promise<void> {
  const input = { waveId, provinceCode };
  const found = await wavePosters(ctx.world, ctx.actor, input);
  if (found.kind === "not_allowed") return refuse(ctx);
  const { sheets, without } = found;
  const back = provinceCode === null ? action("wave", waveId, 0) : action("wave_province", waveId, provinceCode, 0);
  const words = { count: sheets.length, without: without.map(({ name }) => name) };
  const said: Message = {
    ...ctx.texts.posters.many(words),
    buttons: [[{ label: ctx.texts.posters.back, data: back }]],
  };
  if (sheets.length === 0) return show(ctx, said);
  const drawn = await ctx.world.posters.pdf(sheets);
  await send(ctx, { ...said, attachment: pdf(`poster-${provinceCode ?? waveId}.pdf`, drawn) });
}

export async function sendJoiningText(ctx: KnownContext, [classId]: Ids<"joining_text">): Promise<void> {
  const poster = await classPoster(ctx.world, ctx.actor, classId);
  if (poster.kind === "not_allowed") return refuse(ctx);
  if (poster.kind !== "ready") return show(ctx, noPoster(ctx, poster.trainingClass, poster.kind));
  // Without a button and without a word of the bot's own: it is forwarded as it is.
  await send(ctx, joiningText(poster.words));
}

export function noPoster({ texts }: BotContext, { id, name }: TrainingClass, why: "closed" | "over"): Message {
  const renew = { label: texts.admission.link.renew, data: action("ask_link", id, "renew") };
  return {
    ...texts.posters.none[why](name),
    buttons: [[renew], [{ label: texts.classPages.toClass, data: action("class", id) }]],
  };
}

function pdf(name: string, bytes: Uint8Array): NewFile {
  return { kind: "document", name, base64: Buffer.from(bytes).toString("base64") };
}

function picture({ id }: TrainingClass, bytes: Uint8Array): NewFile {
  return { kind: "photo", name: `poster-${id}.png`, base64: Buffer.from(bytes).toString("base64") };
}

function toClass({ texts }: BotContext, { id }: TrainingClass): Button {
  return { label: texts.classPages.toClass, data: action("class", id) };
}
