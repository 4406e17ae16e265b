// How a trainer's or admin's invitation is taken up: the link, their own number, consent, and then the greeting.
import type { Ids } from "../../domain/messages/action.js";
import { standingOf } from "../../domain/people/invitation.js";
import { readContactPhone } from "../../domain/people/phone.js";
import type { InvitationRecord } from "../../ports/people/people.js";
import type { Draft } from "../../ports/queue/drafts.js";
import {
  acceptInvitation,
  beginInvitation,
  begunInvitation,
  chooseLanguage,
  classesTaught,
  findInvitation,
  forgetInvitation,
  type InvitationProof,
  matchedInvitation,
  noteNumberMatched,
  rememberNotice,
} from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { loadActor } from "../gate/actor.js";
import { showNotice, speak } from "../gate/notice/notice.js";
import { isInForce, noticeBehind, noticeScreen } from "../gate/notice/notice-screen.js";
import { inputOf } from "../kit/input.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

/** Answers /start with this invitation's token. */
export async function openInvitation(ctx: BotContext, invitation: InvitationRecord): Promise<void> {
  const { world, actor, texts } = ctx;
  const standing = standingOf(invitation, ctx.saidAt);
  const wasTheirs = standing === "used" && invitation.person.telegramId === actor.telegramId;
  if (wasTheirs) return greet(ctx);
  if (standing !== "open") return send(ctx, texts.staff.problem(standing));
  await ctx.conversation.exitAll();
  await beginInvitation(world, actor, invitation.token);
  await send(ctx, { ...texts.staff.askPhone(), keyboard: { askContact: texts.staff.sharePhone, choices: [] } });
}

/** A shared contact outside of forms: the answer to openInvitation(). False when no invitation waits for one. */
export async function takeContact(ctx: BotContext): Promise<boolean> {
  const input = inputOf(ctx);
  const draft = await begunInvitation(ctx.world, ctx.actor);
  if (input.kind !== "contact" || draft === null) return false;
  const reading = input.own ? readContactPhone(input.phone) : null;
  if (reading === null || !reading.ok) {
    await send(ctx, ctx.texts.staff.notOwnPhone());
    return true;
  }
  await accept(ctx, { draft, token: draft.subject, proof: { phone: reading.phone }, agrees: false });
  return true;
}

/** accept:<token>:<language>:<version>, under the notice for staff. */
export async function agreeAndAccept(ctx: BotContext, [token, language, version]: Ids<"accept">): Promise<void> {
  await speak(ctx, language);
  const draft = await matchedInvitation(ctx.world, ctx.actor, token);
  if (draft === null) {
    const invitation = await findInvitation(ctx.world, token);
    return invitation === null ? send(ctx, ctx.texts.staff.problem("unknown")) : openInvitation(ctx, invitation);
  }
  // A button of an older notice: they have not read what is in force.
  if (!isInForce(ctx.world, version)) return showNotice(ctx, [token, ctx.actor.language]);
  await accept(ctx, { draft, token, proof: "matched before", agrees: true });
}

async function accept(
  ctx: BotContext,
  { draft, ...wish }: { draft: Draft; token: string; proof: InvitationProof; agrees: boolean },
): Promise<void> {
  const { world, actor, texts } = ctx;
  const updateId = ctx.update.update_id;
  const outcome = await acceptInvitation(world, actor, { ...wish, updateId, saidAt: ctx.saidAt });
  if (outcome.kind === "consent_needed") {
    await noteNumberMatched(world, draft, updateId);
    await send(ctx, { ...texts.staff.phoneMatches(), keyboard: "remove" });
    const notice = await noticeBehind(ctx, wish.token);
    if (notice === null) return;
    const { token, isInvitation, kind } = notice;
    const version = world.settings.notices[kind];
    await rememberNotice(world, actor, { token, isInvitation, version, language: texts.language }, updateId);
    return send(ctx, noticeScreen(world, texts, notice));
  }
  await forgetInvitation(world, actor);
  if (outcome.kind !== "accepted") return send(ctx, { ...texts.staff.problem(outcome.kind), keyboard: "remove" });
  if (!wish.agrees) await send(ctx, { ...texts.staff.phoneMatches(), keyboard: "remove" });
  if (outcome.person.language !== actor.language && wish.agrees) {
    await chooseLanguage(world, outcome, actor.language);
  }
  await greet(ctx);
}

async function greet(ctx: BotContext): Promise<void> {
  const { world } = ctx;
  // The account has just got its roles: the menu must show them.
  ctx.actor = await loadActor(world, ctx.actor.telegramId);
  const { person } = ctx.actor;
  if (person === null) throw new Error("An invitation was accepted, yet its account is bound to nobody.");
  const classes = await classesTaught(world, person.id);
  await send(ctx, { ...ctx.texts.staff.welcome(person.name, classes), buttons: menuButtons(ctx.actor, ctx.texts) });
}
