// A report as it is shown: the receipt with what can be done next, and the page behind its number.
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import type { Actor } from "../../domain/people/person.js";
import { inOrderAsked } from "../../domain/reports/questionnaire.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { Texts } from "../../texts/index.js";
import { aboutReport, authorFor, reportReceipt } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";
import { type ForWhom, saidForWhom } from "./stand-in/stand-in-note.js";

export async function receiptMessage(
  world: BotWorld,
  texts: Texts,
  reportId: number,
  forWhom: ForWhom,
): Promise<Message> {
  const { report, plan, isCorrection, isQuiet } = await reportReceipt(world, reportId);
  if (forWhom.standsIn) return standInReceipt(texts, report);
  const words = texts.reports;
  const receipt = words.receipt({
    ...report,
    type: report.planType,
    dueOn: plan.dueOn,
    isCorrection,
    isQuiet,
  });
  return {
    ...saidForWhom(texts, receipt, forWhom),
    buttons: [
      ...(report.state === "stuck" ? [[{ label: words.askHelp, data: action("need_help", plan.id) }]] : []),
      [correctButton(texts, report.number), { label: words.another, data: action("reports") }],
    ],
  };
}

/** To somebody who told it for the library: nothing of it is theirs. */
function standInReceipt(texts: Texts, report: ProgressReport): Message {
  const { number, planType: type, libraryName } = report;
  return {
    ...texts.standIn.reported({ number, type, libraryName }),
    buttons: [
      [
        { label: texts.review.see, data: action("numbered", number) },
        { label: texts.common.menu, data: action("menu") },
      ],
    ].flatMap((row) => rowsThatFit<Button>(row, 2)),
  };
}

export function correctButton(texts: Texts, number: string): Button {
  return { label: texts.reports.correct, data: action("correct", number) };
}

export async function reportPage(
  { world, texts, actor }: { world: BotWorld; texts: Texts; actor: Actor },
  report: ProgressReport,
): Promise<Message> {
  const { zone, changes } = await aboutReport(world, report);
  const author = (await authorFor(world, actor, report)) ?? texts.handover.formerManager;
  const { reportedAt: at, planType: type, ...rest } = report;
  const answers = inOrderAsked(report.answers, world.settings.questions);
  const review = report.review === null ? null : { ...report.review, zone };
  return texts.reports.page({ ...rest, answers, type, author, at, zone, changes, review });
}
