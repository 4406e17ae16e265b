// /ekspor: what, of which place, of which people or months, and what for; then the file.

import { PEOPLE_FILTERS } from "../../domain/caseload/people-filter.js";
import type { Message } from "../../domain/messages/message.js";
import { isAdmin, type KnownActor, zoneOf } from "../../domain/people/person.js";
import { isProvinceCode } from "../../domain/places/place.js";
import { dayIn } from "../../domain/time/calendar.js";
import { countToExport, lastMonths, type PlaceOffered, placesToExport } from "../../use-cases/index.js";
import type { Answers, Form, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { refusal } from "../kit/refuse.js";
import type { BotWorld } from "../world.js";
import { EXPORT_KINDS } from "./export-kinds.js";
import { purposeStep, purposeWords } from "./purpose-step.js";

const FILES = ["people", "reports", "sim"] as const;

/** Months that are offered one by one; the spans count from this month back. */
const SINGLE_MONTHS = 6;
const SPANS = [3, 12];

const EVERYWHERE = "-";

interface ExportsFacts {
  places: PlaceOffered[];
  exported?: Message;
}

type Context = StepContext<ExportsFacts>;

export const exportsForm: Form<ExportsFacts> = {
  name: "exports",
  version: 1,
  async load(world, actor) {
    return isAdmin(actor) ? { places: await placesToExport(world, actor, null) } : null;
  },
  about: ({ exports }) => exports.about,
  leftEmpty: (texts) => ({ say: texts.common.notBegun(texts.exports.about) }),
  order: (answers, { places }) => [
    ...["what", ...(places.length === 0 ? [] : ["place"])],
    ...(isProvince(answers.place) && places.some(({ code }) => code.length === "21".length) ? ["regency"] : []),
    ...[answers.what === "people" ? "filter" : "months", "purpose"],
  ],
  clears: { what: ["filter", "months"], place: ["regency", "filter"], regency: ["filter"] },
  steps: {
    what: choiceStep({
      label: ({ exports }) => exports.whatLabel,
      ask: ({ texts }) => texts.exports.askWhat(),
      choices: ({ texts }) => FILES.map((value) => ({ value, label: texts.exports.files[value].button })),
    }),
    place: choiceStep({
      label: ({ exports }) => exports.placeLabel,
      ask: ({ texts }) => texts.exports.askPlace(),
      choices: ({ facts, texts }) => [
        { value: EVERYWHERE, label: texts.exports.everywhere, always: true },
        ...facts.places.map(({ code, name }) => ({ value: code, label: name })),
      ],
    }),
    regency: choiceStep({
      label: ({ exports }) => exports.placeLabel,
      ask: ({ texts }) => texts.exports.askRegency(),
      choices: async ({ world, actor, texts, answers }) => [
        { value: EVERYWHERE, label: texts.exports.wholeProvince, always: true },
        ...(await placesToExport(world, actor, String(answers.place))).map(({ code, name }) => ({
          value: code,
          label: name,
        })),
      ],
    }),
    filter: choiceStep({
      label: ({ exports }) => exports.filterLabel,
      ask: ({ texts }) => texts.exports.askFilter(),
      perRow: 2,
      choices: async ({ world, actor, texts, answers }) => {
        const counts = await countToExport(world, actor, placeOf(answers));
        if (counts === null) return [];
        // A filter that holds nobody makes no file, and one that holds all is "all".
        const isUseful = (one: (typeof PEOPLE_FILTERS)[number]) =>
          one === "all" || (counts[one] > 0 && counts[one] < counts.all);
        return PEOPLE_FILTERS.filter(isUseful).map((value) => ({
          value,
          label: texts.caseload.filter(value, counts[value], false),
        }));
      },
    }),
    months: choiceStep({
      label: ({ exports }) => exports.monthsLabel,
      ask: ({ texts }) => texts.exports.askMonths(),
      choices: ({ world, actor, texts }) => monthChoices(world, actor, texts.exports),
    }),
    purpose: purposeStep(({ texts, answers }) => texts.exports.files[fileOf(answers)].name),
  },
  async beforeFinish({ world, actor, texts, answers, facts }, { updateId }) {
    const about = [placeOf(answers) ?? EVERYWHERE, String(answers.what === "people" ? answers.filter : answers.months)];
    const found = await EXPORT_KINDS[fileOf(answers)].find(world, actor, about.join(":"));
    if (found === null) return { ...facts, exported: refusal({ actor, texts, world }) };
    const purpose = purposeWords(texts, String(answers.purpose));
    return { ...facts, exported: await found.write({ world, actor, texts, purpose, updateId }) };
  },
  async finish({ facts: { exported } }) {
    if (exported === undefined) throw new Error("The file was not written before the form ended.");
    return exported;
  },
};

function fileOf({ what }: Answers): (typeof FILES)[number] {
  return FILES.find((one) => one === what) ?? "people";
}

function placeOf({ place, regency }: Answers): string | null {
  const code = regency !== undefined && regency !== EVERYWHERE ? regency : place;
  return code === undefined || code === EVERYWHERE ? null : String(code);
}

function isProvince(place: Answers[string] | undefined): boolean {
  return typeof place === "string" && isProvinceCode(place);
}

function monthChoices(world: BotWorld, actor: KnownActor, words: Context["texts"]["exports"]) {
  const today = dayIn(zoneOf(actor.person), world.clock.now());
  const name = (first: string) => first.slice(0, "2024-06".length);
  const [now = today] = lastMonths(today, 1);
  return [
    ...lastMonths(today, SINGLE_MONTHS).map((first) => ({
      value: `${name(first)}:${name(first)}`,
      label: words.month(first),
    })),
    ...SPANS.map((count) => {
      const first = lastMonths(today, count).at(-1) ?? now;
      return { value: `${name(first)}:${name(now)}`, label: words.lastMonths(count) };
    }),
  ];
}
