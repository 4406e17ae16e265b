// /start, with what a link carried: an invitation, a class, a hand-over, a letter's number; or the welcome.
import { findInvitation, openClassLink, rememberClass } from "../../use-cases/index.js";
import { answerLetterNumber } from "../completion/letter-handlers.js";
import type { BotContext } from "../context.js";
import { sayHandedOver } from "../gate/handed-over.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { openHandover } from "./handover-handlers.js";
import { openInvitation } from "./invitation-handlers.js";
import { welcome } from "./welcome.js";

export async function start(ctx: BotContext, token: string): Promise<void> {
  const { actor, texts, world } = ctx;
  if (token === "") {
    if (!(await sayHandedOver(ctx))) await welcome(ctx, null);
    return;
  }
  const invitation = await findInvitation(world, token);
  if (invitation !== null) return openInvitation(ctx, invitation);
  if (await answerLetterNumber(ctx, token)) return;
  if (await openHandover(ctx, token)) return;
  const opened = await openClassLink(world, actor, token, ctx.saidAt);
  if (opened.kind === "closed") {
    const words = { className: opened.trainingClass.name, trainers: opened.trainers };
    return send(ctx, { ...texts.admission.link.ask(words), buttons: menuButtons(actor, texts) });
  }
  if (opened.kind === "unknown") {
    await send(ctx, texts.registration.unknownLink());
    return welcome(ctx, null);
  }
  await rememberClass(world, actor, opened.trainingClass);
  await welcome(ctx, opened.trainingClass);
}
