// /batal: anyone who is in the middle of a form is asked whether to keep what they filled in.
import type { BotContext } from "../context.js";
import { leaveForm } from "../forms/fill-in-form.js";
import { send } from "../kit/show.js";
import { mainMenu } from "./menu-with-saved-forms.js";

export async function stopForm(ctx: BotContext): Promise<void> {
  if (await leaveForm(ctx)) return;
  const { buttons } = await mainMenu(ctx);
  await send(ctx, { ...ctx.texts.common.nothingToStop(), buttons });
}
