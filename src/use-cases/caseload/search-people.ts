// Finding somebody by a part of their name, of their library's or of a place's, among all whom a trainer or admin looks after.
import { ROWS_A_PAGE } from "../../domain/paging.js";
import type { KnownActor } from "../../domain/people/person.js";
import { normaliseName } from "../../domain/places/place-search.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { careWanted } from "./care-wanted.js";
import { type PersonInCare, subjectInCare } from "./person-in-care.js";
import { readInFull } from "./read-people.js";

/** The first of them: more is found by typing more. */
export interface FoundPeople {
  total: number;
  shown: PersonInCare[];
}

export async function searchPeople(world: World, actor: KnownActor, typed: string): Promise<FoundPeople> {
  const care = careWanted(actor, { practice: false });
  const search = normaliseName(typed);
  // Of signs and of other scripts nothing is left to look for, and nothing is in every name.
  if (search === "") return { total: 0, shown: [] };
  const { total, shown } = await world.store.caseloads.peopleFound(care, { search, most: ROWS_A_PAGE });
  const people = await readInFull(world, care, shown);
  await noteLook(world, actor, {
    ...{ action: "people.list", subject: "people" },
    details: { filter: "all", count: total, page: 0, search: true },
    shown: people.map(subjectInCare),
  });
  return { total, shown: people };
}
