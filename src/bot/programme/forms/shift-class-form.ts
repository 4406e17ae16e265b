// All sessions of a class on other days: from when; the summary says who gets told what.
import { addDays, type Day, dayIn, daysBetween } from "../../../domain/time/calendar.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import { shortDay } from "../../../texts/dates.js";
import { shiftClass, viewClassSetUp, viewShift, whyNoShift } from "../../../use-cases/index.js";
import type { Form } from "../../forms/form.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { refusal } from "../../kit/refuse.js";
import { toSetUp } from "../programme-screens.js";

interface ShiftFacts {
  trainingClass: TrainingClass;
  /** The first day that was looked at when the form was opened. */
  from: Day;
}

/** Most shifts are by a day or two, or by a week. */
const USUAL_DAYS = [1, 2, 7, 14];

export const shiftClassForm: Form<ShiftFacts> = {
  name: "shift_class",
  version: 1,
  async load(world, actor, subject) {
    const [, classId, from] = /^class:(\d+):(\d{4}-\d{2}-\d{2})$/.exec(subject) ?? [];
    const view = await viewClassSetUp(world, actor, Number(classId));
    return view.kind === "found" ? { trainingClass: view.trainingClass, from: from as Day } : null;
  },
  about: ({ programmeForms }, { trainingClass }) => programmeForms.shift.about(trainingClass.name),
  isOvertaken: ({ trainingClass, from }) => trainingClass.startsOn !== from,
  order: () => ["to"],
  steps: {
    to: dayStep<ShiftFacts>({
      label: ({ programmeForms }) => programmeForms.shift.to.label,
      ask: ({ texts, facts }) => texts.programmeForms.shift.to.ask(facts.trainingClass.name, facts.from),
      direction: "ahead",
      spansFrom: ({ facts }) => facts.from,
      today: ({ facts }, at) => dayIn(facts.trainingClass.zone, at),
      choices: ({ facts, texts }) =>
        USUAL_DAYS.map((days) => addDays(facts.from, days)).map((day) => ({
          value: day,
          label: shortDay(texts.language, day),
        })),
      check: ({ facts, texts, saidAt }, day) => {
        const today = dayIn(facts.trainingClass.zone, saidAt);
        const problem = whyNoShift(facts.trainingClass, day, today);
        return problem === null ? undefined : texts.programmeForms.shift.refused[problem]();
      },
    }),
  },
  confirmLabel: ({ programmeForms }) => programmeForms.shift.confirm,
  async summary({ world, texts, facts: { trainingClass }, answers, saidAt }) {
    const { startsOn, endsOn, name } = trainingClass;
    const to = answers.to as Day;
    const is = { from: to, to: addDays(to, daysBetween(startsOn, endsOn)) };
    const who = await viewShift(world, trainingClass, saidAt);
    return texts.programmeForms.shift.summary({ name, was: { from: startsOn, to: endsOn }, is, ...who });
  },
  async finish({ world, actor, texts, facts, answers, saidAt }) {
    const { id: classId } = facts.trainingClass;
    const wish = { classId, from: facts.from, to: answers.to as Day, saidAt };
    const outcome = await shiftClass(world, actor, wish);
    const { shift } = texts.programmeForms;
    if (outcome.kind === "not_allowed") return refusal({ actor, texts, world });
    if (outcome.kind === "refused" && outcome.reason !== "changed" && outcome.reason !== "begun") {
      return { kind: "not_yet", say: shift.refused[outcome.reason](), answers: {} };
    }
    const said =
      outcome.kind === "refused"
        ? shift.refused[outcome.reason]()
        : shift.done(outcome.trainingClass.name, outcome.trainingClass.startsOn, outcome.told);
    return { ...said, buttons: [toSetUp(texts, classId)] };
  },
};
