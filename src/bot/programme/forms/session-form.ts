// A new training session of a class: what, when, how long, and where.
import { action } from "../../../domain/messages/action.js";
import { LONGEST_TITLE, type NewSession } from "../../../domain/programme/sessions.js";
import { addDays, type Day, dayIn, daysBetween, instantAt } from "../../../domain/time/calendar.js";
import { zoneLabel } from "../../../domain/time/zone.js";
import { bareTime, shortDay } from "../../../texts/dates.js";
import { dayOfSession, timesOf, whereOf } from "../../../texts/layouts/classes/session-words.js";
import { lines, rich } from "../../../texts/rich.js";
import { addSession, clashesOf, viewClassSetUp } from "../../../use-cases/index.js";
import { clashWarning } from "../../classes/clash-warning.js";
import type { Form, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import { timeStep } from "../../forms/steps/time-step.js";
import { refusal } from "../../kit/refuse.js";
import { toSetUp } from "../programme-screens.js";
import { placeOrder, SESSION_PLACE_STEPS, type SessionFacts, whereIn } from "./session-place-steps.js";

type Context = StepContext<SessionFacts>;

/** A class's day begins at eight and has its breaks at ten and at noon. */
const USUAL_TIMES = ["08:00", "08:30", "10:00", "13:00", "14:00", "15:30"];
const USUAL_MINUTES = [30, 60, 90, 120, 180, 240];

export const sessionForm: Form<SessionFacts> = {
  name: "session",
  version: 1,
  async load(world, actor, subject) {
    const view = await viewClassSetUp(world, actor, Number(/^class:(\d+)$/.exec(subject)?.[1]));
    return view.kind === "found" ? { trainingClass: view.trainingClass } : null;
  },
  about: ({ programmeForms }, { trainingClass }) => programmeForms.session.about(trainingClass.name),
  order: (answers) => ["title", "day", "time", "minutes", ...placeOrder(answers)],
  steps: {
    title: textStep<SessionFacts>({
      label: ({ programmeForms }) => programmeForms.session.title.label,
      ask: ({ texts }) => texts.programmeForms.session.title.ask(),
      max: LONGEST_TITLE,
      isName: true,
      keeps: "words",
      example: ({ texts }) => texts.programmeForms.session.title.example,
      choicesAreWords: true,
      choices: ({ texts }) => {
        const { opening, closing } = texts.programmeForms.session.title;
        return [opening, closing].map((label) => ({ value: label, label }));
      },
    }),
    day: dayStep<SessionFacts>({
      label: ({ programmeForms }) => programmeForms.session.day.label,
      ask: ({ texts }) => texts.programmeForms.session.day.ask(),
      direction: "ahead",
      follows: ({ facts }) => facts.trainingClass.startsOn,
      today: ({ facts }, at) => dayIn(facts.trainingClass.zone, at),
      choices: ({ facts: { trainingClass }, texts }) =>
        Array.from({ length: daysBetween(trainingClass.startsOn, trainingClass.endsOn) + 1 }, (_, n) =>
          addDays(trainingClass.startsOn, n),
        ).map((day) => ({ value: day, label: shortDay(texts.language, day) })),
      check: ({ facts: { trainingClass }, texts }, day) =>
        day < trainingClass.startsOn || day > trainingClass.endsOn
          ? texts.programmeForms.session.day.outside(trainingClass.startsOn, trainingClass.endsOn)
          : undefined,
    }),
    time: timeStep<SessionFacts>({
      label: ({ programmeForms }) => programmeForms.session.time.label,
      ask: ({ texts, facts }) => texts.programmeForms.session.time.ask(zoneLabel(facts.trainingClass.zone)),
      choices: (context) =>
        USUAL_TIMES.filter((time) => startOf(context, time) > context.saidAt).map((time) => ({
          value: time,
          label: bareTime(context.texts.language, time),
        })),
      check: (context, time) =>
        startOf(context, time) <= context.saidAt ? context.texts.programmeForms.session.time.past() : undefined,
    }),
    minutes: choiceStep<SessionFacts>({
      label: ({ programmeForms }) => programmeForms.session.minutes.label,
      ask: ({ texts }) => texts.programmeForms.session.minutes.ask(),
      perRow: 2,
      choices: ({ texts }) =>
        USUAL_MINUTES.map((minutes) => ({
          value: String(minutes),
          label: texts.programmeForms.session.minutes.choice(minutes),
        })),
    }),
    ...SESSION_PLACE_STEPS,
  },
  clears: { day: ["time"], mode: ["place", "link"] },
  confirmLabel: ({ programmeForms }) => programmeForms.session.confirm,
  async summary(context) {
    const { texts, facts, world } = context;
    const { zone, name } = facts.trainingClass;
    const session = { ...sessionOf(context), id: 0 };
    const { language } = texts;
    const words = lines(
      rich`${session.title}`,
      rich`🗓 ${dayOfSession(language, zone, session)}`,
      rich`🕗 ${timesOf(language, zone, session)}`,
      whereOf(language, session),
    );
    const warning = clashWarning(texts, facts.trainingClass, await clashesOf(world, facts.trainingClass, session));
    const { confirmAnyway, summary } = texts.programmeForms.session;
    return { ...summary(name, words, warning), ...(warning !== undefined && { confirm: confirmAnyway }) };
  },
  async finish(context) {
    const { actor, texts, facts, answers, saidAt } = context;
    const { id: classId } = facts.trainingClass;
    const session = sessionOf(context);
    const outcome = await addSession(context.world, actor, { classId, session, saidAt });
    const { programme, programmeForms } = texts;
    if (outcome.kind === "not_allowed") return refusal(context);
    if (outcome.kind === "refused") {
      const { time: _, ...others } = answers;
      return { kind: "not_yet", say: programmeForms.session.time.past(), answers: others };
    }
    const said =
      outcome.kind === "exists"
        ? programmeForms.session.exists(session.title)
        : programmeForms.session.done(session.title, outcome.sessions, outcome.told);
    return {
      ...said,
      buttons: [[{ label: programme.addSession, data: action("add_session", classId) }], toSetUp(texts, classId)],
    };
  },
};

function startOf({ facts, answers }: Context, time: string): Date {
  return instantAt(facts.trainingClass.zone, answers.day as Day, time);
}

function sessionOf(context: Context): NewSession {
  const { answers } = context;
  const startsAt = startOf(context, String(answers.time));
  return {
    title: String(answers.title),
    startsAt,
    endsAt: new Date(startsAt.getTime() + Number(answers.minutes) * 60_000),
    ...whereIn(answers),
  };
}
