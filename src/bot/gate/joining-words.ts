// What somebody types who is on their way into a class: "ya" or "tidak" under the notice, or the class's link as text.
import type { NextFunction } from "grammy";
import { consentIn } from "../../domain/registration/consent-words.js";
import { startTokenIn } from "../../domain/registration/start-link.js";
import { findInvitation, matchedInvitation, openClassLink, shownNotice } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { agreeAndAccept } from "../registration/invitation-handlers.js";
import { consented, refused } from "./notice/notice.js";
import { isInForce, noticeBehind } from "./notice/notice-screen.js";

/** Whether it answers a notice that stands on their screen and still is to be agreed to. */
export async function isTypedConsent(ctx: BotContext): Promise<boolean> {
  if (consentIn(ctx.message?.text ?? "") === null) return false;
  const shown = await shownNotice(ctx.begun);
  if (shown === null || !isInForce(ctx.world, shown.version)) return false;
  if (shown.isInvitation) return (await matchedInvitation(ctx.world, ctx.actor, shown.token)) !== null;
  return (await noticeBehind(ctx, shown.token)) !== null;
}

/** A link in words works like a pressed one, for those who are in no class yet: others may write about links. */
async function isPastedLink(ctx: BotContext): Promise<boolean> {
  const token = startTokenIn(ctx.message?.text ?? "", ctx.me.username);
  if (token === null || ctx.message?.text?.startsWith("/") === true) return false;
  const { actor, world } = ctx;
  if (actor.roles.length > 0 || actor.takesPart) return false;
  const isOurs = (await openClassLink(world, actor, token, ctx.saidAt)).kind !== "unknown";
  // A word that could be a token is one only where we know it; a link is a link.
  const isLink = /start=/.test(ctx.message?.text ?? "");
  return isOurs || isLink || (await findInvitation(world, token)) !== null;
}

/** Made a command, so that no open question takes it for its answer: the link a pressed one, the word one to the notice. */
export async function readJoiningWords(ctx: BotContext, next: NextFunction): Promise<void> {
  const { message } = ctx;
  if (message?.text === undefined) return next();
  if (await isPastedLink(ctx)) {
    message.text = `/start ${startTokenIn(message.text, ctx.me.username) ?? ""}`;
  } else if (await isTypedConsent(ctx)) {
    // Never their own words: "saya setuju" begins with the name of a command.
    message.text = consentIn(message.text) === "yes" ? "/ya" : "/tidak";
  }
  await next();
}

/** "/ya" of readJoiningWords(). */
export async function takeTypedConsent(ctx: BotContext, next: NextFunction): Promise<void> {
  const shown = (await isTypedConsent(ctx)) ? await shownNotice(ctx.begun) : null;
  if (shown === null) return next();
  const { token, language, version } = shown;
  if (consentIn(ctx.message?.text ?? "") === "no") return refused(ctx, [language]);
  return shown.isInvitation
    ? agreeAndAccept(ctx, [token, language, version])
    : consented(ctx, [token, language, version]);
}
