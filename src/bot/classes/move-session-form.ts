// Moving a session: to which day, at what time, or by so much at one press; the summary says who gets told what, and what else is held then.

import { endMoved, isSessionMove, minutesLater } from "../../domain/classes/session-move.js";
import { addDays, type Day, dayIn, instantAt, timeIn } from "../../domain/time/calendar.js";
import { zoneLabel } from "../../domain/time/zone.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import { bareTime, dayAndTime, shortDay } from "../../texts/dates.js";
import { clashesOf, findRunSession, moveTrainingSession, peopleToTell, startsOf } from "../../use-cases/index.js";
import type { Answers, Form, StepContext } from "../forms/form.js";
import { dayStep } from "../forms/steps/day-step.js";
import { timeStep } from "../forms/steps/time-step.js";
import { refusal } from "../kit/refuse.js";
import { clashWarning } from "./clash-warning.js";
import { afterChange } from "./session-to-change.js";

interface MoveFacts {
  session: TrainingSession;
  trainingClass: TrainingClass;
  /** The revision that was looked at when the form was opened. */
  revision: number;
  /** The clock times at which this class's sessions start: what people will mostly choose. */
  usualTimes: string[];
  /** What is decided already by the button that opened it. */
  decided: Answers;
}

type Context = StepContext<MoveFacts>;

/** Nine times are three rows. */
const MOST_TIMES = 9;
/** Most sessions move within the class's week. */
const DAYS_OFFERED = 6;

export const moveSessionForm: Form<MoveFacts> = {
  name: "move_session",
  version: 1,
  async load(world, actor, subject) {
    const [, sessionId, revision, move] = /^session:(\d+):(\d+)(?::(\w+))?$/.exec(subject) ?? [];
    const found = await findRunSession(world, actor, Number(sessionId));
    if (found.kind !== "found") return null;
    const { session, trainingClass } = found;
    const starts = (await startsOf(world, trainingClass)).map((at) => timeIn(trainingClass.zone, at));
    const usualTimes = [...new Set(starts)].sort().slice(0, MOST_TIMES);
    return { session, trainingClass, revision: Number(revision), usualTimes, decided: decidedBy(found, move) };
  },
  initial: ({ decided }) => decided,
  about: ({ classPages }, { session }) => classPages.moving.about(session.title),
  isOvertaken: ({ session, revision }) => session.revision !== revision,
  order: () => ["day", "time"],
  steps: {
    day: dayStep<MoveFacts>({
      label: ({ classPages }) => classPages.moving.day.label,
      ask: (context) => context.texts.classPages.moving.day.ask(context.facts.session.title, oldTime(context)),
      direction: "ahead",
      today: ({ facts }, at) => dayIn(facts.trainingClass.zone, at),
      choices: (context) => {
        const { session, trainingClass } = context.facts;
        const planned = dayIn(trainingClass.zone, session.startsAt);
        const first = planned > today(context) ? addDays(planned, -1) : today(context);
        return Array.from({ length: DAYS_OFFERED }, (_, n) => addDays(first, n))
          .filter((day) => dayProblem(context, day) === undefined)
          .map((day) => ({ value: day, label: shortDay(context.texts.language, day) }));
      },
      check: dayProblem,
    }),
    time: timeStep<MoveFacts>({
      label: ({ classPages }) => classPages.moving.time.label,
      ask: ({ texts, answers, facts }) =>
        texts.classPages.moving.time.ask(answers.day as Day, zoneLabel(facts.trainingClass.zone)),
      // What is past already is not offered; typed all the same, it is explained.
      choices: (context) =>
        context.facts.usualTimes
          .filter((time) => timeProblem(context, time) === undefined)
          .map((time) => ({ value: time, label: bareTime(context.texts.language, time) })),
      check: timeProblem,
    }),
  },
  confirmLabel: ({ classPages }) => classPages.moving.confirm,
  async summary(context) {
    const { facts, texts, world } = context;
    const { session, trainingClass } = facts;
    const startsAt = newStart(context);
    const { told, untold } = await peopleToTell(world, trainingClass, session, startsAt);
    const to = dayAndTime(texts.language, trainingClass.zone, startsAt);
    const moved = { id: session.id, startsAt, endsAt: endMoved(session, startsAt) };
    const clashes = await clashesOf(world, trainingClass, moved);
    // Somebody chose that day before: only another one is worth a word.
    const isOtherDay = answersDay(context) !== dayIn(trainingClass.zone, session.startsAt);
    const warning = clashWarning(texts, trainingClass, { ...clashes, isOutside: clashes.isOutside && isOtherDay });
    const { confirmAnyway, summary } = texts.classPages.moving;
    return {
      ...summary(session.title, oldTime(context), to, { told: told.length, untold }, warning),
      ...(warning !== undefined && { confirm: confirmAnyway }),
    };
  },
  async finish(context) {
    const { world, actor, texts, facts, answers, saidAt } = context;
    const input = { sessionId: facts.session.id, revision: facts.revision, startsAt: newStart(context), saidAt };
    const outcome = await moveTrainingSession(world, actor, input);
    if (outcome.kind === "refused" && (outcome.reason === "past" || outcome.reason === "same")) {
      const { time: _, ...others } = answers;
      return { kind: "not_yet", say: texts.classPages.refused[outcome.reason](), answers: others };
    }
    if (outcome.kind === "not_allowed") return refusal(context);
    const said =
      outcome.kind === "moved"
        ? texts.classPages.moving.done(
            outcome.session.title,
            dayAndTime(texts.language, facts.trainingClass.zone, outcome.session.startsAt),
            outcome.told,
          )
        : texts.classPages.refused[outcome.reason]();
    const { startsAt } = outcome.kind === "moved" ? outcome.session : facts.session;
    return { ...said, buttons: afterChange(texts, facts.trainingClass, startsAt) };
  },
};

/** The old day or time stays, where the other one is what is asked for. */
function decidedBy({ session, trainingClass }: Pick<MoveFacts, "session" | "trainingClass">, move?: string): Answers {
  if (!isSessionMove(move)) return {};
  const startsAt = new Date(session.startsAt.getTime() + (minutesLater(move) ?? 0) * 60_000);
  const day = dayIn(trainingClass.zone, startsAt);
  const time = timeIn(trainingClass.zone, startsAt);
  return { ...(move !== "day" && { day }), ...(move !== "time" && { time }) };
}

/** Where the time is decided, a day on which it is past, or on which the session is, is refused at once. */
function dayProblem(context: Context, day: Day) {
  const { answers, texts } = context;
  if (day < today(context)) return texts.classPages.moving.day.past();
  return answers.time === undefined
    ? undefined
    : timeProblem({ ...context, answers: { ...answers, day } }, String(answers.time));
}

function timeProblem({ answers, facts, texts, saidAt }: Context, time: string) {
  const startsAt = instantAt(facts.trainingClass.zone, answers.day as Day, time);
  if (startsAt <= saidAt) return texts.classPages.refused.past();
  const isSame = startsAt.getTime() === facts.session.startsAt.getTime();
  return isSame ? texts.classPages.refused.same() : undefined;
}

/** In the class's zone: who moves a session thinks by the clock on its wall. */
function oldTime({ facts, texts }: Context): string {
  return dayAndTime(texts.language, facts.trainingClass.zone, facts.session.startsAt);
}

function newStart(context: Context): Date {
  return instantAt(context.facts.trainingClass.zone, answersDay(context), String(context.answers.time));
}

const answersDay = ({ answers }: Context) => answers.day as Day;

function today({ facts, saidAt }: Context): Day {
  return dayIn(facts.trainingClass.zone, saidAt);
}
