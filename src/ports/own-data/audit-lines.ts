// The account of who did what, for those who may read it.
import type { AuditFilter, AuditPlace } from "../../domain/own-data/audit-filter.js";
import type { AuditLine, AuditPerson } from "../../domain/own-data/audit-line.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Zone } from "../../domain/time/zone.js";

export interface AuditWish {
  /** Lines about what lies there, and what the reader did, are theirs. */
  reach: readonly Reach[];
  readerId: number;
  filter: AuditFilter;
  /** Of the day in the filter. */
  zone: Zone;
}

export interface AuditLinesPage {
  lines: AuditLine[];
  /** At which line the account was opened: that of the place, or the newest now; null where there is none. */
  untilId: number | null;
  /** Whether there are more on either side. */
  newer: boolean;
  older: boolean;
}

export interface AuditLinesPort {
  /** The newest first. */
  page(wish: AuditWish, at: AuditPlace, most: number): Promise<AuditLinesPage>;
  /** How many there are, up to this line, if one is named; counted no further than `most`. */
  count(wish: AuditWish, most: number, untilId?: number | null): Promise<number>;
  /** People of staff by a part of their name (normaliseName()), who left lines within this reach. */
  findWho(wish: Pick<AuditWish, "reach" | "readerId">, name: string, most: number): Promise<AuditPerson[]>;
  /** People within this reach by a part of their name, or by their registration number. */
  findWhom(reach: readonly Reach[], typed: { name: string; number: string }, most: number): Promise<AuditPerson[]>;
  /** The names of those in a filter, as far as they are this reader's to know; null else. */
  namesIn(wish: AuditWish): Promise<{ who: string | null; whom: string | null }>;
}
