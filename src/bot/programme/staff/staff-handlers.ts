// The buttons by which admins look after trainers and admins. Who may is decided by the use cases, at every press.

import { action, type Ids } from "../../../domain/messages/action.js";
import { adminsToMake } from "../../../domain/programme/staff-rights.js";
import {
  giveBackRole,
  listStaff,
  noteLook,
  renewInvitation,
  revokeRole,
  teachClass,
  viewClassSetUp,
  viewStaff,
} from "../../../use-cases/index.js";
import type { BotContext, KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { refuse } from "../../kit/refuse.js";
import { send, show } from "../../kit/show.js";
import { noteStaffLook } from "./note-staff-look.js";
import { invitationToForward, revokeQuestion, staffList, staffPage, toStaff, trainerChoice } from "./staff-screens.js";

export async function showStaff(ctx: KnownContext, [page]: Ids<"staff">): Promise<void> {
  const view = await listStaff(ctx.world, ctx.actor, null);
  if (view.kind === "not_allowed") return refuse(ctx);
  await noteStaffLook(ctx, "staff", view.staff, { page });
  const mayAddAdmin = mayMakeSome(ctx);
  await show(ctx, staffList(ctx.texts, { staff: view.staff, trainingClass: null, mayAddAdmin }, page));
}

export async function showClassStaff(ctx: KnownContext, [classId, page]: Ids<"class_staff">): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, classId);
  const list = await listStaff(ctx.world, ctx.actor, classId);
  if (view.kind === "not_allowed" || list.kind === "not_allowed") return refuse(ctx);
  await noteStaffLook(ctx, `class:${view.trainingClass.id}`, list.staff, { page });
  const { trainingClass } = view;
  await show(ctx, staffList(ctx.texts, { staff: list.staff, trainingClass, mayAddAdmin: false }, page));
}

export async function chooseTrainer(ctx: KnownContext, [classId, page]: Ids<"choose_trainer">): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, classId);
  const all = await listStaff(ctx.world, ctx.actor, null);
  const here = await listStaff(ctx.world, ctx.actor, classId);
  if (view.kind === "not_allowed" || all.kind === "not_allowed" || here.kind === "not_allowed") return refuse(ctx);
  const teaching = new Set(here.staff.map(({ personId }) => personId));
  const staff = all.staff.filter(({ personId, isTrainer }) => isTrainer && !teaching.has(personId));
  await noteStaffLook(ctx, "staff", staff, { page, filter: "trainers" });
  await show(ctx, trainerChoice(ctx.texts, { staff, trainingClass: view.trainingClass }, page));
}

export async function teach(ctx: KnownContext, ids: Ids<"teach">): Promise<void> {
  await changeTeaching(ctx, ids, true);
}

export async function stopTeaching(ctx: KnownContext, ids: Ids<"stop_teaching">): Promise<void> {
  await changeTeaching(ctx, ids, false);
}

export async function showStaffMember(ctx: KnownContext, [personId]: Ids<"staff_member">): Promise<void> {
  const view = await viewStaff(ctx.world, ctx.actor, personId);
  if (view.kind === "not_allowed") return refuse(ctx);
  const look = { action: "staff.view" as const, subject: `person:${view.person.id}` };
  await noteLook(ctx.world, ctx.actor, look);
  await show(ctx, staffPage(ctx.texts, view));
}

export async function inviteTrainer(ctx: KnownContext, [classId]: Ids<"invite_trainer">): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, classId);
  await (view.kind === "found" ? startForm(ctx, "staff_invitation", `trainer:${view.trainingClass.id}`) : refuse(ctx));
}

export async function inviteAdmin(ctx: BotContext): Promise<void> {
  await (mayMakeSome(ctx) ? startForm(ctx, "staff_invitation", "admin:0") : refuse(ctx));
}

function mayMakeSome({ actor }: BotContext): boolean {
  return adminsToMake(actor).scopes.length > 0;
}

export async function sendInvitation(ctx: KnownContext, [personId]: Ids<"renew_invitation">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await renewInvitation(world, actor, personId);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const view = await viewStaff(world, actor, personId);
  if (view.kind === "not_allowed") return refuse(ctx);
  const back = { buttons: [[toStaff(texts, view.person.id)]] };
  if (outcome.kind !== "renewed" || view.invitation === null)
    return show(ctx, { ...texts.staffDesk.joined(view.person.name), ...back });
  await send(ctx, invitationToForward(texts, world, view, view.invitation));
}

export async function askRevoke(ctx: KnownContext, [personId, bindingId]: Ids<"ask_revoke">): Promise<void> {
  const view = await viewStaff(ctx.world, ctx.actor, personId);
  const binding = view.kind === "found" ? view.revocable.find(({ id }) => id === bindingId) : undefined;
  if (view.kind === "not_allowed" || binding === undefined) return refuse(ctx);
  await show(ctx, revokeQuestion(ctx.texts, view, binding));
}

export async function revoke(ctx: KnownContext, ids: Ids<"revoke">): Promise<void> {
  await changeRole(ctx, ids, revokeRole);
}

export async function giveBack(ctx: KnownContext, ids: Ids<"give_back">): Promise<void> {
  await changeRole(ctx, ids, giveBackRole);
}

async function changeRole(
  ctx: KnownContext,
  [personId, bindingId]: Ids<"revoke">,
  useCase: typeof revokeRole,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await useCase(world, actor, { personId, bindingId });
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const { staffDesk } = texts;
  const view = await viewStaff(world, actor, personId);
  const name = view.kind === "found" ? view.person.name : "";
  const said =
    outcome.kind === "named_in_configuration"
      ? staffDesk.named(name)
      : staffDesk[outcome.kind === "revoked" ? "revoked" : "givenBack"](outcome.person.name, outcome.binding);
  await show(ctx, { ...said, buttons: [[toStaff(texts, personId)]] });
}

async function changeTeaching(ctx: KnownContext, [classId, personId]: Ids<"teach">, teaches: boolean): Promise<void> {
  const { actor, texts, world } = ctx;
  const input = { classId, personId, teaches };
  const outcome = await teachClass(world, actor, input);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const { person, trainingClass } = outcome;
  const words = texts.staffDesk[teaches ? "teaches" : "teachesNoMore"];
  const toList = { label: texts.staffDesk.toList, data: action("class_staff", trainingClass.id, 0) };
  await show(ctx, { ...words(person.name, trainingClass.name), buttons: [[toList]] });
}
