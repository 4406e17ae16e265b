// A correction that was asked for: only the marked answers of a report are asked anew, with the reviewer's word below each question.
import type { Review } from "../../domain/reports/review.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import { paragraphs } from "../../texts/rich.js";
import type { Answers, Step } from "../forms/form.js";
import { type ReportFacts, stepNameOf, storedAs } from "./questionnaire-steps.js";
import { seenOf } from "./report-meanwhile.js";

/** What the form's subject says: which report is corrected, and whether only what was marked. */
export function readCorrected(subject: string): { number: string; onlyMarked: boolean } | null {
  const [, how, number] = /^(report|marked):(.+)$/.exec(subject) ?? [];
  return number === undefined ? null : { number, onlyMarked: how === "marked" };
}

/** Null where nothing (more) is asked for. */
export function correctionOf(report: ProgressReport | null): Review | null {
  return report?.review?.verdict === "correction" ? report.review : null;
}

/** Of the answers with which a correction begins, those that stay. */
function unmarked(answers: Answers, asked: Review | null): Answers {
  if (asked === null) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([step]) => !asked.marked.includes(step)));
}

/** The answers with which the correction of a report begins: all that it says, but for what is asked anew. */
export function answersOfReport(report: ProgressReport, { questions, asked }: ReportFacts): Answers {
  const unasked = questions.sets[report.planType].map(({ key }) => [stepNameOf(key), null]);
  const answers = {
    ...Object.fromEntries(unasked),
    ...Object.fromEntries(report.answers.map((answer) => [stepNameOf(answer.question), storedAs(answer, questions)])),
    state: report.state,
    ...seenOf(report),
    ...(report.state === "stuck" && { obstacle: report.obstacle ?? "other" }),
    files: [],
    nextStep: report.nextStep,
    story: report.story,
  };
  return unmarked(answers, asked);
}

/** Of the steps of a report, those of which nothing stays. */
export function askedAnew(steps: string[], { asked }: ReportFacts, kept: Answers): string[] {
  return asked === null ? steps : steps.filter((step) => !(step in kept));
}

export function withNotes(steps: Record<string, Step<ReportFacts>>): Record<string, Step<ReportFacts>> {
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, withNote(name, step)]));
}

function withNote(name: string, step: Step<ReportFacts>): Step<ReportFacts> {
  return {
    ...step,
    async ask(context) {
      const message = await step.ask(context);
      const { asked } = context.facts;
      if (asked === null || asked.note === null || !asked.marked.includes(name)) return message;
      const note = context.texts.review.noteOf({ byName: asked.byName, note: asked.note });
      return { ...message, ...paragraphs(message, note) };
    },
  };
}
