// The configured questions of a report as steps of its form: one a message, with the previous answer as a button.

import type { RichText } from "../../domain/messages/message.js";
import { PLAN_TYPES } from "../../domain/plans/work-plan.js";
import {
  excessIn,
  LONGEST_ANSWER_IN_WORDS,
  partsIn,
  type Question,
  type QuestionSets,
  type TypedAnswer,
} from "../../domain/reports/questionnaire.js";
import type { Review } from "../../domain/reports/review.js";
import { addDays, type Day, dayIn } from "../../domain/time/calendar.js";
import { cutTo } from "../../domain/words/cut-to.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { Json } from "../../ports/queue/drafts.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs, rich } from "../../texts/rich.js";
import type { Answers, Step, StepContext } from "../forms/form.js";
import { amountStep, isUnknown, UNKNOWN, unknownPreset } from "../forms/steps/amount-step.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { dayStep } from "../forms/steps/day-step.js";
import { multiChoiceStep } from "../forms/steps/multi-choice-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { type Preset, skipPreset, withPresets } from "../forms/steps/with-presets.js";
import type { ForWhom } from "./stand-in/stand-in-note.js";

export interface ReportFacts extends ForWhom {
  /** The report that is being corrected; null for a new one. */
  corrects: ProgressReport | null;
  /** What a reviewer asked for, where only that is corrected. */
  asked: Review | null;
  /** The newest about the plan, no matter who wrote it. */
  latest: ProgressReport | null;
  /** The latest answer to each question, from earlier reports about this plan. */
  previous: TypedAnswer[];
  /** The version that the draft was begun with. */
  questions: QuestionSets;
}

/** Beside "Tetap: " and "Still: " this fits a button of one column, which shows 30 letters on a narrow phone. */
const LONGEST_SHOWN = 22;

type Context = StepContext<ReportFacts>;

/** Apart from the form's own steps, whatever a question may be called. */
export function stepNameOf(key: string): string {
  return `q.${key}`;
}

/** One step for each question of any set: which of them are asked, the form's order says. */
export function questionSteps({ sets, version }: QuestionSets): Record<string, Step<ReportFacts>> {
  const questions = PLAN_TYPES.flatMap((type) => sets[type]);
  return Object.fromEntries(
    questions.map((question) => [
      stepNameOf(question.key),
      withPresets(stepFor(question, version), (context) => presetsFor(question, context)),
    ]),
  );
}

function stepFor(question: Question, version: number): Step<ReportFacts> {
  const { key } = question;
  const common = {
    label: ({ questionnaire }: Texts) => questionnaire.short(key, version),
    ask: (context: Context) => asked(question, context),
    example: ({ texts }: Context) => texts.questionnaire.example(key, version),
  };
  switch (question.kind) {
    case "amount":
      return amountStep({
        ...common,
        max: question.max,
        exceeds: (context, amount) => excessWith(context, key, amount),
      });
    case "text":
      return textStep({ ...common, max: LONGEST_ANSWER_IN_WORDS });
    case "day":
      return dayStep({
        ...common,
        direction: "back",
        today: ({ facts }, at) => dayIn(facts.plan.trainingClass.zone, at),
        choices: (context) => {
          const today = todayOf(context);
          const yesterday = addDays(today, -1);
          const { reports } = context.texts;
          return [
            { value: today, label: reports.today(today) },
            { value: yesterday, label: reports.yesterday(yesterday) },
          ];
        },
        check: (context, day) => (day > todayOf(context) ? context.texts.reports.dayAhead() : undefined),
      });
    case "choice":
      return choiceStep({ ...common, choices: choicesOf(question, version), perRow: 2 });
    case "choices":
      return multiChoiceStep({ ...common, name: stepNameOf(key), choices: choicesOf(question, version) });
  }
}

function todayOf({ facts, saidAt }: Context): Day {
  return dayIn(facts.plan.trainingClass.zone, saidAt);
}

