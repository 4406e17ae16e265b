// Photos that come just after a receipt: are they for that report? Until the answer they are kept with the question.

import type { ProgressReport } from "../../ports/plans/reports.js";
import { paragraphs } from "../../texts/rich.js";
import { addFilesToReport, reportToAddTo } from "../../use-cases/index.js";
import { type Finished, type Form, type Step, type StepContext, withChoices } from "../forms/form.js";
import { isChosen } from "../forms/steps/choice-step.js";
import { countsOf, faultWords, noteWords, receivedIn, takeFile } from "../forms/steps/files-step.js";
import { menuButtons } from "../talk/main-menu.js";
import { correctButton } from "./report-messages.js";

interface AddFilesFacts {
  report: ProgressReport;
}

type Context = StepContext<AddFilesFacts>;

const STEP = "add";

export const addFilesForm: Form<AddFilesFacts> = {
  name: "add_files",
  version: 1,
  async load(world, actor, subject) {
    const number = /^report:(.+)$/.exec(subject)?.[1];
    const found = number === undefined ? null : await reportToAddTo(world, actor, number);
    return found?.kind === "found" ? { report: found.report } : null;
  },
  about: ({ reports }, { report }) => reports.addFiles.about(report.number),
  order: () => [STEP],
  leftByAnswer: true,
  steps: { [STEP]: addStep() },
  async finish(context, { draft, updateId }): Promise<Finished> {
    const { world, answers, texts, actor } = context;
    const words = texts.reports.addFiles;
    const received = receivedIn(answers, STEP);
    if (answers[STEP] === "yes") {
      const { number } = context.facts.report;
      const input = { number, evidenceIds: received.evidenceIds, updateId };
      const outcome = await addFilesToReport(world, actor, input);
      if (outcome.kind === "too_late") return { ...texts.reports.tooLate(), buttons: menuButtons(actor, texts) };
      return outcome.kind === "added"
        ? { ...words.added({ number, ...countsOf(received) }), buttons: [[correctButton(texts, number)]] }
        : { ...texts.common.gone(), buttons: menuButtons(actor, texts) };
    }
    // A single file that could not be kept, or that a report has already, is not asked about.
    const said = draft.asked === null && answers[STEP] === "none" ? noteWords(received, texts) : null;
    return { kind: "thrown_away", message: { ...(said ?? words.declined()), buttons: menuButtons(actor, texts) } };
  },
};

function addStep(): Step<AddFilesFacts> {
  const choicesFor = ({ texts, facts, answers }: Context) =>
    receivedIn(answers, STEP).evidenceIds.length === 0
      ? [{ value: "none", label: texts.common.done }]
      : [
          { value: "yes", label: texts.reports.addFiles.yes(facts.report.number) },
          { value: "no", label: texts.common.no },
        ];
  return {
    typed: true,
    label: ({ reports }) => reports.files.label,
    ask(context) {
      const { texts, facts, answers } = context;
      const received = receivedIn(answers, STEP);
      const { number, planType: type, reviewedAt } = facts.report;
      const question = texts.reports.addFiles.ask({
        ...countsOf(received),
        ...{ number, type, isReviewed: reviewedAt !== null },
      });
      const faults = faultWords(received.notes, texts.reports);
      const isAny = received.evidenceIds.length > 0;
      const nothing = faults.length === 0 && texts.reports.addFiles.sendAgain(number);
      const message = paragraphs(isAny ? question : nothing, ...faults);
      return withChoices(message, choicesFor(context), context, 1);
    },
    // Of an album that was sent before the question was there.
    async late(context, file) {
      const { answers } = await takeFile(context, STEP, context.facts.report.planId, file);
      return { answers, say: undefined };
    },
    async read(context, input) {
      if (input.kind === "file") {
        const taken = await takeFile(context, STEP, context.facts.report.planId, input.file);
        // Of an album there may be better ones to come.
        if (receivedIn(taken.answers, STEP).evidenceIds.length > 0 || input.file.albumId !== null) return taken;
        return { kind: "answer", value: "none", also: taken.answers };
      }
      const chosen = choicesFor(context).find((choice) => isChosen(choice, input));
      if (chosen !== undefined) return { kind: "answer", value: chosen.value };
      return { kind: "problem", say: context.texts.common.pressAButton() };
    },
  };
}
