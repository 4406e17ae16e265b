// While somebody was writing or changing a report, others did: they are told what, and choose which of the two stands.

import type { ReportState } from "../../domain/plans/work-plan.js";
import { basisOf, type ReportBasis } from "../../domain/reports/changing-a-report.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { Draft, Json } from "../../ports/queue/drafts.js";
import {
  authorFor,
  changedReport,
  newerReport,
  type RecordProgressReportInput,
  type RecordProgressReportOutcome,
} from "../../use-cases/index.js";
import type { Answers, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import type { ReportFacts } from "./questionnaire-steps.js";

type Context = StepContext<ReportFacts>;

/** What they were told of and choose about: the report as it is now, or a newer one about the same plan. */
type Meanwhile = { basis: ReportBasis } | { newer: string };

/** The answers with which a correction begins, beside those of the report: what of it they have seen. */
export function seenOf(report: ProgressReport): Answers {
  return { basis: { ...basisOf(report) } };
}

export function meanwhileOf({ meanwhile }: Answers): Meanwhile | null {
  return (meanwhile as Meanwhile | undefined) ?? null;
}

export const whoseStep = choiceStep<ReportFacts>({
  label: ({ reports }) => reports.meanwhile.label,
  async ask(context) {
    const { texts, facts, answers, world, actor } = context;
    const meanwhile = meanwhileOf(answers);
    const words = texts.reports.meanwhile;
    const { zone } = facts.plan.trainingClass;
    if (meanwhile !== null && "newer" in meanwhile) {
      const newer = await newerReport(world, meanwhile.newer);
      const author = (await authorFor(world, actor, newer)) ?? texts.handover.formerManager;
      return words.newer({ ...newer, author, zone, own: answers.state as ReportState | "unchanged" });
    }
    if (facts.corrects === null || meanwhile === null) return texts.common.oldMenu();
    const { number } = facts.corrects;
    const versions = { seen: basisIn(answers).version, now: meanwhile.basis.version };
    const { now, changes } = await changedReport(world, facts.corrects, versions);
    const author = (await authorFor(world, actor, now)) ?? texts.handover.formerManager;
    return words.changed({
      ...{ number, zone, author, reportedAt: now.reportedAt },
      changes,
      isReviewed: meanwhile.basis.reviewed,
    });
  },
  choices: ({ texts }) => [
    { value: "mine", label: texts.reports.meanwhile.mine },
    { value: "theirs", label: texts.reports.meanwhile.theirs },
  ],
});

/** What is corrected, as they have last seen it; a report of their own beside one that came meanwhile. */
export function correctionIn({ answers, facts }: Context): RecordProgressReportInput["corrects"] {
  if (facts.corrects === null) return null;
  const meanwhile = meanwhileOf(answers);
  if (answers.whose !== "mine" || meanwhile === null) return { number: facts.corrects.number, basis: basisIn(answers) };
  return "newer" in meanwhile ? null : { number: facts.corrects.number, basis: meanwhile.basis };
}

/** Since when a new report is written, and of which other its author was told. */
export function begunIn({ answers }: Context, { createdAt }: Draft): { at: Date; told: string | null } {
  const meanwhile = meanwhileOf(answers);
  const told = answers.whose === "mine" && meanwhile !== null && "newer" in meanwhile ? meanwhile.newer : null;
  return { at: createdAt, told };
}

/** The answers with which the question is asked; null where there is nothing to choose. */
export function toChooseFrom(answers: Answers, outcome: RecordProgressReportOutcome): Answers | null {
  const { whose: _, ...rest } = answers;
  if (outcome.kind === "changed_meanwhile") return { ...rest, meanwhile: { basis: { ...outcome.basis } } };
  const isNewer = outcome.kind === "too_late" || outcome.kind === "reported_meanwhile";
  return isNewer ? { ...rest, meanwhile: { newer: outcome.latest } } : null;
}

/** A draft of the days before this was kept: its report may have changed, so they are asked rather than not. */
function basisIn({ basis }: Answers): ReportBasis {
  return (basis as (Json & ReportBasis) | undefined) ?? { version: 1, reviewed: false };
}
