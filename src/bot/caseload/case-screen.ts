// One plan that somebody follows up: its card and what can be done about it.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isOwnPractice } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import { lightOf, PLAN_TYPES } from "../../domain/plans/work-plan.js";
import { dayIn, daysBetween } from "../../domain/time/calendar.js";
import type { PlanCase } from "../../ports/people/caseloads.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { latestReport, wordsBesidePlan } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";

type Speaking = Pick<BotContext, "actor" | "texts" | "world">;

export async function caseScreen({ actor, texts, world }: Speaking, plan: PlanCase): Promise<Message> {
  const latest = await latestReport(world, plan.planId);
  const today = dayIn(plan.zone, world.clock.now());
  const card = texts.followUp.card({
    ...plan,
    light: lightOf(plan, today),
    daysLate: plan.state === "done" ? 0 : daysBetween(plan.dueOn, today),
    lastReportOn: plan.lastReportAt === null ? null : dayIn(plan.zone, plan.lastReportAt),
    changes: latest === null ? [] : texts.reports.changes(latest.changes),
    restUntil: plan.restUntil !== null && plan.restUntil > today ? plan.restUntil : null,
  });
  const beside = await wordsBesidePlan(world, plan.planId);
  return {
    ...(beside.length === 0 ? card : paragraphs(card, texts.duplicates.alsoWritten(beside))),
    buttons: [...reportButton(latest?.report ?? null), ...caseButtons(texts, plan), backToList(texts, actor, plan)],
  };
}

/** All that is late of one library: what is done is done about all of it, and each plan has its page. `page`: of the list that it is opened from. */
export function casesScreen({ actor, texts, world: { clock } }: Speaking, plans: PlanCase[], page: number): Message {
  const [first] = plans;
  if (first === undefined) throw new Error("A library without a plan was opened.");
  const today = dayIn(first.zone, clock.now());
  const inOrder = PLAN_TYPES.flatMap((type) => plans.filter((plan) => plan.type === type));
  const views = inOrder.map((plan) => ({
    ...plan,
    light: lightOf(plan, today),
    daysLate: plan.state === "done" ? 0 : daysBetween(plan.dueOn, today),
  }));
  const ofPlans = inOrder.map(({ planId, type }): Button[] => [
    {
      label: texts.workPlans.see(type),
      data: action("case", planId),
    },
  ]);
  return {
    ...texts.followUp.cases(first, views),
    buttons: [...actButtons(texts, first), ...ofPlans, backToList(texts, actor, first, page)],
  };
}

/** The last report in full, by its number. */
function reportButton(latest: ProgressReport | null): Button[][] {
  return latest === null ? [] : [[{ label: `📄 ${latest.number}`, data: action("numbered", latest.number) }]];
}

/** Ingatkan · Hubungi · Sudah bicara: about the plan and all else of its library that is late. Whom nothing reaches is telephoned. */
function actButtons({ followUp }: Texts, { planId, isBlocked, personIds }: PlanCase): [Button[], Button[]] {
  return [
    [
      ...(isBlocked || personIds.length === 0 ? [] : [{ label: followUp.remind, data: action("nudge", planId) }]),
      { label: followUp.contact, data: action("contact", planId) },
    ],
    [{ label: followUp.note, data: action("note", planId) }],
  ];
}

/** … and Perpanjang, which is about this plan alone. */
function caseButtons(texts: Texts, plan: PlanCase): Button[][] {
  const [reach, note] = actButtons(texts, plan);
  return [reach, [...note, { label: texts.followUp.extend, data: action("extend", plan.planId) }]];
}

/** To the list in which the plan stands: what somebody practises on has its own. */
function backToList({ followUp }: Texts, actor: Actor, { cohortId }: { cohortId: number }, page = 0): Button[] {
  return [{ label: followUp.backToList, data: action("overdue", page, isOwnPractice(actor, cohortId)) }];
}