function asked(question: Question, { texts, facts }: Context) {
  const { key, kind, optional } = question;
  const planned = plannedAnswer(question, facts, texts);
  const ask = texts.questionnaire.ask(key, facts.questions.version);
  return paragraphs(
    optional === true && kind === "text" ? rich`${ask} ${texts.common.skipIfNone()}` : ask,
    planned !== null && texts.reports.planned(planned),
  );
}

/** What does not fit when this is answered so; the other answers are those of the draft. */
function excessWith({ texts, facts, answers }: Context, key: string, amount: number): RichText | undefined {
  const parts = partsIn(facts.questions.sets[facts.plan.type]);
  const concerned = parts.filter(({ part, whole }) => part === key || whole === key).map(({ whole }) => whole);
  const known = (other: string) => {
    const answer = other === key ? amount : answers[stepNameOf(other)];
    return typeof answer === "number" ? answer : null;
  };
  const excess = excessIn(
    parts.filter(({ whole }) => concerned.includes(whole)),
    known,
  );
  if (excess === null) return undefined;
  const { label } = texts.questionnaire;
  return texts.reports.exceeds(excess.parts.map(label), excess.sum, label(excess.whole), excess.all);
}

function choicesOf({ key, choices }: { key: string; choices: readonly string[] }, version: number) {
  return ({ texts }: Context) =>
    choices.map((choice) => ({ value: choice, label: texts.questionnaire.choice(key, choice, version) }));
}

function presetsFor(question: Question, context: Context): Preset[] {
  const { facts, texts } = context;
  const previous = facts.previous.find((answer) => answer.question === question.key);
  // Of an earlier version's choices some may be gone.
  const isOffered =
    previous !== undefined &&
    (!("choices" in previous) ||
      ("choices" in question && previous.choices.every((one) => question.choices.includes(one))));
  const same = isOffered && {
    value: "same",
    label: texts.reports.same(cutTo(texts.reports.value(previous), LONGEST_SHOWN)),
    answer: storedAs(previous, facts.questions),
  };
  return [
    ...(same === false ? plannedPresets(question, context) : [same]),
    ...(question.kind === "amount" ? [unknownPreset(context)] : []),
    ...(question.optional === true ? [skipPreset(context)] : []),
  ];
}

/** What the plan says already need not be typed again. */
function plannedPresets(question: Question, { facts, texts }: Context): Preset[] {
  const planned = plannedAnswer(question, facts, texts);
  return planned === null ? [] : [{ value: "planned", label: texts.reports.asPlanned, answer: planned }];
}

/** Null where an earlier report has answered already: then that answer is offered. */
function plannedAnswer({ key }: Question, { plan, previous }: ReportFacts, texts: Texts): string | null {
  if (previous.some(({ question }) => question === key)) return null;
  const planned = key === "activity" ? plan.activity : key === "partner" ? plan.partner : null;
  return planned === texts.workPlans.seePhoto ? null : planned;
}

/** A typed answer as its step keeps it in the draft. */
export function storedAs(answer: TypedAnswer, { sets }: QuestionSets): Json {
  if ("amount" in answer) return answer.amount;
  if ("unknown" in answer) return UNKNOWN;
  if ("day" in answer) return answer.day;
  if ("text" in answer) return answer.text;
  const question = PLAN_TYPES.flatMap((type) => sets[type]).find(({ key }) => key === answer.question);
  return question?.kind === "choice" ? (answer.choices[0] ?? null) : answer.choices;
}

/** The draft's answers to these questions, typed; what was skipped is left out. */
export function answersFrom(questions: readonly Question[], answers: Answers): TypedAnswer[] {
  return questions.flatMap(({ key, kind }) => {
    const answer = answers[stepNameOf(key)];
    return answer === undefined || answer === null ? [] : [typed(key, kind, answer)];
  });
}

function typed(question: string, kind: Question["kind"], answer: Json): TypedAnswer {
  if (isUnknown(answer)) return { question, unknown: true };
  switch (kind) {
    case "amount":
      return { question, amount: Number(answer) };
    case "text":
      return { question, text: String(answer) };
    case "day":
      return { question, day: answer as Day };
    case "choice":
      return { question, choices: [String(answer)] };
    case "choices":
      return { question, choices: answer as string[] };
  }
}
