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

export interface AuditLinesPort {
  /** The newest first. `newer`, `older`: whether there are more on either side. */
  page(wish: AuditWish, at: AuditPlace, most: number): Promise<{ lines: AuditLine[]; newer: boolean; older: boolean }>;
  /** How many there are, counted no further than this. */
  count(wish: AuditWish, most: number): Promise<number>;
  /** People of staff by a part of their name (normaliseName()), who left lines within this reach. */
  findWho(wish: Pick<AuditWish, "reach" | "readerId">, name: string, most: number): Promise<AuditPerson[]>;
  /** People within this reach by a part of their name, or by their registration number. */
  findWhom(reach: readonly Reach[], typed: { name: string; number: string }, most: number): Promise<AuditPerson[]>;
  /** The names of those in a filter, as far as they are this reader's to know; null else. */
  namesIn(wish: AuditWish): Promise<{ who: string | null; whom: string | null }>;
}
