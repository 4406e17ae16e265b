// Of an audience: the lists of which several can be ticked, a page at a time, narrowed by typing.

import { AUDIENCE_LISTS, type Audience, type AudienceList } from "../../../domain/announcements/audience.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { ROWS_A_PAGE } from "../../../domain/paging.js";
import { PARTICIPANT_KINDS } from "../../../domain/people/participant-kind.js";
import { liesWithin } from "../../../domain/places/place.js";
import type { AudienceOption } from "../../../ports/announcements/audiences.js";
import { shortDay } from "../../../texts/dates.js";
import { audienceOptions } from "../../../use-cases/index.js";
import { pageRow } from "../../kit/page-row.js";
import { type AnnouncementContext, draftReach } from "./announcement-answers.js";

/** Of two buttons in a row: the first has this many letters, its box included. */
const HALF_A_ROW = 15;

interface Counts {
  reachable: number;
  unreached: number;
}

/** "places", "places.21" (the regencies of a province), "classes", … */
export function isListPage(at: string | undefined): boolean {
  return AUDIENCE_LISTS.some((list) => list === at?.split(".")[0]);
}

export async function listPage(context: AnnouncementContext, chosen: Audience, counts: Counts): Promise<Message> {
  const { texts, view, press } = context;
  const [list, province] = (view.at ?? "").split(".") as [AudienceList, string | undefined];
  const { total, shown, page } = await shownOf(context, list, province, chosen);
  const last = Math.max(0, Math.ceil(total / ROWS_A_PAGE) - 1);
  const words = texts.announcement.for;
  const isAsked = (chosen[list] ?? []).length > 0;
  const message = words.list(list, counts, view.typed ?? "");
  return {
    ...(total === 0 ? words.nothing() : message),
    buttons: [
      ...shown,
      ...pageRow(texts, { page, last }, (to) => press(`page.${to}`)),
      ...(isAsked ? [[{ label: words.all, data: press(`all.${list}`) }]] : []),
    ],
  };
}

async function shownOf(
  context: AnnouncementContext,
  list: AudienceList,
  province: string | undefined,
  chosen: Audience,
): Promise<{ total: number; shown: Button[][]; page: number }> {
  const { texts, view, press, world, actor, facts } = context;
  const words = texts.announcement.for;
  const box = (value: string, name: string, room?: number): Button => ({
    label: words.box((chosen[list] ?? []).map(String).includes(value), name, room),
    data: press(`t.${list}.${value}`),
  });
  if (list === "kinds") {
    const shown = PARTICIPANT_KINDS.map((kind) => [box(kind, words.kinds[kind])]);
    return { total: shown.length, shown, page: 0 };
  }
  const page = view.page ?? 0;
  const typed = view.typed ?? "";
  const wish = {
    places: list === "places" ? [] : (chosen.places ?? []),
    typed,
    skip: page * ROWS_A_PAGE,
    most: ROWS_A_PAGE,
  };
  const within = province === undefined ? wish : { ...wish, province };
  const found = await audienceOptions(world, actor, list, within, facts.changing);
  const [only] = found.shown;
  const isRoot = list === "places" && province === undefined && typed === "";
  // Whose reach is in one province begins with its regencies; with all of it only where all of it is theirs.
  if (isRoot && found.total === 1 && only !== undefined) {
    const ofOnly = await audienceOptions(world, actor, list, { ...wish, province: only.value }, facts.changing);
    const isWhole = draftReach(context).some(
      ({ regionCode }) => regionCode === null || liesWithin(only.value, regionCode),
    );
    const isTicked = (chosen.places ?? []).includes(only.value);
    const first = isWhole || isTicked ? [[box(only.value, only.name)]] : [];
    const shown = [...first, ...ofOnly.shown.map(({ value, name }) => [box(value, name)])];
    return { total: ofOnly.total + first.length, shown, page };
  }
  const shown = found.shown.map((option) =>
    isRoot
      ? [
          box(option.value, option.name, HALF_A_ROW),
          { label: words.regencies, data: press(`at.places.${option.value}`) },
        ]
      : [box(option.value, nameOf(context, option))],
  );
  return { total: found.total, shown, page };
}

function nameOf({ texts }: AnnouncementContext, { name, detail }: AudienceOption): string {
  const words = texts.announcement.for;
  if (detail === undefined) return name;
  if ("wave" in detail) return words.wave(detail.wave, name);
  // The day tells classes of one name apart, so it stays whole.
  const day = shortDay(texts.language, detail.startsOn);
  return words.className(fitLabel(name, NAME_BEFORE_DAY, { isName: true }), day);
}

const NAME_BEFORE_DAY = 15;
