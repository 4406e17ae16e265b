// How long a session takes: until when, chosen by one button; the summary says who is told.
import type { TrainingSession } from "../../ports/programme/classes.js";
import { clockTime } from "../../texts/dates.js";
import { changeSession, clashesOf, peopleToTell } from "../../use-cases/index.js";
import type { Answers, Form } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { clashWarning } from "./clash-warning.js";
import { loadSessionToChange, type SessionToChange, sessionChanged } from "./session-to-change.js";

const USUAL_MINUTES = [30, 45, 60, 90, 120, 150, 180, 240];
const MINUTE = 60_000;

export const lengthSessionForm: Form<SessionToChange> = {
  name: "length_session",
  version: 1,
  load: loadSessionToChange,
  about: ({ classPages }, { session }) => classPages.lengthening.about(session.title),
  order: () => ["minutes"],
  steps: {
    minutes: choiceStep<SessionToChange>({
      label: ({ programmeForms }) => programmeForms.session.minutes.label,
      ask: ({ texts, facts: { session, trainingClass } }) =>
        texts.classPages.lengthening.ask(session.title, clockTime(texts.language, trainingClass.zone, session.endsAt)),
      perRow: 2,
      // One that would be over already is not offered, nor the one it has.
      choices: ({ texts, facts: { session, trainingClass }, saidAt }) =>
        USUAL_MINUTES.map((minutes) => ({ minutes, endsAt: endOf(session, minutes) }))
          .filter(({ endsAt }) => endsAt > saidAt && endsAt.getTime() !== session.endsAt.getTime())
          .map(({ minutes, endsAt }) => ({
            value: String(minutes),
            label: texts.classPages.lengthening.choice(
              texts.programmeForms.session.minutes.choice(minutes),
              clockTime(texts.language, trainingClass.zone, endsAt),
            ),
          })),
    }),
  },
  confirmLabel: ({ classPages }) => classPages.placing.confirm,
  async summary({ answers, facts: { session, trainingClass }, texts, world }) {
    const say = (at: Date) => clockTime(texts.language, trainingClass.zone, at);
    const { told } = await peopleToTell(world, trainingClass, session, null);
    const endsAt = endIn(session, answers);
    const { atOnce } = await clashesOf(world, trainingClass, { ...session, endsAt });
    const warning = clashWarning(texts, trainingClass, { atOnce, isOutside: false });
    const { confirmAnyway, summary } = texts.classPages.lengthening;
    return {
      ...summary(session.title, say(session.endsAt), say(endsAt), told.length, warning),
      ...(warning !== undefined && { confirm: confirmAnyway }),
    };
  },
  async finish(context) {
    const { actor, answers, facts, saidAt, texts, world } = context;
    const change = { sessionId: facts.session.id, change: { endsAt: endIn(facts.session, answers) }, saidAt };
    const outcome = await changeSession(world, actor, change);
    return sessionChanged(context, outcome, texts.classPages.lengthening.done);
  },
};

function endIn(session: TrainingSession, { minutes }: Answers): Date {
  return endOf(session, Number(minutes));
}

function endOf({ startsAt }: TrainingSession, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * MINUTE);
}
