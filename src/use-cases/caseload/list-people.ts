// Everybody that a trainer or admin looks after, joined or not, each with their plans and how they are doing.

import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { groupedBy } from "../../domain/grouped-by.js";
import { lastPage, type Page } from "../../domain/paging.js";
import type { KnownActor } from "../../domain/people/person.js";
import { normaliseName } from "../../domain/places/place-search.js";
import type { PeoplePage } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { careWanted, practiceSubject } from "./care-wanted.js";
import { factsOfCase } from "./follow-up/facts-of-case.js";
import { lateDaysNow } from "./follow-up/late-days.js";
import { type PersonInCare, personInCare } from "./person-in-care.js";

/** Eight names and their buttons fit one screen. */
const PER_PAGE = 8;

export interface PeopleList extends Page<PersonInCare> {
  /** How many there are on all pages. */
  total: number;
  counts: PeoplePage["counts"];
}

export async function listPeople(
  world: World,
  actor: KnownActor,
  wish: { filter: PeopleFilter; search: string; page?: number; practice?: boolean },
): Promise<PeopleList> {
  const { caseloads } = world.store;
  const care = careWanted(actor, wish);
  const { filter, page: wanted = 0 } = wish;
  const search = normaliseName(wish.search);
  const { counts, total, page, shown } = await caseloads.peoplePage(care, lateDaysNow(world), {
    ...{ filter, search, page: wanted, most: PER_PAGE },
  });
  const rows = await caseloads.peopleOf(care, {
    participantIds: shown.flatMap(({ participantId }) => participantId ?? []),
    rosterRowIds: shown.flatMap(({ rosterRowId }) => rosterRowId ?? []),
  });
  const keyOf = (one: PeoplePage["shown"][number]) => `${one.participantId} ${one.rosterRowId}`;
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const libraryIds = rows.flatMap(({ libraryId }) => libraryId ?? []);
  const plans = groupedBy(
    (await caseloads.plansOf(care, { libraryIds })).map(factsOfCase),
    ({ libraryId }) => libraryId,
  );
  await noteLook(world, actor, {
    action: "people.list",
    subject: wish.practice === true ? practiceSubject(actor) : "people",
    details: { filter, count: total, page, ...(wish.search !== "" && { search: true }) },
    shown: rows.map(({ participantId, rosterRowId }) =>
      participantId === null ? `roster_row:${rosterRowId}` : `participant:${participantId}`,
    ),
  });
  return {
    ...{ counts, total, page, from: page * PER_PAGE, last: lastPage(total, PER_PAGE) },
    shown: shown.flatMap((one) => {
      const row = byKey.get(keyOf(one));
      return row === undefined ? [] : [personInCare(world, row, plans.get(row.libraryId ?? 0) ?? [])];
    }),
  };
}
