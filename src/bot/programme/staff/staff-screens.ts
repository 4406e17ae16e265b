// The screens of trainers and admins, for the admins above them.

import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import { writePhone } from "../../../domain/people/phone.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { StaffBinding, StaffLine } from "../../../ports/people/staff.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { Texts } from "../../../texts/index.js";
import type { StaffView } from "../../../use-cases/index.js";
import { joinLink } from "../../classes/class-pages.js";
import { confirmScreen } from "../../kit/confirm.js";
import { listScreen } from "../../kit/list-screen.js";
import type { BotWorld } from "../../world.js";

interface ListOf {
  staff: StaffLine[];
  /** Null: everybody within reach. */
  trainingClass: Pick<TrainingClass, "id" | "name" | "practiceOf"> | null;
  mayAddAdmin: boolean;
}

export function staffList(texts: Texts, { staff, trainingClass, mayAddAdmin }: ListOf, wanted: number): Message {
  const { staffDesk, programme } = texts;
  const { shown, page, last } = pageOf(staff, ROWS_A_PAGE, wanted);
  const to = (at: number) =>
    trainingClass === null ? action("staff", at) : action("class_staff", trainingClass.id, at);
  const add =
    trainingClass === null
      ? mayAddAdmin
        ? [{ label: staffDesk.addAdmin, data: action("invite_admin") }]
        : []
      : trainingClass.practiceOf !== 0
        ? []
        : [
            { label: staffDesk.addTrainer, data: action("invite_trainer", trainingClass.id) },
            { label: staffDesk.addKnown, data: action("choose_trainer", trainingClass.id, 0) },
          ];
  const back =
    trainingClass === null
      ? { label: programme.back, data: action("programme") }
      : { label: programme.toSetUp, data: action("set_up_class", trainingClass.id) };
  const all =
    trainingClass === null && staff.length > 0
      ? [{ label: staffDesk.invitations.button, data: action("invitations", 0) }]
      : [];
  return listScreen(texts, staffDesk.list(trainingClass?.name ?? null, staff.length), {
    rows: shown.map(({ personId, name, hasJoined, isAdmin }) => [
      { label: staffDesk.entry(name, hasJoined, isAdmin), data: action("staff_member", personId) },
    ]),
    pages: { at: { page, last }, to },
    more: [all, add],
    back: [back],
  });
}

/** Trainers on the list who do not teach the class yet. */
export function trainerChoice(
  texts: Texts,
  { staff, trainingClass }: { staff: StaffLine[]; trainingClass: Pick<TrainingClass, "id" | "name"> },
  wanted: number,
): Message {
  const { staffDesk } = texts;
  const { id, name } = trainingClass;
  const { shown, page, last } = pageOf(staff, ROWS_A_PAGE, wanted);
  return listScreen(texts, staff.length === 0 ? staffDesk.noneToChoose(name) : staffDesk.choose(name), {
    rows: shown.map((one) => [
      { label: staffDesk.entry(one.name, one.hasJoined, one.isAdmin), data: action("teach", id, one.personId) },
    ]),
    pages: { at: { page, last }, to: (at) => action("choose_trainer", id, at) },
    back: [
      { label: staffDesk.addTrainer, data: action("invite_trainer", id) },
      { label: staffDesk.toList, data: action("class_staff", id, 0) },
    ],
  });
}

export function staffPage(texts: Texts, view: StaffView): Message {
  const { staffDesk } = texts;
  const { person, bindings, classes, ownClasses, standing, revocable, returnable, mayInvite } = view;
  const inForce = bindings.filter(({ revokedAt }) => revokedAt === null);
  return {
    ...staffDesk.page({
      ...{ name: person.name, phone: person.phone === null ? null : writePhone(person.phone) },
      ...{ roles: inForce, former: bindings.filter(({ revokedAt }) => revokedAt !== null) },
      ...{ classes: ownClasses.map(({ name }) => name), otherClasses: classes.length - ownClasses.length },
      ...{ standing, hasJoined: person.telegramId !== null },
    }),
    buttons: [
      ...(mayInvite ? [[{ label: staffDesk.invitation, data: action("renew_invitation", person.id) }]] : []),
      ...(inForce.some(({ role }) => role === "trainer")
        ? [[{ label: texts.cover.menu, data: action("away", person.id) }]]
        : []),
      ...ownClasses.map(({ id, name }) => [
        { label: staffDesk.leaveClass(name), data: action("stop_teaching", id, person.id) },
      ]),
      ...revocable.map((binding): Button[] => [
        { label: staffDesk.revoke(binding), data: action("ask_revoke", person.id, binding.id), tone: "danger" },
      ]),
      ...returnable.map((binding) => [
        { label: staffDesk.giveBack(binding), data: action("give_back", person.id, binding.id) },
      ]),
      [{ label: staffDesk.toList, data: action("staff", 0) }],
    ],
  };
}

export function revokeQuestion(texts: Texts, { person }: StaffView, binding: StaffBinding): Message {
  const { staffDesk } = texts;
  const yes = { label: staffDesk.confirmRevoke, data: action("revoke", person.id, binding.id) };
  const no = toStaff(texts, person.id, staffDesk.keep);
  return confirmScreen(staffDesk.askRevoke(person.name, binding), { yes, no });
}

/** A text to forward as it is: without a button, and without a word of the bot's own. */
export function invitationToForward(
  texts: Texts,
  world: BotWorld,
  view: Pick<StaffView, "person" | "bindings" | "classes">,
  { token, expiresAt }: { token: string; expiresAt: Date },
): Message {
  const role = view.bindings.some((one) => one.role === "trainer" && one.revokedAt === null) ? "trainer" : "admin";
  const classes = view.classes.map(({ name }) => name);
  const lastDay = dayIn(view.person.zone ?? "Asia/Jakarta", new Date(expiresAt.getTime() - 1));
  return texts.staffDesk.forward({ name: view.person.name, role, classes, link: joinLink(world, token), lastDay });
}

export function toStaff(texts: Texts, personId: number, label = texts.staffDesk.toPerson): Button {
  return { label, data: action("staff_member", personId) };
}
