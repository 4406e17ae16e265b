// A new class of a wave: where, when, its name and its house; zone and deadline follow.
import { action } from "../../../domain/messages/action.js";
import { maySetUpClass, provincesToSetUp } from "../../../domain/people/permissions.js";
import { isProvinceCode } from "../../../domain/places/place.js";
import { LONGEST_CLASS_NAME, LONGEST_VENUE, plansDueFor, problemOfDays } from "../../../domain/programme/new-class.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import { zoneOfProvince } from "../../../domain/time/zone.js";
import type { WaveLine } from "../../../ports/programme/programme.js";
import { shortDay } from "../../../texts/dates.js";
import { createClass, usualClassName, viewWave } from "../../../use-cases/index.js";
import type { Form, StepContext } from "../../forms/form.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { placeStep } from "../../forms/steps/place-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import { refusal } from "../../kit/refuse.js";

interface ClassFacts {
  wave: WaveLine;
  /** Known from the screen, or the only one within the admin's reach. */
  provinceCode: string | null;
  /** Those within it; null: all. */
  provinces: string[] | null;
}

type Context = StepContext<ClassFacts>;

/** The press tells of classes of four days and of five. */
const USUAL_LENGTHS = [3, 4];
const DAYS_OFFERED = 6;

export const classForm: Form<ClassFacts> = {
  name: "class",
  version: 1,
  async load(world, actor, subject) {
    const [, waveId, written = ""] = /^wave:(\d+):([\d.]*)$/.exec(subject) ?? [];
    const found = await viewWave(world, actor, Number(waveId));
    if (found.kind !== "found" || !found.mayAddClass) return null;
    const { wave } = found;
    const provinces = provincesToSetUp(actor, wave.cohortId);
    const [own = null, ...others] = provinces ?? [];
    const provinceCode = written !== "" ? written : others.length === 0 ? own : null;
    if (provinceCode !== null && !isProvinceCode(provinceCode)) return null;
    const isTheirs = provinceCode === null || maySetUpClass(actor, { provinceCode, cohortId: wave.cohortId });
    return isTheirs ? { wave, provinceCode, provinces } : null;
  },
  about: ({ programmeForms }) => programmeForms.class.about,
  order: (_answers, { provinceCode }) => [
    ...(provinceCode === null ? ["province"] : []),
    "from",
    "to",
    "name",
    "venue",
  ],
  steps: {
    province: placeStep<ClassFacts>({
      level: "province",
      within: () => null,
      only: ({ facts }) => facts.provinces,
    }),
    from: dayStep<ClassFacts>({
      label: ({ programmeForms }) => programmeForms.class.from.label,
      ask: ({ texts }) => texts.programmeForms.class.from.ask(),
      direction: "ahead",
      follows: ({ facts }) => facts.wave.startsOn,
      today: (context, at) => dayIn(zoneOfProvince(provinceOf(context)), at),
      choices: ({ facts, texts }) =>
        Array.from({ length: DAYS_OFFERED }, (_, n) => addDays(facts.wave.startsOn, n)).map((day) => ({
          value: day,
          label: shortDay(texts.language, day),
        })),
      check: (context, day) => daysProblem(context, day, day),
    }),
    to: dayStep<ClassFacts>({
      label: ({ programmeForms }) => programmeForms.class.to.label,
      ask: ({ texts, answers }) => texts.programmeForms.class.to.ask(answers.from as Day),
      direction: "ahead",
      follows: ({ answers }) => answers.from as Day,
      today: (context, at) => dayIn(zoneOfProvince(provinceOf(context)), at),
      choices: ({ answers, texts }) =>
        USUAL_LENGTHS.map((days) => addDays(answers.from as Day, days)).map((day) => ({
          value: day,
          label: shortDay(texts.language, day),
        })),
      check: (context, day) => daysProblem(context, context.answers.from as Day, day),
    }),
    name: textStep({
      label: ({ programmeForms }) => programmeForms.class.name.label,
      ask: ({ texts }) => texts.programmeForms.class.name.ask(),
      max: LONGEST_CLASS_NAME,
      isName: true,
      example: ({ texts }) => texts.programmeForms.class.name.example,
      choicesAreWords: true,
      choices: async (context) => {
        const { world, actor, facts } = context;
        const wanted = { waveId: facts.wave.id, provinceCode: provinceOf(context) };
        const usual = await usualClassName(world, actor, wanted);
        return [{ value: usual, label: usual }];
      },
    }),
    venue: textStep({
      label: ({ programmeForms }) => programmeForms.class.venue.label,
      ask: ({ texts }) => texts.programmeForms.class.venue.ask(),
      max: LONGEST_VENUE,
      isName: true,
      example: ({ texts }) => texts.programmeForms.class.venue.example,
      choicesAreWords: true,
      choices: ({ texts }) => {
        const { online } = texts.programmeForms.class.venue;
        return [{ value: online, label: online }];
      },
    }),
  },
  clears: { province: ["name"], from: ["to"] },
  confirmLabel: ({ programmeForms }) => programmeForms.class.confirm,
  summary(context) {
    const { texts, answers } = context;
    const [startsOn, endsOn] = [answers.from as Day, answers.to as Day];
    return texts.programmeForms.class.summary({
      ...{ name: String(answers.name), venue: String(answers.venue), startsOn, endsOn },
      ...{ plansDueOn: plansDueFor(endsOn), zone: zoneOfProvince(provinceOf(context)), wave: context.facts.wave },
    });
  },
  async finish(context) {
    const { actor, texts, answers, facts, saidAt } = context;
    const outcome = await createClass(context.world, actor, {
      ...{ waveId: facts.wave.id, provinceCode: provinceOf(context) },
      ...{ startsOn: answers.from as Day, endsOn: answers.to as Day },
      ...{ name: String(answers.name), venue: String(answers.venue), saidAt },
    });
    const { programme, programmeForms } = texts;
    if (outcome.kind === "not_allowed") return refusal(context);
    if (outcome.kind === "refused") {
      const { from: _, to: __, ...others } = answers;
      return { kind: "not_yet", say: programmeForms.class.days(outcome.reason), answers: others };
    }
    const { id, name } = outcome.trainingClass;
    if (outcome.kind === "exists") {
      const { name: _, ...others } = answers;
      return { kind: "not_yet", say: programmeForms.class.exists(name), answers: others };
    }
    return {
      ...programmeForms.class.done(name),
      buttons: [
        [{ label: programme.addSession, data: action("add_session", id), tone: "primary" }],
        [{ label: programme.setUp, data: action("set_up_class", id) }],
      ],
    };
  },
};

function provinceOf({ answers, facts }: Context): string {
  return facts.provinceCode ?? String(answers.province);
}

function daysProblem(context: Context, startsOn: Day, endsOn: Day) {
  const { texts, saidAt } = context;
  const today = dayIn(zoneOfProvince(provinceOf(context)), saidAt);
  const problem = problemOfDays({ startsOn, endsOn }, today);
  return problem === null ? undefined : texts.programmeForms.class.days(problem);
}
