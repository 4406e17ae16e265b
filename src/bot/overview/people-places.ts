// Whose people? Where somebody looks after a province or more, a list of names begins with its places: nobody turns a thousand pages.
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import { shortName } from "../../domain/messages/short-name.js";
import { type Area, areaAround, isProvinceItself, partOf } from "../../domain/overview/area.js";
import { placesFirst } from "../../domain/overview/places-first.js";
import { pageOf } from "../../domain/paging.js";
import { type PeopleBy, peopleByPlace } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

/** A choice with little to read above it, so that two more fit. */
const PLACES_A_PAGE = 10;
const LONGEST_NAME = 20;

/** So many are found by turning pages; above it one chooses a place first. */
const FEW = 24;

export async function showPeoplePlaces(ctx: KnownContext, ids: Ids<"people_places">, put = show): Promise<void> {
  const { texts, actor, world } = ctx;
  const [area, , filter] = ids;
  const found = await peopleByPlace(world, actor, area, filter ?? "all");
  if (found.kind === "found") return putPlaces(ctx, ids, found, put);
  await put(ctx, { ...texts.overview.notYours(), buttons: menuButtons(actor, texts) });
}

/** Returns whether there were so many people that their places were shown. */
export async function showPlacesOfMany(ctx: KnownContext, filter: PeopleFilter): Promise<boolean> {
  const places = placesFirst(ctx.actor);
  if (places === null) return false;
  const found = await peopleByPlace(ctx.world, ctx.actor, places, filter);
  if (found.kind !== "found" || found.people <= FEW) return false;
  await putPlaces(ctx, [places, 0, filter], found, show);
  return true;
}

async function putPlaces(
  ctx: KnownContext,
  [area, wanted, filter]: Ids<"people_places">,
  found: PeopleBy,
  put: typeof show,
): Promise<void> {
  const { texts, actor } = ctx;
  const places = found.parts.filter(({ key }) => !isProvinceItself(partOfPlaces(area), key));
  const { shown, page, last } = pageOf(places, PLACES_A_PAGE, wanted);
  const buttons = shown.map((one) => placeButton(ctx, area, one, filter));
  const back = areaAround(area);
  const isAbove = back !== null && placesFirst(actor)?.placeCode === back.placeCode;
  await put(
    ctx,
    listScreen(
      texts,
      texts.overview.places.ask({
        ...found,
        filter: filter === null || filter === "all" ? null : texts.caseload.filterName(filter),
      }),
      {
        rows: [...(page === 0 ? wholeProvince(ctx, area, found, filter) : []), ...buttons].map((one) => [one]),
        pages: { at: { page, last }, to: (at) => action("people_places", area, at, filter) },
        back: isAbove ? [{ label: texts.overview.back, data: action("people_places", back, 0, filter) }] : [],
      },
    ),
  );
}

/** With what is of the province itself, which is of no regency; not where one regency has them all. */
function wholeProvince(
  { texts }: KnownContext,
  area: Area,
  { parts, people }: PeopleBy,
  filter: PeopleFilter | null,
): Button[] {
  const [one] = parts;
  const isAllInOne = parts.length === 1 && one !== undefined && !isProvinceItself("regency", one.key);
  if (area.placeCode === null || people === 0 || isAllInOne) return [];
  return [
    { label: texts.overview.places.wholeProvince(people), data: action("people", filter ?? "all", 0, false, area) },
  ];
}

function placeButton(
  { texts }: KnownContext,
  area: Area,
  { key, name, people }: PeopleBy["parts"][number],
  filter: PeopleFilter | null,
): Button {
  const part = partOfPlaces(area);
  const inside = partOf(area, part, key);
  const label = texts.overview.places.button(shortName(name, LONGEST_NAME), people);
  return part === "province"
    ? { label, data: action("people_places", inside, 0, filter) }
    : { label, data: action("people", filter ?? "all", 0, false, inside) };
}

function partOfPlaces({ placeCode }: Area): "province" | "regency" {
  return placeCode === null ? "province" : "regency";
}
