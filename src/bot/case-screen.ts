// One plan that somebody follows up: its card and what can be done about it.
import { action } from "../domain/action.js";
import { dayIn, daysBetween } from "../domain/calendar.js";
import type { Button, Message } from "../domain/message.js";
import { lightOf } from "../domain/work-plan.js";
import type { PlanCase } from "../ports/caseloads.js";
import type { ProgressReport } from "../ports/reports.js";
import type { World } from "../ports.js";
import type { Texts } from "../texts/index.js";
import { whatChanged } from "../use-cases/index.js";

export async function caseScreen({ clock, store }: World, texts: Texts, plan: PlanCase): Promise<Message> {
  const latest = await store.reports.latestOf(plan.planId);
  const today = dayIn(plan.zone, clock.now());
  const card = texts.followUp.card({
    ...plan,
    light: lightOf(plan, today),
    daysLate: plan.state === "done" ? 0 : daysBetween(plan.dueOn, today),
    lastReportOn: plan.lastReportAt === null ? null : dayIn(plan.zone, plan.lastReportAt),
    changes: latest === null ? [] : texts.reports.changes(await whatChanged(store, latest)),
    restUntil: plan.restUntil !== null && plan.restUntil > today ? plan.restUntil : null,
  });
  return { ...card, buttons: [...reportButton(latest), ...caseButtons(texts, plan.planId), backToList(texts)] };
}

/** The last report in full, by its number. */
function reportButton(latest: ProgressReport | null): Button[][] {
  return latest === null ? [] : [[{ label: `📄 ${latest.number}`, data: action("numbered", latest.number) }]];
}

/** Ingatkan · Hubungi · Catat · Perpanjang. */
export function caseButtons({ followUp }: Texts, planId: number): Button[][] {
  return [
    [
      { label: followUp.remind, data: action("nudge", planId) },
      { label: followUp.contact, data: action("contact", planId) },
    ],
    [
      { label: followUp.note, data: action("note", planId) },
      { label: followUp.extend, data: action("extend", planId) },
    ],
  ];
}

export function backToList({ followUp }: Texts): Button[] {
  return [{ label: followUp.backToList, data: action("overdue", 0) }];
}
