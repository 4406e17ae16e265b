// One level of the place picker: buttons by pages, or a typed name with tolerance for spelling.

import { distance } from "fastest-levenshtein";
import { fitLabel, rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Place, PlaceLevel } from "../../../domain/places/place.js";
import { placeVerdict, rankPlaces } from "../../../domain/places/place-search.js";
import { startOf } from "../../../domain/words/cut-to.js";
import { nameOfPlace, placesWithin } from "../../../use-cases/index.js";
import type { Step, StepContext } from "../form.js";

/** 16 short names a page in two columns fit a small phone without scrolling; 95 % of districts have at most 22 villages. */
const PLACES_A_PAGE = 16;

export interface PlaceStepOptions<Facts> {
  level: PlaceLevel;
  /** The place one level up in which to choose; null lists provinces. */
  within(context: StepContext<Facts>): string | null;
  /** The only ones that are theirs to choose; null: all. */
  only?(context: StepContext<Facts>): readonly string[] | null;
}

export function placeStep<Facts>({ level, within, only }: PlaceStepOptions<Facts>): Step<Facts> {
  const placesFor = async (context: StepContext<Facts>) => {
    const all = await placesWithin(context.world, within(context));
    const theirs = only?.(context) ?? null;
    return theirs === null ? all : all.filter(({ code }) => theirs.includes(code));
  };
  return {
    typed: true,
    value: async ({ world }, answer) => (await nameOfPlace(world, String(answer))) ?? String(answer),
    label: (texts) => texts.registration.place.label(level),
    async ask(context) {
      const { texts, view, press } = context;
      const parent = within(context);
      const all = await placesFor(context);
      const words = texts.registration.place;
      if (view.typed !== undefined) {
        const similar = ranked(view.typed, level, all);
        const say = similar.length > 0 ? words.found(view.typed) : words.notFound(view.typed);
        const back = { label: words.all, data: press("page.0") };
        return { ...say, buttons: [...placeButtons(similar, press), [back]] };
      }
      const page = view.page ?? 0;
      const shown = all.slice(page * PLACES_A_PAGE, (page + 1) * PLACES_A_PAGE);
      const paging = [
        ...(page > 0 ? [{ label: texts.common.previous, data: press(`page.${page - 1}`) }] : []),
        ...((page + 1) * PLACES_A_PAGE < all.length
          ? [{ label: texts.common.more, data: press(`page.${page + 1}`) }]
          : []),
      ];
      const name = parent === null ? null : ((await nameOfPlace(context.world, parent)) ?? parent);
      return { ...words.ask(level, name), buttons: [...placeButtons(shown, press), paging] };
    },
    async read(context, input) {
      const all = await placesFor(context);
      if (input.kind === "press") {
        const page = /^page\.(\d{1,3})$/.exec(input.value)?.[1];
        if (page !== undefined) return { kind: "view", view: { page: Number(page) } };
        const chosen = all.find(({ code }) => code === input.value);
        return chosen === undefined
          ? { kind: "problem", say: context.texts.common.oldMenu() }
          : { kind: "answer", value: chosen.code };
      }
      if (input.kind !== "text") return { kind: "problem", say: context.texts.common.onlyText() };
      const verdict = placeVerdict(rankPlaces(input.text, level, all, distance));
      if (verdict.kind === "found") return { kind: "answer", value: verdict.place.code };
      // 60 characters: longer than any name, short enough to be quoted back.
      return { kind: "view", view: { typed: startOf(input.text, 60) } };
    },
  };
}

function ranked(typed: string, level: PlaceLevel, all: Place[]): Place[] {
  const verdict = placeVerdict(rankPlaces(typed, level, all, distance));
  if (verdict.kind === "found") return [verdict.place];
  return verdict.kind === "doubtful" ? [...verdict.places] : [];
}

function placeButtons(places: Place[], press: (value: string) => string) {
  return rowsThatFit(
    places.map(({ code, name }) => ({ label: fitLabel(name.replace(/\bKepulauan\b/, "Kep.")), data: press(code) })),
    2,
  );
}
