// The buttons by which admins look after trainers and admins. Who may is decided by the use cases, at every press.

import { action } from "../../../domain/messages/action.js";
import { isAdmin, isKnown } from "../../../domain/people/person.js";
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
import type { BotContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { refuse } from "../../kit/refuse.js";
import { send, show } from "../../kit/show.js";
import { noteStaffLook } from "./note-staff-look.js";
import { invitationToForward, revokeQuestion, staffList, staffPage, toStaff, trainerChoice } from "./staff-screens.js";

export async function showStaff(ctx: BotContext, [page]: string[]): Promise<void> {
  const view = await listStaff(ctx.world, ctx.actor, null);
  if (view.kind === "not_allowed") return refuse(ctx);
  await noteStaffLook(ctx, "staff", view.staff, { page: Number(page) || 0 });
  await show(ctx, staffList(ctx.texts, { staff: view.staff, trainingClass: null }, Number(page) || 0));
}

export async function showClassStaff(ctx: BotContext, [classId, page]: string[]): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, Number(classId));
  const list = await listStaff(ctx.world, ctx.actor, Number(classId));
  if (view.kind === "not_allowed" || list.kind === "not_allowed") return refuse(ctx);
  await noteStaffLook(ctx, `class:${view.trainingClass.id}`, list.staff, { page: Number(page) || 0 });
  await show(ctx, staffList(ctx.texts, { staff: list.staff, trainingClass: view.trainingClass }, Number(page) || 0));
}

export async function chooseTrainer(ctx: BotContext, [classId, page]: string[]): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, Number(classId));
  const all = await listStaff(ctx.world, ctx.actor, null);
  const here = await listStaff(ctx.world, ctx.actor, Number(classId));
  if (view.kind === "not_allowed" || all.kind === "not_allowed" || here.kind === "not_allowed") return refuse(ctx);
  const teaching = new Set(here.staff.map(({ personId }) => personId));
  const staff = all.staff.filter(({ personId, isTrainer }) => isTrainer && !teaching.has(personId));
  await noteStaffLook(ctx, "staff", staff, { page: Number(page) || 0, filter: "trainers" });
  await show(ctx, trainerChoice(ctx.texts, { staff, trainingClass: view.trainingClass }, Number(page) || 0));
}

export async function teach(ctx: BotContext, ids: string[]): Promise<void> {
  await changeTeaching(ctx, ids, true);
}

export async function stopTeaching(ctx: BotContext, ids: string[]): Promise<void> {
  await changeTeaching(ctx, ids, false);
}

export async function showStaffMember(ctx: BotContext, [personId]: string[]): Promise<void> {
  const view = await viewStaff(ctx.world, ctx.actor, Number(personId));
  if (view.kind === "not_allowed") return refuse(ctx);
  const look = { action: "staff.view" as const, subject: `person:${view.person.id}` };
  await noteLook(ctx.world, ctx.actor, look);
  await show(ctx, staffPage(ctx.texts, view));
}

export async function inviteTrainer(ctx: BotContext, [classId]: string[]): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, Number(classId));
  await (view.kind === "found" ? startForm(ctx, "staff_invitation", `trainer:${view.trainingClass.id}`) : refuse(ctx));
}

export async function inviteAdmin(ctx: BotContext): Promise<void> {
  await (isAdmin(ctx.actor) ? startForm(ctx, "staff_invitation", "admin:0") : refuse(ctx));
}

export async function sendInvitation(ctx: BotContext, [personId]: string[]): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return refuse(ctx);
  const outcome = await renewInvitation(world, actor, Number(personId));
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const view = await viewStaff(world, actor, Number(personId));
  if (view.kind === "not_allowed") return refuse(ctx);
  const back = { buttons: [[toStaff(texts, view.person.id)]] };
  if (outcome.kind !== "renewed" || view.invitation === null)
    return show(ctx, { ...texts.staffDesk.joined(view.person.name), ...back });
  await send(ctx, invitationToForward(texts, world, view, view.invitation));
}

export async function askRevoke(ctx: BotContext, [personId, bindingId]: string[]): Promise<void> {
  const view = await viewStaff(ctx.world, ctx.actor, Number(personId));
  const binding = view.kind === "found" ? view.revocable.find(({ id }) => id === Number(bindingId)) : undefined;
  if (view.kind === "not_allowed" || binding === undefined) return refuse(ctx);
  await show(ctx, revokeQuestion(ctx.texts, view, binding));
}

export async function revoke(ctx: BotContext, ids: string[]): Promise<void> {
  await changeRole(ctx, ids, revokeRole);
}

export async function giveBack(ctx: BotContext, ids: string[]): Promise<void> {
  await changeRole(ctx, ids, giveBackRole);
}

async function changeRole(ctx: BotContext, [personId, bindingId]: string[], useCase: typeof revokeRole): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return refuse(ctx);
  const outcome = await useCase(world, actor, { personId: Number(personId), bindingId: Number(bindingId) });
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const { staffDesk } = texts;
  const view = await viewStaff(world, actor, Number(personId));
  const name = view.kind === "found" ? view.person.name : "";
  const said =
    outcome.kind === "named_in_configuration"
      ? staffDesk.named(name)
      : staffDesk[outcome.kind === "revoked" ? "revoked" : "givenBack"](outcome.person.name, outcome.binding);
  await show(ctx, { ...said, buttons: [[toStaff(texts, Number(personId))]] });
}

async function changeTeaching(ctx: BotContext, [classId, personId]: string[], teaches: boolean): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return refuse(ctx);
  const input = { classId: Number(classId), personId: Number(personId), teaches };
  const outcome = await teachClass(world, actor, input);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const { person, trainingClass } = outcome;
  const words = texts.staffDesk[teaches ? "teaches" : "teachesNoMore"];
  const toList = { label: texts.staffDesk.toList, data: action("class_staff", trainingClass.id, 0) };
  await show(ctx, { ...words(person.name, trainingClass.name), buttons: [[toList]] });
}
