// One thing about a class, changed: its name, its venue, its last day, the day by which its plans are due, or its zone.

import { LONGEST_CLASS_NAME, LONGEST_VENUE } from "../../../domain/programme/new-class.js";
import { addDays, type Day, dayIn } from "../../../domain/time/calendar.js";
import { ZONES, type Zone, zoneLabel } from "../../../domain/time/zone.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import { shortDay } from "../../../texts/dates.js";
import { type ClassChange, changeClass, viewClassSetUp } from "../../../use-cases/index.js";
import type { Answers, Form } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import { refusal } from "../../kit/refuse.js";
import { toSetUp } from "../programme-screens.js";

interface DetailFacts {
  trainingClass: TrainingClass;
  detail: Detail;
}

const DETAILS = ["name", "venue", "ends", "due", "zone"] as const;
type Detail = (typeof DETAILS)[number];

export const classDetailForm: Form<DetailFacts> = {
  name: "class_detail",
  version: 1,
  async load(world, actor, subject) {
    const [, classId, word] = /^class:(\d+):([a-z]+)$/.exec(subject) ?? [];
    const detail = DETAILS.find((one) => one === word);
    const view = await viewClassSetUp(world, actor, Number(classId));
    return view.kind === "found" && detail !== undefined ? { trainingClass: view.trainingClass, detail } : null;
  },
  about: ({ programmeForms }, { trainingClass }) => programmeForms.detail.about(trainingClass.name),
  order: (_answers, { detail }) => [detail],
  steps: {
    name: textStep<DetailFacts>({
      label: ({ programmeForms }) => programmeForms.detail.name.label,
      ask: ({ texts, facts }) => texts.programmeForms.detail.name.ask(facts.trainingClass.name),
      max: LONGEST_CLASS_NAME,
      isName: true,
      example: ({ texts }) => texts.programmeForms.class.name.example,
    }),
    venue: textStep<DetailFacts>({
      label: ({ programmeForms }) => programmeForms.detail.venue.label,
      ask: ({ texts, facts }) => texts.programmeForms.detail.venue.ask(facts.trainingClass.venue),
      max: LONGEST_VENUE,
      isName: true,
      example: ({ texts }) => texts.programmeForms.class.venue.example,
    }),
    ends: dayStep<DetailFacts>({
      label: ({ programmeForms }) => programmeForms.detail.ends.label,
      ask: ({ texts, facts: { trainingClass } }) =>
        texts.programmeForms.detail.ends.ask(trainingClass.startsOn, trainingClass.endsOn),
      direction: "ahead",
      spansFrom: ({ facts }) => facts.trainingClass.endsOn,
      follows: ({ facts }) => facts.trainingClass.startsOn,
      today: ({ facts }, at) => dayIn(facts.trainingClass.zone, at),
      choices: ({ facts, texts }) =>
        [1, 2].map((days) => {
          const value = addDays(facts.trainingClass.endsOn, days);
          return { value, label: shortDay(texts.language, value) };
        }),
    }),
    due: dayStep<DetailFacts>({
      label: ({ programmeForms }) => programmeForms.detail.due.label,
      ask: ({ texts, facts }) => texts.programmeForms.detail.due.ask(facts.trainingClass.plansDueOn),
      direction: "ahead",
      spansFrom: ({ facts }) => facts.trainingClass.plansDueOn,
      follows: ({ facts }) => facts.trainingClass.endsOn,
      today: ({ facts }, at) => dayIn(facts.trainingClass.zone, at),
    }),
    zone: choiceStep<DetailFacts>({
      label: ({ programmeForms }) => programmeForms.detail.zone.label,
      ask: ({ texts, facts }) => texts.programmeForms.detail.zone.ask(facts.trainingClass.zone),
      perRow: 3,
      // Two zones are called WIB: their clocks show the same time.
      choices: () =>
        ZONES.filter((zone) => zone !== "Asia/Pontianak").map((zone) => ({ value: zone, label: zoneLabel(zone) })),
    }),
  },
  async finish({ world, actor, texts, facts, answers }) {
    const { id: classId } = facts.trainingClass;
    const outcome = await changeClass(world, actor, { classId, change: changeOf(facts.detail, answers) });
    const { detail } = texts.programmeForms;
    if (outcome.kind === "not_allowed") return refusal({ actor, texts, world });
    if (outcome.kind === "refused" && outcome.reason !== "has_participants") {
      return { kind: "not_yet", say: detail.refused[outcome.reason](), answers: {} };
    }
    const said =
      outcome.kind === "refused"
        ? detail.refused[outcome.reason]()
        : detail.done(outcome.trainingClass.name, outcome.told);
    return { ...said, buttons: [toSetUp(texts, classId)] };
  },
};

function changeOf(detail: Detail, answers: Answers): ClassChange {
  const value = String(answers[detail]);
  if (detail === "due") return { plansDueOn: value as Day };
  if (detail === "ends") return { endsOn: value as Day };
  return detail === "zone" ? { zone: value as Zone } : { [detail]: value };
}
