// /terlambat and what can be done about each late plan. Who may is decided by the use cases, at every press.
import { action } from "../../domain/messages/action.js";
import { isKnown, type KnownActor } from "../../domain/people/person.js";
import type { PlanCase } from "../../ports/people/caseloads.js";
import {
  findContacts,
  listOverdue,
  nudgeParticipant,
  openCase,
  openCases,
  overdueMessage,
} from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";
import { backToList, caseButtons, caseScreen, casesScreen } from "./case-screen.js";

export async function showOverdue(ctx: BotContext, page = 0, practice = false): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  await show(ctx, overdueMessage(ctx.texts, await listOverdue(ctx.world, actor, { page, practice }), practice));
}

export async function showCase(ctx: BotContext, [planId]: string[]): Promise<void> {
  await withCase(ctx, planId, async (plan) => show(ctx, await caseScreen(ctx, plan)));
}

export async function showCases(ctx: BotContext, [planId]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const found = await openCases(ctx.world, actor, Number(planId));
  if (found.kind !== "found") return refuse(ctx, found.kind);
  await show(ctx, casesScreen(ctx, found.plans));
}

export async function nudge(ctx: BotContext, [planId]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const { followUp } = ctx.texts;
  const outcome = await nudgeParticipant(ctx.world, actor, { planId: Number(planId), saidAt: ctx.saidAt });
  switch (outcome.kind) {
    case "nudged": {
      const wasReached = outcome.results.some(({ outcome: said }) => said === "sent" || said === "later");
      const buttons = wasReached ? [] : caseButtons(ctx.texts, outcome.plan.planId);
      return show(ctx, {
        ...followUp.nudged(outcome.results),
        buttons: [...buttons, backToList(ctx.texts, actor, outcome.plan)],
      });
    }
    case "done_already":
      return show(ctx, { ...followUp.doneAlready(), buttons: [backToList(ctx.texts, actor, outcome.plan)] });
    default:
      return refuse(ctx, outcome.kind);
  }
}

export async function showContact(ctx: BotContext, [planId]: string[]): Promise<void> {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const found = await findContacts(ctx.world, actor, Number(planId));
  if (found.kind !== "found") return refuse(ctx, found.kind);
  const { followUp } = ctx.texts;
  await show(ctx, {
    ...followUp.howToContact(found.people),
    buttons: [
      [{ label: followUp.note, data: action("note", found.planId) }],
      [{ label: followUp.backToCase, data: action("case", found.planId) }],
    ],
  });
}

export async function noteContact(ctx: BotContext, [planId]: string[]): Promise<void> {
  await withCase(ctx, planId, (plan) => startForm(ctx, "contact", `plan:${plan.planId}`));
}

export async function extend(ctx: BotContext, [planId]: string[]): Promise<void> {
  await withCase(ctx, planId, (plan) => startForm(ctx, "extension", `plan:${plan.planId}`));
}

async function withCase(ctx: BotContext, planId: string | undefined, work: (plan: PlanCase) => Promise<void>) {
  const actor = await staffOnly(ctx);
  if (actor === null) return;
  const found = await openCase(ctx.world, actor, Number(planId));
  if (found.kind === "found") return work(found.plan);
  await refuse(ctx, found.kind);
}

async function refuse(ctx: BotContext, kind: "not_yours" | "gone"): Promise<void> {
  if (kind === "not_yours") {
    return send(ctx, { ...ctx.texts.followUp.notYours(), buttons: menuButtons(ctx.actor, ctx.texts) });
  }
  await send(ctx, ctx.texts.followUp.gone());
  await showOverdue(ctx);
}

/** Whoever holds no role (any more) gets a friendly no: a role taken away is gone at the next press. */
export async function staffOnly(ctx: BotContext): Promise<KnownActor | null> {
  const { actor, texts } = ctx;
  if (isKnown(actor) && actor.roles.length > 0) return actor;
  await send(ctx, { ...texts.common.notAllowed(), buttons: menuButtons(actor, texts) });
  return null;
}
