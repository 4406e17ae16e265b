// How a list of people can be narrowed. What each filter means in SQL: storage/caseload/people/list-people.ts; which of the filters
// stand first: bot/caseload/people-list.ts.
import { type Area, readArea, writeArea } from "../overview/area.js";
import { PARTICIPANT_KINDS } from "../people/participant-kind.js";
import { DIAGNOSES } from "./diagnosis.js";

/** late: one of their plans is. with_province: see with-province.ts. done: all of them are. A diagnosis: why nothing is heard (diagnosis.ts). A kind: everybody of it. */
export const PEOPLE_FILTERS = ["all", "late", "with_province", "done", ...DIAGNOSES, ...PARTICIPANT_KINDS] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** Where somebody's page is opened from: their list of people by its filter, that of what is late, that of those in need. */
const PERSON_LISTS = [...PEOPLE_FILTERS, "overdue", "needs"] as const;

/** The page of a list, to come back to; area and cohort where the list is of one. */
export interface ListPlace {
  list: (typeof PERSON_LISTS)[number];
  page: number;
  area: Area | null;
  cohortId: number | null;
}

/** "late", "late~2", "late~2~21.01~5": what is left out is the first page, of everybody, of every cohort. */
export function writeListPlace({ list, page, area, cohortId }: ListPlace): string {
  const parts = [list, page === 0 ? "" : page, area === null ? "" : writeArea(area), cohortId ?? ""];
  return parts.join("~").replace(/~+$/, "");
}

export function readListPlace(text: string): ListPlace | null {
  const [, name, page = "", written = "", cohortId = ""] =
    /^([a-z_]+)(?:~(\d{0,4})(?:~([a-z\d.]*)(?:~(\d{1,9}))?)?)?$/.exec(text) ?? [];
  const list = PERSON_LISTS.find((one) => one === name);
  const area = written === "" ? null : readArea(written);
  if (list === undefined || (written !== "" && area === null)) return null;
  return { list, page: Number(page), area, cohortId: cohortId === "" ? null : Number(cohortId) };
}
