// Everybody that a trainer or admin looks after, joined or not, each with their plans and how they are doing.

import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { type Area, writeArea } from "../../domain/overview/area.js";
import { lastPage, type Page, ROWS_A_PAGE } from "../../domain/paging.js";
import { reachWithin } from "../../domain/people/admin-reach.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { PeoplePage } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { careWanted, practiceSubject } from "./care-wanted.js";
import { type PersonInCare, subjectInCare } from "./person-in-care.js";
import { readPeople } from "./read-people.js";

export interface PeopleList extends Page<PersonInCare> {
  /** Of the place or class that they are of; null: of all that somebody looks after, or of nobody. */
  areaName: string | null;
  /** How many there are on all pages. */
  total: number;
  remindable: number;
  writable: number;
  counts: PeoplePage["counts"];
}

export async function listPeople(
  world: World,
  actor: KnownActor,
  request: {
    filter: PeopleFilter;
    page?: number;
    practice?: boolean;
    area?: Area | null;
    cohortId?: number | null;
  },
): Promise<PeopleList> {
  const { area = null, cohortId = null } = request;
  const whole = careWanted(actor, request);
  const care =
    area === null ? whole : { trainerId: null, regions: reachWithin(whole.regions, area.placeCode, cohortId) };
  const { filter, page: wanted = 0 } = request;
  const { counts, total, remindable, writable, page, people } = await readPeople(world, care, {
    filter,
    page: wanted,
    most: ROWS_A_PAGE,
    classId: area?.classId ?? null,
  });
  await noteLook(world, actor, {
    action: "people.list",
    subject: request.practice === true ? practiceSubject(actor) : "people",
    details: {
      filter,
      count: total,
      page,
      ...(area !== null && { area: writeArea(area) }),
    },
    shown: people.map(subjectInCare),
  });
  return {
    // Of a class or place where they look after nobody, they learn not even its name.
    areaName: area === null || counts.all === 0 ? null : await world.store.overviews.nameOf(area),
    ...{ counts, total, remindable, writable, page, from: page * ROWS_A_PAGE, last: lastPage(total, ROWS_A_PAGE) },
    shown: people,
  };
}
