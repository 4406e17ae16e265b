// /lapor: how are the plans going; /kemajuan: three lights and the next step; a report by its number.

import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import { isKnown } from "../../domain/people/person.js";
import { nextStep } from "../../domain/plans/work-plan.js";
import { readReportNumber } from "../../domain/reports/progress-report.js";
import { dayIn } from "../../domain/time/calendar.js";
import { cutTo } from "../../domain/words/cut-to.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import { paragraphs } from "../../texts/rich.js";
import {
  askForHelp,
  findAsked,
  findReport,
  lastReport,
  mayCorrectReport,
  ownPlansReviewed,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { send, show } from "../kit/show.js";
import { planView } from "../plans/plan-facts.js";
import { planLabel } from "../plans/plan-label.js";
import { withNote } from "../registration/admission-note.js";
import { menuButtons } from "../talk/main-menu.js";
import { savedButtons } from "../talk/menu-with-saved-forms.js";
import { askedButtons } from "../threads/thread-handlers.js";
import { threadReceipt } from "../threads/thread-receipt.js";
import { correctionOf } from "./marked-answers.js";
import { correctButton, reportPage } from "./report-messages.js";

export async function showReports(ctx: BotContext): Promise<void> {
  const { texts, world, actor } = ctx;
  const { plans, reviews } = await ownPlansReviewed(world, actor);
  if (plans.length === 0) return send(ctx, { ...texts.workPlans.noPlans(), buttons: menuButtons(actor, texts) });
  const labelOf = (plan: WorkPlan, label: string) => planLabel(texts, plans, plan, label);
  const toFix = plans.flatMap((plan): Button[][] => {
    const review = reviews.get(plan.id);
    if (review?.standing !== "correction") return [];
    const label = labelOf(plan, texts.review.fixOf(plan.type));
    return [[{ label, data: action("fix", review.number), tone: "primary" }]];
  });
  const ofPlans = plans.map((plan) => [
    { label: labelOf(plan, texts.reports.about(plan.type)), data: action("report", plan.id) },
  ]);
  const buttons: Button[][] = [...toFix, ...ofPlans];
  const latest = await lastReport(world, plans);
  if (latest !== null) buttons.push([{ label: texts.reports.changeLast, data: action("correct", latest.number) }]);
  // Below: in place of a receipt it would take its number away.
  const list = {
    ...texts.reports.list(plans.map((plan) => planView(plan, world.clock.now(), reviews))),
    buttons: [...(await savedButtons(ctx)), ...buttons],
  };
  await send(ctx, withNote(texts, plans, list));
}

export async function startReport(ctx: KnownContext, [planId]: Ids<"report">): Promise<void> {
  // Anyone who was forgotten still has old reminders.
  await startForm(ctx, "report", `plan:${planId}`);
}

/** /kemajuan, or /kemajuan with a report's number. */
export async function showCard(ctx: BotContext, argument: string): Promise<void> {
  if (argument !== "") return showReport(ctx, argument);
  const { texts, world, actor } = ctx;
  const { plans, reviews } = await ownPlansReviewed(world, actor);
  const [first] = plans;
  const { card } = texts.reports;
  if (first === undefined) return send(ctx, { ...card.noPlans(), buttons: menuButtons(actor, texts) });
  const now = world.clock.now();
  const step = nextStep(plans, dayIn(first.trainingClass.zone, now));
  const views = plans.map((plan) => planView(plan, now, reviews));
  const about = plans.find(({ id }) => id === step?.planId);
  if (step === null || about === undefined) return show(ctx, paragraphs(card.say(views), card.nothingLeft()));
  const data = action(step.kind === "write" ? "plan" : "report", about.id);
  const label = planLabel(texts, plans, about, card.next({ kind: step.kind, type: about.type }));
  await show(ctx, { ...card.say(views), buttons: [[{ label, data, tone: "primary" }]] });
}

/** True when the text is a report's number, which then has been answered. */
export async function answerReportNumber(ctx: BotContext, text: string): Promise<boolean> {
  if (!isKnown(ctx.actor) || readReportNumber(text) === null) return false;
  await showReport(ctx, text);
  return true;
}

async function showReport(ctx: BotContext, typed: string): Promise<void> {
  const { texts, world, actor } = ctx;
  const number = readReportNumber(typed);
  const report = number === null ? null : await findReport(world, actor, number);
  if (report === null) {
    // 20 characters: longer than any number, short enough to be quoted back.
    return send(ctx, { ...texts.reports.notFound(cutTo(typed, 20)), buttons: menuButtons(actor, texts) });
  }
  const isTheirs = await mayCorrectReport(world, actor, report);
  const toFix = isTheirs && correctionOf(report) !== null;
  const fix: Button = { label: texts.review.fix, data: action("fix", report.number), tone: "primary" };
  const pictures: Button = { label: texts.review.files(report.files), data: action("evidence", report.number) };
  const buttons = [
    ...(toFix ? [[fix]] : []),
    ...(report.files > 0 ? [[pictures]] : []),
    ...(isTheirs ? [[correctButton(texts, report.number)]] : []),
    [{ label: texts.common.menu, data: action("menu") }],
  ];
  await send(ctx, { ...(await reportPage(ctx, report)), buttons });
}

/** Opens the report's form with all that it says, to change any one answer. */
export async function correctReport(ctx: KnownContext, [number]: Ids<"correct">): Promise<void> {
  const { texts, world, actor } = ctx;
  const report = await findReport(world, actor, number);
  if (report === null || !(await mayCorrectReport(world, actor, report))) {
    return send(ctx, {
      ...texts.reports.tooLate(),
      buttons: [[{ label: texts.reports.open, data: action("reports") }]],
    });
  }
  await startForm(ctx, "report", `report:${report.number}`, true);
}

/** What a reviewer asked for, and nothing else. */
export async function fixReport(ctx: KnownContext, [number]: Ids<"fix">): Promise<void> {
  const { texts, world, actor } = ctx;
  const report = await findReport(world, actor, number);
  if (report === null || correctionOf(report) === null || !(await mayCorrectReport(world, actor, report))) {
    return send(ctx, {
      ...texts.review.nothingToFix(),
      buttons: [[{ label: texts.reports.open, data: action("reports") }]],
    });
  }
  // Below: what was asked for stays on the screen.
  await startForm(ctx, "report", `marked:${report.number}`, true);
}

export async function needHelp(ctx: KnownContext, [planId]: Ids<"need_help">): Promise<void> {
  const { texts, world, actor, saidAt } = ctx;
  const input = { planId, updateId: ctx.update.update_id, saidAt };
  const outcome = await askForHelp(world, actor, input);
  const menu = menuButtons(actor, texts);
  if (outcome.kind === "not_yours") {
    return send(ctx, { ...texts.common.gone(), buttons: menu });
  }
  const { threadId } = outcome;
  if (threadId === null) return send(ctx, { ...texts.reports.helpNoted(), buttons: menu });
  // A colleague's plea is the colleague's.
  const isTheirs = (await findAsked(world, actor, threadId)).kind === "found";
  const buttons = isTheirs ? askedButtons(texts, threadId) : menu;
  const passedOn = outcome.kind === "asked" ? outcome.passedOn : null;
  const said = passedOn === null ? texts.reports.helpAskedAlready() : threadReceipt(actor, passedOn, null);
  await send(ctx, { ...said, buttons });
  // What they write now belongs to it.
  if (isTheirs) await startForm(ctx, "question", `thread:${threadId}`, true);
}
