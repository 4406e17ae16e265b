// How a list of people can be narrowed. What each filter means in SQL: storage/caseload/people/list-people.ts; which of the filters
// stand first: bot/caseload/people-list.ts.
import type { Area } from "../overview/area.js";
import { PARTICIPANT_KINDS } from "../people/participant-kind.js";
import { DIAGNOSES } from "./diagnosis.js";

/** late: one of their plans is. with_province: see with-province.ts. done: all of them are. A diagnosis: why nothing is heard (diagnosis.ts). A kind: everybody of it. */
export const PEOPLE_FILTERS = ["all", "late", "with_province", "done", ...DIAGNOSES, ...PARTICIPANT_KINDS] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** Where somebody's page is opened from: their list of people by its filter, that of what is late, that of those in need. */
export const PERSON_LISTS = [...PEOPLE_FILTERS, "overdue", "needs"] as const;
type PersonList = (typeof PERSON_LISTS)[number];

/** The page of a list, to come back to; area and cohort where the list is of one. */
export interface ListPlace {
  list: PersonList;
  page: number;
  area?: Area | null;
  cohortId?: number | null;
}
