// Moving a session: to which day, at what time; the summary says who gets told what.
import { action } from "../../domain/messages/action.js";
import { addDays, type Day, dayIn, instantAt, timeIn } from "../../domain/time/calendar.js";
import { zoneLabel } from "../../domain/time/zone.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import { bareTime, dayAndTime, shortDay } from "../../texts/dates.js";
import { findRunSession, moveTrainingSession, peopleToTell } from "../../use-cases/index.js";
import type { Form, StepContext } from "../forms/form.js";
import { dayStep } from "../forms/steps/day-step.js";
import { timeStep } from "../forms/steps/time-step.js";

interface MoveFacts {
  session: TrainingSession;
  trainingClass: TrainingClass;
  /** The revision that was looked at when the form was opened. */
  revision: number;
  /** The clock times at which this class's sessions start: what people will mostly choose. */
  usualTimes: string[];
}

type Context = StepContext<MoveFacts>;

/** Nine times are three rows. */
const MOST_TIMES = 9;
/** Most sessions move within the class's week. */
const DAYS_OFFERED = 6;

export const moveSessionForm: Form<MoveFacts> = {
  name: "move_session",
  version: 1,
  async load({ store }, actor, subject) {
    const [, sessionId, revision] = /^session:(\d+):(\d+)$/.exec(subject) ?? [];
    const found = await findRunSession(store, actor, Number(sessionId));
    if (found.kind !== "found") return null;
    const { session, trainingClass } = found;
    const starts = (await store.classes.sessionsOf(trainingClass.id)).map(({ startsAt }) =>
      timeIn(trainingClass.zone, startsAt),
    );
    const usualTimes = [...new Set(starts)].sort().slice(0, MOST_TIMES);
    return { session, trainingClass, revision: Number(revision), usualTimes };
  },
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
        return Array.from({ length: DAYS_OFFERED }, (_, n) => addDays(first, n)).map((day) => ({
          value: day,
          label: shortDay(context.texts.language, day),
        }));
      },
      check: (context, day) => (day < today(context) ? context.texts.classPages.moving.day.past() : undefined),
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
    const { told, untold } = await peopleToTell(world.store, trainingClass, session, startsAt);
    const to = dayAndTime(texts.language, trainingClass.zone, startsAt);
    return texts.classPages.moving.summary(session.title, oldTime(context), to, { told: told.length, untold });
  },
  async finish(context) {
    const { world, actor, texts, facts, answers, saidAt } = context;
    const input = { sessionId: facts.session.id, revision: facts.revision, startsAt: newStart(context), saidAt };
    const outcome = await moveTrainingSession(world, actor, input);
    if (outcome.kind === "refused" && (outcome.reason === "past" || outcome.reason === "same")) {
      const { time: _, ...others } = answers;
      return { kind: "not_yet", say: texts.classPages.refused[outcome.reason](), answers: others };
    }
    const said =
      outcome.kind === "moved"
        ? texts.classPages.moving.done(
            outcome.session.title,
            dayAndTime(texts.language, facts.trainingClass.zone, outcome.session.startsAt),
            outcome.told,
          )
        : outcome.kind === "refused"
          ? texts.classPages.refused[outcome.reason]()
          : texts.common.notAllowed();
    const buttons = [[{ label: texts.classPages.toClass, data: action("class", facts.trainingClass.id) }]];
    return { ...said, buttons };
  },
};

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

function newStart({ answers, facts }: Context): Date {
  return instantAt(facts.trainingClass.zone, answers.day as Day, String(answers.time));
}

function today({ facts, saidAt }: Context): Day {
  return dayIn(facts.trainingClass.zone, saidAt);
}
