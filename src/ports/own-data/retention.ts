// Who and what has been kept for as long as the notices promise.
import type { Day } from "../../domain/time/calendar.js";

export interface DueClass {
  id: number;
  name: string;
  /** Those who are to be forgotten: no younger class, no role that lasts or ended later. */
  personIds: number[];
  /** Rows of its roster of people who never joined and still have a name. */
  invited: number;
}

export interface RetentionPort {
  /** Classes that ended before this day and still hold somebody who is to be forgotten; the oldest first. */
  dueClasses(endedBefore: Day, before: Date, limit: number): Promise<DueClass[]>;
  /** People of no class at all whose service, invitation and last consent ended before this. */
  duePeopleOfNoClass(before: Date, limit: number): Promise<number[]>;
  /** Whether one of those who were listed is due yet: between the list and their turn they may have begun anew, or been given a role. */
  isStillDue(personId: number, before: Date): Promise<boolean>;
  /** Empties the roster's names and numbers of those who never joined. */
  forgetInvited(classId: number): Promise<number>;
  /** Deletes audits of before. Call it in a transaction. */
  forgetAudits(before: Date): Promise<number>;
}
