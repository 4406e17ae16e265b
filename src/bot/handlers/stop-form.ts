// /batal: leaves the open form; what was filled in stays.
import type { BotContext } from "../context.js";
import { FILL_IN_FORM } from "../conversations/fill-in-form.js";
import { menuButtons } from "../menu.js";
import { send } from "../show.js";

export async function stopForm(ctx: BotContext): Promise<void> {
  const { actor, texts } = ctx;
  const wasOpen = ctx.conversation.active(FILL_IN_FORM) > 0;
  await ctx.conversation.exitAll();
  const { drafts } = ctx.world.store;
  const draft = wasOpen ? await drafts.latestOf(actor.telegramId) : null;
  // Whoever says so is not asked again; the draft itself stays.
  if (draft !== null) await drafts.markNudged(draft, ctx.world.clock.now());
  // The phone's own keyboard may still be replaced by the form's.
  if (wasOpen) await send(ctx, { ...texts.common.stopped(), keyboard: "remove" });
  const message = wasOpen ? texts.common.main(actor.person?.name ?? "") : texts.common.nothingToStop();
  await send(ctx, { ...message, buttons: menuButtons(actor, texts) });
}
