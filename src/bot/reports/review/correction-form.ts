// A trainer asks for a correction: which answers, by check boxes, and a word about what is wrong with them.

import { action } from "../../../domain/messages/action.js";
import type { RichText } from "../../../domain/messages/message.js";
import { LONGEST_CORRECTION_NOTE, markable } from "../../../domain/reports/review.js";
import type { Texts } from "../../../texts/index.js";
import {
  findReview,
  type ReportUnderReview,
  type ReviewReportOutcome,
  reviewReport,
} from "../../../use-cases/index.js";
import type { Form } from "../../forms/form.js";
import { multiChoiceStep } from "../../forms/steps/multi-choice-step.js";
import { textStep } from "../../forms/steps/text-step.js";

interface CorrectionFacts {
  sheet: ReportUnderReview;
  /** The version that was read when it was opened. */
  reportId: number;
}

/** In place of a note where there is none; nobody types it. */
const NO_NOTE = "-";

export const correctionForm: Form<CorrectionFacts> = {
  name: "correction",
  version: 1,
  async load(world, actor, subject) {
    const reportId = Number(/^report:(\d+)$/.exec(subject)?.[1]);
    const sheet = await findReview(world, actor, reportId);
    return sheet === null ? null : { sheet, reportId };
  },
  about: ({ review }, { sheet }) => review.about(sheet.report.number),
  look: ({ sheet }) => ({ action: "report.view", subject: `plan:${sheet.report.planId}` }),
  isOvertaken: ({ sheet, reportId }) => sheet.report.id !== reportId || sheet.report.review !== null,
  order: () => ["marks", "note"],
  steps: {
    marks: multiChoiceStep({
      name: "marks",
      label: ({ review }) => review.marksLabel,
      ask: ({ texts, facts: { sheet } }) => texts.review.askMarks(sheet.report.number),
      choices: ({ texts, facts: { sheet }, world }) =>
        markable(sheet.report, world.settings.questions).map((name) => ({
          value: name,
          label: texts.review.mark(name),
        })),
    }),
    note: textStep({
      label: ({ review }) => review.noteLabel,
      ask: ({ texts }) => texts.review.askNote(),
      max: LONGEST_CORRECTION_NOTE,
      keeps: "words",
      example: ({ texts }) => texts.review.noteExample,
      choices: ({ texts }) => [{ value: NO_NOTE, label: texts.common.skip }],
    }),
  },
  async finish({ world, actor, texts, answers, facts: { sheet, reportId } }) {
    const marked = answers.marks as string[];
    const note = answers.note === NO_NOTE ? null : String(answers.note);
    const outcome = await reviewReport(world, actor, { reportId, verdict: "correction", marked, note });
    const buttons = [
      [{ label: texts.review.next, data: action("review", reportId) }],
      [{ label: texts.common.menu, data: action("menu") }],
    ];
    return { ...saidOf(texts, outcome, sheet), buttons };
  },
};

function saidOf({ review }: Texts, outcome: ReviewReportOutcome, { zone }: ReportUnderReview): RichText {
  switch (outcome.kind) {
    case "reviewed":
      return review.asked(outcome);
    case "reviewed_already":
      return review.reviewedAlready({ ...outcome.review, zone, number: outcome.number });
    case "changed_meanwhile":
      return review.changedMeanwhile(outcome.number);
    case "too_late":
      return review.tooLate();
    case "not_yours":
      return review.gone();
  }
}
