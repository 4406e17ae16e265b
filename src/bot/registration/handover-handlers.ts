// A library changes hands: the code of the one who goes, and the yes of the one who follows.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isKnown } from "../../domain/people/person.js";
import { looksLikeCode } from "../../domain/registration/handover.js";
import { startLink } from "../../domain/registration/start-link.js";
import { dayAndTime } from "../../texts/dates.js";
import {
  cancelHandover,
  type FoundHandover,
  findHandover,
  forgetJoining,
  type HandoverPage,
  librariesToHandOver,
  offerHandover,
  rememberHandover,
  takeOver,
  viewHandover,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { loadActor } from "../gate/actor.js";
import { askForConsent } from "../gate/notice/ask-for-consent.js";
import { confirmScreen } from "../kit/confirm.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { registrationReceipt } from "./registration-receipt.js";

/** Under one's number and account: a button for each library that one can hand over. */
export async function handoverButtons({ actor, texts, world }: KnownContext): Promise<Button[][]> {
  const all = await librariesToHandOver(world, actor);
  return all.map(({ id, library }) => [
    { label: texts.handover.open(all.length === 1 ? null : library.name), data: action("hand_over", id) },
  ]);
}

export async function showHandover(ctx: KnownContext, [id]: Ids<"hand_over">): Promise<void> {
  await showPage(ctx, await viewHandover(ctx.world, ctx.actor, id));
}

export async function makeCode(ctx: KnownContext, [id]: Ids<"hand_over_code">): Promise<void> {
  await showPage(ctx, await offerHandover(ctx.world, ctx.actor, id));
}

export async function cancelCode(ctx: KnownContext, [id]: Ids<"hand_over_cancel">): Promise<void> {
  const page = await cancelHandover(ctx.world, ctx.actor, id);
  if (page.kind !== "found") return refuse(ctx);
  await show(ctx, { ...ctx.texts.handover.cancelled(), buttons: menuButtons(ctx.actor, ctx.texts) });
}

async function showPage(ctx: KnownContext, page: HandoverPage): Promise<void> {
  if (page.kind !== "found") return refuse(ctx);
  const { texts } = ctx;
  const { handover } = texts;
  const { from, open } = page;
  const back = { label: handover.back, data: action("profile") };
  if (open === null) {
    const yes = { label: handover.make, data: action("hand_over_code", from.id) };
    return show(ctx, confirmScreen(handover.ask(from.library.name), { yes, no: back }));
  }
  const until = dayAndTime(texts.language, from.trainingClass.zone, open.expiresAt);
  const link = startLink(ctx.me.username, open.code);
  await show(ctx, {
    ...handover.code({ library: from.library.name, code: open.code, link, until }),
    buttons: [[{ label: handover.cancel, data: action("hand_over_cancel", from.id), tone: "danger" }], [back]],
  });
}

/** A code was opened as a link, or typed. False where it is no code of ours. */
export async function openHandover(ctx: BotContext, code: string): Promise<boolean> {
  const { actor, world } = ctx;
  const found = await findHandover(world, actor, code);
  if (found.kind === "unknown") return false;
  if (found.kind !== "open") {
    await send(ctx, standingMessage(ctx, found));
    return true;
  }
  await rememberHandover(world, actor, found.handover.code);
  if (!(await askForConsent(ctx, found.from.trainingClass.joinToken))) await offer(ctx, found);
  return true;
}

/** Typed, and a code like ours: with a slip in it, it is no word to be answered otherwise. */
export async function answerUnknownCode(ctx: BotContext, text: string): Promise<boolean> {
  if (!looksLikeCode(text)) return false;
  await send(ctx, standingMessage(ctx, { kind: "unknown" }));
  return true;
}

/** The question that was left open by the notice. */
export async function goOnWithHandover(ctx: BotContext, code: string): Promise<void> {
  const found = await findHandover(ctx.world, ctx.actor, code);
  if (found.kind === "open") await offer(ctx, found);
  else await send(ctx, standingMessage(ctx, found));
}

async function offer(ctx: BotContext, { handover, from }: Extract<FoundHandover, { kind: "open" }>): Promise<void> {
  const { texts } = ctx;
  await send(ctx, {
    ...texts.handover.offer({ library: from.library.name, className: from.trainingClass.name }),
    buttons: [
      [{ label: texts.handover.take, data: action("take_over", handover.code), tone: "primary" }],
      [{ label: texts.handover.decline, data: action("decline_over", handover.code) }],
    ],
  });
}

export async function takeOverLibrary(ctx: KnownContext, [code]: Ids<"take_over">): Promise<void> {
  const { actor, texts, world } = ctx;
  if (await askForConsent(ctx, code)) return;
  const outcome = await takeOver(world, actor, { code, says: null });
  // A name first, and a number where they like: the questions of registration that the library does not answer.
  if (outcome.kind === "nameless") return startForm(ctx, "registration", `handover:${code}`);
  if (outcome.kind !== "taken") return show(ctx, standingMessage(ctx, outcome));
  await forgetJoining(world, actor);
  const taken: BotContext = ctx;
  taken.actor = await loadActor(world, actor.telegramId);
  const receipt = await registrationReceipt(world, texts, outcome.participantId);
  await send(taken, { ...receipt, buttons: menuButtons(taken.actor, texts) });
}

export async function declineOver(ctx: KnownContext, _: Ids<"decline_over">): Promise<void> {
  const { actor, texts, world } = ctx;
  await forgetJoining(world, actor);
  await show(ctx, { ...texts.handover.declined(), buttons: menuButtons(actor, texts) });
}

function standingMessage({ actor, texts }: BotContext, { kind }: { kind: FoundHandover["kind"] }): Message {
  const words = kind === "taken" || kind === "open" ? texts.handover.taken() : texts.handover.problems[kind]();
  return { ...words, buttons: isKnown(actor) ? menuButtons(actor, texts) : [] };
}
