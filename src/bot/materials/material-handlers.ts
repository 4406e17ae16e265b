// Materials for everybody: the topics, and what lies under one, its files at once.
import { isFile, type Material, type Topic } from "../../domain/materials/material.js";
import type { Ids } from "../../domain/messages/action.js";
import type { Attachment, Message } from "../../domain/messages/message.js";
import { bold } from "../../texts/rich.js";
import { findMaterial, listMaterials } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { send, sendFiles, show } from "../kit/show.js";
import { answerPage, linkPage, topicPage, topicsPage, wayBack } from "./material-screens.js";

export async function showMaterials(ctx: KnownContext, [topic]: Ids<"materials">): Promise<void> {
  const all = await listMaterials(ctx.world);
  if (topic === null) return show(ctx, topicsPage(ctx.actor, ctx.texts, all));
  const shown = all.filter((one) => one.topic === topic);
  await (shown.length === 0
    ? show(ctx, topicsPage(ctx.actor, ctx.texts, all, ctx.texts.materials.gone()))
    : showTopic(ctx, topic, shown));
}

/** Two taps from the menu: nobody has to open each file of a topic by itself. */
async function showTopic(ctx: KnownContext, topic: Topic, shown: readonly Material[]): Promise<void> {
  const files = shown.filter(isFile);
  if (files.length === 0) return show(ctx, topicPage(ctx.texts, { topic, shown, files: 0, lost: 0 }));
  const lost = await sendFiles(ctx, files.map(fileMessage));
  await send(ctx, topicPage(ctx.texts, { topic, shown, files: files.length - lost, lost }));
}

export async function showMaterial(ctx: KnownContext, [id]: Ids<"material">): Promise<void> {
  const { texts, world } = ctx;
  const material = await findMaterial(world, id);
  if (material === null) {
    return show(ctx, topicsPage(ctx.actor, texts, await listMaterials(world), texts.materials.gone()));
  }
  if (material.kind === "answer") return show(ctx, answerPage(texts, material));
  if (material.kind === "link") return show(ctx, linkPage(texts, material));
  const lost = await sendFiles(ctx, [fileMessage(material)]);
  const { fileAbove, fileLost } = texts.materials;
  await send(ctx, { ...(lost === 0 ? fileAbove : fileLost)(material.title), buttons: wayBack(texts) });
}

function fileMessage({ kind, title, content }: Material): Message & { attachment: Attachment } {
  const attachment = { kind: kind === "photo" ? "photo" : "document", fileId: content } as const;
  return { ...bold(title), attachment, silent: true };
}
