// /peserta: the people somebody looks after, by pages, filtered or searched; and how many there are under each cause of silence.

import { DIAGNOSES } from "../../domain/caseload/diagnosis.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { provinceRuleIn } from "../../domain/caseload/with-province.js";
import { action, type Ids } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button } from "../../domain/messages/message.js";
import { numberRows } from "../../domain/messages/number-rows.js";
import { type Area, placesAround } from "../../domain/overview/area.js";
import { placesFirst } from "../../domain/overview/places-first.js";
import { PARTICIPANT_KINDS } from "../../domain/people/participant-kind.js";
import { isAdmin, isTrainer } from "../../domain/people/person.js";
import { startOf } from "../../domain/words/cut-to.js";
import { paragraphs } from "../../texts/rich.js";
import { countPeople, listPeople, openPersonOf, type PeopleList, searchPeople } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { send, show } from "../kit/show.js";
import { showPlacesOfMany } from "../overview/people-places.js";

/** Longer than any name or village, short enough to be quoted back. */
const LONGEST_SEARCH = 60;

/** Under every list; the others stand behind a button of their own. */
const FIRST_FILTERS: readonly PeopleFilter[] = ["all", "late", "done"];
/** Where somebody is with the province. */
const FIRST_WITH_PROVINCE: readonly PeopleFilter[] = ["all", "late", "with_province", "done"];

export async function findPeople(ctx: KnownContext, typed: string): Promise<void> {
  if (typed.trim() === "") return listOrPlaces(ctx, "all");
  const { caseload, cover } = ctx.texts;
  const search = startOf(typed, LONGEST_SEARCH);
  const { shown, total } = await searchPeople(ctx.world, ctx.actor, search);
  const rule = provinceRuleIn(ctx.world.settings);
  const found = caseload.list({
    ...{ filter: "all", search, practice: false, rule, areaName: null },
    ...{ total, from: 0, people: shown, isBeyondReach: false },
  });
  // Without numbers: counting everybody would take longer than finding somebody.
  const filters = FIRST_FILTERS.map((one) => ({ label: caseload.filterName(one), data: action("people", one, 0) }));
  const rows = numberRows(
    shown.map((one) => openPersonOf(one, null)),
    0,
  );
  const text = paragraphs(cover.covering(ctx.actor.covers ?? []), found);
  // A search is not kept in a button: it is narrowed by typing more.
  await show(
    ctx,
    listScreen(ctx.texts, text, {
      rows,
      pages: null,
      more: [filters],
      back: backOf(ctx, { filter: "all", area: null }),
    }),
  );
}

export async function showPeople(
  ctx: KnownContext,
  [filter, page, practice, area, cohortId]: Ids<"people">,
): Promise<void> {
  if (area === null && !practice && page === 0) return listOrPlaces(ctx, filter);
  await list(ctx, { filter, page, practice, area, cohortId });
}

async function listOrPlaces(ctx: KnownContext, filter: PeopleFilter): Promise<void> {
  if (await showPlacesOfMany(ctx, filter)) return;
  await list(ctx, { filter, page: 0, practice: false, area: null, cohortId: null });
}

export async function showPeopleBelow(ctx: KnownContext): Promise<void> {
  await list(ctx, { filter: "all", page: 0, practice: false, area: null, cohortId: null }, send);
}

