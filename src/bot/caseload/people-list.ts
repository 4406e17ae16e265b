// /peserta: the people somebody looks after, by pages of eight, filtered or searched; and how many there are under each cause of silence.
import { DIAGNOSES } from "../../domain/caseload/diagnosis.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { action, type Ids } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button } from "../../domain/messages/message.js";
import { numberRows } from "../../domain/messages/number-rows.js";
import { PARTICIPANT_KINDS } from "../../domain/people/participant-kind.js";
import { isTrainer } from "../../domain/people/person.js";
import { countPeople, listPeople } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { send, show } from "../kit/show.js";

/** Longer than any name or village, short enough to be quoted back. */
const LONGEST_SEARCH = 60;

/** Under every list; the others stand behind a button of their own. */
const FIRST_FILTERS: readonly PeopleFilter[] = ["all", "late", "done"];

export async function searchPeople(ctx: KnownContext, typed: string): Promise<void> {
  await list(ctx, { filter: "all", page: 0, search: typed.slice(0, LONGEST_SEARCH), practice: false });
}

export async function showPeople(ctx: KnownContext, [filter, page, practice]: Ids<"people">): Promise<void> {
  await list(ctx, { filter, page, search: "", practice });
}

export async function showPeopleBelow(ctx: KnownContext): Promise<void> {
  await list(ctx, { filter: "all", page: 0, search: "", practice: false }, send);
}

async function list(
  ctx: KnownContext,
  wish: { filter: PeopleFilter; page: number; search: string; practice: boolean },
  put = show,
): Promise<void> {
  const { caseload, practice } = ctx.texts;
  const { shown, total, from, page, last, counts } = await listPeople(ctx.world, ctx.actor, wish);
  const open = shown.map(({ participantId, rosterRowId }) =>
    participantId !== null ? action("person", participantId) : action("invited", rosterRowId ?? 0),
  );
  // A search is not kept in a button: it is narrowed by typing more.
  const to = (at: number) => action("people", wish.filter, at, wish.practice);
  const pages = wish.search === "" ? { at: { page, last }, to } : null;
  const isFirst = wish.search === "" && FIRST_FILTERS.includes(wish.filter);
  const filters = FIRST_FILTERS.map((one) => ({
    label: caseload.filter(one, counts[one], one === wish.filter && isFirst),
    data: action("people", one, 0, wish.practice),
  }));
  const silent = DIAGNOSES.reduce((sum, cause) => sum + counts[cause], 0);
  const causes = { label: caseload.causesMenu(silent), data: action("causes", wish.practice) };
  const back = wish.practice ? [{ label: practice.toPractice, data: action("practice") }] : [];
  const text = caseload.list({ ...wish, total, from, people: shown });
  const rows = numberRows(open, from);
  const acts = wish.search === "" && !wish.practice && total > 0 ? actButtons(ctx, wish.filter, total) : [];
  const more = [...rowsThatFit(acts, 2), ...rowsThatFit(filters, 2), [causes]];
  await put(ctx, listScreen(ctx.texts, text, { rows, pages, more, back }));
}

/** What can be done for all of a list at once: of those who are behind. Whoever is not here yet can be told nothing. */
function actButtons({ actor, texts }: KnownContext, filter: PeopleFilter, total: number): Button[] {
  const isBehind = filter === "late" || (DIAGNOSES as readonly PeopleFilter[]).includes(filter);
  if (!isBehind || filter === "not_joined") return [];
  const scope = { kind: "filter", filter } as const;
  const write = { label: texts.careActs.writeToAll, data: action("write", scope) };
  return [
    { label: texts.careActs.remindMenu(total), data: action("remind", scope) },
    ...(isTrainer(actor) ? [write] : []),
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
