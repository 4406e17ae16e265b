// Reporting on one plan: two or three taps and it is sent; anyone who has more to tell adds numbers, files and a story.
import type { Message } from "../../domain/messages/message.js";
import { isReportState, REPORT_STATES, type ReportState } from "../../domain/plans/work-plan.js";
import { LONGEST_NEXT_STEP, LONGEST_OWN_OBSTACLE, LONGEST_TOLD } from "../../domain/reports/progress-report.js";
import {
  type QuestionSets,
  type QuestionVersions,
  setsThatAsked,
  type TypedAnswer,
  versionOf,
} from "../../domain/reports/questionnaire.js";
import { capital } from "../../texts/capital.js";
import type { ReportView } from "../../texts/layouts/reports/report-view.js";
import { paragraphs } from "../../texts/rich.js";
import { latestReport, recordProgressReport, reportToFillIn } from "../../use-cases/index.js";
import type { Answers, Form, Step, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { filesStep } from "../forms/steps/files-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { skipPreset, withPresets } from "../forms/steps/with-presets.js";
import { planView } from "../plans/plan-facts.js";
import { menuButtons } from "../talk/main-menu.js";
import { answersOfReport, askedAnew, correctionOf, readCorrected, withNotes } from "./marked-answers.js";
import { answersFrom, questionSteps, type ReportFacts, stepNameOf } from "./questionnaire-steps.js";
import { begunIn, correctionIn, meanwhileOf, toChooseFrom, whoseStep } from "./report-meanwhile.js";
import { correctButton, receiptMessage, reportPage } from "./report-messages.js";
import { aboutWhom, saidForWhom, withWhom } from "./stand-in/stand-in-note.js";

type Context = StepContext<ReportFacts>;

/** A form's version tells both its own, of the questions below, and that of the configured ones. */
const OWN = 1000;
/** Versions of an office have higher numbers than those of files: what is above is carried in front. */
const OFFICE = OWN * OWN;

function formVersion(questions: number): number {
  return Math.floor(questions / OWN) * OFFICE + reportForm.version * OWN + (questions % OWN);
}

/** Null where the form's own questions were others. */
function questionsIn(version: number): number | null {
  const own = Math.floor((version % OFFICE) / OWN);
  return own === reportForm.version ? Math.floor(version / OFFICE) * OWN + (version % OWN) : null;
}

function askedIn(questions: QuestionVersions, version: number): QuestionSets | undefined {
  const number = questionsIn(version);
  return number === null ? undefined : versionOf(questions, number);
}

export const reportForm: Form<ReportFacts> = {
  name: "report",
  version: 1,
  versionIn: ({ settings }) => formVersion(settings.questions.current.version),
  reads: ({ settings }, version) => askedIn(settings.questions, version) !== undefined,
  async load(world, actor, subject, version) {
    const corrected = readCorrected(subject);
    const planId = Number(/^plan:(\d+)$/.exec(subject)?.[1]);
    const found = await reportToFillIn(world, actor, corrected ?? { planId });
    if (found.kind !== "found") return found.kind === "gone" ? null : "away";
    const { questions } = world.settings;
    const atHand = askedIn(questions, version) ?? questions.current;
    return {
      ...found,
      asked: corrected?.onlyMarked === true ? correctionOf(found.corrects) : null,
      // A correction asks what the report was asked: else what is no longer asked would be lost with it.
      questions: found.corrects === null ? atHand : setsThatAsked(atHand, questions, found.corrects),
    };
  },
  about: (texts, { corrects, asked, ...facts }) => {
    const { reports, review } = texts;
    const what =
      corrects === null
        ? reports.reportOn(facts.plan.type)
        : asked === null
          ? reports.changeOf(corrects.number)
          : review.fixAbout(corrects.number);
    return aboutWhom(texts, what, facts);
  },
  // What a colleague reported ends nothing, unless it ends the plan: they are told of it when this one is sent.
  isOvertaken: ({ plan, latest }, { updatedAt }, { actor }) =>
    latest !== null && latest.reportedAt > updatedAt && (latest.authorId === actor.person.id || plan.state === "done"),
  initial: (facts) => (facts.corrects === null ? undefined : answersOfReport(facts.corrects, facts)),
  rescue: { isSilent: ({ plan, corrects }) => corrects === null && plan.state === "done" },
  order: (answers, facts) => [...questionsOf(answers, facts), ...(meanwhileOf(answers) === null ? [] : ["whose"])],
  changeable: questionsOf,
  endsAtOnce: ({ details, whose }, { corrects }) => whose !== undefined || (corrects === null && details !== "add"),
  steps: withWhom(
    withNotes({
      state: stateStep(),
      obstacle: obstacleStep(),
      details: choiceStep({
        label: ({ reports }) => reports.details.label,
        ask: ({ texts, answers }) => texts.reports.details.ask(answers.state as ReportState),
        choices: ({ texts }) => [
          { value: "send", label: texts.reports.details.send },
          { value: "add", label: texts.reports.details.add },
        ],
      }),
      files: filesStep({
        name: "files",
        label: ({ reports }) => reports.files.label,
        ask: ({ texts }) => texts.reports.files.ask(),
        planId: ({ plan }) => plan.id,
      }),
      nextStep: skippable(
        textStep({
          label: ({ reports }) => reports.nextStep.label,
          ask: ({ texts }) => texts.reports.nextStep.ask(),
          max: LONGEST_NEXT_STEP,
          example: ({ texts }) => texts.reports.nextStep.example,
        }),
      ),
      story: skippable(
        textStep({
          label: ({ reports }) => reports.story.label,
          ask: ({ texts }) => texts.reports.story.ask(),
          max: LONGEST_TOLD,
          example: ({ texts }) => texts.reports.story.example,
        }),
      ),
      whose: whoseStep,
    }),
  ),
  stepsFor: ({ questions }) => withWhom(withNotes(questionSteps(questions))),
  async summary(context) {
    const { texts, facts } = context;
    return {
      ...saidForWhom(texts, texts.reports.summary(viewOf(context)), facts),
      confirm: facts.corrects === null ? texts.reports.confirm : texts.reports.confirmChange,
    };
  },
  async finish(context, { draft, updateId }) {
    const { world, actor, texts, facts, answers, saidAt } = context;
    const { type: _, files: __, ...content } = viewOf(context);
    if (answers.whose === "theirs") return leaveTheirs(context);
    const outcome = await recordProgressReport(world, actor, {
      ...content,
      planId: facts.plan.id,
      evidenceIds: filesIn(context),
      corrects: correctionIn(context),
      begun: begunIn(context, draft),
      ...{ updateId, saidAt },
    });
    const toChoose = toChooseFrom(answers, outcome);
    if (toChoose !== null) return { kind: "not_yet", answers: toChoose };
    return outcome.kind === "recorded"
      ? await receiptMessage(world, texts, outcome.reportId, facts)
      : { ...texts.common.gone(), buttons: menuButtons(actor, texts) };
  },
};

/** What others said stays: it is shown, so that anyone who has given way sees to what. */
async function leaveTheirs({ texts, facts, world, actor }: Context): Promise<Message> {
  const theirs = await latestReport(world, facts.plan.id);
  if (theirs === null) throw new Error(`No report about plan ${facts.plan.id}, though one was being corrected.`);
  const page = await reportPage({ world, texts, actor }, theirs.report);
  return {
    ...paragraphs(texts.reports.meanwhile.left(), page),
    buttons: [[correctButton(texts, theirs.report.number)]],
  };
}

/** Of what the report holds: where a reviewer asked for something, that alone. */
function questionsOf(answers: Answers, facts: ReportFacts): string[] {
  const steps = askedOf(answers, facts);
  return facts.corrects === null ? steps : askedAnew(steps, facts, answersOfReport(facts.corrects, facts));
}

function askedOf(answers: Answers, facts: ReportFacts): string[] {
  const { state } = answers;
  const steps = ["state"];
  if (state === "unchanged") return steps;
  if (state === "stuck") steps.push("obstacle");
  // Stuck: the reason is what the trainer needs; it is sent with that tap, and details can follow on the receipt.
  if (facts.corrects === null && answers.details !== "add") return state === "stuck" ? steps : [...steps, "details"];
  return [...steps, ...detailSteps(state as ReportState | undefined, facts)];
}

function detailSteps(state: ReportState | undefined, { plan, questions: { sets } }: ReportFacts): string[] {
  // Numbers count what has taken place: there are none where nothing moves.
  const isMoving = state === "in_progress" || state === "done";
  const questions = isMoving ? sets[plan.type].map(({ key }) => stepNameOf(key)) : [];
  return [...questions, "files", ...(state === "done" ? [] : ["nextStep"]), "story"];
}

function stateStep(): Step<ReportFacts> {
  return choiceStep<ReportFacts>({
    label: ({ reports }) => reports.state.label,
    ask: ({ texts, facts, world }) => texts.reports.state.ask(planView(facts.plan, world.clock.now())),
    choices: ({ texts, facts }) => {
      const { unchanged, buttons } = texts.reports.state;
      const states = REPORT_STATES.map((state) => ({ value: state, label: buttons[state] }));
      // Nothing can be unchanged where nothing was said yet.
      const isKnown = facts.corrects === null && isReportState(facts.plan.state);
      return isKnown ? [{ value: "unchanged", label: unchanged }, ...states] : states;
    },
  });
}

/** One of the list, or in the person's own words. */
function obstacleStep(): Step<ReportFacts> {
  const words = textStep<ReportFacts>({
    label: ({ reports }) => reports.obstacle.label,
    ask: ({ texts }) => texts.reports.obstacle.ask(),
    max: LONGEST_OWN_OBSTACLE,
    example: ({ texts }) => texts.planWords.obstacles.budget,
  });
  const list = choiceStep<ReportFacts>({
    label: words.label,
    ask: words.ask,
    choices: ({ texts, facts }) =>
      facts.questions.obstacles.map((key) => ({
        value: key,
        label: capital(texts.planWords.obstacle(key, facts.questions.version)),
      })),
  });
  return {
    ...list,
    async read(context, input) {
      const chosen = await list.read(context, input);
      return chosen.kind === "problem" && input.kind === "text" ? words.read(context, input) : chosen;
    },
  };
}

function skippable(step: Step<ReportFacts>): Step<ReportFacts> {
  return withPresets(step, (context) => [skipPreset(context)]);
}

function viewOf(context: Context): ReportView {
  const { answers, facts } = context;
  const asked = new Set(askedOf(answers, facts));
  const said = (step: string) => (asked.has(step) ? ((answers[step] ?? null) as string | null) : null);
  return {
    type: facts.plan.type,
    state: answers.state as ReportView["state"],
    obstacle: said("obstacle"),
    nextStep: said("nextStep"),
    story: said("story"),
    answers: answersFrom(facts.questions.sets[facts.plan.type], answers).filter((answer: TypedAnswer) =>
      asked.has(stepNameOf(answer.question)),
    ),
    files: filesIn(context).length + (facts.corrects?.files ?? 0),
  };
}

function filesIn({ answers }: Context): number[] {
  return (answers.files ?? []) as number[];
}
