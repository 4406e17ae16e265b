// A report as it is shown: the receipt with what can be done next, and the page behind its number.
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isQuiet } from "../../domain/people/quiet.js";
import { inOrderAsked } from "../../domain/reports/questionnaire.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { whatChanged } from "../../use-cases/index.js";

export async function receiptMessage(
  { store, clock }: World,
  texts: Texts,
  reportId: number,
  standsIn: boolean,
): Promise<Message> {
  const report = await store.reports.find(reportId);
  const plan = report === null ? null : await store.plans.find(report.planId);
  if (report === null || plan === null) throw new Error(`No report ${reportId}, though it was just written.`);
  if (standsIn) return standInReceipt(texts, report);
  const author = await store.people.find(report.authorId);
  const words = texts.reports;
  return {
    ...words.receipt({
      ...report,
      type: report.planType,
      dueOn: plan.dueOn,
      isCorrection: (await store.reports.lastReviewed(report.number))?.review?.verdict === "correction",
      isQuiet: author !== null && isQuiet(author, clock.now()),
    }),
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
  { store, settings }: Pick<World, "store" | "settings">,
  texts: Texts,
  report: ProgressReport,
): Promise<Message> {
  const plan = await store.plans.find(report.planId);
  if (plan === null) throw new Error(`No plan ${report.planId}, though there is a report about it.`);
  const { authorName: author, reportedAt: at, planType: type, ...rest } = report;
  const { zone } = plan.trainingClass;
  const changes = await whatChanged(store, report);
  const answers = inOrderAsked(report.answers, settings.questions);
  const review = report.review === null ? null : { ...report.review, zone };
  return texts.reports.page({ ...rest, answers, type, author, at, zone, changes, review });
}
