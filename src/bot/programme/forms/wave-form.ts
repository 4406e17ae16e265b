// A new wave of a cohort: from when to when.
import { action } from "../../../domain/messages/action.js";
import { problemOfDays } from "../../../domain/programme/new-class.js";
import { addDays, type Day, dayIn, weekday } from "../../../domain/time/calendar.js";
import { shortDay } from "../../../texts/dates.js";
import { addWave, viewCohort } from "../../../use-cases/index.js";
import type { Form, StepContext } from "../../forms/form.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { refusal } from "../../kit/refuse.js";

interface WaveFacts {
  cohortId: number;
  number: number;
}

/** Four days and five are what the press tells of; a wave of several classes takes two weeks or more. */
const USUAL_LENGTHS = [4, 5, 12, 26];

/** Letters of invitation take two weeks. */
const DAYS_AHEAD = 14;
const MONDAYS_OFFERED = 4;

function mondaysAfter(today: Day): Day[] {
  const ahead = addDays(today, DAYS_AHEAD);
  const first = addDays(ahead, (8 - weekday(ahead)) % 7);
  return Array.from({ length: MONDAYS_OFFERED }, (_, week) => addDays(first, week * 7));
}

export const waveForm: Form<WaveFacts> = {
  name: "wave",
  version: 1,
  async load(world, actor, subject) {
    const [, cohortId, number] = /^cohort:(\d+):(\d+)$/.exec(subject) ?? [];
    const found = await viewCohort(world, actor, Number(cohortId));
    return found.kind === "found" && found.mayAdd ? { cohortId: Number(cohortId), number: Number(number) } : null;
  },
  about: ({ programmeForms }, { number }) => programmeForms.wave.about(number),
  order: () => ["from", "to"],
  steps: {
    from: dayStep<WaveFacts>({
      label: ({ programmeForms }) => programmeForms.wave.from.label,
      ask: ({ texts, facts }) => texts.programmeForms.wave.from.ask(facts.number),
      direction: "ahead",
      today: (_context, at) => dayIn("Asia/Jakarta", at),
      choices: (context) =>
        mondaysAfter(dayIn("Asia/Jakarta", context.saidAt)).map((day) => ({
          value: day,
          label: shortDay(context.texts.language, day),
        })),
      check: ({ texts, saidAt }, day) => {
        const problem = problemOfDays({ startsOn: day, endsOn: day }, dayIn("Asia/Jakarta", saidAt));
        return problem === null ? undefined : texts.programmeForms.class.days(problem);
      },
    }),
    to: dayStep<WaveFacts>({
      label: ({ programmeForms }) => programmeForms.wave.to.label,
      ask: ({ texts, answers }) => texts.programmeForms.wave.to.ask(answers.from as Day),
      direction: "ahead",
      follows: ({ answers }) => answers.from as Day,
      today: (_context, at) => dayIn("Asia/Jakarta", at),
      choices: (context) =>
        USUAL_LENGTHS.map((days) => addDays(context.answers.from as Day, days)).map((day) => ({
          value: day,
          label: shortDay(context.texts.language, day),
        })),
      check: lastDayProblem,
    }),
  },
  clears: { from: ["to"] },
  async finish({ world, actor, texts, answers, facts }) {
    const input = { ...facts, startsOn: answers.from as Day, endsOn: answers.to as Day };
    const outcome = await addWave(world, actor, input);
    if (outcome.kind === "not_allowed") return refusal({ actor, texts, world });
    const { programme, programmeForms } = texts;
    const buttons = [
      [{ label: programme.addClass, data: action("new_class", outcome.waveId), tone: "primary" as const }],
      [
        { label: programme.addWave, data: action("new_wave", facts.cohortId) },
        { label: programme.toCohort, data: action("cohort", facts.cohortId) },
      ],
    ];
    const said =
      outcome.kind === "added"
        ? programmeForms.wave.done(facts.number, input.startsOn, input.endsOn)
        : programmeForms.wave.exists(facts.number);
    return { ...said, buttons };
  },
};

function lastDayProblem({ texts, answers }: StepContext<WaveFacts>, day: Day) {
  return day < (answers.from as Day) ? texts.programmeForms.class.days("ends_first") : undefined;
}
