// A new cohort: its year and name.
import { action } from "../../../domain/messages/action.js";
import { plainDigits } from "../../../domain/numbers/plain-digits.js";
import { mayOperate } from "../../../domain/people/permissions.js";
import { COHORT_YEARS, LONGEST_COHORT_NAME } from "../../../domain/programme/new-cohort.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { openCohort } from "../../../use-cases/index.js";
import { type Form, type Step, type StepContext, withChoices } from "../../forms/form.js";
import { textStep } from "../../forms/steps/text-step.js";
import { refusal } from "../../kit/refuse.js";

type Facts = Record<string, never>;

const yearStep: Step<Facts> = {
  typed: true,
  label: ({ programmeForms }) => programmeForms.cohort.year.label,
  ask(context) {
    const now = thisYear(context);
    const choices = [now, now + 1].map((year) => ({ value: String(year), label: String(year) }));
    return withChoices(context.texts.programmeForms.cohort.year.ask(), choices, context, 2);
  },
  value: (_context, answer) => String(answer),
  read({ saidAt, texts }, input) {
    if (input.kind !== "text" && input.kind !== "press") return { kind: "problem", say: texts.common.onlyText() };
    const written = input.kind === "press" ? input.value : plainDigits(input.text);
    const year = Number(/^\D{0,20}(\d{4})\D{0,5}$/.exec(written)?.[1]);
    const now = thisYear({ saidAt });
    const [from, to] = [now - COHORT_YEARS.back, now + COHORT_YEARS.ahead];
    if (!(year >= from && year <= to))
      return { kind: "problem", say: texts.programmeForms.cohort.year.wrong(from, to) };
    return { kind: "answer", value: year };
  },
};

export const cohortForm: Form<Facts> = {
  name: "cohort",
  version: 1,
  load: async (_world, actor) => (mayOperate(actor) ? {} : null),
  about: ({ programmeForms }) => programmeForms.cohort.about,
  order: () => ["year", "name"],
  steps: {
    year: yearStep,
    name: textStep({
      label: ({ programmeForms }) => programmeForms.cohort.name.label,
      ask: ({ texts }) => texts.programmeForms.cohort.name.ask(),
      max: LONGEST_COHORT_NAME,
      isName: true,
      example: ({ texts }) => texts.programmeForms.cohort.name.example,
      choicesAreWords: true,
      choices: ({ texts, answers }) => {
        const usual = texts.programmeForms.cohort.name.usual(Number(answers.year));
        return [{ value: usual, label: usual }];
      },
    }),
  },
  clears: { year: ["name"] },
  async finish({ world, actor, texts, answers }) {
    const input = { year: Number(answers.year), name: String(answers.name) };
    const outcome = await openCohort(world, actor, input);
    if (outcome.kind === "not_allowed") return refusal({ actor, texts, world });
    const { programme, programmeForms } = texts;
    if (outcome.kind === "exists") {
      const toCohort = { label: programme.toCohort, data: action("cohort", outcome.cohortId) };
      return { ...programmeForms.cohort.exists(outcome.name), buttons: [[toCohort]] };
    }
    const next = { label: programme.addWave, data: action("new_wave", outcome.cohortId), tone: "primary" as const };
    return {
      ...programmeForms.cohort.done(outcome.name),
      buttons: [[next], [{ label: programme.back, data: action("programme") }]],
    };
  },
};

function thisYear({ saidAt }: Pick<StepContext<Facts>, "saidAt">): number {
  return Number(dayIn("Asia/Jakarta", saidAt).slice(0, 4));
}
