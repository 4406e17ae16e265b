// How a trainer's or admin's invitation is taken up: the link, their own number, consent, and then the greeting.
import type { Ids } from "../../domain/messages/action.js";
import { standingOf } from "../../domain/people/invitation.js";
import { readContactPhone } from "../../domain/people/phone.js";
import type { InvitationRecord } from "../../ports/people/people.js";
import type { Draft } from "../../ports/queue/drafts.js";
import { acceptInvitation, type InvitationProof } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { loadActor } from "../gate/actor.js";
import { showNotice, speak } from "../gate/notice/notice.js";
import { isInForce, noticeBehind, noticeScreen } from "../gate/notice/notice-screen.js";
import { inputOf } from "../kit/input.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";
import { forgetInvitation, INVITATION_DRAFT } from "./forget-invitation.js";
import { rememberNotice } from "./joining.js";

const DRAFT_VERSION = 1;

/** Answers /start with this invitation's token. */
export async function openInvitation(ctx: BotContext, invitation: InvitationRecord): Promise<void> {
  const { world, actor, texts } = ctx;
  const standing = standingOf(invitation, ctx.saidAt);
  const wasTheirs = standing === "used" && invitation.person.telegramId === actor.telegramId;
  if (wasTheirs) return greet(ctx);
  if (standing !== "open") return send(ctx, texts.staff.problem(standing));
  await ctx.conversation.exitAll();
  await world.store.drafts.open(actor.telegramId, INVITATION_DRAFT, invitation.token, DRAFT_VERSION, world.clock.now());
  await send(ctx, { ...texts.staff.askPhone(), keyboard: { askContact: texts.staff.sharePhone, choices: [] } });
}

/** A shared contact outside of forms: the answer to openInvitation(). False when no invitation waits for one. */
export async function takeContact(ctx: BotContext): Promise<boolean> {
  const input = inputOf(ctx);
  const [draft] = await ctx.world.store.drafts.ofForm(ctx.actor.telegramId, INVITATION_DRAFT);
  if (input.kind !== "contact" || draft === undefined) return false;
  const reading = input.own ? readContactPhone(input.phone) : null;
  if (reading === null || !reading.ok) {
    await send(ctx, ctx.texts.staff.notOwnPhone());
    return true;
  }
  await accept(ctx, { draft, token: draft.subject, proof: { phone: reading.phone }, agrees: false });
  return true;
}

/** accept:<token>:<language>:<version>, under the notice for staff. That their number matched lies in the draft, not the number. */
export async function agreeAndAccept(ctx: BotContext, [token, language, version]: Ids<"accept">): Promise<void> {
  await speak(ctx, language);
  const draft = await ctx.world.store.drafts.find(ctx.actor.telegramId, INVITATION_DRAFT, token);
  if (draft === null || draft.answers.matched !== true) {
    const invitation = await ctx.world.store.people.findInvitation(token);
    return invitation === null ? send(ctx, ctx.texts.staff.problem("unknown")) : openInvitation(ctx, invitation);
  }
  // A button of an older notice: they have not read what is in force.
  if (!isInForce(ctx.world, version)) return showNotice(ctx, [token, ctx.actor.language]);
  await accept(ctx, { draft, token, proof: "matched before", agrees: true });
}

/** Whether it waits for nothing but their consent. */
export async function isInvitationMatched({ world, actor }: BotContext, token: string): Promise<boolean> {
  return (await world.store.drafts.find(actor.telegramId, INVITATION_DRAFT, token))?.answers.matched === true;
}

async function accept(
  ctx: BotContext,
  { draft, ...wish }: { draft: Draft; token: string; proof: InvitationProof; agrees: boolean },
): Promise<void> {
  const { world, actor, texts } = ctx;
  const updateId = ctx.update.update_id;
  const outcome = await acceptInvitation(world, actor, { ...wish, updateId, saidAt: ctx.saidAt });
  if (outcome.kind === "consent_needed") {
    const answers = { matched: true };
    await world.store.drafts.keep(draft, { answers, editing: null, updateId }, world.clock.now());
    await send(ctx, { ...texts.staff.phoneMatches(), keyboard: "remove" });
    const notice = await noticeBehind(ctx, wish.token);
    if (notice === null) return;
    const { token, isInvitation, kind } = notice;
    await rememberNotice(ctx, { token, isInvitation, version: world.settings.notices[kind], language: texts.language });
    return send(ctx, noticeScreen(world, texts, notice));
  }
  await forgetInvitation(ctx);
  if (outcome.kind !== "accepted") return send(ctx, { ...texts.staff.problem(outcome.kind), keyboard: "remove" });
  if (!wish.agrees) await send(ctx, { ...texts.staff.phoneMatches(), keyboard: "remove" });
  if (outcome.person.language !== actor.language && wish.agrees) {
    await world.store.people.change(outcome.person.id, { language: actor.language });
  }
  await greet(ctx);
}

async function greet(ctx: BotContext): Promise<void> {
  const { world } = ctx;
  // The account has just got its roles: the menu must show them.
  ctx.actor = await loadActor(world, ctx.actor.telegramId);
  const { person } = ctx.actor;
  if (person === null) throw new Error("An invitation was accepted, yet its account is bound to nobody.");
  const classes = await world.store.classes.ofTrainer(person.id);
  await send(ctx, { ...ctx.texts.staff.welcome(person.name, classes), buttons: menuButtons(ctx.actor, ctx.texts) });
}
