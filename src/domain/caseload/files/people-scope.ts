// Whose rows a list, a file or a picture holds: everybody looked after or one class of theirs, narrowed by a filter.
import { PEOPLE_FILTERS, type PeopleFilter } from "../people-filter.js";

export interface PeopleScope {
  /** Null: everybody who is looked after. */
  classId: number | null;
  filter: PeopleFilter;
  /** Not of those in one's care, but of those one practises on. A class says by itself what it is. */
  practice: boolean;
}

/** As a form's subject has it: "5.late.", ".all.practice". */
export function writePeopleScope({ classId, filter, practice }: PeopleScope): string {
  return [classId ?? "", filter, practice ? "practice" : ""].join(".");
}

export function readPeopleScope(text: string): PeopleScope | null {
  const [, id, word, practice] = /^(\d{0,9})\.([a-z_]+)\.(practice)?$/.exec(text) ?? [];
  const filter = PEOPLE_FILTERS.find((one) => one === word);
  if (id === undefined || filter === undefined) return null;
  return { classId: id === "" ? null : Number(id), filter, practice: practice !== undefined };
}
