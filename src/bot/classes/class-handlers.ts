// /kelas: the classes somebody runs, who has joined, their sessions; moving and cancelling one.

import { action, type Ids } from "../../domain/messages/action.js";
import { isAdmin } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import {
  cancelTrainingSession,
  findClassToRun,
  findRunSession,
  listClasses,
  peopleToTell,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { cancelQuestion, classDayPage, classList, classPage, qrMessage, runSessionPage } from "./class-pages.js";
import { noPoster } from "./poster-handlers.js";

export async function showClasses(ctx: KnownContext, [page]: Ids<"classes">): Promise<void> {
  const { actor, texts, world } = ctx;
  const list = await listClasses(world, actor, page);
  const [only] = list.shown;
  if (only === undefined) {
    const { none, noneOfAdmin } = texts.classPages;
    return send(ctx, { ...(isAdmin(actor) ? noneOfAdmin() : none()), buttons: menuButtons(actor, texts) });
  }
  if (list.total === 1) return show(ctx, await classPage(ctx, only, { isOnly: true }));
  await show(ctx, classList(ctx, list));
}

export async function showClass(ctx: KnownContext, [classId, page]: Ids<"class">): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass === null) return;
  const place = { isOnly: await isOnlyOne(ctx), wanted: page };
  await show(ctx, await classPage(ctx, trainingClass, place));
}

export async function showQrCode(ctx: KnownContext, [classId]: Ids<"qr">): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass === null) return;
  const isClosed = trainingClass.joinClosedAt !== null;
  await (isClosed ? show(ctx, noPoster(ctx, trainingClass, "closed")) : send(ctx, qrMessage(ctx, trainingClass)));
}

export async function showClassDay(ctx: KnownContext, [classId, day]: Ids<"class_day">): Promise<void> {
  const trainingClass = await classToRun(ctx, classId);
  if (trainingClass === null) return;
  const message = await classDayPage(ctx, trainingClass, day);
  await show(ctx, message ?? (await classPage(ctx, trainingClass, { isOnly: await isOnlyOne(ctx) })));
}

export async function showRunSession(ctx: KnownContext, [sessionId]: Ids<"run_session">): Promise<void> {
  const found = await findOrRefuse(ctx, sessionId);
  if (found !== null) await show(ctx, await runSessionPage(ctx, found.trainingClass, found.session));
}

export async function moveSession(ctx: KnownContext, [sessionId, move]: Ids<"move_session">): Promise<void> {
  const found = await findOrRefuse(ctx, sessionId);
  if (found === null) return;
  // The revision is part of what is decided about: a session changed meanwhile is another question.
  const { id, revision } = found.session;
  await startForm(ctx, "move_session", `session:${id}:${revision}${move === null ? "" : `:${move}`}`);
}

export async function placeSession(ctx: KnownContext, [sessionId]: Ids<"place_session">): Promise<void> {
  const found = await findOrRefuse(ctx, sessionId);
  if (found !== null) await startForm(ctx, "place_session", `session:${found.session.id}`);
}

export async function lengthenSession(ctx: KnownContext, [sessionId]: Ids<"length_session">): Promise<void> {
  const found = await findOrRefuse(ctx, sessionId);
  if (found !== null) await startForm(ctx, "length_session", `session:${found.session.id}`);
}

export async function askCancelSession(ctx: KnownContext, [sessionId]: Ids<"ask_cancel_session">): Promise<void> {
  const found = await findOrRefuse(ctx, sessionId);
  if (found === null) return;
  const { session, trainingClass } = found;
  const { told, untold } = await peopleToTell(ctx.world, trainingClass, session, null);
  await show(ctx, cancelQuestion(ctx, trainingClass, session, { told: told.length, untold }));
}

export async function cancelSession(ctx: KnownContext, [sessionId, revision]: Ids<"cancel_session">): Promise<void> {
  const { actor, texts, world } = ctx;
  const input = { sessionId, revision, saidAt: ctx.saidAt };
  const outcome = await cancelTrainingSession(world, actor, input);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  if (outcome.kind === "refused") return show(ctx, texts.classPages.refused[outcome.reason]());
  await show(ctx, {
    ...texts.classPages.cancelled(outcome.session.title, outcome.told),
    buttons: [[{ label: texts.classPages.toClass, data: action("class", outcome.session.classId) }]],
  });
}

async function isOnlyOne({ actor, world }: BotContext): Promise<boolean> {
  return (await listClasses(world, actor)).total === 1;
}

/** Null when it is not theirs to run, which then was said. */
export async function classToRun(ctx: BotContext, classId: number): Promise<TrainingClass | null> {
  const found = await findClassToRun(ctx.world, ctx.actor, classId);
  if (found.kind === "found") return found.trainingClass;
  await refuse(ctx);
  return null;
}

async function findOrRefuse(ctx: BotContext, sessionId: number) {
  const found = await findRunSession(ctx.world, ctx.actor, sessionId);
  if (found.kind === "found") return found;
  await refuse(ctx);
  return null;
}
