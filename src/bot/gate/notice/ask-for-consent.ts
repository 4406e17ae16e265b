// Puts the notice that somebody owes before anything else.
import { NO_TOKEN, rememberNotice } from "../../../use-cases/index.js";
import type { BotContext } from "../../context.js";
import { send } from "../../kit/show.js";
import { sayFormer } from "../former-staff.js";
import { type Notice, noticeBehind, noticeScreen } from "./notice-screen.js";
/** What somebody must agree to before anything else, below; false when they have. */
export async function askForConsent(ctx: BotContext, token: string): Promise<boolean> {
  const notice = await noticeBehind(ctx, token);
  if (notice === null) return false;
  // Whoever was staff is no newcomer; with the link of a class they are.
  if (notice.token === NO_TOKEN && (await sayFormer(ctx))) return true;
  await noteShown(ctx, notice);
  await send(ctx, noticeScreen(ctx.world, ctx.texts, notice));
  return true;
}

export function noteShown(ctx: BotContext, { kind, token, isInvitation }: Notice): Promise<void> {
  const version = ctx.world.settings.notices[kind];
  const shown = { token, isInvitation, version, language: ctx.texts.language };
  return rememberNotice(ctx.world, ctx.actor, shown, ctx.update.update_id);
}
