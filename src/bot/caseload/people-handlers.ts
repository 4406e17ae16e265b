// One person's page, and what it asks of people of offices.

import type { ListPlace } from "../../domain/caseload/people-filter.js";
import { action, type Ids } from "../../domain/messages/action.js";
import { askOfficeForPlans, findPerson, openPerson, stopAskingForPlans } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { confirmScreen } from "../kit/confirm.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { personScreen } from "./person-screen.js";

export async function showParticipant(ctx: KnownContext, [id, place]: Ids<"person">): Promise<void> {
  await showPerson(ctx, { participantId: id }, show, place);
}

export async function showInvited(ctx: KnownContext, [id, place]: Ids<"invited">): Promise<void> {
  await showPerson(ctx, { rosterRowId: id }, show, place);
}

export async function showPersonBelow(ctx: KnownContext, [id]: Ids<"morning_person">): Promise<void> {
  await showPerson(ctx, { participantId: id }, send);
}

export async function showPerson(
  ctx: KnownContext,
  id: { participantId: number } | { rosterRowId: number },
  put = show,
  place: ListPlace | null = null,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await openPerson(world, actor, id);
  if (found.kind !== "found") return refuse(ctx, found.kind);
  await put(ctx, personScreen(texts, actor, found, place));
}

export async function askForPlans(ctx: KnownContext, [id]: Ids<"ask_plans">): Promise<void> {
  const { actor } = ctx;
  const outcome = await askOfficeForPlans(ctx.world, actor, { participantId: id, saidAt: ctx.saidAt });
  const { caseload } = ctx.texts;
  const buttons = [[{ label: caseload.backToPerson, data: action("person", id) }]];
  switch (outcome.kind) {
    case "asked":
      return show(ctx, { ...caseload.plansAsked(outcome), buttons });
    case "too_late":
      return show(ctx, { ...caseload.tooLateForPlans(outcome.dueOn), buttons });
    default:
      return refuse(ctx, outcome.kind);
  }
}

export async function askUnaskPlans(ctx: KnownContext, [id]: Ids<"ask_unask_plans">): Promise<void> {
  const { actor } = ctx;
  const found = await findPerson(ctx.world, actor, { participantId: id });
  if (found.kind !== "found") return refuse(ctx, found.kind);
  const { name, libraryName, plans, flagged } = found.person;
  // An old button: their page says how it is now.
  if (!flagged) return showPerson(ctx, { participantId: id });
  const { caseload } = ctx.texts;
  const hasEntries = plans.some(({ state }) => state !== "unwritten");
  const hasColleagues = plans.some(({ personIds }) => personIds.length > 1);
  const question = caseload.askUnaskPlans({ name, libraryName, hasEntries, hasColleagues });
  const yes = { label: caseload.confirmUnask, data: action("unask_plans", id) };
  const no = { label: caseload.keepAsking, data: action("person", id) };
  await show(ctx, confirmScreen(question, { yes, no }));
}

export async function unaskPlans(ctx: KnownContext, [id]: Ids<"unask_plans">): Promise<void> {
  const { actor } = ctx;
  const outcome = await stopAskingForPlans(ctx.world, actor, { participantId: id });
  if (outcome.kind !== "stopped") return refuse(ctx, outcome.kind);
  const { caseload } = ctx.texts;
  await show(ctx, {
    ...caseload.plansUnasked(outcome),
    buttons: [[{ label: caseload.backToPerson, data: action("person", id) }]],
  });
}

async function refuse(ctx: BotContext, kind: "not_yours" | "gone"): Promise<void> {
  const { caseload } = ctx.texts;
  const say = kind === "gone" ? caseload.gone() : caseload.notYours();
  await send(ctx, { ...say, buttons: menuButtons(ctx.actor, ctx.texts) });
}
