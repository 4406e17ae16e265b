// The main menu: what this person can do next, as buttons.
import { action } from "../domain/action.js";
import type { Button, Message } from "../domain/message.js";
import { type Actor, isAdmin, isKnown, isTrainer } from "../domain/person.js";
import type { Texts } from "../texts/index.js";

export function menuMessage(actor: Actor, texts: Texts): Message {
  return { ...texts.common.main(actor.person?.name ?? ""), buttons: menuButtons(actor, texts) };
}

export function menuButtons(actor: Actor, texts: Texts): Button[][] {
  if (!isKnown(actor)) return [[{ label: texts.common.start, data: action("menu"), tone: "primary" }]];
  const staff = [
    [
      { label: texts.summary.menu, data: action("summary") },
      { label: texts.caseload.menu, data: action("people", "all", 0) },
    ],
    [
      { label: texts.caseload.overdueMenu, data: action("overdue", 0) },
      { label: texts.classPages.menu, data: action("classes") },
    ],
  ];
  const participant = [
    [
      { label: texts.reports.open, data: action("reports"), tone: "primary" as const },
      { label: texts.workPlans.open, data: action("plans") },
    ],
    [
      { label: texts.reports.card.open, data: action("progress") },
      { label: texts.questions.menu, data: action("ask") },
    ],
    [{ label: texts.schedule.menu, data: action("schedule") }],
  ];
  return [
    // Whoever has both roles finds the rest under /bantuan.
    ...(isTrainer(actor) || isAdmin(actor) ? [] : participant),
    ...(isTrainer(actor) || isAdmin(actor) ? staff : []),
    ...(isAdmin(actor) ? [[{ label: texts.announcement.menu, data: action("announcements") }]] : []),
  ];
}
