// /dataku and /hapus: what is kept about somebody, and how they are forgotten.
import { action } from "../../domain/messages/action.js";
import { isAdmin, isKnown, isTrainer } from "../../domain/people/person.js";
import { erasePerson, showOwnData } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";

export async function sendOwnData(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return send(ctx, texts.ownData.nothingKept(world.settings.dataContact));
  const outcome = await showOwnData(world, actor, { updateId: ctx.update.update_id });
  if (outcome.kind === "too_soon") {
    return send(ctx, { ...texts.ownData.shownJustNow(), buttons: menuButtons(actor, texts) });
  }
  await send(ctx, { ...texts.ownData.page(), attachment: outcome.page });
  await send(ctx, { ...texts.ownData.json(), attachment: outcome.json });
}

export async function askToErase(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return send(ctx, texts.ownData.nothingKept(world.settings.dataContact));
  if (isTrainer(actor) || isAdmin(actor)) return send(ctx, texts.ownData.staffCannot(world.settings.dataContact));
  await send(ctx, {
    ...texts.ownData.eraseAsk(),
    buttons: [
      // With the person's id: an old button must not erase whoever registers on this phone later.
      [{ label: texts.ownData.eraseConfirm, data: action("erase", actor.person.id), tone: "danger" }],
      [{ label: texts.ownData.eraseKeep, data: action("keep_data") }],
    ],
  });
}

export async function erase(ctx: BotContext, [personId]: string[]): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await erasePerson(world, actor, Number(personId));
  switch (outcome.kind) {
    case "erased":
      // Else the open form's state would be written back when this update is over.
      await ctx.conversation.exitAll();
      return show(ctx, texts.ownData.erased(outcome.number));
    case "has_role":
      return show(ctx, texts.ownData.staffCannot(world.settings.dataContact));
    case "nobody":
      return isKnown(actor) ? keepData(ctx) : show(ctx, texts.ownData.nothingKept(world.settings.dataContact));
  }
}

export async function keepData(ctx: BotContext): Promise<void> {
  const { actor, texts } = ctx;
  await show(ctx, { ...texts.ownData.kept(), buttons: menuButtons(actor, texts) });
}