async function list(
  ctx: KnownContext,
  wish: {
    filter: PeopleFilter;
    page: number;
    practice: boolean;
    area: Area | null;
    cohortId: number | null;
  },
  put = show,
): Promise<void> {
  const { caseload, peopleFiles, practice } = ctx.texts;
  const list = await listPeople(ctx.world, ctx.actor, wish);
  const { shown, total, from, page, last, counts, areaName } = list;
  const to = (at: number) => action("people", wish.filter, at, wish.practice, wish.area, wish.cohortId);
  const rule = provinceRuleIn(ctx.world.settings);
  const isHelped = counts.with_province > 0 || wish.filter === "with_province";
  const filters = (isHelped ? FIRST_WITH_PROVINCE : FIRST_FILTERS).map((one) => ({
    label: caseload.filter(one, counts[one], one === wish.filter),
    data: action("people", one, 0, wish.practice, wish.area, wish.cohortId),
  }));
  const silent = DIAGNOSES.reduce((sum, cause) => sum + counts[cause], 0);
  const causes = { label: caseload.causesMenu(silent), data: action("causes", wish.practice) };
  // An empty list leads back to everybody's places: there is no place of nobody.
  const behind = { area: wish.area, filter: total > 0 ? wish.filter : "all" };
  const back = wish.practice ? [{ label: practice.toPractice, data: action("practice") }] : backOf(ctx, behind);
  const covers = wish.practice ? [] : (ctx.actor.covers ?? []);
  const mayAct = !wish.practice && wish.area === null && total > 0;
  const acts = mayAct ? actButtons(ctx, wish.filter, list) : [];
  const isBeyondReach = mayAct && isReminded(wish.filter) && list.remindable === 0;
  const text = paragraphs(
    ctx.texts.cover.covering(covers),
    caseload.list({ ...wish, rule, areaName, search: "", total, from, people: shown, isBeyondReach }),
  );
  const place = { list: wish.filter, page, area: wish.area, cohortId: wish.cohortId };
  const rows = numberRows(
    shown.map((one) => openPersonOf(one, place)),
    from,
  );
  // The file of an area is an admin's.
  const hasFiles = total > 0 && (wish.area === null || isAdmin(ctx.actor));
  const toFiles = action("people_files", wish.filter, wish.practice, wish.area, wish.cohortId);
  const files = hasFiles ? [{ label: peopleFiles.menu, data: toFiles }] : [];
  const byCause = wish.area === null ? [causes] : [];
  const more = [...rowsThatFit(acts, 2), ...rowsThatFit(filters, 2), ...rowsThatFit([...byCause, ...files], 2)];
  await put(ctx, listScreen(ctx.texts, text, { rows, pages: { at: { page, last }, to }, more, back }));
}

/** Out of the people of an area: to its numbers, or to the places that one came from, which are those of the same people. */
function backOf(
  { actor, texts: { overview } }: KnownContext,
  { filter, area }: { filter: PeopleFilter; area: Area | null },
): Button[] {
  const places = placesFirst(actor);
  if (area === null)
    return places === null ? [] : [{ label: overview.back, data: action("people_places", places, 0, filter) }];
  return [
    ...(isAdmin(actor) ? [{ label: overview.menu, data: action("overview", area) }] : []),
    ...(places === null
      ? []
      : [{ label: overview.back, data: action("people_places", placesAround(area), 0, filter) }]),
  ];
}

/** Nothing sent by the bot reaches them: they are invited, or rung up. */
const OUT_OF_REACH: readonly PeopleFilter[] = ["not_joined", "blocked"];

/** Of those who are behind. */
function isActedOn(filter: PeopleFilter): boolean {
  const isBehind = filter === "late" || (DIAGNOSES as readonly PeopleFilter[]).includes(filter);
  return isBehind && !OUT_OF_REACH.includes(filter);
}

/** Nobody is reminded whose own page says that it is not yet time. */
function isReminded(filter: PeopleFilter): boolean {
  return isActedOn(filter) && filter !== "paused";
}

type Reached = Pick<PeopleList, "total" | "remindable" | "writable">;

/** What can be done for all of a list at once, where it reaches somebody. */
function actButtons({ actor, texts }: KnownContext, filter: PeopleFilter, reached: Reached): Button[] {
  if (!isActedOn(filter)) return [];
  const { total, remindable, writable } = reached;
  const scope = { kind: "filter", filter } as const;
  const write = { label: texts.careActs.writeToAll, data: action("write", scope) };
  const remind = { label: texts.careActs.remindMenu(total), data: action("remind", scope) };
  return [
    ...(isReminded(filter) && remindable > 0 ? [remind] : []),
    ...(isTrainer(actor) && writable > 0 ? [write] : []),
  ];
}

/** Everybody in numbers, by why nothing is heard and by kind; each number opens its people. */
export async function showCauses(ctx: KnownContext, [practice]: Ids<"causes">): Promise<void> {
  const { caseload } = ctx.texts;
  const counts = await countPeople(ctx.world, ctx.actor, { practice });
  const toFilter = (one: PeopleFilter): Button => ({
    label: caseload.filter(one, counts[one], false),
    data: action("people", one, 0, practice),
  });
  const causes = DIAGNOSES.filter((one) => counts[one] > 0).map(toFilter);
  // A kind that everybody or nobody is of sorts nothing out.
  const kinds = PARTICIPANT_KINDS.filter((one) => counts[one] > 0 && counts[one] < counts.all).map(toFilter);
  const back = { label: caseload.backToList, data: action("people", "all", 0, practice) };
  await show(ctx, {
    ...caseload.causes(counts),
    buttons: [...rowsThatFit(causes, 2), ...rowsThatFit(kinds, 2), [back]],
  });
}
