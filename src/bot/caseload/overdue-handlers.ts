// /terlambat and what can be done about each late plan. Who may is decided by the use cases, at every press.
import { action, type Ids } from "../../domain/messages/action.js";
import type { PlanCase } from "../../ports/people/caseloads.js";
import {
  findContacts,
  findInvitedFor,
  listOverdue,
  openCase,
  openCases,
  overdueMessage,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { caseScreen, casesScreen } from "./case-screen.js";
import { showPerson } from "./people-handlers.js";

export async function showOverdue(ctx: KnownContext, [page, practice]: Ids<"overdue">): Promise<void> {
  const { actor } = ctx;
  await show(ctx, overdueMessage(ctx.texts, await listOverdue(ctx.world, actor, { page, practice }), practice));
}

export async function showCase(ctx: KnownContext, [planId]: Ids<"case">): Promise<void> {
  await withCase(ctx, planId, async (plan) => show(ctx, await caseScreen(ctx, plan)));
}

export async function showCases(ctx: KnownContext, [planId, page]: Ids<"cases">): Promise<void> {
  await openLibrary(ctx, planId, show, page);
}

export async function showCasesBelow(ctx: KnownContext, [planId]: Ids<"morning_library">): Promise<void> {
  const invited = await findInvitedFor(ctx.world, planId);
  await (invited === null ? openLibrary(ctx, planId, send) : showPerson(ctx, invited, send));
}

async function openLibrary(ctx: KnownContext, planId: number, put: typeof show, page = 0): Promise<void> {
  const found = await openCases(ctx.world, ctx.actor, planId);
  if (found.kind !== "found") return refuse(ctx, found.kind);
  await put(ctx, casesScreen(ctx, found.plans, page));
}

export async function showContact(ctx: KnownContext, [planId]: Ids<"contact">): Promise<void> {
  const { actor } = ctx;
  const found = await findContacts(ctx.world, actor, planId);
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

async function withCase(ctx: KnownContext, planId: number, work: (plan: PlanCase) => Promise<void>) {
  const { actor } = ctx;
  const found = await openCase(ctx.world, actor, planId);
  if (found.kind === "found") return work(found.plan);
  await refuse(ctx, found.kind);
}

async function refuse(ctx: KnownContext, kind: "not_yours" | "gone"): Promise<void> {
  if (kind === "not_yours") {
    return send(ctx, { ...ctx.texts.followUp.notYours(), buttons: menuButtons(ctx.actor, ctx.texts) });
  }
  await send(ctx, ctx.texts.followUp.gone());
  await showOverdue(ctx, [0, false]);
}
