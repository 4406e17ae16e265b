// A pause for everybody of a regency or province: where, until when, and whether they get a word; with what it is about before it is decided.
import { action } from "../../domain/messages/action.js";
import { MOST_PAUSE_DAYS } from "../../domain/people/pause.js";
import { isAdmin, zoneOf } from "../../domain/people/person.js";
import { isProvinceCode, provinceCodeOf } from "../../domain/places/place.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import { zoneOfProvince } from "../../domain/time/zone.js";
import {
  findPlacePause,
  movePlacePauseEnd,
  type PlacePause,
  pausePlace,
  placesToPause,
  previewPlacePause,
} from "../../use-cases/index.js";
import type { Answers, Finished, Form } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { noTo, refusal } from "../kit/refuse.js";
import { untilStep } from "./pause-form.js";

interface PlacePauseFacts {
  /** The one that gets another last day; null: a new one. */
  found: PlacePause | null;
  /** To begin with. */
  places: { code: string; name: string }[];
  today(at: Date, answers: Answers): Day;
}

const WHOLE = "-";
const isProvince = (place: unknown): place is string => typeof place === "string" && isProvinceCode(place);

function placeIn({ place, regency }: Answers): string {
  return String(regency !== undefined && regency !== WHOLE ? regency : place);
}

export const placePauseForm: Form<PlacePauseFacts> = {
  name: "place_pause",
  version: 1,
  async load(world, actor, subject) {
    if (!isAdmin(actor)) return null;
    const places = await placesToPause(world, actor, null);
    const [, id] = /^pause:(\d{1,9})$/.exec(subject) ?? [];
    const found = id === undefined ? null : await findPlacePause(world, actor, Number(id));
    if (found !== null && found.kind !== "found") return null;
    const zone = (answers: Answers) => {
      const code = found?.placeCode ?? (answers.place === undefined ? null : placeIn(answers));
      return code === null ? zoneOf(actor.person) : zoneOfProvince(provinceCodeOf(code));
    };
    return { found, places, today: (at, answers) => dayIn(zone(answers), at) };
  },
  about: ({ pauses }, { found }) => pauses.about(found?.name ?? null),
  order: (answers, { found }) =>
    found !== null ? ["until"] : ["place", ...(isProvince(answers.place) ? ["regency"] : []), "until", "tells"],
  clears: { place: ["regency"] },
  steps: {
    place: choiceStep({
      label: ({ pauses }) => pauses.places.label,
      ask: ({ texts }) => texts.pauses.places.ask(),
      choices: ({ facts }) => facts.places.map(({ code, name }) => ({ value: code, label: name })),
    }),
    regency: choiceStep({
      label: ({ pauses }) => pauses.places.regencyLabel,
      ask: ({ texts }) => texts.pauses.places.askRegency(),
      choices: async ({ world, actor, texts, answers }) => [
        { value: WHOLE, label: texts.pauses.places.whole, always: true },
        ...(await placesToPause(world, actor, String(answers.place))).map(({ code, name }) => ({
          value: code,
          label: name,
        })),
      ],
    }),
    until: untilStep<PlacePauseFacts>({
      today: (facts, at, answers) => facts.today(at, answers),
      fromOn: (facts, at, answers) => facts.found?.pause.fromOn ?? facts.today(at, answers),
      untilOn: ({ found }) => found?.pause.untilOn ?? null,
    }),
    tells: choiceStep({
      label: ({ pauses }) => pauses.places.tellsLabel,
      ask: ({ texts }) => texts.pauses.places.askTells(),
      perRow: 2,
      choices: ({ texts }) => [
        { value: "yes", label: texts.common.yes },
        { value: "no", label: texts.common.no },
      ],
    }),
  },
  confirmLabel: ({ pauses }) => pauses.places.confirm,
  async summary({ world, actor, texts, facts, answers }) {
    const untilOn = answers.until as Day;
    const preview = await previewPlacePause(world, actor, facts.found?.placeCode ?? placeIn(answers));
    if (preview.kind !== "found") return noTo({ actor, texts, world });
    return texts.pauses.places.summary({ ...preview, untilOn, tells: answers.tells === "yes" });
  },
  async finish({ world, actor, texts, facts: { found }, answers, saidAt }, { updateId }): Promise<Finished> {
    const untilOn = answers.until as Day;
    const { places } = texts.pauses;
    const toList = [{ label: places.toList, data: action("place_pauses") }];
    const outcome =
      found === null
        ? await pausePlace(world, actor, {
            ...{ placeCode: placeIn(answers), untilOn, tells: answers.tells === "yes", updateId, saidAt },
          })
        : await movePlacePauseEnd(world, actor, { pauseId: found.pause.id, untilOn });
    switch (outcome.kind) {
      case "paused":
      case "changed": {
        const undo = [{ label: texts.pauses.undo, data: action("undo_place_pause", outcome.pause.id) }];
        const said = places.begun({ place: outcome.name, people: outcome.people, untilOn });
        return { ...said, buttons: [...(outcome.kind === "paused" ? [undo] : []), toList] };
      }
      case "pauses_already":
        return {
          ...places.already({ place: outcome.name, untilOn: outcome.pause.untilOn }),
          buttons: [[{ label: places.open, data: action("place_pause", outcome.pause.id) }], toList],
        };
      case "not_then": {
        const { until: _, ...stays } = answers;
        return { kind: "not_yet", say: texts.pauses.until.notThen(MOST_PAUSE_DAYS), answers: stays };
      }
      case "over":
        return { ...texts.pauses.over(), buttons: [toList] };
      default:
        return refusal({ actor, texts, world });
    }
  },
};
