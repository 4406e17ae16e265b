// Where the programme stands, counted by the database.

import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import type { Part } from "../../domain/overview/area.js";
import type { Numbers } from "../../domain/overview/numbers.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Care } from "../../domain/people/permissions.js";
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { LateDay } from "../people/caseloads.js";

export interface PartNumbers {
  /** The code of a province or regency, or the id of a class. */
  key: string;
  name: string;
  numbers: Numbers;
}

export interface OverviewsPort {
  /**
   * The parts that somebody of this care stands in, by name: on these days, and of one class where it is given. A participant and their
   * plans are where their library is, somebody invited where the roster says, else in the class's province.
   */
  parts(care: Care, days: LateDay[], of: { part: Part; classId: number | null }): Promise<PartNumbers[]>;
  /** How many people of this filter there are in each part that has any. Of all filters "all" is the quickest: nothing is asked about anybody. */
  people(
    care: Care,
    days: LateDay[],
    of: { part: Part; filter: PeopleFilter },
  ): Promise<{ key: string; name: string; people: number }[]>;
  /** Keeps what stands now as the numbers of this week; the first time of a week alone. Returns how many rows it kept. */
  keepWeek(week: Day, days: LateDay[]): Promise<number>;
  /** The numbers of a week that was kept, of all of the care together; null where none was. */
  week(week: Day, care: Care, classId: number | null): Promise<Numbers | null>;
  /** All admins who can be written to, with what they reach. */
  heads(): Promise<{ person: Person; reach: Reach[] }[]>;
  /** The name of a place or class; null where there is none. */
  nameOf(area: { placeCode: string | null; classId: number | null }): Promise<string | null>;
}
